/**
 * When a page that is known is asked for again. Most sites give no validator, so asking costs a body: what is new, lately published, lately
 * changed or hinted at is asked for every night, the rest at growing intervals, a small share of a source a night.
 */
import type { Hint, KnownPage } from './known-page.ts';
import { HINTS_KEPT } from './ledger.ts';

const DAY_MS = 24 * 3600 * 1000;
/** Days between visits, by how many visits in a row found nothing changed. */
const INTERVALS = [1, 2, 4, 8, 16, 32, 56];
/** A document hardly ever changes: it begins this many steps further. */
const DOCUMENT_HEAD_START = 2;
/** A page that documents hang on gets new ones: it never waits longer, in days. */
const HUB_INTERVAL = 7;
/** For so many days a page counts as new or lately changed, and as lately published. */
const LATELY = 7;
const LATELY_PUBLISHED = 14;
/** After so many days a page comes before all that are only due. */
const LONGEST = 57;
/** So many failures in a row are asked again every run; after that with growing patience. */
const PATIENT_AFTER = 3;
const LONGEST_RETRY = 28;
/** The share of a source that a night may spend on pages that are only due, and the least that it may. */
const NIGHTLY_SHARE = 0.02;
const NIGHTLY_LEAST = 3;
/** Nights that were left out are made up for, up to so many. */
const MOST_NIGHTS_AT_ONCE = 7;
/** So many entries of a list may change in a night and be believed, or this share of it when that is more. */
const BELIEVED = 5;
const BELIEVED_SHARE = 0.25;

/** What is known on the night of the run. Days are `YYYY-MM-DD`, UTC. */
export interface Night {
  today: string;
  /** The day on which the source was first gathered: what was there then is no news. */
  founded: string;
}

/** A known page and what was said of it in this run. */
export interface Candidate {
  page: KnownPage;
  said: Hint[];
  /** Several documents hang on it. */
  isHub?: boolean;
  /** What was said comes from a list that cries wolf; see {@link wolves}. */
  isWolf?(from: string): boolean;
}

/** `now`: ask in this run. Otherwise how due it is: the share of its interval that has passed, 1 and above being due. */
export type Urgency = 'now' | number;

/** How urgent a visit is. */
export function urgencyOf(candidate: Candidate, night: Night): Urgency {
  const { page, said, isWolf } = candidate;
  if (page.failure)
    return daysBetween(page.failure.day ?? '', night.today) >= retryAfter(page.failure.runs) ? 'now' : 0;
  if (!page.capture || !page.visited) return 'now';
  if (said.some((hint) => !isWolf?.(hint.from) && isNews(hint, page, night.today))) return 'now';
  const since = daysBetween(page.visited, night.today);
  if (since <= 0) return 0;
  return isRecent(candidate, night) ? 'now' : since / intervalOf(candidate);
}

/** Days until the next visit of a page that gives no reason to hurry. */
export function intervalOf({ page, isHub }: Pick<Candidate, 'page' | 'isHub'>): number {
  const step = (page.unchanged ?? 0) + (page.role === 'document' ? DOCUMENT_HEAD_START : 0);
  const days = INTERVALS[Math.min(step, INTERVALS.length - 1)] ?? 1;
  // Pages that were first seen together must not come back together.
  const spread = days - (hashOf(page.url) % (1 + Math.floor(days / 8)));
  return isHub ? Math.min(spread, HUB_INTERVAL) : spread;
}

/** Days to wait after so many failures in a row. */
function retryAfter(runs: number): number {
  return runs <= PATIENT_AFTER ? 0 : Math.min(2 ** (runs - PATIENT_AFTER), LONGEST_RETRY);
}

function isRecent({ page, said }: Candidate, { today, founded }: Night): boolean {
  const { firstSeen = '', capturedAt = '' } = page;
  const isNew = firstSeen.slice(0, 10) > founded && daysBetween(firstSeen, today) <= LATELY;
  const isChanged = capturedAt.slice(0, 10) > firstSeen.slice(0, 10) && daysBetween(capturedAt, today) <= LATELY;
  return isNew || isChanged || [...page.hints, ...said].some((hint) => isLatelyPublished(hint, today));
}

function isLatelyPublished({ via, published, updated }: Hint, today: string): boolean {
  if (via === 'sitemap' || via === 'link' || via === 'start') return false;
  return [published, updated].some((day) => {
    const age = day === undefined ? Number.NaN : daysBetween(day, today);
    return age >= -1 && age <= LATELY_PUBLISHED;
  });
}

/** Whether a list says something of a page that it did not say before, or speaks of a time after our last visit. */
export function isNews(hint: Hint, page: KnownPage, today: string): boolean {
  if (hint.via === 'link' || hint.via === 'start') return false;
  const day = (hint.updated ?? hint.published ?? '').slice(0, 10);
  if (page.visited && day > page.visited && day <= today) return true;
  const before = page.hints.filter(({ from, via }) => from === hint.from && via === hint.via);
  // Where more was said than is kept, what looks new may be old.
  return before.length > 0 && page.hints.length < HINTS_KEPT && !before.some((old) => tells(old) === tells(hint));
}

function tells({ text, teaser, published, updated }: Hint): string {
  return JSON.stringify([text, teaser, published, updated]);
}

/**
 * The lists that cry wolf: most of what they name has changed at once, as when a sitemap gives every page the time of its own making, or
 * teasers say how long ago they were written. What they say is no reason to ask for anything.
 */
export function wolves(candidates: Iterable<Candidate>, today: string): Set<string> {
  const lists = new Map<string, { named: number; changed: number }>();
  for (const { page, said } of candidates) {
    const changed = new Set(said.filter((hint) => isNews(hint, page, today)).map(({ from }) => from));
    for (const from of new Set(said.map((hint) => hint.from))) {
      const list = lists.get(from) ?? { named: 0, changed: 0 };
      list.named += 1;
      if (changed.has(from)) list.changed += 1;
      lists.set(from, list);
    }
  }
  const cries = [...lists].filter(([, { named, changed }]) => changed > Math.max(BELIEVED, named * BELIEVED_SHARE));
  return new Set(cries.map(([from]) => from));
}

/** What a night spends on pages that are only due. `visits`: the days on which the source's pages were last asked for. */
export function allowance(visits: string[], today: string): number {
  const earlier = visits.filter((day) => day < today);
  const last = earlier.reduce((latest, day) => (day > latest ? day : latest), '');
  const nights = Math.min(Math.max(daysBetween(last, today) || 1, 1), MOST_NIGHTS_AT_ONCE);
  const share = Math.max(NIGHTLY_LEAST, Math.floor(visits.length * NIGHTLY_SHARE)) * nights;
  return Math.max(0, share - (visits.length - earlier.length));
}

/** Which pages that are due come first: the longest unseen, then those whose interval has passed most often, then by a hash of the address. */
export function mostDue<T extends { page: KnownPage; urgency: number }>(due: T[], today: string, most: number): T[] {
  const isLong = ({ page }: T): number => (daysBetween(page.visited ?? '', today) >= LONGEST ? 1 : 0);
  return due
    .filter(({ urgency }) => urgency >= 1)
    .sort((a, b) => isLong(b) - isLong(a) || b.urgency - a.urgency || hashOf(a.page.url) - hashOf(b.page.url))
    .slice(0, most);
}

/** Whole days from one time to another by their dates; NaN when one is no date. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_MS;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
