/** What was made of one gathered address, and why: nothing is written. */
import { join } from 'node:path';
import {
  type CaptureRef,
  type Community,
  canonicalAddress,
  isDiskTrouble,
  type KnownPage,
  openCaptures,
  readKnownPages,
  readRegistry,
  type Source,
} from '../scraper/index.ts';
import { capturedDocuments } from './captured-documents.ts';
import { removeFurniture } from './furniture.ts';
import { closeIsolation } from './isolation.ts';
import type { Evidence } from './model.ts';
import { linesOf } from './ndjson-lines.ts';
import type { Page, Removal } from './page.ts';
import { mayBePublished } from './read-originals.ts';
import { readPage } from './read-page.ts';
import { readFields } from './rules.ts';
import { furnitureOf } from './source-furniture.ts';

/** All that can be told of an address. */
export interface Explanation {
  url: string;
  community: string;
  source: string;
  known: Pick<KnownPage, 'role' | 'state' | 'status' | 'mediaType' | 'aliases'>;
  /** Where the original lies; absent when none was ever stored. */
  capture?: CaptureRef;
  capturedAt?: string;
  /** Id of the item that it is published as. */
  item?: string;
  /** Why it is not published. */
  leftOut?: string;
  /** By field: the value in short and what it was read from. */
  fields: { field: string; value: string; evidence?: Evidence }[];
  removed: Removal[];
  flags: string[];
}

interface Found {
  community: Community;
  source: Source;
  known: KnownPage;
}

/** Explains a gathered address (or one that leads to it, with `www.` and the last slash or not); `undefined` when none of the sources has it. */
export async function explain(
  url: string,
  { dataDir, capturesDir }: { dataDir: string; capturesDir: string },
): Promise<Explanation | undefined> {
  const found = await findKnown(url, dataDir);
  if (found === undefined) return undefined;
  const { community, source, known } = found;
  const page = await readAgain(found, { dataDir, capturesDir });
  const item = await lineOf(join(dataDir, 'published', 'items.ndjson'), (record) => isOf(record, known.url));
  const left = await lineOf(join(dataDir, 'state', 'left-out.ndjson'), (record) => record['url'] === known.url);
  const { role, state, status, mediaType, aliases } = known;
  return {
    url: known.url,
    community: community.id,
    source: source.id,
    known: { role, state, status, mediaType, aliases },
    ...(known.capture && { capture: known.capture }),
    ...(known.capturedAt && { capturedAt: known.capturedAt }),
    ...(item && { item: String(item['id']) }),
    ...(item === undefined && { leftOut: whyNot(known, page, left) }),
    fields: page === undefined ? [] : await fieldsOf(page),
    removed: page?.removed ?? [],
    flags: page?.flags ?? [],
  };
}

function whyNot(known: KnownPage, page: Page | undefined, left: Record<string, unknown> | undefined): string {
  if (typeof left?.['reason'] === 'string') return left['reason'];
  if (known.capture === undefined)
    return `nothing could be read there (status ${known.status}${known.failure ? `, ${known.failure.message}` : ''})`;
  if (known.held !== undefined) return `it came with unusually many others and is held back since ${known.held.since}`;
  if (known.state !== 'live') return `it is ${known.state}`;
  if (!['page', 'document', 'listing'].includes(known.role)) return `gathering uses it as a ${known.role} only`;
  if (page === undefined) return `its original cannot be read: ${known.capture.file}, byte ${known.capture.offset}`;
  return 'samla normalize has not run since it was gathered';
}

/** The page as it is read now, from its stored original. */
async function readAgain(
  { known, source, community }: Found,
  { dataDir, capturesDir }: { dataDir: string; capturesDir: string },
): Promise<Page | undefined> {
  if (known.capture === undefined || known.role === 'feed' || known.role === 'sitemap') return undefined;
  const captures = await openCaptures(capturesDir);
  try {
    const beside = (await readKnownPages(dataDir, source.id)).filter(mayBePublished);
    const capture = await captures.read(known.capture);
    const page = capture && (await readPage(capture, known, source, community));
    return (
      page && {
        ...removeFurniture(page, new Set(await furnitureOf(captures, beside))),
        documents: new Map(capturedDocuments(beside)),
      }
    );
  } finally {
    await captures.close();
    await closeIsolation();
  }
}

async function findKnown(url: string, dataDir: string): Promise<Found | undefined> {
  const wanted = canonicalAddress(url) ?? url;
  let near: Found | undefined;
  for (const community of await readRegistry(dataDir))
    for (const source of community.sources)
      for (const known of await readKnownPages(dataDir, source.id)) {
        const addresses = [known.url, ...known.aliases];
        if (addresses.includes(wanted)) return { community, source, known };
        if (near === undefined && addresses.some((address) => loosely(address) === loosely(wanted)))
          near = { community, source, known };
      }
  return near;
}

/** Scheme, `www.` and a last slash aside. */
function loosely(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}

async function fieldsOf(page: Page): Promise<Explanation['fields']> {
  const known = await readFields(page);
  return Object.entries(known)
    .filter(([, reading]) => reading !== undefined)
    .map(([field, reading]) => ({
      field,
      value: shortly(reading?.value),
      ...(reading?.evidence && { evidence: reading.evidence }),
    }))
    .sort((a, b) => (a.field < b.field ? -1 : 1));
}

function shortly(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

function isOf(record: Record<string, unknown>, url: string): boolean {
  return record['url'] === url || (Array.isArray(record['urls']) && record['urls'].includes(url));
}

/** The first record of an NDJSON file that `test` holds for; a file that isn't there has none. */
async function lineOf(
  file: string,
  test: (record: Record<string, unknown>) => boolean,
): Promise<Record<string, unknown> | undefined> {
  try {
    for await (const { text } of linesOf(file)) {
      const record = JSON.parse(text) as Record<string, unknown>;
      if (test(record)) return record;
    }
  } catch (error) {
    if (isDiskTrouble(error) && error.code === 'ENOENT') return undefined; // nothing was published yet
    throw error;
  }
  return undefined;
}
