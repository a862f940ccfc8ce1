/** `changes.ndjson` and its archives: how the log goes on from one release to the next, and how it is kept from growing without end. */
import { createWriteStream, existsSync } from 'node:fs';
import { appendFile, cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Change, ChangeSchema } from '../model.ts';
import { linesOf } from '../ndjson-lines.ts';
import type { Difference } from './compare.ts';

/** Values are for those who follow along; whoever comes later starts from a whole release. */
const DAYS_WITH_VALUES = 90;
/** Calendars keep a cancelled meeting for a year after its day (STANDARDS A7.5); older entries stand in their year's archive. */
const DAYS_IN_LOG = 400;

/** The log's own folder of older entries, one file a year, inside `published/`. */
const ARCHIVE = 'changes';

interface Log {
  previous: string;
  folder: string;
  /** UTC; the moment of the new entries, unless the log knows a later one. */
  at: string | undefined;
}

/** Where a log stands: the number and the moment of its newest entry. */
export interface LogEnd {
  seq: number;
  at: string;
}

/** The newest entry's number and moment; number 0 when there is none. */
export async function endOfLog(folder: string): Promise<LogEnd> {
  let end: LogEnd = { seq: 0, at: '1970-01-01T00:00:00.000Z' };
  for await (const { seq, at } of entriesOf(join(folder, 'changes.ndjson'))) end = { seq, at };
  return end;
}

/** The entries of a log file in their order; lines that are none any more are passed over. */
export async function* readLog(file: string): AsyncGenerator<Change> {
  for await (const entry of entriesOf(file)) {
    const change = ChangeSchema.safeParse(entry);
    if (change.success) yield change.data;
  }
}

/** The counters of meetings that were withdrawn and have not come back, by id, as calendars were told. */
export async function withdrawnSequences(folder: string): Promise<Map<string, number>> {
  const sequences = new Map<string, number>();
  for await (const { record, id, last } of entriesOf(join(folder, 'changes.ndjson'))) {
    if (record !== 'meeting') continue;
    if (last === undefined) sequences.delete(id);
    else sequences.set(id, last.sequence);
  }
  return sequences;
}

/** What can be carried on: also entries of an earlier model's kind, but no line that was cut off. */
async function* entriesOf(file: string): AsyncGenerator<Change> {
  if (!existsSync(file)) return;
  for await (const { text } of linesOf(file)) {
    const entry = parseJson(text) as Change | null | undefined;
    if (typeof entry?.seq === 'number' && typeof entry.at === 'string') yield entry;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A damaged line tells nothing; the entries around it still do.
    return undefined;
  }
}

/**
 * Writes the log of the new release: that of the previous one, then an entry for each difference. Without differences the files are the same
 * to the byte. What a new entry replaces is taken out of the older ones: what was withdrawn or taken down stands nowhere any more.
 */
export async function writeLog(log: Log, differences: AsyncIterable<Difference>): Promise<void> {
  const { previous, folder } = log;
  const { seq, at: before } = await endOfLog(previous);
  const at = log.at !== undefined && log.at > before ? log.at : before;
  if (existsSync(join(previous, ARCHIVE)))
    await cp(join(previous, ARCHIVE), join(folder, ARCHIVE), { recursive: true });
  const fresh = join(folder, '.changes-new');
  const replaced = await writeFresh(fresh, { seq, at }, differences);
  async function* entries() {
    for await (const change of entriesOf(join(previous, 'changes.ndjson'))) {
      const kept = replaced.size === 0 ? change : aged(withoutReplaced(change, replaced), at);
      if (replaced.size > 0 && daysBetween(kept.at, at) > DAYS_IN_LOG) await archive(folder, kept);
      else yield line(kept);
    }
    for await (const { text } of linesOf(fresh)) yield `${text}\n`;
  }
  await pipeline(Readable.from(entries()), createWriteStream(join(folder, 'changes.ndjson')));
  await rm(fresh);
}

/** What the new entries replace: by record, the names of fields, or all of them. */
type Replaced = Map<string, Set<string> | 'all'>;

async function writeFresh(
  file: string,
  { seq, at }: LogEnd,
  differences: AsyncIterable<Difference>,
): Promise<Replaced> {
  const replaced: Replaced = new Map();
  async function* numbered() {
    let number = seq;
    for await (const difference of differences) {
      const { type, record, id, to, fields } = difference;
      replaced.set(`${record} ${id}`, type === 'added' || type === 'withdrawn' || to ? 'all' : new Set(fields));
      number += 1;
      yield line({ seq: number, at, ...difference });
    }
  }
  await pipeline(Readable.from(numbered()), createWriteStream(file));
  return replaced;
}

function line(change: Change): string {
  return `${JSON.stringify(change)}\n`;
}

function withoutReplaced(change: Change, replaced: Replaced): Change {
  const gone = replaced.get(`${change.record} ${change.id}`);
  if (gone === undefined || change.values === undefined) return change;
  const kept = Object.entries(change.values).filter(([field]) => gone !== 'all' && !gone.has(field));
  return { ...change, values: Object.fromEntries(kept) };
}

function aged(change: Change, now: string): Change {
  if (change.values === undefined || daysBetween(change.at, now) <= DAYS_WITH_VALUES) return change;
  const { values, ...rest } = change;
  return rest;
}

function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / 86_400_000;
}

async function archive(folder: string, change: Change): Promise<void> {
  await mkdir(join(folder, ARCHIVE), { recursive: true });
  await appendFile(join(folder, ARCHIVE, `${change.at.slice(0, 4)}.ndjson`), line(change));
}
