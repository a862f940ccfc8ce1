/** One run over the sources of the registry. */
import { join } from 'node:path';
import { gatherJudged } from './gather-judged.ts';
import { emptyReceipt } from './gathered.ts';
import { outcomeOf, type Verdict } from './health.ts';
import { isLive, type KnownPage } from './known-page.ts';
import { takeLock } from './lock.ts';
import type { ScrapeReport, SourceOutcome } from './outcome.ts';
import { readRegistry } from './read-registry.ts';
import type { Community, Source } from './registry.ts';
import { openRun, type Run, type ScrapeOptions } from './run.ts';
import { isOfShard, unitsOf } from './shard.ts';
import { readKnownPages, readSourceOutcomes, writeLostRobots, writeSourceOutcomes } from './state.ts';

/** A source was asked for that the registry doesn't hold. */
export class UnknownSourceError extends Error {}

interface Entry {
  community: Community;
  source: Source;
}

/**
 * Gathers. One source's trouble is an outcome and never stops the others. Throws `RegistryError`, `AlreadyRunningError`,
 * `UnknownSourceError`, and `StateError` or a file system's error when what was found can't be kept; the state on disk is then the last good one.
 */
export async function scrape(options: ScrapeOptions): Promise<ScrapeReport> {
  const communities = await readRegistry(options.dataDir);
  const all = communities.flatMap((community) => community.sources.map((source): Entry => ({ community, source })));
  const unknown = [...(options.only ?? []), ...(options.accept ?? [])].find(
    (id) => !all.some(({ source }) => source.id === id),
  );
  if (unknown !== undefined)
    throw new UnknownSourceError(`${unknown}: no source of this name in ${join(options.dataDir, 'communities')}`);
  const release = await takeLock(options.dataDir);
  try {
    return await gatherAll(all, chosenBy(options, communities), options);
  } finally {
    await release();
  }
}

/** Which sources this run asks: those that are on, named by `only`, and of the shard. */
function chosenBy({ only, shard }: ScrapeOptions, communities: Community[]): (source: Source) => boolean {
  const units = unitsOf(communities).source;
  return ({ id, enabled }) =>
    enabled && (only?.includes(id) ?? true) && (!shard || isOfShard(units.get(id) ?? id, shard));
}

async function gatherAll(
  all: Entry[],
  isChosen: (source: Source) => boolean,
  options: ScrapeOptions,
): Promise<ScrapeReport> {
  const previous = new Map((await readSourceOutcomes(options.dataDir)).map((outcome) => [outcome.source, outcome]));
  const run = await openRun(
    all.map(({ source }) => source),
    options,
  );
  const chosen = all.filter(({ source }) => isChosen(source));
  try {
    const work = chosen.map((entry) => gatherOne(entry, run, previous.get(entry.source.id), chosen.length));
    // The first that can't store what it found stops them all, orderly.
    for (const job of work) job.catch(() => run.stop.abort());
    const settled = await Promise.allSettled(work);
    for (const job of settled) if (job.status === 'rejected') throw job.reason;
    const fresh = new Map(
      settled.flatMap((job) => (job.status === 'fulfilled' ? [[job.value.source, job.value] as const] : [])),
    );
    const sources = all.flatMap(
      (entry) => fresh.get(entry.source.id) ?? unasked(entry, previous.get(entry.source.id), run.now()),
    );
    if (!options.replay) await writeLostRobots(options.dataDir, run.robots.lost);
    await writeSourceOutcomes(options.dataDir, sources);
    return { sources };
  } finally {
    await run.close();
  }
}

/** Sources that this run left alone keep what was said of them; those that are off say so. */
function unasked({ community, source }: Entry, previous: SourceOutcome | undefined, now: Date): SourceOutcome[] {
  if (source.enabled) return previous ? [previous] : [];
  const verdict: Verdict = {
    state: 'disabled',
    cause: 'disabled',
    message: source.note ? `${source.id}: ${source.note}` : null,
  };
  const about = {
    source: source.id,
    community: community.id,
    platform: source.platform ?? null,
    pages: previous?.pages ?? 0,
    receipt: emptyReceipt(),
  };
  return [
    {
      ...outcomeOf(verdict, about, previous, now),
      checkedAt: previous?.state === 'disabled' ? previous.checkedAt : now.toISOString(),
    },
  ];
}

async function gatherOne(
  entry: Entry,
  run: Run,
  previous: SourceOutcome | undefined,
  sources: number,
): Promise<SourceOutcome> {
  const { source } = entry;
  const { options } = run;
  options.onProgress?.({ kind: 'source-started', source: source.id, sources });
  const known = await readKnownPages(options.dataDir, source.id);
  const outcome =
    source.render === 'browser' && !run.hasBrowser
      ? withoutBrowser(entry, known, previous, run.now())
      : await gatherJudged({ ...entry, known, previous }, run);
  options.onProgress?.({ kind: 'source-finished', outcome });
  return outcome;
}

function withoutBrowser(
  { community, source }: Entry,
  known: KnownPage[],
  previous: SourceOutcome | undefined,
  now: Date,
): SourceOutcome {
  const message = `${source.id}: needs a browser, and there is none on this machine (SAMLA_CHROMIUM names one)`;
  const about = {
    source: source.id,
    community: community.id,
    platform: source.platform ?? null,
    pages: known.filter(isLive).length,
    receipt: emptyReceipt(),
  };
  return outcomeOf({ state: 'skipped', cause: 'no-browser', message }, about, previous, now);
}
