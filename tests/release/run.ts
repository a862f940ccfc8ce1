/**
 * Whether this may be released: a list that is ticked, the quick things first. `npm run release-check` does all of it and takes half an hour;
 * `npm run release-check -- quick` leaves out what takes long, and says so. Ends with 1 when anything isn't ticked.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changelogProblems, unreleased } from './changelog.ts';
import { deadLinks, unknownNames, unsaid } from './documents.ts';

const root = join(import.meta.dirname, '../..');
const isQuick = process.argv[2] === 'quick';
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const corpus = join(root, '..', 'shared');

/** One line of the list. `check`: what is wrong; nothing when it may be ticked. */
interface Line {
  name: string;
  isLong?: true;
  /** Why it is left out on this machine. */
  without?: string | undefined;
  check(): string[];
}

/** A command that must end with 0; its last line of any sense otherwise. */
function command(...[program = '', ...args]: string[]): string[] {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 1e9 });
  const last = `${stdout}\n${stderr}`
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('npm '));
  return status === 0
    ? []
    : [`${program} ${args.join(' ')} ended with ${status}: ${last.slice(-3).join(' | ').slice(0, 300)}`];
}

const npm = (script: string, ...more: string[]) =>
  command('npm', 'run', '--silent', script, ...(more.length ? ['--', ...more] : []));
const changelog = (): string => readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
const lock = (): string[] => {
  const locked = (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { version: string }).version;
  return locked === version ? [] : [`package-lock.json says ${locked}, package.json ${version}`];
};
const treeIsClean = (): string[] => {
  const { stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  const files = stdout.split('\n').filter(Boolean);
  return files.length === 0
    ? []
    : [`${files.length} files differ from what is committed, the first: ${files[0]?.slice(3)}`];
};
const nothingUnreleased = (): string[] => {
  const count = unreleased(changelog());
  return count === 0 ? [] : [`${count} changes stand under no version`];
};
const noCorpus = existsSync(join(corpus, 'corpus')) ? undefined : 'no corpus on this machine';

const LIST: Line[] = [
  { name: 'nothing is uncommitted', check: treeIsClean },
  { name: `the changelog has ${version}`, check: () => changelogProblems(changelog(), version) },
  { name: 'no change stands outside a version', check: nothingUnreleased },
  { name: 'the lock file has the version', check: lock },
  { name: 'documents link to files that there are', check: deadLinks },
  { name: 'documents name commands and scripts that there are', check: unknownNames },
  { name: 'the README names every command', check: () => unsaid().map((name) => `samla ${name}`) },
  { name: 'types', check: () => npm('typecheck') },
  { name: 'lint', check: () => npm('lint') },
  { name: 'format', check: () => npm('format:check') },
  { name: 'registry', check: () => npm('check') },
  {
    name: 'schemas are compatible with those released',
    check: () => command('npx', 'vitest', 'run', 'tests/normalizer/outputs/schemas.test.ts'),
  },
  { name: 'workflows keep the rules', check: () => command('npx', 'vitest', 'run', 'tests/workflows.test.ts') },
  { name: 'tests, with the budgets of pages and of the search', isLong: true, check: () => command('npm', 'test') },
  { name: 'longer tests, with the budgets of memory and time', isLong: true, check: () => npm('test:long') },
  { name: 'runs killed at random moments', isLong: true, check: () => npm('test:kill', '8') },
  { name: 'every file system call failing once', isLong: true, check: () => npm('test:faults') },
  { name: 'nights on end', isLong: true, check: () => npm('test:nights') },
  {
    name: 'no field of the corpus below its target',
    isLong: true,
    without: noCorpus,
    check: () => command('node', '--import', 'tsx', 'tests/acceptance/corpus.ts', corpus),
  },
];

let open = 0;
for (const { name, isLong, without, check } of LIST) {
  const why = without ?? (isLong && isQuick ? 'takes long' : undefined);
  if (why !== undefined) {
    console.log(`[-] ${name}: left out, ${why}`);
    continue;
  }
  const problems = check();
  if (problems.length > 0) open += 1;
  console.log(`[${problems.length === 0 ? 'x' : ' '}] ${name}`);
  for (const problem of problems.slice(0, 10)) console.log(`      ${problem}`);
}
console.log(open === 0 ? `${version} may be released` : `${open} things are in the way of ${version}`);
process.exitCode = open === 0 ? 0 : 1;
