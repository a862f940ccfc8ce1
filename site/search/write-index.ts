/** Makes the search index (Pagefind) beside the pages. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';
import type { Overview } from '../_data/overview.ts';
import { withCards } from './result-cards.ts';
import { type Card, type Reading, type SearchRecord, searchRecords } from './search-records.ts';
import { readSilentWords, readSpellings } from './spellings.ts';
import { type IndexFile, stableIndex } from './stable-index.ts';

/** Pagefind's own user interfaces are not used: results are put into the page as text by `search.js`, and without a worker. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight|worker)\b|^wasm\.unknown|playground/;

/** Pagefind leaves out what has nothing to be sorted by. */
const undated = '0000';

const engine = /^pagefind\.js$|^wasm\./;

const atOnce = 250;

// Postings in a chunk of words, the part of the index that a question fetches; Pagefind's own 20,000 are three times as many bytes.
// The name says that it may go: without it everything works, a little slower.
const chunkSize = { name: 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE', value: '1500' };

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`the search index could not be made: ${errors.join('; ')}`);
}

/**
 * Pagefind looks at every pair of a page found and a page that has the word: many small indexes answer sooner than a large one. Measured
 * with 10,000 items of 170 words on Node 20: a word that 7 in 10 of them have, 280 ms of CPU in one index and 110 in six; one that 6 in
 * 100 have, 5 ms in either. A question fetches 106 kB with 1,000 items and 207 kB with 10,000, of which 83 kB are the engine.
 */
const recordsOfPart = 2000;
const mostParts = 8;

function partsNeeded({ items, meetings, communities }: Overview): number {
  const places = communities.reduce((sum, { municipalities }) => sum + 1 + municipalities.length, 0);
  return Math.min(mostParts, Math.max(1, Math.ceil((items.length + meetings.length + places) / recordsOfPart)));
}

/** One index of several, and what its results show. */
interface Part {
  index: pagefind.PagefindIndex;
  cards: Map<string, Card>;
}

async function openParts(count: number): Promise<Part[]> {
  process.env[chunkSize.name] ??= chunkSize.value;
  const parts: Part[] = [];
  while (parts.length < count) {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: 'no' });
    refuse(errors);
    if (index) parts.push({ index, cards: new Map() });
  }
  return parts;
}

/** Many records on their way at once: each answer alone would cost a turn of both processes. */
async function addAll(parts: readonly Part[], records: AsyncIterable<SearchRecord>): Promise<void> {
  let waiting: ReturnType<pagefind.PagefindIndex['addCustomRecord']>[] = [];
  const settle = async (): Promise<void> => {
    for (const { errors } of await Promise.all(waiting)) refuse(errors);
    waiting = [];
  };
  let count = 0;
  for await (const { url, title, content, filters, card } of records) {
    // In turn: what belongs together is spread, and a word is as rare in one part as in the other.
    const part = parts[count % parts.length];
    count += 1;
    part?.cards.set(url, card);
    const record = { url, content, language: 'no', meta: { title }, filters, sort: { day: card.day ?? undated } };
    if (part) waiting.push(part.index.addCustomRecord(record));
    if (waiting.length === atOnce) await settle();
  }
  await settle();
}

async function finishedFiles({ index, cards }: Part): Promise<IndexFile[]> {
  const { files, errors } = await index.getFiles();
  refuse(errors);
  await index.deleteIndex();
  const { files: shown, pages } = withCards(
    files.filter(({ path }) => !unused.test(path)),
    cards,
  );
  return stableIndex(shown, pages);
}

/** The engine lies with the first part and serves all of them. */
async function writePart(part: Part, folder: string, isFirst: boolean): Promise<void> {
  for (const { path, content } of await finishedFiles(part)) {
    if (!isFirst && engine.test(path)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** How `search.js` reads a question, and in how many parts it asks. */
function writeReading(outDir: string, parts: number): Reading {
  const spellings = readSpellings();
  const silent = readSilentWords(spellings);
  writeFileSync(join(outDir, 'assets', 'spellings.json'), `${JSON.stringify({ parts, spellings, silent })}\n`);
  return { spellings, silent: new Set(silent) };
}

/** Writes `pagefind/` and the spellings into the built site. Without the network; one process of Pagefind's own. */
export async function writeSearchIndex(dataDir: string, outDir: string, overview: Overview): Promise<void> {
  const count = partsNeeded(overview);
  const reading = writeReading(outDir, count);
  const folder = join(outDir, 'pagefind');
  try {
    const parts = await openParts(count);
    await addAll(parts, searchRecords(dataDir, overview, reading));
    for (const [place, part] of parts.entries())
      await writePart(part, place === 0 ? folder : join(folder, String(place + 1)), place === 0);
  } finally {
    await pagefind.close();
  }
}
