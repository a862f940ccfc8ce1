import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Alarms, nextAlarms } from '../../cli/rebuild/alarms.ts';
import { fetchBranch, keepData, restoreData } from '../../cli/rebuild/data-branch.ts';
import { readHeartbeat, writeHeartbeat } from '../../cli/rebuild/heartbeat.ts';
import { githubTracker } from '../../cli/rebuild/issue-tracker.ts';
import { tellAlarms } from '../../cli/rebuild/tell-alarms.ts';
import { sick } from '../cli/sick-source.ts';

let root: string;

beforeEach(() => {
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE']) vi.stubEnv(name, undefined);
  root = mkdtempSync(join(tmpdir(), 'samla-rebuild-'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

const gitIn = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim();
const dayOf = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);

describe('the data branch', () => {
  let repository: string;
  let remote: string;
  let folder: string;

  beforeEach(() => {
    repository = join(root, 'checkout');
    remote = join(root, 'remote.git');
    folder = join(root, 'published');
    execFileSync('git', ['init', '-q', '-b', 'main', repository]);
    execFileSync('git', ['init', '-q', '--bare', remote]);
    gitIn(repository, 'remote', 'add', 'origin', remote);
    mkdirSync(join(folder, 'schema'), { recursive: true });
    writeFileSync(join(folder, 'schema', 'item.json'), '{}\n');
  });

  const where = () => ({ repository, branch: 'data', remote: 'origin' });
  const night = (day: string, text: string) => {
    writeFileSync(join(folder, 'items.ndjson'), text);
    return keepData(where(), folder, new Date(`${day}T02:00:00Z`));
  };

  it('gets a commit on a night that changed something, and none on one that didn’t', async () => {
    const first = await night('2026-03-01', 'a\r\n');
    const second = await night('2026-03-02', 'a\r\n');
    expect(second).toEqual({ commit: first.commit, changed: false, thinned: 0 });
    const third = await night('2026-03-03', 'b\n');
    expect(gitIn(remote, 'rev-list', '--count', 'data')).toBe('2');
    expect(gitIn(remote, 'rev-parse', 'data')).toBe(third.commit);
    expect(gitIn(repository, 'status', '--porcelain')).toBe('');
  });

  it('holds the very bytes that were published, without what can’t be stored as differences', async () => {
    writeFileSync(join(folder, 'items.parquet'), 'PAR1');
    await night('2026-03-01', 'æøå\r\n');
    rmSync(folder, { recursive: true });
    expect(await restoreData(where(), folder)).toBe(true);
    expect(readFileSync(join(folder, 'items.ndjson'), 'utf8')).toBe('æøå\r\n');
    expect(readdirSync(folder).sort()).toEqual(['items.ndjson', 'schema']);
  });

  it('goes on from the remote on a machine that has just been cloned', async () => {
    await night('2026-03-01', 'a\n');
    const clone = join(root, 'clone');
    execFileSync('git', ['init', '-q', '-b', 'main', clone]);
    gitIn(clone, 'remote', 'add', 'origin', remote);
    const there = { repository: clone, branch: 'data', remote: 'origin' };
    await fetchBranch(there);
    writeFileSync(join(folder, 'items.ndjson'), 'b\n');
    await keepData(there, folder, new Date('2026-03-02T02:00:00Z'));
    expect(gitIn(remote, 'rev-list', '--count', 'data')).toBe('2');
  });

  it('is there on a machine that may not ask the remote, from the branches that a checkout brought', async () => {
    await night('2026-03-01', 'a\n');
    const clone = join(root, 'clone');
    execFileSync('git', ['clone', '-q', '--no-checkout', remote, clone], { stdio: 'ignore' });
    gitIn(clone, 'remote', 'set-url', 'origin', join(root, 'nowhere'));
    const there = { repository: clone, branch: 'data' };
    await fetchBranch(there);
    rmSync(folder, { recursive: true });
    expect(await restoreData(there, folder)).toBe(true);
    expect(readFileSync(join(folder, 'items.ndjson'), 'utf8')).toBe('a\n');
  });

  it('is refused when somebody else uses a branch of this name', async () => {
    writeFileSync(join(folder, 'items.ndjson'), 'a\n');
    const tree = gitIn(repository, 'hash-object', '-w', '-t', 'tree', '/dev/null');
    const own = ['-c', 'user.name=x', '-c', 'user.email=x@localhost'];
    gitIn(repository, 'branch', 'data', gitIn(repository, ...own, 'commit-tree', tree, '-m', 'My data'));
    const before = gitIn(repository, 'rev-parse', 'data');
    await expect(night('2026-03-01', 'a\n')).rejects.toThrow('the branch data: expected commits of samla rebuild');
    expect(gitIn(repository, 'rev-parse', 'data')).toBe(before);
  });

  it('never overwrites what another machine has pushed meanwhile', async () => {
    await night('2026-03-01', 'a\n');
    const other = join(root, 'other');
    execFileSync('git', ['clone', '-q', '-b', 'data', remote, other]);
    gitIn(
      other,
      '-c',
      'user.name=x',
      '-c',
      'user.email=x@localhost',
      'commit',
      '-q',
      '--allow-empty',
      '-m',
      'Published data of 2026-03-02',
    );
    gitIn(other, 'push', '-q', 'origin', 'data');
    const theirs = gitIn(remote, 'rev-parse', 'data');
    await expect(night('2026-03-02', 'b\n')).rejects.toThrow('git push');
    expect(gitIn(remote, 'rev-parse', 'data')).toBe(theirs);
  });

  it('merges the nights of months past into one each, and loses no month’s end', async () => {
    for (let n = 0; n < 100; n += 3) await night(dayOf(n), `${n}\n`);
    const days = gitIn(remote, 'log', '--reverse', '--format=%s', 'data').split('\n');
    expect(days.filter((line) => line.includes('2026-01'))).toEqual(['Published data of 2026-01-31']);
    expect(days.filter((line) => line.includes('2026-02'))).toEqual(['Published data of 2026-02-27']);
    expect(days.filter((line) => line.includes('2026-03')).length).toBeGreaterThan(9);
    expect(gitIn(remote, 'show', 'data:items.ndjson')).toBe('99');
    const january = gitIn(remote, 'log', '--format=%H', '--grep=2026-01-31', 'data');
    expect(gitIn(remote, 'show', `${january}:items.ndjson`)).toBe('30');
  }, 60_000);

  it('B2 proves a night without changes by one commit that is replaced', async () => {
    const beat = { repository, branch: 'heartbeat', remote: 'origin' };
    for (const day of ['2026-03-01', '2026-03-02', '2026-03-03'])
      await writeHeartbeat(beat, { 'heartbeat.json': `"${day}"\n` }, new Date(`${day}T02:00:00Z`));
    expect(gitIn(remote, 'rev-list', '--count', 'heartbeat')).toBe('1');
    expect(await readHeartbeat(beat, 'heartbeat.json')).toBe('"2026-03-03"');
    expect(await readHeartbeat(beat, 'alarms.json')).toBeUndefined();
  });
});

describe('an issue', () => {
  /** A `gh` that keeps issues in a file, and each call with what came through stdin. */
  function fakeGh(): { calls: () => { args: string[]; stdin: string }[] } {
    const bin = join(root, 'bin');
    mkdirSync(bin);
    const log = join(root, 'calls.ndjson');
    const issues = join(root, 'issues.json');
    writeFileSync(issues, '[]');
    writeFileSync(
      join(bin, 'gh'),
      `#!${process.execPath}
const fs = require('node:fs');
const args = process.argv.slice(2);
const stdin = fs.readFileSync(0, 'utf8');
fs.appendFileSync(${JSON.stringify(log)}, JSON.stringify({ args, stdin }) + '\\n');
if (process.env.GH_BROKEN) { console.error('HTTP 502'); process.exit(1); }
const issues = JSON.parse(fs.readFileSync(${JSON.stringify(issues)}, 'utf8'));
const values = (flag) => args.flatMap((one, at) => (one === flag ? [args[at + 1]] : []));
const [what, verb, number] = args;
const issue = issues.find((one) => one.number === Number(number));
if (what === 'issue' && verb === 'list') console.log(JSON.stringify(issues));
if (verb === 'create' && what === 'issue') issues.push({ number: issues.length + 1, state: 'OPEN', body: stdin, labels: values('--label').map((name) => ({ name })) });
if (verb === 'edit') { issue.body = stdin; issue.labels = [...issue.labels.filter(({ name }) => !values('--remove-label').includes(name)), ...values('--add-label').map((name) => ({ name }))]; }
if (verb === 'close') issue.state = 'CLOSED';
if (verb === 'reopen') issue.state = 'OPEN';
fs.writeFileSync(${JSON.stringify(issues)}, JSON.stringify(issues));
`,
    );
    chmodSync(join(bin, 'gh'), 0o755);
    vi.stubEnv('PATH', `${bin}${delimiter}${process.env['PATH']}`);
    return {
      calls: () =>
        readFileSync(log, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as { args: string[]; stdin: string }),
    };
  }

  async function nights(looks: string, broken: number[] = []) {
    let alarms: Alarms = {};
    const lines: string[] = [];
    for (const [n, look] of [...looks].entries()) {
      vi.stubEnv('GH_BROKEN', broken.includes(n) ? '1' : undefined);
      const cause = look === '.' ? null : look === 'a' ? 'timeout' : 'dns';
      const day = dayOf(n);
      const next = nextAlarms(alarms, [{ source: sick.id, cause }], { day, known: new Set([sick.id]) });
      const told = await tellAlarms(
        { before: alarms, ...next, health: [{ ...sick, cause }], day },
        githubTracker(root),
      );
      alarms = told.alarms;
      lines.push(...told.lines.map((line) => `${n} ${line}`));
    }
    return lines;
  }
  const listed = async () => (await githubTracker(root).list()).map(({ isOpen, labels }) => ({ isOpen, labels }));

  it('is opened, relabelled and closed through gh, its text through stdin and never as an argument', async () => {
    const gh = fakeGh();
    await nights('aabb');
    expect(await listed()).toEqual([{ isOpen: true, labels: ['samla-source', 'cause:dns'] }]);
    await nights('aabb.');
    expect(await listed()).toEqual([{ isOpen: false, labels: ['samla-source', 'cause:dns'] }]);
    expect(gh.calls().some(({ stdin }) => stdin.includes('@everyone'))).toBe(true);
    expect(gh.calls().filter(({ args }) => args.some((one) => /everyone|script|touch/.test(one)))).toEqual([]);
  }, 60_000);

  it('is told the next night when the tracker was out of reach, and once only', async () => {
    fakeGh();
    const lines = await nights('aaaa', [1]);
    expect(lines[0]).toMatch(/^1 alarms: gh issue list: HTTP 502; told the next night$/);
    expect(lines.slice(1)).toEqual([`2 alarm opened: ${sick.id}: timeout, since 2026-01-01`]);
    expect(await listed()).toHaveLength(1);
  }, 60_000);
});
