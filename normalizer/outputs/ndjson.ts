import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { defineOutput } from '../output.ts';

/** `items.ndjson` and `meetings.ndjson`: one JSON object a line, sorted by id, `\n` after the last line too. */
export default defineOutput({
  stage: 'lines',
  async write({ items, meetings }, folder) {
    await writeLines(join(folder, 'items.ndjson'), items());
    await writeLines(join(folder, 'meetings.ndjson'), meetings);
  },
});

async function writeLines(file: string, records: AsyncIterable<unknown> | Iterable<unknown>): Promise<void> {
  async function* lines() {
    for await (const record of records) yield `${JSON.stringify(record)}\n`;
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
}
