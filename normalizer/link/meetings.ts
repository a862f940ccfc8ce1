/** One record a meeting, however many pages tell of it. Pure: the same tellings in any order give the same records. */
import type { Community } from '../../scraper/index.ts';
import type { Mention } from '../mention.ts';
import type { Meeting, MeetingStatus, Place } from '../model.ts';

/** One item's telling of one meeting. */
export interface Telling {
  item: string;
  community: string;
  /** The day the item was published, when it says so. */
  published?: string;
  mention: Mention;
}

export interface JoinedMeetings {
  /** Sorted by id. */
  meetings: Meeting[];
  /** Ids of the meetings that each item tells of, sorted. */
  byItem: Map<string, string[]>;
}

const LONGEST_QUOTE = 300;
const MOST_EVIDENCE = 12;
/** Bodies of which a community has several: their areas tell them apart. */
const COMMITTEES = new Set(['lsu', 'fsu']);

/**
 * Joins tellings on community, body and day. Committees of one body with different areas are different meetings; a month told
 * anywhere yields to a day of that month; a meeting told of as moved takes in what was said of its first day.
 */
export function joinMeetings(tellings: readonly Telling[], communities: readonly Community[]): JoinedMeetings {
  const ordered = [...tellings].sort(compareTellings);
  const groups = groupsOf(ordered);
  const names = new Map(communities.map((community) => [community.id, community]));
  const records = groups.map((group) => recordOf(group, names.get(group[0]?.community ?? '')));
  const meetings = withIds(records);
  const byItem = new Map<string, Set<string>>();
  meetings.forEach(({ meeting, group }) => {
    for (const { item } of group) byItem.set(item, (byItem.get(item) ?? new Set()).add(meeting.id));
  });
  return {
    meetings: meetings.map(({ meeting }) => meeting).sort((a, b) => compare(a.id, b.id)),
    byItem: new Map(
      [...byItem].sort((a, b) => compare(a[0], b[0])).map(([item, ids]) => [item, [...ids].sort(compare)]),
    ),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A total order on what tellings say, so that nothing depends on the order they came in. */
function compareTellings(a: Telling, b: Telling): number {
  return (
    b.mention.confidence - a.mention.confidence ||
    compare(a.item, b.item) ||
    compare(a.mention.start, b.mention.start) ||
    compare(JSON.stringify(a), JSON.stringify(b))
  );
}

function dayOf({ start }: Mention): string {
  return start.slice(0, 10);
}

function groupsOf(tellings: readonly Telling[]): Telling[][] {
  const moves = movesOf(tellings);
  const days = new Map<string, Telling[]>();
  for (const telling of tellings) {
    if (telling.mention.precision === 'month') continue;
    const { community, mention } = telling;
    const base = `${community} ${mention.body} `;
    const key = base + (moves.get(base + dayOf(mention)) ?? dayOf(mention));
    days.set(key, [...(days.get(key) ?? []), telling]);
  }
  const joined = joinSpans(days);
  const dated = joined.flatMap((group) => (COMMITTEES.has(group[0]?.mention.body ?? '') ? byArea(group) : [group]));
  return [...dated, ...months(tellings, dated)];
}

/** First day -> new day, for meetings that some page calls moved; chains end at the last day. */
function movesOf(tellings: readonly Telling[]): Map<string, string> {
  const moves = new Map<string, string>();
  for (const { community, mention } of tellings) {
    if (mention.movedFrom) moves.set(`${community} ${mention.body} ${mention.movedFrom}`, dayOf(mention));
  }
  return moves;
}

/** A meeting of two days takes in tellings of its second day alone. */
function joinSpans(days: ReadonlyMap<string, Telling[]>): Telling[][] {
  const groups = new Map([...days].sort((a, b) => compare(a[0], b[0])));
  for (const [key, group] of groups) {
    const last = group
      .flatMap(({ mention }) => (mention.end?.length === 10 ? [mention.end] : []))
      .sort()
      .at(-1);
    const [first] = group;
    if (!last || !first) continue;
    const base = key.slice(0, -10);
    for (const [other, inside] of [...groups]) {
      const day = other.slice(-10);
      if (other === key || other.slice(0, -10) !== base || day <= dayOf(first.mention) || day > last) continue;
      group.push(...inside);
      groups.delete(other);
    }
  }
  return [...groups.values()];
}

/** Two committees of one body on one day are two meetings; what names no area goes to the only one that does. */
function byArea(group: readonly Telling[]): Telling[][] {
  const areas = new Map<string, Telling[]>();
  const open: Telling[] = [];
  for (const telling of group) {
    const area = areaKey(telling.mention.area);
    if (area === '') open.push(telling);
    else {
      const key = [...areas.keys()].find((known) => isSameArea(known, area)) ?? area;
      areas.set(key, [...(areas.get(key) ?? []), telling]);
    }
  }
  const parts = [...areas.values()];
  if (open.length === 0) return parts;
  const [only] = parts;
  if (only && parts.length === 1) return [[...only, ...open].sort(compareTellings)];
  return [...parts, open];
}

function areaKey(area: string | undefined): string {
  return (area ?? '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** `hallingdal` and `hallingdal sjukestugu` are one area; so are the two spellings of a field. */
function isSameArea(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

/** Months of which no day is told. */
function months(tellings: readonly Telling[], dated: readonly Telling[][]): Telling[][] {
  const days = dated.flatMap(([first]) =>
    first ? [`${first.community} ${first.mention.body} ${dayOf(first.mention)}`] : [],
  );
  const groups = new Map<string, Telling[]>();
  for (const telling of tellings) {
    if (telling.mention.precision !== 'month') continue;
    const key = `${telling.community} ${telling.mention.body} ${telling.mention.start}`;
    if (!days.some((day) => day.startsWith(key))) groups.set(key, [...(groups.get(key) ?? []), telling]);
  }
  return [...groups.values()];
}

type Record = { meeting: Omit<Meeting, 'id'>; group: Telling[]; base: string };

function recordOf(group: Telling[], community: Community | undefined): Record {
  const [best] = group;
  if (!best) throw new Error('a meeting without tellings: grouping is wrong');
  const moved = group.filter(({ mention }) => mention.movedFrom);
  const current = moved.length > 0 ? moved : group;
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
    (mention.precision === 'minute' ? 2 : 0) + (mention.end ? 1 : 0) + (mention.end?.length === 10 ? 4 : 0);
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

/** `<community>-<body>-<day>`, and `-2`, … for further meetings of that body on that day, in the order of start, name, first item. */
function withIds(records: readonly Record[]): { meeting: Meeting; group: Telling[] }[] {
  const ordered = [...records].sort(
    (a, b) =>
      compare(a.base, b.base) ||
      compare(a.meeting.localName, b.meeting.localName) ||
      compare(a.meeting.start, b.meeting.start) ||
      compare(a.meeting.items[0] ?? '', b.meeting.items[0] ?? ''),
  );
  const used = new Map<string, number>();
  return ordered.map(({ meeting, group, base }) => {
    const number = (used.get(base) ?? 0) + 1;
    used.set(base, number);
    return { meeting: { id: number === 1 ? base : `${base}-${number}`, ...meeting }, group };
  });
}
