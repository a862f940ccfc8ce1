import type { Item, Meeting } from '../model.ts';

/**
 * Meetings with those that only items know whose originals are lost: such items stay as they were published, and so
 * do the meetings that they tell of. Sorted by id.
 */
export function withKeptMeetings(
  meetings: readonly Meeting[],
  kept: readonly Item[],
  before: readonly Meeting[],
): Meeting[] {
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const earlier = new Map(before.map((meeting) => [meeting.id, meeting]));
  const keptIds = new Set(kept.map(({ id }) => id));
  for (const item of kept)
    for (const id of item.meetings) {
      const meeting = byId.get(id);
      if (meeting !== undefined) byId.set(id, { ...meeting, items: [...new Set([...meeting.items, item.id])].sort() });
      else if (earlier.has(id)) byId.set(id, ownedBy(earlier.get(id) as Meeting, keptIds));
    }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Without the tellings of items that are not there any more. */
function ownedBy(meeting: Meeting, items: ReadonlySet<string>): Meeting {
  return {
    ...meeting,
    items: meeting.items.filter((id) => items.has(id)),
    evidence: meeting.evidence.filter(({ item }) => items.has(item)),
  };
}
