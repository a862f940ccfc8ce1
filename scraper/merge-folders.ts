/** Brings what several machines have gathered into one data folder and one folder of originals. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { onFile } from './disk-trouble.ts';
import { takeLock } from './lock.ts';
import { type GatheredState, mergeStates, type RobotsShare, type SourceShare } from './merge-states.ts';
import { readRegistry } from './read-registry.ts';
import { shardSiteOf, unitsOf } from './shard.ts';
import {
  pagesFile,
  readKnownPages,
  readLostRobots,
  readSourceOutcomes,
  writeLostRobots,
  writeSourceOutcomes,
  writeWhole,
} from './state.ts';

/** A folder to merge that holds nothing gathered. */
export class MergeInputError extends Error {}

/** What is merged, and into what. */
export interface MergeOptions {
  /** Holds the registry; what it knows already takes part. */
  dataDir: string;
  capturesDir: string;
  /** Each a data folder, or a folder with one named `data`, and beside or in it the originals as `captures` or `.captures`. */
  from: readonly string[];
}

/** What a merge came to. */
export interface MergeReport {
  sources: number;
  /** Files of originals that were new here. */
  originals: number;
}

/** Merges. Doing it twice is doing it once. Throws `MergeInputError`, `AlreadyRunningError`, or `StateError` for a damaged state; nothing is lost then. */
export async function mergeFolders({ dataDir, capturesDir, from }: MergeOptions): Promise<MergeReport> {
  const units = unitsOf(await readRegistry(dataDir));
  const release = await takeLock(dataDir);
  try {
    const folders = [dataDir, ...from.map(dataFolderIn)];
    const read = await Promise.all(folders.map((folder) => readState(folder, units)));
    const merged = read.map(({ state }) => state).reduce(mergeStates);
    let originals = 0;
    // Originals first: the state must never point at what isn't on the disk.
    for (const folder of from) originals += await copyOriginals(capturesIn(folder), capturesDir);
    await writeState(dataDir, merged, new Map(read.flatMap(({ fileOf }) => [...fileOf])));
    return { sources: merged.sources.size, originals };
  } finally {
    await release();
  }
}

function dataFolderIn(folder: string): string {
  const found = [folder, join(folder, 'data')].find((one) => existsSync(join(one, 'state')));
  if (found === undefined)
    throw new MergeInputError(`${folder}: expected a folder that holds state/ or data/state/, found none`);
  return found;
}

function capturesIn(folder: string): string | undefined {
  const places = ['captures', '.captures', join('data', 'captures'), join('data', '.captures')];
  return places.map((place) => join(folder, place)).find((place) => existsSync(place));
}

type Units = ReturnType<typeof unitsOf>;

interface Read {
  state: GatheredState;
  /** Where the pages with a digest lie. */
  fileOf: Map<string, string>;
}

async function readState(dataDir: string, units: Units): Promise<Read> {
  const outcomes = new Map((await readSourceOutcomes(dataDir)).map((outcome) => [outcome.source, outcome]));
  const sources = new Map<string, SourceShare>();
  const fileOf = new Map<string, string>();
  for (const id of new Set([...outcomes.keys(), ...(await sourcesWithPages(dataDir))])) {
    const pages = await pagesOf(dataDir, id);
    if (pages) fileOf.set(pages.digest, pagesFile(dataDir, id));
    sources.set(id, { outcome: outcomes.get(id) ?? null, pages });
  }
  return { state: { sources, robots: robotsOf(await readLostRobots(dataDir), sources, units) }, fileOf };
}

async function sourcesWithPages(dataDir: string): Promise<string[]> {
  const folder = join(dataDir, 'state', 'pages');
  const names = existsSync(folder) ? await readdir(folder) : [];
  return names.filter((name) => name.endsWith('.ndjson')).map((name) => name.slice(0, -'.ndjson'.length));
}

/** Reading them line by line finds damage before anything is written. */
async function pagesOf(dataDir: string, source: string): Promise<SourceShare['pages']> {
  const file = pagesFile(dataDir, source);
  if (!existsSync(file)) return null;
  const moments = (await readKnownPages(dataDir, source)).map(
    ({ capturedAt = '', visited = '', failure }) => [capturedAt, visited, failure?.day ?? ''].sort().at(-1) ?? '',
  );
  const digest = createHash('sha256').update(await onFile(file, () => readFile(file)));
  return { newest: moments.reduce((a, b) => (a > b ? a : b), ''), digest: `sha256:${digest.digest('hex')}` };
}

/** A unit is looked at as a whole: what a machine that looked later doesn't name as out of reach was reached. */
function robotsOf(lost: ReadonlyMap<string, string>, sources: ReadonlyMap<string, SourceShare>, units: Units) {
  const robots = new Map<string, RobotsShare>();
  const shareOf = (unit: string): RobotsShare => {
    const share = robots.get(unit) ?? { asOf: '', lost: {} };
    robots.set(unit, share);
    return share;
  };
  for (const [id, { outcome }] of sources) {
    const unit = units.source.get(id);
    const share = unit === undefined ? undefined : shareOf(unit);
    if (share && outcome && outcome.checkedAt > share.asOf) share.asOf = outcome.checkedAt;
  }
  for (const [origin, since] of lost) {
    const site = shardSiteOf(origin);
    shareOf(units.site.get(site) ?? site).lost[origin] = since;
  }
  return robots;
}

async function writeState(dataDir: string, state: GatheredState, fileOf: ReadonlyMap<string, string>): Promise<void> {
  for (const [id, { pages }] of state.sources) {
    const file = pages && fileOf.get(pages.digest);
    if (file && file !== pagesFile(dataDir, id)) await writeWhole(pagesFile(dataDir, id), await readFile(file, 'utf8'));
  }
  const order = (await readRegistry(dataDir)).flatMap(({ sources }) => sources.map(({ id }) => id));
  const outcomes = order.flatMap((id) => state.sources.get(id)?.outcome ?? []);
  await writeLostRobots(dataDir, new Map([...state.robots.values()].flatMap(({ lost }) => Object.entries(lost))));
  await writeSourceOutcomes(dataDir, outcomes);
}

/** Files of originals only grow: of two with one name the longer holds the other. */
async function copyOriginals(from: string | undefined, to: string): Promise<number> {
  if (from === undefined) return 0;
  await mkdir(to, { recursive: true });
  let copied = 0;
  for (const name of (await readdir(from)).filter((one) => /\.(?:warc\.gz|cdxj)$/.test(one)).sort()) {
    if ((await sizeOf(join(from, name))) <= (await sizeOf(join(to, name)))) continue;
    await putInPlace(join(from, name), join(to, name));
    if (name.endsWith('.warc.gz')) copied += 1;
  }
  return copied;
}

async function sizeOf(file: string): Promise<number> {
  return existsSync(file) ? (await stat(file)).size : -1;
}

async function putInPlace(from: string, to: string): Promise<void> {
  const part = `${to}.part`;
  try {
    await onFile(to, () => copyFile(from, part));
    await rename(part, to);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined); // the first trouble is the one to hear of
    throw error;
  }
}
