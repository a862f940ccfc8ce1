/** What came of a source in a run, against what it states that it expects. An empty result is never taken for the truth. */
import { BLOCKING, type Cause } from './causes.ts';
import type { Gathered } from './gathered.ts';
import { isLive, type KnownPage } from './known-page.ts';
import { isList, isListed } from './last-good.ts';
import type { SourceOutcome, SourceState } from './outcome.ts';
import type { Source } from './registry.ts';
import { learntMinimum, learntRhythm, type Rhythm, withCount } from './rhythm.ts';
import { startsOf } from './scope.ts';

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

/** What was known of a source when the run began. */
export interface Before {
  pages: KnownPage[];
  outcome?: SourceOutcome | undefined;
}

/** Judges a gathered source. */
export function judge(source: Source, before: Before, gathered: Gathered, now: Date): Verdict {
  if (gathered.isInterrupted) {
    return {
      state: before.pages.some(isLive) ? 'stale' : 'skipped',
      cause: 'interrupted',
      message: `${source.id}: the run was stopped before the source was read`,
    };
  }
  return (
    entryVerdict(source, gathered) ??
    countVerdict(source, before, gathered) ??
    pagesVerdict(source, before.pages, gathered) ??
    ageVerdict(source, before.pages, gathered, now) ??
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

function countVerdict(source: Source, before: Before, gathered: Gathered): Verdict | undefined {
  const expected = source.expects?.minItems ?? learntMinimum(before.outcome?.found);
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
  if (source.expects?.minItems !== undefined) return undefined;
  const starts = startsOf(source);
  const isEmptied = named(before.pages, starts) >= ENOUGH_TO_BE_EMPTY && named(gathered.pages, starts) === 0;
  const then = isEmptied ? named(before.pages, starts) : listed(before.pages);
  const today = isEmptied ? 0 : listed(gathered.pages);
  if (!isEmptied && (then < ENOUGH_TO_SHRINK || today * 2 >= then)) return undefined;
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

/** The same, with what the registered addresses link to. */
function named(pages: KnownPage[], starts: ReadonlySet<string>): number {
  return pages.filter((page) => page.hints.some((hint) => isListed(hint, starts))).length;
}

function pagesVerdict(source: Source, before: KnownPage[], gathered: Gathered): Verdict | undefined {
  const { failed, asked, left, found } = gathered;
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
  // An interface gives pages that nobody had to ask for.
  if (serious.length * 2 < Math.max(asked + left, found) && !isWorse) return undefined;
  return {
    state: stateFor(first.cause),
    cause: first.cause,
    message: `${source.id}: ${serious.length} of ${asked} addresses failed, the first: ${first.message}`,
  };
}

function ageVerdict(source: Source, before: KnownPage[], { pages }: Gathered, now: Date): Verdict | undefined {
  const said = pages.flatMap((page) => page.hints.flatMap((hint) => hint.published ?? []));
  const learnt = learntRhythm(said, now);
  const days =
    source.expects?.newestWithinDays ?? (learnt && hasWatched(before, learnt, now) ? learnt.withinDays : undefined);
  const quietMonths = source.expects?.quietMonths ?? learnt?.quietMonths ?? [];
  if (days === undefined || quietMonths.includes(now.getUTCMonth() + 1)) return undefined;
  const dates = said.map((date) => Date.parse(date)).filter((date) => date <= now.getTime());
  if (dates.length === 0) return undefined;
  const age = Math.floor((now.getTime() - Math.max(...dates)) / DAY_MS);
  if (age <= days) return undefined;
  return {
    state: 'stale',
    cause: 'outdated',
    message: `${source.id}: expected something newer than ${days} days, the newest is ${age} days old; see ${source.url}`,
  };
}

/** What was old when it was first seen is no sign of silence: a rhythm counts once the source has been watched for as long. */
function hasWatched(before: KnownPage[], { withinDays }: Rhythm, now: Date): boolean {
  const first = Math.min(...before.flatMap(({ firstSeen }) => (firstSeen ? [Date.parse(firstSeen)] : [])));
  return Number.isFinite(first) && now.getTime() - first > withinDays * DAY_MS;
}

function wellVerdict(source: Source, { changed, entryFailures }: Gathered): Verdict {
  const [dead] = entryFailures;
  return { ...WELL, state: changed ? 'ok' : 'unchanged', message: dead ? `${source.id}: ${dead.message}` : null };
}

/** What is amiss is not the reading. */
const WELL_READ: ReadonlySet<string> = new Set(['outdated', 'held'] satisfies Cause[]);

/** The outcome to keep: with since-when and the last success carried over from the run before. */
export function outcomeOf(
  verdict: Verdict,
  about: Pick<SourceOutcome, 'source' | 'community' | 'platform' | 'pages' | 'receipt'> & { counted?: number },
  previous: SourceOutcome | undefined,
  now: Date,
): SourceOutcome {
  const at = now.toISOString();
  const isWell = verdict.state === 'ok' || verdict.state === 'unchanged' || WELL_READ.has(verdict.cause ?? '');
  const isSame = previous?.state === verdict.state && previous.cause === verdict.cause;
  const { source, community, platform, pages, receipt, counted } = about;
  const found = isWell && counted !== undefined ? withCount(previous, counted, at.slice(0, 10)) : previous?.found;
  return {
    source,
    community,
    ...verdict,
    since: isSame ? previous.since : at,
    lastSuccess: isWell ? at : (previous?.lastSuccess ?? null),
    checkedAt: at,
    platform: platform ?? previous?.platform ?? null,
    pages,
    ...(found && { found }),
    receipt,
  };
}
