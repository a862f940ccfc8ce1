/** What a night changed in the published data, in numbers, and whether it lost more than a night can. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Records by what became of them, and how many there were and are. */
export interface Change {
  before: number;
  after: number;
  added: number;
  changed: number;
  gone: number;
}

/** The same for both kinds of records. */
export interface NightChanges {
  items: Change;
  meetings: Change;
}

/** Fewer records than this say nothing; of more, this share may be gone after one night. */
const FEW = 20;
const LOST_SHARE = 0.2;

/** Compares two published folders; one that isn't there counts as empty. */
export async function compareNights(before: string, after: string): Promise<NightChanges> {
  const of = (name: string) => changeIn(join(before, name), join(after, name));
  return { items: await of('items.ndjson'), meetings: await of('meetings.ndjson') };
}

async function changeIn(before: string, after: string): Promise<Change> {
  const then = await linesById(before);
  const now = await linesById(after);
  const common = [...now].filter(([id]) => then.has(id));
  return {
    before: then.size,
    after: now.size,
    added: now.size - common.length,
    changed: common.filter(([id, line]) => then.get(id) !== line).length,
    gone: then.size - common.length,
  };
}

async function linesById(file: string): Promise<Map<string, string>> {
  const lines = new Map<string, string>();
  if (!existsSync(file)) return lines;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const id = /^\{"id":"([^"]+)"/.exec(line)?.[1];
    if (id !== undefined) lines.set(id, createHash('sha256').update(line).digest('base64'));
  }
  return lines;
}

/** Why such a night must not be published unseen; `undefined` when it may. Gains flow, losses need proof. */
export function tooMuchLost({ items, meetings }: NightChanges): string | undefined {
  const found = Object.entries({ items, meetings }).find(
    ([, { before, gone }]) => gone > FEW && gone > before * LOST_SHARE,
  );
  if (found === undefined) return undefined;
  const [what, { before, gone }] = found;
  return `expected at most a fifth of the ${what} to go in one night, ${gone} of ${before} would be gone`;
}
