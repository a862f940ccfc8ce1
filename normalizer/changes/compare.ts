/** Two releases of one kind of record -> what became of each record. Streams: only ids and addresses of what came and went are held. */
import { existsSync } from 'node:fs';
import type { Change, Meeting, Tombstone } from '../model.ts';
import { linesOf } from '../ndjson-lines.ts';
import type { AnyRecord } from './apply.ts';

/** A change before it has its number and its moment. */
export type Difference = Omit<Change, 'seq' | 'at'>;

interface Line {
  id: string;
  text: string;
}

/** The differences between two files of records sorted by id: what was added and changed by id, then what went. No file is like an empty one. */
export async function* compare(record: Change['record'], before: string, after: string): AsyncGenerator<Difference> {
  const first = !existsSync(before);
  const gone: AnyRecord[] = [];
  const foundAt = new Map<string, string>();
  for await (const [old, fresh] of sideBySide(before, after)) {
    if (old?.text === fresh?.text) continue;
    if (fresh === undefined) {
      if (old !== undefined) gone.push(parse(old));
    } else {
      const now = parse(fresh);
      if (!first) for (const url of addressesOf(now)) foundAt.set(url, now.id);
      if (old === undefined) yield { type: 'added', record, id: now.id, fields: [], ...(!first && { values: now }) };
      else yield* changed(record, parse(old), now);
    }
  }
  for (const one of gone) yield wentAway(record, one, foundAt);
}

/** Pairs of lines with the same id; undefined on the side that has none. */
async function* sideBySide(before: string, after: string): AsyncGenerator<[Line | undefined, Line | undefined]> {
  const [left, right] = [lines(before), lines(after)];
  let [old, fresh] = [await next(left), await next(right)];
  while (old !== undefined || fresh !== undefined) {
    const takesOld = fresh === undefined || (old !== undefined && old.id <= fresh.id);
    const takesFresh = old === undefined || (fresh !== undefined && fresh.id <= old.id);
    yield [takesOld ? old : undefined, takesFresh ? fresh : undefined];
    if (takesOld) old = await next(left);
    if (takesFresh) fresh = await next(right);
  }
}

async function next(all: AsyncGenerator<Line>): Promise<Line | undefined> {
  const { value, done } = await all.next();
  return done === true ? undefined : value;
}

async function* lines(file: string): AsyncGenerator<Line> {
  if (!existsSync(file)) return;
  for await (const { text } of linesOf(file)) {
    const id = idOf(text);
    if (id !== undefined) yield { id, text };
  }
}

/** The id stands first in every line that we wrote: no need to parse them all. A line without counts as not there. */
function idOf(text: string): string | undefined {
  const { id } = text.startsWith('{"id":"') ? { id: text.slice(7, text.indexOf('"', 7)) } : parse({ id: '', text });
  return id === '' ? undefined : id;
}

function parse({ id, text }: Line): AnyRecord {
  try {
    return JSON.parse(text) as AnyRecord;
  } catch {
    // A line that was cut off: everything that is known of the record now is news.
    return { id };
  }
}

function* changed(record: Change['record'], old: AnyRecord, now: AnyRecord): Generator<Difference> {
  const names = [...new Set([...Object.keys(now), ...Object.keys(old)])];
  const fields = names.filter((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]));
  if (fields.length === 0) return;
  const values = Object.fromEntries(fields.flatMap((name) => (name in now ? [[name, now[name]]] : [])));
  yield { type: hasMoved(old, now) ? 'moved' : 'changed', record, id: now.id, fields, values };
}

/** A meeting that was called for another day than it is held on now. */
function hasMoved(old: AnyRecord, now: AnyRecord): boolean {
  if (typeof now['movedFrom'] !== 'string') return false;
  return (
    now['movedFrom'] !== old['movedFrom'] || String(now['start']).slice(0, 10) !== String(old['start']).slice(0, 10)
  );
}

function wentAway(record: Change['record'], old: AnyRecord, foundAt: ReadonlyMap<string, string>): Difference {
  const to = addressesOf(old).flatMap((url) => foundAt.get(url) ?? [])[0];
  if (to !== undefined) return { type: 'moved', record, id: old.id, to, fields: [] };
  const last = record === 'meeting' ? { last: tombstoneOf(old as unknown as Meeting) } : {};
  return { type: 'withdrawn', record, id: old.id, fields: [], ...last };
}

function tombstoneOf({ community, body, localName, start, end, precision, sequence }: Meeting): Tombstone {
  return { community, body, localName, start, end, precision, sequence: (sequence ?? 0) + 1 };
}

function addressesOf({ urls }: AnyRecord): string[] {
  return Array.isArray(urls) ? urls.filter((url) => typeof url === 'string') : [];
}
