/** What became of the records from release to release: `changes.ndjson` and its archives, without the values, which no page shows. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, readLog } from '../../normalizer/index.ts';

/** One change of one record. */
export type Happening = Omit<Change, 'values' | 'seq'>;

/** A meeting that no source tells of any more; what is left of it is enough to take it out of calendars. */
export interface Withdrawn {
  id: string;
  /** UTC. When it was gone. */
  at: string;
  last: NonNullable<Change['last']>;
}

function logFiles(published: string): string[] {
  const archives = join(published, 'changes');
  const years = existsSync(archives) ? readdirSync(archives).filter((name) => name.endsWith('.ndjson')) : [];
  return [...years.sort().map((name) => join(archives, name)), join(published, 'changes.ndjson')];
}

/** All changes in their order; none where the data were published without a log. */
export async function readHistory(published: string): Promise<Happening[]> {
  const all: Happening[] = [];
  for (const file of logFiles(published)) {
    for await (const { values: _values, seq: _seq, ...kept } of readLog(file)) all.push(kept);
  }
  return all;
}

const keyOf = (record: Change['record'], id: string): string => `${record} ${id}`;

/** The changes by record. */
export class History {
  readonly #byRecord = new Map<string, Happening[]>();

  constructor(happenings: readonly Happening[]) {
    for (const happening of happenings) {
      const { record, id, to } = happening;
      for (const known of to === undefined ? [id] : [id, to]) {
        const key = keyOf(record, known);
        const own = this.#byRecord.get(key);
        if (own) own.push(happening);
        else this.#byRecord.set(key, [happening]);
      }
    }
  }

  /** What became of a record, the first thing first. */
  of(record: Change['record'], id: string): readonly Happening[] {
    return this.#byRecord.get(keyOf(record, id)) ?? [];
  }

  /** The number that a calendar must see at least for a meeting that was gone for a time. */
  sequenceAfter(id: string): number {
    const numbers = this.of('meeting', id).map(({ last }) => (last === undefined ? 0 : last.sequence + 1));
    return Math.max(0, ...numbers);
  }

  /** The meetings that are gone, by the order of their going; `isThere` says which came back. */
  withdrawn(isThere: (id: string) => boolean): Withdrawn[] {
    return [...this.#byRecord.values()].flatMap((happenings) => {
      const newest = happenings.at(-1);
      if (newest?.type !== 'withdrawn' || newest.last === undefined || isThere(newest.id)) return [];
      return [{ id: newest.id, at: newest.at, last: newest.last }];
    });
  }
}
