/** Published data as a branch of their own: a commit for each night that changed something, thinned by month so that the repository stays small. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { GitError, git, resolved } from './git.ts';
import { keptNights, type Night } from './thin-history.ts';

/** Formats that git can't store as differences, and copies by community; all are made anew from the files that are kept. */
const LEFT_OUT = [
  ...'parquet sqlite sqlite3 db duckdb zip gz'.split(' ').map((ending) => `**/*.${ending}`),
  'communities/**',
];

/** What every message on the branch begins with. */
const SUBJECT = 'Published data of';

/** Where the data go. */
export interface DataBranch {
  repository: string;
  branch: string;
  /** Where to push; nowhere when left out. */
  remote?: string | undefined;
}

/** What came of a night. `commit`: the newest one of the branch; `undefined` when there is none. */
export interface Kept {
  commit: string | undefined;
  changed: boolean;
  /** Commits that were merged into the one after them. */
  thinned: number;
}

/** Keeps the files of a folder as the newest commit, unless they are what it holds already. Throws `GitError`; the branch is then as it was. */
export async function keepData(where: DataBranch, folder: string, now: Date): Promise<Kept> {
  const { repository, branch } = where;
  const ref = `refs/heads/${branch}`;
  const tip = await ownTip({ repository, branch }, SUBJECT);
  const tree = await treeOf(repository, folder);
  if (tip !== undefined && (await resolved(repository, `${tip}^{tree}`)) === tree) {
    await push(where, tip);
    return { commit: tip, changed: false, thinned: 0 };
  }
  const day = now.toISOString().slice(0, 10);
  const nights = tip === undefined ? [] : await nightsOf(repository, tip);
  const kept = keptNights(nights, day);
  const parent = await rechained(repository, nights, kept);
  const commit = await commitTree(repository, { tree, parent, day, date: now.toISOString() });
  await git(repository, ['update-ref', ref, commit, tip ?? '']);
  await push(where, commit);
  return { commit, changed: true, thinned: nights.length - kept.length };
}

/** The newest commit of a branch that is ours; `undefined` when there is none. Throws `GitError` for a branch that somebody else uses. */
export async function ownTip({ repository, branch }: DataBranch, subject: string): Promise<string | undefined> {
  const tip = await resolved(repository, `refs/heads/${branch}`);
  if (tip === undefined || (await git(repository, ['log', '-1', '--format=%s', tip])).startsWith(subject)) return tip;
  throw new GitError(`the branch ${branch}: expected commits of samla rebuild, found others; rename that branch`);
}

/** The tree of a folder's files, made beside whatever the repository's own checkout and index are. */
async function treeOf(repository: string, at: string): Promise<string> {
  const folder = resolve(at);
  const scratch = await mkdtemp(join(tmpdir(), 'samla-index-'));
  const env = { GIT_INDEX_FILE: join(scratch, 'index') };
  try {
    const left = LEFT_OUT.map((pattern) => `:(exclude,glob)${pattern}`);
    const plain = ['-c', 'core.autocrlf=false', '-c', 'core.safecrlf=false', '--work-tree', folder];
    await git(repository, [...plain, 'add', '--all', '--force', '--', '.', ...left], { env });
    return await git(repository, ['write-tree'], { env });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** From the oldest to the newest. */
async function nightsOf(repository: string, tip: string): Promise<Night[]> {
  const log = await git(repository, ['log', '--first-parent', '--reverse', '--format=%H %T %s', tip]);
  return log.split('\n').map((line): Night => {
    const [commit = '', tree = '', ...words] = line.split(' ');
    return { commit, tree, day: words.at(-1) ?? '' };
  });
}

/** The newest of the kept nights, on a chain that holds no others. What stands before the first gap stays as it is. */
async function rechained(
  repository: string,
  all: readonly Night[],
  kept: readonly Night[],
): Promise<string | undefined> {
  let parent: string | undefined;
  for (const [at, night] of kept.entries()) {
    const isInPlace = all[at] === night;
    parent = isInPlace
      ? night.commit
      : await commitTree(repository, { ...night, parent, date: `${night.day}T00:00:00Z` });
  }
  return parent;
}

/** The message holds the day alone: no text that was gathered. */
function commitTree(
  repository: string,
  night: { tree: string; parent: string | undefined; day: string; date: string },
) {
  const { tree, parent, day, date } = night;
  const parents = parent === undefined ? [] : ['-p', parent];
  return git(repository, ['commit-tree', tree, ...parents, '-m', `${SUBJECT} ${day}`], {
    env: { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  });
}

/** History that was thinned replaces the one out there; one that another machine has written meanwhile is never overwritten. */
async function push({ repository, branch, remote }: DataBranch, commit: string): Promise<void> {
  if (remote === undefined) return;
  const theirs = (await resolved(repository, `refs/remotes/${remote}/${branch}`)) ?? '';
  if (theirs === commit) return;
  const ref = `refs/heads/${branch}`;
  await git(repository, ['push', '--quiet', `--force-with-lease=${ref}:${theirs}`, remote, `${commit}:${ref}`]);
  await git(repository, ['update-ref', `refs/remotes/${remote}/${branch}`, commit]);
}

/** Takes over what the remote has of a branch; nothing when there is no such branch, or no remote to ask. */
export async function fetchBranch({ repository, branch, remote }: DataBranch): Promise<void> {
  const known = `refs/remotes/${remote ?? 'origin'}/${branch}`;
  if (remote !== undefined && (await git(repository, ['ls-remote', '--heads', remote, branch])) !== '')
    await git(repository, ['fetch', '--quiet', '--no-tags', remote, `+refs/heads/${branch}:${known}`]);
  const theirs = await resolved(repository, known);
  const ours = await resolved(repository, `refs/heads/${branch}`);
  if (theirs !== undefined && (ours === undefined || remote !== undefined))
    await git(repository, ['update-ref', `refs/heads/${branch}`, theirs]);
}

/** Writes the newest files of the branch into a folder that is new; says whether there were any. */
export async function restoreData({ repository, branch }: DataBranch, folder: string): Promise<boolean> {
  const tip = await resolved(repository, `refs/heads/${branch}`);
  if (tip === undefined) return false;
  const scratch = await mkdtemp(join(tmpdir(), 'samla-index-'));
  const env = { GIT_INDEX_FILE: join(scratch, 'index') };
  try {
    await git(repository, ['read-tree', tip], { env });
    await git(
      repository,
      ['-c', 'core.autocrlf=false', 'checkout-index', '--all', '--force', `--prefix=${resolve(folder)}/`],
      {
        env,
      },
    );
    return true;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
