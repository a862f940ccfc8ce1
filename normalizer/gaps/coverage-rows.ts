/** How much of what should be there was found: a row for each community, body and year. */
import type { CoverageRow, Meeting, PublishedCommunity, PublishedSource } from '../model.ts';
import { reasonFor } from './reasons.ts';

/** What is told of items, gathered in one pass over them. */
export interface ItemFacts {
  /** Days (YYYY-MM-DD) on which the papers at these addresses were published. */
  publishedAt: ReadonlyMap<string, string>;
  /** Pages with a date, by "community year". */
  pagesInYear: ReadonlyMap<string, number>;
  /** The newest moment that the items know of (UTC). */
  newest: string | undefined;
}

/** The records that coverage is counted over. */
export interface CoverageInput {
  communities: readonly PublishedCommunity[];
  sources: readonly PublishedSource[];
  meetings: readonly Meeting[];
  facts: ItemFacts;
}

type Body = Meeting['body'];

/** The helsefellesskap were agreed on in 2019: earlier dates in a page are about something else. */
const FIRST_YEAR = 2019;
/** One a year, by the agreement on helsefellesskap of 2019, where the registry says nothing else. */
const PARTNERSHIP_MEETINGS = 1;

/** The day in the data's own time that "past" and "due" are judged by; undefined when nothing was gathered. */
function asOf({ sources, facts }: CoverageInput): string | undefined {
  const moments = [...sources.map(({ lastSuccess }) => lastSuccess), facts.newest ?? null];
  return moments
    .flatMap((moment) => moment ?? [])
    .sort()
    .at(-1)
    ?.slice(0, 10);
}

function yearsOf({ meetings }: CoverageInput, today: string): number[] {
  const told = meetings.map(({ start }) => Number(start.slice(0, 4))).filter((year) => year >= FIRST_YEAR);
  const now = Number(today.slice(0, 4));
  const first = Math.min(now, ...told);
  // A year far ahead is a slip of somebody's pen; the calendar of next year is not.
  const last = Math.min(now + 1, Math.max(now, ...told));
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}

function bodiesOf({ committees }: PublishedCommunity, meetings: readonly Meeting[]): Body[] {
  const named = new Set<Body>(['partnerskapsmote', ...committees.map(({ body }) => body)]);
  for (const { body } of meetings) named.add(body);
  named.delete('other');
  return [...named].sort();
}

/** How many meetings a year the registry expects; `null` when it says nothing. */
function expectation(community: PublishedCommunity, body: Body): { perYear: number | null; quietMonths: number[] } {
  const known = community.committees.flatMap(({ body: own, expected }) => (own === body && expected ? [expected] : []));
  if (known.length === 0)
    return { perYear: body === 'partnerskapsmote' ? PARTNERSHIP_MEETINGS : null, quietMonths: [] };
  return {
    perYear: known.reduce((sum, { perYear }) => sum + perYear, 0),
    quietMonths: known.flatMap(({ quietMonths = [] }) => quietMonths),
  };
}

/** How many of them should have been by a day: by the months that have ended, quiet ones left out. */
function dueBy(today: string, year: number, perYear: number, quietMonths: readonly number[]): number {
  const now = Number(today.slice(0, 4));
  if (year !== now) return year < now ? perYear : 0;
  const active = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].filter((month) => !quietMonths.includes(month));
  const ended = active.filter((month) => month < Number(today.slice(5, 7)));
  return active.length === 0 ? 0 : Math.floor((perYear * ended.length) / active.length);
}

function daysToMinutes({ start, end, documents }: Meeting, facts: ItemFacts): number | undefined {
  const held = Date.parse((end ?? start).slice(0, 10));
  const days = documents
    .filter(({ role }) => role === 'minutes')
    .flatMap(({ url }) => facts.publishedAt.get(url) ?? [])
    .map((day) => Math.round((Date.parse(day) - held) / 86_400_000))
    .filter((count) => count >= 0);
  return days.length === 0 ? undefined : Math.min(...days);
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Whether its last day, or its month where that is all that is known, lies before the day of the data. */
function isPast({ start, end, status }: Meeting, today: string): boolean {
  const last = (end ?? start).slice(0, 10);
  return status === 'held' || last < today.slice(0, last.length);
}

interface Cell {
  community: PublishedCommunity;
  body: Body;
  year: number;
  today: string;
  sources: readonly PublishedSource[];
  /** Of the community, in all years. */
  meetings: readonly Meeting[];
  facts: ItemFacts;
}

function rowOf(cell: Cell): CoverageRow {
  const { community, body, year, today, sources, facts } = cell;
  const inYear = cell.meetings.filter(({ start }) => start.startsWith(`${year}-`));
  const those = inYear.filter((meeting) => meeting.body === body);
  const called = those.filter(({ status }) => status === 'planned' || status === 'held');
  const past = called.filter((meeting) => isPast(meeting, today));
  const minuted = past.filter(({ documents }) => documents.some(({ role }) => role === 'minutes'));
  const { perYear, quietMonths } = expectation(community, body);
  const cancelled = those.length - called.length;
  const isGap = past.length < (perYear ?? 1);
  const due = perYear === null ? (year <= Number(today.slice(0, 4)) ? 1 : 0) : dueBy(today, year, perYear, quietMonths);
  const seenInYear = (facts.pagesInYear.get(`${community.id} ${year}`) ?? 0) + inYear.length;
  const gap = {
    sources,
    due,
    found: past.length,
    cancelled,
    everFound: cell.meetings.filter((meeting) => meeting.body === body).length,
    seenInYear,
  };
  const looked = sources.flatMap(({ lastSuccess }) => lastSuccess ?? []).sort();
  return {
    community: community.id,
    body,
    year,
    expected: perYear,
    found: past.length,
    planned: called.length - past.length,
    cancelled,
    withMinutes: minuted.length,
    medianDaysToMinutes: median(minuted.flatMap((meeting) => daysToMinutes(meeting, facts) ?? [])),
    reason: isGap ? reasonFor(gap) : null,
    checkedAt: looked.at(-1) ?? null,
  };
}

/** All rows, by community, body and year. Nothing depends on the clock: past and due are judged by the data's own day. */
export function coverageRows(input: CoverageInput): CoverageRow[] {
  const today = asOf(input);
  if (today === undefined) return [];
  const years = yearsOf(input, today);
  return input.communities.flatMap((community) => {
    const meetings = input.meetings.filter((meeting) => meeting.community === community.id);
    const sources = input.sources.filter((source) => source.community === community.id);
    return bodiesOf(community, meetings).flatMap((body) =>
      years.map((year) => rowOf({ community, body, year, today, sources, meetings, facts: input.facts })),
    );
  });
}
