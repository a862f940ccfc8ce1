/** Makes one record of all that is told of a meeting. */
import type { Community } from '../../scraper/index.ts';
import type { Meeting, MeetingStatus, Place } from '../model.ts';
import { COMMITTEES, compare, compareTellings, dayOf, type Telling } from './telling.ts';

const LONGEST_QUOTE = 300;
const MOST_EVIDENCE = 12;

/** A meeting without its id, its tellings, and what the id begins with. */
export type MeetingRecord = { meeting: Omit<Meeting, 'id'>; group: Telling[]; base: string };

/** Makes one record of a group of tellings, the surest first. */
export function recordOf(group: Telling[], community: Community | undefined): MeetingRecord {
  const [best] = group;
  if (!best) throw new Error('a meeting without tellings: grouping is wrong');
  const moved = group.filter(({ mention }) => mention.movedFrom);
  // What was said of the first day is no longer when or where it is, nor whether it was held.
  const newDay = moved
    .map(({ mention }) => dayOf(mention))
    .sort()
    .at(-1);
  const current = newDay ? group.filter(({ mention }) => dayOf(mention) === newDay) : group;
  const time = timeOf(current);
  const movedFrom = moved.map(({ mention }) => mention.movedFrom ?? '').sort()[0] ?? null;
  const { body } = best.mention;
  const localName = nameOf(group, community);
  const meeting = {
    community: best.community,
    body,
    localName,
    title: titleOf(group, localName),
    ...time,
    place: placeOf(current) ?? placeOf(group),
    participants: participantsOf(group),
    status: statusOf(current),
    movedFrom,
    items: [...new Set(group.map(({ item }) => item))].sort(compare),
    documents: documentsOf(group),
    evidence: evidenceOf(group),
    confidence: confidenceOf(group),
  };
  return { meeting, group, base: `${best.community}-${body}-${movedFrom ?? time.start.slice(0, 10)}` };
}

/** The most precise telling of when; among equals the surest, then the earliest item. */
function timeOf(group: readonly Telling[]): Pick<Meeting, 'start' | 'end' | 'precision'> {
  const rank = ({ mention }: Telling) =>
    (mention.precision === 'minute' ? 2 : 0) +
    (mention.end ? 1 : 0) +
    (mention.end && mention.end.slice(0, 10) > mention.start.slice(0, 10) ? 4 : 0);
  const [first] = [...group].sort((a, b) => rank(b) - rank(a) || compareTellings(a, b));
  const { start, end, precision } = first?.mention ?? { start: '', end: undefined, precision: 'day' as const };
  return { start, end: end ?? null, precision };
}

function nameOf(group: readonly Telling[], community: Community | undefined): string {
  const named = group.find(({ mention }) => mention.area) ?? group[0];
  const { localName = '', area, body } = named?.mention ?? {};
  const committee = community?.committees.find((each) => each.body === body);
  const longest = committee && [...committee.names].sort((a, b) => b.length - a.length || compare(a, b))[0];
  const name = COMMITTEES.has(body ?? '')
    ? localName
    : (mostCommon(group.map(({ mention }) => mention.localName)) ?? longest ?? localName);
  return area ? `${name} ${area}` : name;
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0];
}

/** A title that a page gives (the shortest, then by letter), else the body's local name with area. */
function titleOf(group: readonly Telling[], localName: string): string {
  const titles = group.flatMap(({ mention }) => mention.title ?? []);
  return [...titles].sort((a, b) => a.length - b.length || compare(a, b))[0] ?? localName;
}

function placeOf(group: readonly Telling[]): Place | null {
  const places = group.flatMap(({ mention }) => mention.place ?? []);
  const rank = ({ text, mode }: Place) =>
    (text === null ? 0 : 1) + (mode === 'unknown' ? 0 : 2) + Math.min(text?.length ?? 0, 80) / 100;
  const [best] = [...places].sort((a, b) => rank(b) - rank(a) || compare(a.text ?? '', b.text ?? ''));
  if (!best) return null;
  const text =
    best.text ?? places.map((place) => place.text ?? '').sort((a, b) => b.length - a.length || compare(a, b))[0];
  const modes = places.map(({ mode }) => mode);
  const mode = modes.includes('hybrid') ? 'hybrid' : best.mode;
  return { text: text || null, mode };
}

/** An exact count over an approximate one, then what most pages say. */
function participantsOf(group: readonly Telling[]): Meeting['participants'] {
  const told = group.flatMap(({ mention }) => mention.participants ?? []);
  const counts = told.some(({ approximate }) => !approximate) ? told.filter(({ approximate }) => !approximate) : told;
  const most = mostCommon(counts.map(({ count }) => String(count)));
  return counts.find(({ count }) => String(count) === most) ?? null;
}

const STRENGTH: readonly MeetingStatus[] = ['planned', 'postponed', 'cancelled', 'held'];

/**
 * Minutes win; then what was said last (a cancellation after a plan, a report after a cancellation), where the days of publishing are known;
 * then the stronger word. Nothing said: it was announced, so `planned`.
 */
function statusOf(group: readonly Telling[]): MeetingStatus {
  const said = group.flatMap(({ mention, published }) =>
    mention.status ? [{ status: mention.status, mention, published }] : [],
  );
  const minuted = said.some(
    ({ status, mention }) => status === 'held' && mention.documents.some(({ role }) => role === 'minutes'),
  );
  if (minuted) return 'held';
  const strong = said.filter(({ status }) => status !== 'planned');
  const dated = strong
    .filter(({ published }) => published !== undefined)
    .sort((a, b) => compare(b.published ?? '', a.published ?? ''));
  const [latest] = dated;
  const kinds = new Set(strong.map(({ status }) => status));
  if (kinds.size > 1 && latest && dated.length === strong.length) return latest.status;
  return [...strong].sort((a, b) => STRENGTH.indexOf(b.status) - STRENGTH.indexOf(a.status))[0]?.status ?? 'planned';
}

function documentsOf(group: readonly Telling[]): Meeting['documents'] {
  const byUrl = new Map<string, Meeting['documents'][number]>();
  for (const { mention } of group) {
    for (const document of mention.documents) {
      const known = byUrl.get(document.url);
      if (!known || (known.role === 'other' && document.role !== 'other')) byUrl.set(document.url, document);
    }
  }
  return [...byUrl.values()].sort((a, b) => compare(a.url, b.url));
}

function evidenceOf(group: readonly Telling[]): Meeting['evidence'] {
  const all = group.map(({ item, mention }) => ({ item, text: shorten(mention.quote) }));
  const unique = new Map(all.map((each) => [`${each.item} ${each.text}`, each]));
  return [...unique.values()]
    .slice(0, MOST_EVIDENCE)
    .sort((a, b) => compare(a.item, b.item) || compare(a.text, b.text));
}

function shorten(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  return `${text.slice(0, LONGEST_QUOTE - 1).replace(/\s\S*$/u, '')}…`;
}

/** Each further item that tells of it halves what is left to doubt. */
function confidenceOf(group: readonly Telling[]): number {
  const byItem = new Map<string, number>();
  for (const { item, mention } of group) byItem.set(item, Math.max(byItem.get(item) ?? 0, mention.confidence));
  const [best = 0, ...others] = [...byItem.values()].sort((a, b) => b - a);
  const doubt = others.reduce((left, confidence) => left * (1 - confidence / 2), 1 - best);
  return Math.round((1 - doubt) * 100) / 100;
}
