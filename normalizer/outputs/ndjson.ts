import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { defineOutput } from '../output.ts';
import { communityFolder } from '../per-community.ts';
import { TextFiles } from '../text-files.ts';

/** `items.ndjson` and `meetings.ndjson`, also of each community: one JSON object a line, sorted by id, `\n` after the last line too. */
export default defineOutput({
  stage: 'lines',
  async write({ items, meetings, communities }, folder) {
    const own = communities.map(({ id }) => communityFolder(id));
    for (const place of own) await mkdir(join(folder, place), { recursive: true });
    await writeLines('items.ndjson', items(), { folder, own });
    await writeLines('meetings.ndjson', meetings, { folder, own });
  },
});

type Lines = AsyncIterable<{ community: string }> | Iterable<{ community: string }>;

async function writeLines(name: string, records: Lines, to: { folder: string; own: string[] }): Promise<void> {
  const files = new TextFiles();
  const places = new Set(to.own);
  // Also a community without records has its file: an address that is there today is there tomorrow.
  for (const place of ['.', ...to.own]) files.add(join(to.folder, place, name), '');
  for await (const record of records) {
    const line = `${JSON.stringify(record)}\n`;
    const place = communityFolder(record.community);
    for (const one of places.has(place) ? ['.', place] : ['.']) files.add(join(to.folder, one, name), line);
  }
  files.close();
}
