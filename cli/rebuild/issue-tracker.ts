/** Contract: where alarms are told of. */
import { spawn } from 'node:child_process';
import { causeLabel, isCauseLabel, SOURCE_LABEL } from './issue-text.ts';

/** An issue that is there. */
export interface Issue {
  number: number;
  body: string;
  labels: string[];
  isOpen: boolean;
}

/** What an issue shall say. */
export interface IssueText {
  title: string;
  body: string;
  cause: string;
}

/** A tracker. Every method throws {@link TrackerError} when it could not be reached. */
export interface IssueTracker {
  /** All issues of ours, open and closed. */
  list(): Promise<Issue[]>;
  open(text: IssueText): Promise<void>;
  /** Brings an issue up to date; its other labels of causes go. */
  edit(issue: Issue, text: IssueText): Promise<void>;
  reopen(issue: Issue): Promise<void>;
  close(issue: Issue, comment: string): Promise<void>;
}

/** The tracker could not be reached, or refused. */
export class TrackerError extends Error {}

/** GitHub's, through `gh`, without a shell: texts go through stdin, never into a command line. `cwd`: a checkout of the repository. */
export function githubTracker(cwd: string): IssueTracker {
  const labelled = new Set<string>();
  const label = async (name: string): Promise<void> => {
    if (labelled.has(name)) return;
    labelled.add(name);
    await gh(cwd, ['label', 'create', name, '--force', '--color', isCauseLabel(name) ? 'd4c5f9' : 'b60205']);
  };
  return {
    async list() {
      const fields = ['--json', 'number,body,labels,state'];
      const found = JSON.parse(
        await gh(cwd, ['issue', 'list', '--state', 'all', '--label', SOURCE_LABEL, '--limit', '1000', ...fields]),
      ) as { number: number; body: string; labels: { name: string }[]; state: string }[];
      return found.map(({ number, body, labels, state }) => ({
        number,
        body,
        labels: labels.map(({ name }) => name),
        isOpen: state === 'OPEN',
      }));
    },
    async open({ title, body, cause }) {
      await label(SOURCE_LABEL);
      await label(causeLabel(cause));
      const labels = ['--label', SOURCE_LABEL, '--label', causeLabel(cause)];
      await gh(cwd, ['issue', 'create', '--title', title, '--body-file', '-', ...labels], body);
    },
    async edit({ number, labels }, { title, body, cause }) {
      await label(causeLabel(cause));
      const old = labels.filter((name) => isCauseLabel(name) && name !== causeLabel(cause));
      const relabel = ['--add-label', causeLabel(cause), ...old.flatMap((name) => ['--remove-label', name])];
      await gh(cwd, ['issue', 'edit', String(number), '--title', title, '--body-file', '-', ...relabel], body);
    },
    async reopen({ number }) {
      await gh(cwd, ['issue', 'reopen', String(number)]);
    },
    async close({ number }, comment) {
      await gh(cwd, ['issue', 'close', String(number), '--comment', comment]);
    },
  };
}

function gh(cwd: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn('gh', args, { cwd, env: { ...process.env, GH_PROMPT_DISABLED: '1', NO_COLOR: '1' } });
    let out = '';
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk;
    });
    child.once('error', (error) => fail(new TrackerError(`gh could not be run: ${error.message}`)));
    child.once('close', (code) => {
      if (code === 0) done(out);
      else
        fail(
          new TrackerError(
            `gh ${args.slice(0, 2).join(' ')}: ${said.trim().split('\n').at(-1) || `ended with ${code}`}`,
          ),
        );
    });
    child.stdin.on('error', () => undefined); // a gh that ended early says why itself
    child.stdin.end(input);
  });
}
