/** What an analyst does with `changes.ndjson`: brings an older release up to date. */
import type { Change } from '../model.ts';

/** A record as it stands in a release, of whichever kind. */
export type AnyRecord = Record<string, unknown> & { id: string };

/** The records of a release, sorted by id. */
export interface Release {
  items: readonly AnyRecord[];
  meetings: readonly AnyRecord[];
}

/**
 * A release with the changes that came after it, in their order: the newest release. Pure. Throws when an entry's values are not kept any
 * more; the newest release has to be fetched as a whole then.
 */
export function applyChanges(release: Release, changes: Iterable<Change>): Release {
  const known = {
    item: new Map(release.items.map((one) => [one.id, one])),
    meeting: new Map(release.meetings.map((one) => [one.id, one])),
  };
  for (const change of changes) applyOne(known[change.record], change);
  return { items: sorted(known.item), meetings: sorted(known.meeting) };
}

function applyOne(records: Map<string, AnyRecord>, change: Change): void {
  const { seq, type, id, to, fields, values } = change;
  if (type === 'withdrawn' || to !== undefined) {
    records.delete(id);
    return;
  }
  if (values === undefined)
    throw new Error(`changes.ndjson: entry ${seq}: its values are not kept any more; fetch the newest release instead`);
  const before = type === 'added' ? [] : Object.entries(records.get(id) ?? {});
  const kept = Object.fromEntries(before.filter(([field]) => !fields.includes(field)));
  records.set(id, { ...kept, ...values, id });
}

function sorted(records: Map<string, AnyRecord>): AnyRecord[] {
  return [...records.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
