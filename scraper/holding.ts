/** Holds back what comes all at once: until it has stood for some days, or somebody has looked at it (STANDARDS C2.23). Nothing that was known is touched. */
import type { Verdict } from './health.ts';
import type { KnownPage } from './known-page.ts';
import type { SourceOutcome } from './outcome.ts';
import type { Source } from './registry.ts';
import { daysBetween } from './revisit.ts';

/** What holding goes by. */
export interface Holding {
  /** What was known when the run began. */
  known: KnownPage[];
  previous: SourceOutcome | undefined;
  /** What the source may reach in this run; see {@link SourceOutcome.reach}. */
  reach: string;
  /** Everything in the source belongs to its community. */
  isCommunity: boolean;
  /** The operator has looked, or plays an archive again: nothing is held. */
  isAccepted: boolean;
  now: Date;
}

/** So many new pages in a run are no wonder. */
export const MOST_AT_ONCE = 30;
/** What has stood for so many days stays. */
export const DAYS_HELD = 3;
/** So many pages without a word of the subject are no chance. */
const SILENT_PAGES = 5;

/** The pages with what is held back marked. `silent`: addresses that hold no word of the subject. */
export function withHolds(pages: KnownPage[], silent: ReadonlySet<string>, holding: Holding): KnownPage[] {
  const { known, isAccepted, now } = holding;
  const before = new Map(known.flatMap(({ url, held }) => (held ? [[url, held] as const] : [])));
  const fresh = isAccepted ? [] : freshOf(pages, before, holding);
  const isBurst = isTooMuch(fresh, holding);
  const isForeign = isOffSubject(fresh, silent, holding);
  const caught = new Set(isBurst || isForeign ? fresh.map(({ url }) => url) : []);
  const today = now.toISOString().slice(0, 10);
  return pages.map(({ held: _, ...page }) => {
    const mark = caught.has(page.url) ? { since: today, ...(isForeign && { isForeign }) } : before.get(page.url);
    return mark && !isAccepted && !hasStood({ ...page, held: mark }, today) ? { ...page, held: mark } : page;
  });
}

/** What is to be said of a source that holds something back; `undefined` when it doesn't. */
export function heldVerdict(source: Source, pages: KnownPage[]): Verdict | undefined {
  const marks = pages.flatMap(({ held, state }) => (held && state === 'live' ? [held] : []));
  const [first] = marks.toSorted((a, b) => (a.since < b.since ? -1 : 1));
  if (!first) return undefined;
  const many = `${source.id}: ${marks.length} new pages at once, held back since ${first.since}`;
  const now = `samla scrape --accept ${source.id} lets them through`;
  if (!marks.some(({ isForeign }) => isForeign))
    return {
      state: 'stale',
      cause: 'held',
      message: `${many}; what is still there after ${DAYS_HELD} days stays, ${now}`,
    };
  const message = `${many}: they speak of something else altogether; see ${source.url}; ${now}`;
  return { state: 'failing', cause: 'other-content', message };
}

/** Whether what was held back has proved itself. What speaks of something else never does. */
function hasStood({ held, state, failure }: KnownPage, today: string): boolean {
  if (!held || held.isForeign || state !== 'live' || failure) return false;
  return daysBetween(held.since, today) >= DAYS_HELD;
}

/** Pages that this run, or one that was killed before it, has seen for the first time. An address that a known one has moved to is none. */
function freshOf(pages: KnownPage[], held: ReadonlyMap<string, unknown>, { known, previous }: Holding): KnownPage[] {
  const urls = new Set(known.map(({ url }) => url));
  return pages.filter(
    ({ url, aliases, role, capture, firstSeen = '' }) =>
      (role === 'page' || role === 'listing' || role === 'document') &&
      capture !== undefined &&
      !held.has(url) &&
      firstSeen > (previous?.checkedAt ?? '') &&
      !aliases.some((alias) => urls.has(alias)),
  );
}

function isTooMuch(fresh: KnownPage[], { known, previous, reach }: Holding): boolean {
  // A source that has never been read whole, or whose borders were drawn anew, may bring as much as it holds.
  if (!previous?.lastSuccess || previous.reach !== reach) return false;
  const pages = fresh.filter(({ role }) => role !== 'document').map(({ url }) => url);
  // Papers come by the dozen, all from one page.
  const leads = fresh.flatMap(({ role, hints }) => (role === 'document' ? (hints[0]?.from ?? '') : []));
  return new Set([...pages, ...leads]).size > Math.max(MOST_AT_ONCE, 2 * largestDay(known));
}

/** The most pages that ever came in one day, the first day aside. */
function largestDay(known: KnownPage[]): number {
  const days = new Map<string, number>();
  for (const { firstSeen, held, role } of known)
    if (firstSeen && !held && role === 'page')
      days.set(firstSeen.slice(0, 10), (days.get(firstSeen.slice(0, 10)) ?? 0) + 1);
  const founded = [...days.keys()].sort()[0];
  return [...days].reduce((most, [day, count]) => (day === founded ? most : Math.max(most, count)), 0);
}

/** Most of what is new speaks of something else: in a source that was ours until now, or in one that was nobody's yet and is so from end to end. */
function isOffSubject(fresh: KnownPage[], silent: ReadonlySet<string>, { isCommunity, previous }: Holding): boolean {
  const pages = fresh.filter(({ role }) => role !== 'document');
  const off = pages.filter(({ url }) => silent.has(url)).length;
  if (!isCommunity || off < SILENT_PAGES) return false;
  return previous?.lastSuccess ? off * 2 > pages.length : off === pages.length;
}
