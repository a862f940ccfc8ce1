/** Counts the changes of a meeting, so that calendars that have it already take the new one. */
import type { Meeting } from '../model.ts';

/** When the originals that a meeting was read from were stored, by item id (UTC). */
export type Moments = ReadonlyMap<string, string>;

/** The counters that withdrawn meetings were cancelled with, by id: one that comes back counts on from there. */
export type Withdrawn = ReadonlyMap<string, number>;

/**
 * Carries each meeting's counter on from what was published before (RFC 5545, SEQUENCE): 0 at first, one more
 * when start, end, place or status is another. `lastChanged` moves with these and with title, name and papers; it is
 * the moment at which the newest original that tells of the meeting was stored, never the moment of the run.
 */
export function withSequence(
  meetings: readonly Meeting[],
  before: readonly Meeting[],
  moments: Moments,
  withdrawn: Withdrawn = new Map(),
): Meeting[] {
  const earlier = new Map(before.map((meeting) => [meeting.id, meeting]));
  return meetings.map((meeting) => {
    const known = earlier.get(meeting.id);
    const cancelled = withdrawn.get(meeting.id);
    if (known !== undefined || cancelled === undefined) return counted(meeting, known, moments);
    return { ...counted(meeting, undefined, moments), sequence: cancelled + 1 };
  });
}

function counted(meeting: Meeting, before: Meeting | undefined, moments: Moments): Meeting {
  const { sequence, lastChanged, ...rest } = meeting;
  const moment = newest(meeting.items.flatMap((item) => moments.get(item) ?? []));
  if (before === undefined) return { ...rest, sequence: 0, ...stamp(lastChanged ?? moment) };
  const kept = before.sequence ?? 0;
  if (said(meeting) === said(before)) return { ...rest, sequence: kept, ...stamp(before.lastChanged ?? moment) };
  const changed = newest([before.lastChanged, moment].flatMap((one) => one ?? []));
  const moved = scheduled(meeting) !== scheduled(before);
  return { ...rest, sequence: moved ? kept + 1 : kept, ...stamp(changed) };
}

function stamp(lastChanged: string | undefined): Pick<Meeting, 'lastChanged'> {
  return lastChanged === undefined ? {} : { lastChanged };
}

function newest(moments: readonly string[]): string | undefined {
  return [...moments].sort().at(-1);
}

function scheduled({ start, end, place, status }: Meeting): string {
  return JSON.stringify([start, end, place?.text ?? null, place?.mode ?? null, status]);
}

function said(meeting: Meeting): string {
  const { title, localName, participants, documents } = meeting;
  const papers = documents.map(({ url, title: name, role }) => [url, name, role]);
  return JSON.stringify([scheduled(meeting), title, localName, participants?.count ?? null, papers]);
}
