/** One record a meeting, however many pages tell of it. Pure: the same tellings in any order give the same records. */
import type { Community } from '../../scraper/index.ts';
import type { Meeting } from '../model.ts';
import { groupsOf } from './meeting-groups.ts';
import { type MeetingRecord, recordOf } from './meeting-record.ts';
import { compare, compareTellings, type Telling } from './telling.ts';

export type { Telling } from './telling.ts';

/** What {@link joinMeetings} gives. */
export interface JoinedMeetings {
  /** Sorted by id. */
  meetings: Meeting[];
  /** Ids of the meetings that each item tells of, sorted. */
  byItem: Map<string, string[]>;
}

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

/** `<community>-<body>-<day>`, and `-2`, … for further meetings of that body on that day, in the order of start, name, first item. */
function withIds(records: readonly MeetingRecord[]): { meeting: Meeting; group: Telling[] }[] {
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
