/**
 * Nights of `samla rebuild` on the sample web while its pages are edited, added, moved and removed, its sites fail and recover, a machine is lost
 * and a night goes wrong: published data stay valid, nothing is lost, and a night without changes changes no byte.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Terminal } from '../../cli/command.ts';
import { rebuild } from '../../cli/rebuild/rebuild.ts';
import type { Item } from '../../normalizer/index.ts';
import { Claims } from './claims.ts';
import { digestsIn } from './folder-digest.ts';
import { type LivingWeb, livingWeb } from './living-web.ts';

const FIRST = Date.UTC(2026, 10, 23, 2, 37);
/** Everything that is done on one machine, and what one with little room does besides. */
const ALL = ['restore', 'scrape', 'normalize', 'check', 'publish', 'build', 'tidy', 'alarm', 'pulse'];

interface Stage {
  root: string;
  data: string;
  live: LivingWeb;
  /** Addresses that must be published, and by which night those that are new. */
  expected: Map<string, number>;
  claims: Claims;
  said: string[];
  /** The last night. */
  last: number;
}

type Event = (stage: Stage, day: string) => void;

const expectSoon = (stage: Stage, site: string, path: string, night: number): void => {
  stage.expected.set(`${stage.live.web.sites[site]}${path}`, night);
};
const forget = (stage: Stage, site: string, path: string): void => {
  stage.expected.delete(`${stage.live.web.sites[site]}${path}`);
};
const addPost =
  (night: number): Event =>
  (stage, day) =>
    expectSoon(stage, 'telemark', stage.live.addPost(night, day), night);
const addNews =
  (night: number): Event =>
  (stage, day) =>
    expectSoon(stage, 'helse-nt', stage.live.addNews(night, day), night);
/** The site is down when it comes: nobody can know of it at once. */
const lateNews =
  (night: number, by: number): Event =>
  (stage, day) =>
    expectSoon(stage, 'helse-nt', stage.live.addNews(night, day), by);
const fail =
  (site: string, how: 'error' | 'reset' | 'login' | 'forbidden'): Event =>
  ({ live }) =>
    void live.failing.set(site, how);
const recover =
  (site: string): Event =>
  ({ live }) =>
    void live.failing.delete(site);

/** What happens before which night. Nights that aren't named are quiet. */
const EVENTS: Record<number, Event[]> = {
  1: [(stage, day) => stage.live.edit('telemark/pages/ny-avtale.html', day)],
  2: [addPost(2), addNews(2)],
  3: [fail('helgeland', 'error')],
  5: [recover('helgeland'), (stage, day) => stage.live.edit('helse-nt/pages/vil-dele-pa-folkene.html', day)],
  7: [
    (stage) => {
      stage.live.move('forde/pages/snakka-om-pengar.html', '/aktuelt/ny-stad/');
      expectSoon(stage, 'forde', '/aktuelt/ny-stad/', 14);
    },
  ],
  8: [addPost(8), fail('forde', 'reset')],
  9: [fail('ostfold', 'forbidden'), recover('forde')],
  10: [
    (stage) => {
      stage.live.remove('telemark/pages/nytt-2.html');
      forget(stage, 'telemark', '/2026/11/nytt-fra-utvalet-2/');
    },
  ],
  11: [recover('ostfold'), addNews(11)],
  13: [(stage, day) => stage.live.edit('forde/pages/eitt-telefonnummer.html', day), fail('telemark', 'login')],
  15: [recover('telemark'), addPost(15)],
  17: [fail('sor-rogaland', 'error'), fail('helse-nt', 'error'), lateNews(17, 20)],
  19: [recover('sor-rogaland'), recover('helse-nt')],
  21: [addPost(21), addNews(21), (stage, day) => stage.live.edit('telemark/pages/referat.html', day)],
  23: [(stage, day) => stage.live.edit('helse-nt/pages/nytt-2.html', day)],
};
/** The takedown list can't be read on this night: it fails, and the next one makes it good. */
const BROKEN = 4;
/** The machine is lost before this night: a new one begins with the repository alone. */
const LOST = 16;
/** The site is built every so many nights, and whenever something is said of it: it is what takes most of the time. */
const BUILT = 5;
/** In these nights nothing happens, and all that happened is long known. */
const STILL = [27, 28, 29, 30];

/** Works through so many nights after the first; gives the claims. */
export async function thirtyNights(nights: number): Promise<Claims> {
  const root = mkdtempSync(join(tmpdir(), 'samla-nights-'));
  const data = join(root, 'data');
  execFileSync('git', ['init', '-q', '-b', 'main', root]);
  const live = await livingWeb(join(root, 'web'), data);
  const stage: Stage = { root, data, live, expected: new Map(), claims: new Claims(), said: [], last: nights };
  process.env['SAMLA_CHROMIUM'] ??= ''; // a browser's waits would take most of the time, and prove nothing here
  try {
    const code = await work(stage, 0);
    stage.claims.that(
      code === 0 || code === 3,
      `the first night ended with ${code}: ${stage.said.slice(-3).join(' | ')}`,
    );
    for (const { url } of items(stage)) stage.expected.set(url, 0);
    for (let night = 1; night <= nights; night += 1) await oneNight(stage, night, nights);
    return stage.claims;
  } finally {
    await live.web.close();
    rmSync(root, { recursive: true, force: true });
  }
}

async function oneNight(stage: Stage, night: number, nights: number): Promise<void> {
  const { claims, data } = stage;
  const moment = new Date(FIRST + night * 86_400_000);
  const before = {
    published: digestsIn(join(data, 'published')),
    site: digestsIn(join(stage.root, 'site')),
    tip: tipOf(stage),
  };
  for (const event of EVENTS[night] ?? []) event(stage, moment.toISOString().slice(0, 10));
  if (night === LOST) loseMachine(stage);
  const takedown = join(data, 'takedown.yaml');
  if (night === BROKEN) writeFileSync(takedown, 'takedowns: [\n');
  const code = await work(stage, night);
  if (night === BROKEN) {
    rmSync(takedown);
    claims.that(code === 'failed', `night ${night}: expected it to fail`);
    claims.that(
      same(digestsIn(join(data, 'published')), before.published),
      `night ${night}: a failed night changed published data`,
    );
    claims.that(
      same(digestsIn(join(stage.root, 'site')), before.site),
      `night ${night}: a failed night changed the site`,
    );
    claims.that((await work(stage, night, 3)) !== 'failed', `night ${night}: the next run was to make it good`);
  } else
    claims.that(code === 0 || code === 3, `night ${night}: ended with ${code}: ${stage.said.slice(-5).join(' | ')}`);
  for (const problem of invalid(stage)) claims.that(false, `night ${night}: ${problem}`);
  claims.that(true, '');
  const published = new Set(items(stage).flatMap(({ urls }) => urls));
  for (const [url, by] of stage.expected)
    if (by <= night) claims.that(published.has(url), `night ${night}: ${url} is lost`);
  if (STILL.includes(night)) {
    claims.that(
      same(digestsIn(join(data, 'published')), before.published),
      `night ${night}: nothing happened, yet published data changed`,
    );
    claims.that(tipOf(stage) === before.tip, `night ${night}: nothing happened, yet something was committed`);
  }
  claims.that(beatOf(stage) === moment.toISOString().slice(0, 10), `night ${night}: no sign of life`);
  if (night === nights) await again(stage, night);
  report(stage, night, before.tip);
}

/** Once more in the same night: not a byte may differ, in the data and on the site. */
async function again(stage: Stage, night: number): Promise<void> {
  const folders = [join(stage.data, 'published'), join(stage.root, 'site')];
  const before = folders.map((folder) => digestsIn(folder));
  const tip = tipOf(stage);
  await work(stage, night, 1);
  stage.claims.that(
    folders.every((folder, at) => same(digestsIn(folder), before[at])),
    `night ${night}: a second run changed bytes`,
  );
  stage.claims.that(tipOf(stage) === tip, `night ${night}: a second run committed something`);
}

async function work({ root, data, said, last }: Stage, night: number, hours = 0): Promise<number | 'failed'> {
  const terminal: Terminal = {
    say: (line) => void said.push(line),
    result: () => undefined,
    progress: () => undefined,
    live: false,
    width: undefined,
    signal: new AbortController().signal,
  };
  const place = { data, captures: join(root, 'captures'), out: join(root, 'site') };
  try {
    const now = new Date(FIRST + night * 86_400_000 + hours * 3_600_000);
    return await rebuild(
      {
        ...place,
        allowPrivate: true,
        steps: ALL.filter((step) => step !== 'build' || night % BUILT === 0 || night === BROKEN || night === last),
      },
      terminal,
      () => now,
    );
  } catch (error) {
    said.push(error instanceof Error ? error.message : String(error));
    return 'failed';
  }
}

function loseMachine({ root, data }: Stage): void {
  for (const folder of [join(data, 'state'), join(data, 'published'), join(root, 'captures'), join(root, 'site')])
    rmSync(folder, { recursive: true });
}

function items({ data }: Stage): Item[] {
  const text = readFileSync(join(data, 'published', 'items.ndjson'), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Item);
}

/** What the published schemas find wrong with the published files. */
function invalid({ data }: Stage): string[] {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const read = (name: string): unknown => JSON.parse(readFileSync(join(data, 'published', name), 'utf8'));
  const lines = (name: string) =>
    readFileSync(join(data, 'published', name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown);
  const files: [string, unknown[]][] = [
    ['item', lines('items.ndjson')],
    ['meeting', lines('meetings.ndjson')],
    ['source', read('sources.json') as unknown[]],
    ['community', read('communities.json') as unknown[]],
  ];
  return files.flatMap(([schema, records]) => {
    const validate = ajv.compile(read(`schema/${schema}.json`) as object);
    const bad = records.find((record) => !validate(record));
    return bad === undefined ? [] : [`${schema}: ${ajv.errorsText(validate.errors)}`];
  });
}

function gitOut({ root }: Stage, ...args: string[]): string {
  return execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

function tipOf(stage: Stage): string {
  return gitOut(stage, 'for-each-ref', '--format=%(objectname)', 'refs/heads/data');
}

function beatOf(stage: Stage): string {
  return (JSON.parse(gitOut(stage, 'show', 'heartbeat:heartbeat.json')) as { at: string }).at.slice(0, 10);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function report(stage: Stage, night: number, tip: string): void {
  const captures = join(stage.root, 'captures');
  const bytes = readdirSync(captures).reduce((sum, name) => sum + statSync(join(captures, name)).size, 0);
  const alarms = stage.said.splice(0).filter((line) => line.startsWith('alarm'));
  const committed = tipOf(stage) === tip ? 'nothing to commit' : 'committed';
  console.log(
    `night ${String(night).padStart(2)}: ${items(stage).length} items, ${committed}, ${(bytes / 1e6).toFixed(1)} MB of originals${alarms.map((line) => `; ${line.replace(/ \(.*/, '')}`).join('')}`,
  );
}
