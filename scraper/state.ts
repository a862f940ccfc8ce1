/** What the scraper remembers between runs: small, sorted, diffable files that are replaced as a whole (STANDARDS C1.3). */
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { isDiskTrouble, onFile } from './disk-trouble.ts';
import type { KnownPage } from './known-page.ts';
import type { SourceOutcome } from './outcome.ts';

/** A state file that can't be read or written. The message names the file and says what to do. */
export class StateError extends Error {}

/** The file of what is known of a source. */
export function pagesFile(dataDir: string, source: string): string {
  return join(dataDir, 'state', 'pages', `${source}.ndjson`);
}

/** All addresses known of a source, sorted; none when it was never gathered. Throws {@link StateError} with file and line for a damaged one. */
export async function readKnownPages(dataDir: string, source: string): Promise<KnownPage[]> {
  const file = pagesFile(dataDir, source);
  const pages: KnownPage[] = [];
  try {
    let number = 0;
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (line !== '') pages.push(parseLine(line, file, number));
    }
  } catch (error) {
    if (isMissing(error)) return [];
    if (isDiskTrouble(error)) error.path ??= file;
    throw error;
  }
  return pages;
}

function parseLine(line: string, file: string, number: number): KnownPage {
  try {
    const page: KnownPage = JSON.parse(line);
    if (typeof page.url === 'string') return page;
  } catch {
    // Said below, with the place.
  }
  throw new StateError(
    `${file}:${number}: expected a JSON object with a url; restore the file or delete it to gather the source anew`,
  );
}

/** Replaces what is known of a source. Sorted by address, fields in one order: the same pages give the same bytes. */
export async function writeKnownPages(dataDir: string, source: string, pages: KnownPage[]): Promise<void> {
  const lines = pages.toSorted((a, b) => (a.url < b.url ? -1 : 1)).map((page) => `${JSON.stringify(inOrder(page))}\n`);
  await writeWhole(pagesFile(dataDir, source), lines.join(''));
}

const FIELDS = [
  'url',
  'aliases',
  'role',
  'state',
  'status',
  'mediaType',
  'charset',
  'etag',
  'lastModified',
  'digest',
  'capture',
  'record',
  'firstSeen',
  'capturedAt',
  'visited',
  'unchanged',
  'failure',
  'held',
  'hints',
] as const satisfies (keyof KnownPage)[];

function inOrder(page: KnownPage): Partial<KnownPage> {
  return Object.fromEntries(FIELDS.filter((field) => page[field] !== undefined).map((field) => [field, page[field]]));
}

/** What came of the last run, source by source; empty before the first. */
export async function readSourceOutcomes(dataDir: string): Promise<SourceOutcome[]> {
  const file = join(dataDir, 'state', 'sources.json');
  try {
    const outcomes: unknown = JSON.parse(await onFile(file, () => readFile(file, 'utf8')));
    if (Array.isArray(outcomes)) return outcomes;
  } catch (error) {
    if (isMissing(error)) return [];
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new StateError(`${file}: expected a JSON list of sources; restore the file or delete it`);
}

/** Replaces the outcomes. */
export async function writeSourceOutcomes(dataDir: string, outcomes: SourceOutcome[]): Promise<void> {
  await writeWhole(join(dataDir, 'state', 'sources.json'), `${JSON.stringify(outcomes, null, 1)}\n`);
}

function robotsFile(dataDir: string): string {
  return join(dataDir, 'state', 'robots.json');
}

/** Since when (`YYYY-MM-DD`) the robots.txt of which origins could not be reached; empty when all could. */
export async function readLostRobots(dataDir: string): Promise<Map<string, string>> {
  const file = robotsFile(dataDir);
  try {
    const lost: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof lost === 'object' && lost !== null && !Array.isArray(lost))
      return new Map(Object.entries(lost).map(([origin, since]) => [origin, String(since)]));
  } catch (error) {
    if (isMissing(error)) return new Map();
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new StateError(`${file}: expected a JSON object of addresses and days; restore the file or delete it`);
}

/** Replaces that, sorted; no file when there is nothing to say. */
export async function writeLostRobots(dataDir: string, lost: ReadonlyMap<string, string>): Promise<void> {
  const sorted = Object.fromEntries([...lost].sort(([a], [b]) => (a < b ? -1 : 1)));
  if (lost.size === 0) await rm(robotsFile(dataDir), { force: true });
  else await writeWhole(robotsFile(dataDir), `${JSON.stringify(sorted, null, 1)}\n`);
}

/** Writes beside, syncs, renames, syncs the folder: a reader sees the old file or the new one. Leaves nothing beside when it fails. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const part = `${file}.part`;
  try {
    await mkdir(dirname(file), { recursive: true });
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) return;
    const handle = await open(part, 'w');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw new StateError(
      `${file}: could not be written (${error instanceof Error ? error.message : error}); what was there is unharmed`,
    );
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch {
    // Some file systems can't sync a folder; the rename stands all the same.
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
