/** The sign that a night was worked through: a branch of one commit that is replaced every night, whether anything changed or not. */
import { type DataBranch, fetchBranch, ownTip } from './data-branch.ts';
import { git, repositoryOf, resolved } from './git.ts';

/** The branch of the sign of life. */
export const HEARTBEAT_BRANCH = 'heartbeat';

/** What its message begins with. */
const SUBJECT = 'Worked through on';

/** Replaces the branch by one commit that holds these small files, by name. */
export async function writeHeartbeat(where: DataBranch, files: Record<string, string>, now: Date): Promise<void> {
  const { repository, branch, remote } = where;
  await ownTip(where, SUBJECT);
  const lines = await Promise.all(
    Object.entries(files).map(
      async ([name, text]) =>
        `100644 blob ${await git(repository, ['hash-object', '-w', '--stdin'], { input: text })}\t${name}\n`,
    ),
  );
  const tree = await git(repository, ['mktree'], { input: lines.join('') });
  const date = now.toISOString();
  const commit = await git(repository, ['commit-tree', tree, '-m', `${SUBJECT} ${date.slice(0, 10)}`], {
    env: { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  });
  await git(repository, ['update-ref', `refs/heads/${branch}`, commit]);
  if (remote !== undefined)
    await git(repository, ['push', '--quiet', '--force', remote, `${commit}:refs/heads/${branch}`]);
}

/** A file of the last heartbeat; `undefined` when there is none. */
export async function readHeartbeat(where: DataBranch, name: string): Promise<string | undefined> {
  await fetchBranch(where);
  const blob = await resolved(where.repository, `refs/heads/${where.branch}:${name}`);
  return blob === undefined ? undefined : git(where.repository, ['cat-file', 'blob', blob]);
}

/** The last sign of life in the repository that a folder is in; `undefined` when there is none. `remote`: is asked for its own first. */
export async function lastHeartbeat(
  folder: string,
  remote: string | undefined,
): Promise<{ at: string; ended: string } | undefined> {
  const repository = await repositoryOf(folder);
  if (repository === undefined) return undefined;
  const text = await readHeartbeat({ repository, branch: HEARTBEAT_BRANCH, remote }, 'heartbeat.json');
  return text === undefined ? undefined : (JSON.parse(text) as { at: string; ended: string });
}
