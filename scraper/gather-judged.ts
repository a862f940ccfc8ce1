/** One source of a run: gathered, judged by what was expected, and kept. */
import { createHash } from 'node:crypto';
import { siteOf } from './address.ts';
import { gatherSource } from './gather-source.ts';
import type { Gathered } from './gathered.ts';
import { judge, outcomeOf, type Verdict } from './health.ts';
import { type Holding, heldVerdict, withHolds } from './holding.ts';
import { isLive, type KnownPage } from './known-page.ts';
import { withLastGood } from './last-good.ts';
import type { SourceOutcome } from './outcome.ts';
import type { Community, Source } from './registry.ts';
import type { Run } from './run.ts';
import { startsOf } from './scope.ts';
import { writeKnownPages } from './state.ts';

/** A source, and what is known of it. */
export interface SourceWork {
  community: Community;
  source: Source;
  known: KnownPage[];
  previous: SourceOutcome | undefined;
}

/** Gathers a source and keeps what came. Throws when that can't be stored. */
export async function gatherJudged(work: SourceWork, run: Run): Promise<SourceOutcome> {
  const { community, source, known, previous } = work;
  const holding = holdingFor(work, run);
  const save = async (pages: KnownPage[]): Promise<void> => {
    // Originals first: the state must never point at what isn't on the disk.
    await run.store.flush();
    await writeKnownPages(run.options.dataDir, source.id, pages);
  };
  const gathered = await gatherOne(work, run, (pages, silent) => save(withHolds(pages, silent, holding)));
  const now = run.now();
  const verdict = judge(source, { pages: known, outcome: previous }, gathered, now);
  const kept = verdict.state === 'too-few' ? withLastGood(gathered.pages, known, startsOf(source)) : gathered.pages;
  const pages = withHolds(kept, gathered.silent, holding);
  await save(pages);
  const { platform, receipt, found: counted } = gathered;
  const about = { source: source.id, community: community.id, platform, receipt, counted };
  const outcome = outcomeOf(
    held(verdict, source, pages),
    { ...about, pages: pages.filter(isLive).length },
    previous,
    now,
  );
  return { ...outcome, reach: holding.reach };
}

function gatherOne({ community, source, known, previous }: SourceWork, run: Run, checkpoint: Save): Promise<Gathered> {
  const { options } = run;
  return gatherSource({
    source,
    known,
    asking: run.asking,
    fetcher: run.fetcher,
    store: run.store,
    limits: run.limits,
    maxPages: mostPages(source, run),
    sites: new Set(community.sources.filter(({ enabled }) => enabled).map(({ url }) => siteOf(url))),
    full: options.full === true || options.replay !== undefined,
    isSuspect: previous?.cause === 'other-content',
    isAccepted: isAccepted(source, run),
    signal: run.signal,
    now: run.now,
    checkpoint,
    onAnswer: (url, status) => options.onProgress?.({ kind: 'answer', source: source.id, url, status }),
  });
}

type Save = (pages: KnownPage[], silent: ReadonlySet<string>) => Promise<void>;

function mostPages({ maxPages }: Source, { options }: Run): number {
  return Math.min(maxPages, options.maxPages ?? Number.POSITIVE_INFINITY);
}

function isAccepted({ id }: Source, { options }: Run): boolean {
  return options.replay !== undefined || options.accept?.includes(id) === true;
}

function holdingFor({ source, known, previous }: SourceWork, run: Run): Holding {
  return {
    known,
    previous,
    reach: reachOf(source, run),
    isCommunity: source.scope === 'community',
    isAccepted: isAccepted(source, run),
    now: run.now(),
  };
}

/** What the operator or a newer program may have changed: what comes because of that is no surprise. */
function reachOf(source: Source, run: Run): string {
  const { url, start, include, exclude, platform, render } = source;
  const about = JSON.stringify([url, start, include, exclude, platform, render, mostPages(source, run), run.userAgent]);
  return createHash('sha256').update(about).digest('hex').slice(0, 12);
}

/** What is held back has to be seen, unless something else is worse. */
function held(verdict: Verdict, source: Source, pages: KnownPage[]): Verdict {
  const isWell = verdict.state === 'ok' || verdict.state === 'unchanged' || verdict.cause === 'outdated';
  const worst = (isWell && heldVerdict(source, pages)) || verdict;
  const { cause, message } = worst;
  if (cause !== 'other-content' || message === null || message.includes('--accept')) return worst;
  return { ...worst, message: `${message}; if that is right: samla scrape --accept ${source.id}` };
}
