/** Makes the search index (Pagefind) beside the pages. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';
import type { Overview } from '../_data/overview.ts';
import { type SearchRecord, searchRecords } from './search-records.ts';
import { readSpellings } from './spellings.ts';
import { stableIndex } from './stable-index.ts';

/** Pagefind's own user interfaces are not used: results are put into the page as text by `search.js`. */
const unused = /(^|\/)pagefind-(ui|modular-ui|component-ui|highlight)\b|playground/;

const atOnce = 250;

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`the search index could not be made: ${errors.join('; ')}`);
}

/** Many records on their way at once: each answer alone would cost a turn of both processes. */
async function addAll(index: pagefind.PagefindIndex, records: AsyncIterable<SearchRecord>): Promise<void> {
  let waiting: ReturnType<typeof index.addCustomRecord>[] = [];
  const settle = async (): Promise<void> => {
    for (const { errors } of await Promise.all(waiting)) refuse(errors);
    waiting = [];
  };
  for await (const record of records) {
    waiting.push(index.addCustomRecord(record));
    if (waiting.length === atOnce) await settle();
  }
  await settle();
}

/** Writes `pagefind/` and the spellings into the built site. Without the network; one process of Pagefind's own. */
export async function writeSearchIndex(dataDir: string, outDir: string, overview: Overview): Promise<void> {
  const spellings = readSpellings();
  writeFileSync(join(outDir, 'assets', 'spellings.json'), `${JSON.stringify(spellings)}\n`);
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'no' });
  refuse(errors);
  if (!index) return;
  try {
    await addAll(index, searchRecords(dataDir, overview, spellings));
    const { files, errors: failed } = await index.getFiles();
    refuse(failed);
    for (const { path, content } of stableIndex(files)) {
      if (unused.test(path)) continue;
      const target = join(outDir, 'pagefind', path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  } finally {
    await pagefind.close();
  }
}
