/** Git without a shell and without touching anybody's checkout. */
import { spawn } from 'node:child_process';

/** A command of git that failed, with the last line that it said. */
export class GitError extends Error {}

/** What a command of git is given besides its arguments. */
export interface GitInput {
  /** Written to its stdin. */
  input?: string;
  /** Added to the environment: an index of its own, dates. */
  env?: Record<string, string>;
}

/** Who the program's own commits are by. */
const IDENTITY = {
  GIT_AUTHOR_NAME: 'Samla',
  GIT_AUTHOR_EMAIL: 'samla@localhost',
  GIT_COMMITTER_NAME: 'Samla',
  GIT_COMMITTER_EMAIL: 'samla@localhost',
  GIT_TERMINAL_PROMPT: '0',
};

/** What a hook or an outer git says of another repository. */
const OUTER = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX'];

function environment(own: Record<string, string> | undefined): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !OUTER.includes(name));
  return { ...Object.fromEntries(inherited), ...IDENTITY, ...own };
}

/** Runs git in a repository and gives what it printed, without the newline at the end. Throws {@link GitError}. */
export function git(repository: string, args: readonly string[], { input, env }: GitInput = {}): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn('git', ['-C', repository, ...args], { env: environment(env) });
    const out: Buffer[] = [];
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk;
    });
    child.once('error', (error) => fail(new GitError(`git could not be run: ${error.message}`)));
    child.once('close', (code) => {
      if (code === 0) done(Buffer.concat(out).toString('utf8').replace(/\n$/, ''));
      else fail(new GitError(`git ${args[0]}: ${said.trim().split('\n').at(-1) || `ended with ${code}`}`));
    });
    child.stdin.on('error', () => undefined); // a git that ended early says why itself
    child.stdin.end(input ?? '');
  });
}

/** What a name stands for; `undefined` when there is nothing of this name. */
export async function resolved(repository: string, name: string): Promise<string | undefined> {
  try {
    return await git(repository, ['rev-parse', '--quiet', '--verify', name]);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/** The repository that a folder is in; `undefined` outside of any, or where there is no git. */
export async function repositoryOf(folder: string): Promise<string | undefined> {
  try {
    return await git(folder, ['rev-parse', '--show-toplevel']);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
