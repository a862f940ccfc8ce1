/** Sorts tellings into groups of one meeting each. */
import { COMMITTEES, compare, compareTellings, dayOf, type Telling } from './telling.ts';

/** One group a meeting; `tellings` must be in the order of {@link compareTellings}. */
export function groupsOf(tellings: readonly Telling[]): Telling[][] {
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

/** First day -> the day it was moved to in the end, by `<community> <body> <day>`. */
function movesOf(tellings: readonly Telling[]): Map<string, string> {
  const moves = new Map<string, string>();
  for (const { community, mention } of tellings) {
    const key = `${community} ${mention.body} ${mention.movedFrom}`;
    if (mention.movedFrom && !moves.has(key)) moves.set(key, dayOf(mention));
  }
  return new Map([...moves.keys()].map((key) => [key, lastDay(key, moves)]));
}

/** Follows a chain of moves; two pages that move a meeting back and forth end where the circle closes. */
function lastDay(from: string, moves: ReadonlyMap<string, string>): string {
  const base = from.slice(0, -10);
  const seen = new Set([from]);
  let day = moves.get(from) ?? from.slice(-10);
  while (!seen.has(base + day)) {
    seen.add(base + day);
    day = moves.get(base + day) ?? day;
  }
  return day;
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
