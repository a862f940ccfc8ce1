/** What came of a source in a run, against what it states that it expects. An empty result is never taken for the truth. */
import { BLOCKING, type Cause } from './causes.ts';
import type { Gathered } from './gathered.ts';
import { isLive, type KnownPage } from './known-page.ts';
import { isList } from './last-good.ts';
import type { SourceOutcome, SourceState } from './outcome.ts';
import type { Source } from './registry.ts';

/** The judgement of a run. */
export interface Verdict {
  state: SourceState;
  cause: Cause | null;
  message: string | null;
}

const WELL: Verdict = { state: 'ok', cause: null, message: null };
/** A list must have had at least this many entries before its shrinking, or its having none, means anything. */
const ENOUGH_TO_SHRINK = 5;
const ENOUGH_TO_BE_EMPTY = 2;
const DAY_MS = 24 * 3600 * 1000;

/** Judges a gathered source. `before`: what was known when the run began. */
export function judge(source: Source, before: KnownPage[], gathered: Gathered, now: Date): Verdict {
  if (gathered.isInterrupted) {
    return {
      state: before.some(isLive) ? 'stale' : 'skipped',
      cause: 'interrupted',
      message: `${source.id}: the run was stopped before the source was read`,
    };
  }
  return (
    entryVerdict(source, gathered) ??
    countVerdict(source, before, gathered) ??
    pagesVerdict(source, before, gathered) ??
    ageVerdict(source, gathered, now) ??
    wellVerdict(source, gathered)
  );
}

function entryVerdict(source: Source, { entryFailures }: Gathered): Verdict | undefined {
  const [first] = entryFailures;
  const main =
    entryFailures.find((entry) => sameAddress(entry.url, source.url) || entry.url.includes('/wp-json/')) ??
    (source.start.length + 1 <= entryFailures.length ? first : undefined);
  return main && { state: stateFor(main.cause), cause: main.cause, message: `${source.id}: ${main.message}` };
}

function stateFor(cause: Cause): SourceState {
  if (cause === 'no-browser') return 'skipped';
  return BLOCKING.has(cause) ? 'blocked' : 'failing';
}

function sameAddress(a: string, b: string): boolean {
  return a.replace(/\/$/, '') === b.replace(/\/$/, '');
}

function countVerdict(source: Source, before: KnownPage[], gathered: Gathered): Verdict | undefined {
  const expected = source.expects?.minItems;
  const { found } = gathered;
  const holdsNothing = found === 0 ? `; ${source.url} holds no links to pages of the source` : `; see ${source.url}`;
  if (found < (expected ?? 1)) {
    const cause = found === 0 ? 'empty-listing' : 'redesigned';
    return {
      state: 'too-few',
      cause,
      message: `${source.id}: expected at least ${expected ?? 1} pages, got ${found}${holdsNothing}`,
    };
  }
  if (expected !== undefined) return undefined;
  const then = listed(before);
  const today = listed(gathered.pages);
  if (then < (today === 0 ? ENOUGH_TO_BE_EMPTY : ENOUGH_TO_SHRINK) || today * 2 >= then) return undefined;
  const cause = today === 0 ? 'empty-listing' : 'redesigned';
  return {
    state: 'too-few',
    cause,
    message: `${source.id}: its lists named ${then} pages before, now ${today}; see ${source.url}`,
  };
}

/** Pages that a list, feed or interface of the source named when it was last read. */
function listed(pages: KnownPage[]): number {
  return pages.filter((page) => page.hints.some(({ via }) => isList(via))).length;
}

function pagesVerdict(source: Source, before: KnownPage[], { failed, asked, left }: Gathered): Verdict | undefined {
  const serious = failed.filter(
    ({ cause }) =>
      cause !== 'robots' &&
      cause !== 'denied' &&
      cause !== 'not-found' &&
      cause !== 'gone' &&
      cause !== 'unwanted-type' &&
      cause !== 'moved-away',
  );
  const [first] = serious;
  if (!first || serious.length < 3) return undefined;
  // Few known pages are asked a night, and those that fail every night: new trouble is measured by what was well until now.
  const ailing = new Set(before.filter((page) => page.failure).map(({ url }) => url));
  const fresh = serious.filter(({ url }) => !ailing.has(url)).length;
  const isWorse = fresh >= 3 && fresh * 2 >= asked - (serious.length - fresh);
  if (serious.length * 2 < asked + left && !isWorse) return undefined;
  return {
    state: stateFor(first.cause),
    cause: first.cause,
    message: `${source.id}: ${serious.length} of ${asked} addresses failed, the first: ${first.message}`,
  };
}

function ageVerdict(source: Source, { pages }: Gathered, now: Date): Verdict | undefined {
  const days = source.expects?.newestWithinDays;
  if (days === undefined || source.expects?.quietMonths?.includes(now.getUTCMonth() + 1)) return undefined;
  const dates = pages
    .flatMap((page) => page.hints.map((hint) => Date.parse(hint.published ?? '')))
    .filter((date) => date <= now.getTime());
  if (dates.length === 0) return undefined;
  const age = Math.floor((now.getTime() - Math.max(...dates)) / DAY_MS);
  if (age <= days) return undefined;
  return {
    state: 'stale',
    cause: 'outdated',
    message: `${source.id}: expected something newer than ${days} days, the newest is ${age} days old; see ${source.url}`,
  };
}

function wellVerdict(source: Source, { changed, entryFailures }: Gathered): Verdict {
  const [dead] = entryFailures;
  return { ...WELL, state: changed ? 'ok' : 'unchanged', message: dead ? `${source.id}: ${dead.message}` : null };
}

/** The outcome to keep: with since-when and the last success carried over from the run before. */
export function outcomeOf(
  verdict: Verdict,
  about: Pick<SourceOutcome, 'source' | 'community' | 'platform' | 'pages' | 'receipt'>,
  previous: SourceOutcome | undefined,
  now: Date,
): SourceOutcome {
  const at = now.toISOString();
  const isWell = verdict.state === 'ok' || verdict.state === 'unchanged' || verdict.cause === 'outdated';
  const isSame = previous?.state === verdict.state && previous.cause === verdict.cause;
  const { source, community, platform, pages, receipt } = about;
  return {
    source,
    community,
    ...verdict,
    since: isSame ? previous.since : at,
    lastSuccess: isWell ? at : (previous?.lastSuccess ?? null),
    checkedAt: at,
    platform: platform ?? previous?.platform ?? null,
    pages,
    receipt,
  };
}
