/** What `samla check` says of the log of changes: whether its entries are in order, and whether it tells of the records that are there. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../scraper/index.ts';
import { type Change, ChangeSchema } from './model.ts';
import { linesOf } from './ndjson-lines.ts';

/** The ids of the records that are published now. */
export interface PublishedIds {
  items: ReadonlySet<string>;
  meetings: ReadonlySet<string>;
}

/** More of these are not listed. */
const LISTED = 20;

/** Every problem of the log and its archives; none where the data were published without a log. */
export async function checkChanges(folder: string, ids: PublishedIds): Promise<Problem[]> {
  const file = join(folder, 'changes.ndjson');
  if (!existsSync(file)) return [];
  const live = { item: new Set<string>(), meeting: new Set<string>() };
  const problems: Problem[] = [];
  let last = 0;
  for (const one of [...archivesOf(folder), file])
    for await (const { number, text } of linesOf(one)) {
      const change = readChange(text);
      if (typeof change === 'string') problems.push({ file: one, line: number, message: change });
      else {
        if (change.seq <= last)
          problems.push({ file: one, line: number, message: `seq: ${change.seq} stands after ${last}` });
        last = change.seq;
        count(change, live[change.record]);
      }
    }
  return [...problems, ...strays(file, live.item, ids.items), ...strays(file, live.meeting, ids.meetings)].slice(
    0,
    LISTED,
  );
}

function archivesOf(folder: string): string[] {
  const archive = join(folder, 'changes');
  if (!existsSync(archive)) return [];
  return readdirSync(archive)
    .sort()
    .map((name) => join(archive, name));
}

/** The entry, or what is wrong with the line. */
function readChange(text: string): Change | string {
  try {
    const change = ChangeSchema.safeParse(JSON.parse(text));
    if (change.success) return change.data;
    const [issue] = change.error.issues;
    return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as the model says'}`;
  } catch {
    return 'expected one JSON object';
  }
}

function count({ type, id, to }: Change, live: Set<string>): void {
  if (type === 'withdrawn' || to !== undefined) live.delete(id);
  else live.add(id);
}

function strays(file: string, told: ReadonlySet<string>, there: ReadonlySet<string>): Problem[] {
  const missing = [...there].filter((id) => !told.has(id)).map((id) => `"${id}" is published, but no entry added it`);
  const gone = [...told]
    .filter((id) => !there.has(id))
    .map((id) => `"${id}" is not published, but no entry withdrew it`);
  return [...missing, ...gone].map((message) => ({ file, line: 1, message }));
}
