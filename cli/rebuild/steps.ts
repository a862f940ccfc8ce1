/** The steps of a rebuild in their order, with the reason for each one's place. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkPublished } from '../../normalizer/index.ts';
import { checkRegistry, seedState, tidyOriginals } from '../../scraper/index.ts';
import { EXIT } from '../command.ts';
import { text } from '../options.ts';
import { gather, show, understand } from '../stages.ts';
import { alarm, alarmsFile, readAlarms } from './alarm-step.ts';
import { fetchBranch, keepData, restoreData } from './data-branch.ts';
import { HEARTBEAT_BRANCH, readHeartbeat, writeHeartbeat } from './heartbeat.ts';
import { accept, foldersOf, putBack, setAside } from './last-good.ts';
import type { Night, Step } from './night.ts';
import { compareNights, tooMuchLost } from './night-changes.ts';
import { publishedPages } from './published-pages.ts';

/** The branch of published data. */
const DATA_BRANCH = 'data';

/** By name, in the order in which they are worked through. */
export const STEPS = {
  /** First of all: a machine that begins with nothing goes on from what is published. */
  restore: { run: restore },
  scrape: { run: ({ options, terminal, now }: Night) => gather({ ...options, now }, terminal) },
  /** The last good data are set aside before anything new can take their place. */
  normalize: {
    async run({ dataDir, options, terminal }: Night) {
      await setAside(dataDir);
      return understand(options, terminal);
    },
  },
  /** Before anybody sees the new data. */
  check: { run: check, takesBack: ['normalize'] },
  /** Before the site is built: the data are what everything else can be made from again. */
  publish: { run: publishData },
  build: { run: ({ options, terminal }: Night) => show(options, terminal) },
  /** After all that reads originals. Only when it is named: who has the room keeps them all. */
  tidy: { run: tidy, onlyWhenNamed: true },
  /** Late, so that no tracker that is out of reach holds anything back; not when nothing was gathered, for then nothing is known. */
  alarm: { run: alarm, evenAfterFailure: { unless: ['scrape'] } },
  /** Last: it says how the night ended. */
  pulse: { run: pulse, evenAfterFailure: { unless: [] } },
} as const satisfies Record<string, Step>;

/** The name of a step. */
export type StepName = keyof typeof STEPS;

async function restore({ dataDir, repository, remote, terminal, steps }: Night) {
  await mkdir(join(dataDir, 'state'), { recursive: true });
  if (repository !== undefined) {
    await restorePublished({ dataDir, repository, remote, terminal });
    await restoreAlarms({ dataDir, repository, remote });
  }
  if (!steps.includes('scrape')) return EXIT.ok;
  const knowsNothing = !existsSync(join(dataDir, 'state', 'pages'));
  const seeded = knowsNothing ? await seedState(dataDir, await publishedPages(dataDir)) : 0;
  if (seeded > 0)
    terminal.say(`nothing was known here any more: ${seeded} addresses are known again from what is published`);
  return EXIT.ok;
}

type Place = Pick<Night, 'dataDir' | 'remote'> & { repository: string };

async function restorePublished({
  dataDir,
  repository,
  remote,
  terminal,
}: Place & Pick<Night, 'terminal'>): Promise<void> {
  const where = { repository, branch: DATA_BRANCH, remote };
  await fetchBranch(where);
  const { published } = foldersOf(dataDir);
  if (existsSync(published)) return;
  const fresh = join(dataDir, '.published-restored');
  await rm(fresh, { recursive: true, force: true });
  if (!(await restoreData(where, fresh))) return;
  await rename(fresh, published);
  terminal.say(`published data restored from the branch ${DATA_BRANCH}`);
}

async function restoreAlarms({ dataDir, repository, remote }: Place): Promise<void> {
  if (existsSync(alarmsFile(dataDir))) return;
  const known = await readHeartbeat({ repository, branch: HEARTBEAT_BRANCH, remote }, 'alarms.json');
  if (known !== undefined) await writeFile(alarmsFile(dataDir), known);
}

async function check({ dataDir, options, terminal, report }: Night) {
  const { good, published } = foldersOf(dataDir);
  const problems = [...(await checkRegistry(dataDir, { complete: false })), ...(await checkPublished(dataDir))];
  for (const { file, line, message } of problems.slice(0, 20)) terminal.say(`${file}:${line}: ${message}`);
  const hasBefore = existsSync(good);
  const changes = report.steps.some(({ name }) => name === 'normalize')
    ? await compareNights(good, published)
    : undefined;
  const lost = changes && options['acceptLosses'] !== true ? tooMuchLost(changes) : undefined;
  if (problems.length === 0 && lost === undefined) {
    await accept(dataDir);
    if (changes) report.changes = changes;
    return EXIT.ok;
  }
  const why =
    problems.length > 0 ? `${problems.length} problems in the published data` : `${lost} (--accept-losses lets it)`;
  // Without an earlier night there is nothing to put back: what is there may have come with the restored branch.
  if (!hasBefore) throw new Error(why);
  throw new Error(`${why}; the last good data are back, the new ones in ${await putBack(dataDir)}`);
}

async function publishData({ dataDir, repository, remote, now, terminal, report }: Night) {
  if (repository === undefined) {
    terminal.say(`${dataDir} is in no git repository: the data are kept here alone`);
    return EXIT.ok;
  }
  const kept = await keepData({ repository, branch: DATA_BRANCH, remote }, foldersOf(dataDir).published, now());
  const thinned = kept.thinned > 0 ? `, ${kept.thinned} older nights merged into their months` : '';
  terminal.say(
    kept.changed
      ? `data kept as ${kept.commit?.slice(0, 10)} on the branch ${DATA_BRANCH}${thinned}`
      : 'no data changed: nothing to commit',
  );
  report.kept = kept;
  return EXIT.ok;
}

async function tidy({ dataDir, options, terminal }: Night) {
  const named = new Set((await publishedPages(dataDir)).map(({ capture }) => capture));
  const freed = await tidyOriginals({ dataDir, capturesDir: text(options, 'captures'), named });
  if (freed > 0)
    terminal.say(`${(freed / 1e6).toFixed(1)} MB of originals that nothing is read from any more are gone`);
  return EXIT.ok;
}

async function pulse({ dataDir, repository, remote, now, report }: Night) {
  if (repository === undefined) return EXIT.ok;
  const { steps, failure, kept, health = [] } = report;
  const sick = health.filter(({ cause }) => cause !== null).length;
  const beat = {
    at: now().toISOString(),
    ended: failure === undefined ? 'well' : 'failed',
    steps,
    sick,
    data: kept?.commit ?? null,
  };
  const alarms = JSON.stringify(await readAlarms(dataDir), null, 1);
  const files = { 'heartbeat.json': `${JSON.stringify(beat, null, 1)}\n`, 'alarms.json': `${alarms}\n` };
  await writeHeartbeat({ repository, branch: HEARTBEAT_BRANCH, remote }, files, now());
  return EXIT.ok;
}
