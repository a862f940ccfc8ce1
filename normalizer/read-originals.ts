/** All stored originals of all communities -> drafts on disk and what was left out, in the same order whoever reads them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CaptureReader,
  type Community,
  type KnownPage,
  keepHeapLean,
  projectFolder,
  readKnownPages,
  readSite,
  type Source,
} from '../scraper/index.ts';
import { capturedDocuments } from './captured-documents.ts';
import type { Draft, LeftOut } from './draft.ts';
import type { DraftStore } from './draft-store.ts';
import { inOrder } from './in-order.ts';
import type { IndexedDraft } from './link-drafts.ts';
import { withoutPersonalData } from './personal-data.ts';
import { QUARANTINED } from './quarantine.ts';
import { type Original, readOriginal } from './read-original.ts';
import { readerFor } from './readers.ts';
import { ReadingPool, usualWorkers } from './reading-pool.ts';
import { furnitureOf } from './source-furniture.ts';
import type { Takedowns } from './takedown.ts';
import type { Circumstances } from './understand.ts';

/** Where originals come from and drafts go. */
export interface Workshop {
  dataDir: string;
  communities: readonly Community[];
  captures: CaptureReader;
  store: DraftStore;
  takedowns: Takedowns;
  /** See `NormalizeOptions`. */
  workers?: number;
  onProgress?: (event: { source: string; done: number; of: number }) => void;
}

/** What reading came to. */
export interface Reading {
  drafts: IndexedDraft[];
  leftOut: LeftOut[];
  /** Addresses whose original can't be read any more: what was published of them stays. */
  unread: { url: string; community: string }[];
  read: number;
  remarks: string[];
}

/** Starting workers costs about as much as reading so many pages: fewer are read right here. */
const WORTH_WORKERS = 400;

/** Percent that heaps may grow between two clearings when there are several: with a worker beside, 470 MB so, 520 MB with 100, in the same processor time. */
const GROWTH_OF_MANY = 60;

/** Reads all of them. */
export async function readOriginals(workshop: Workshop): Promise<Reading> {
  const { publish: publishing } = await readSite(workshop.dataDir);
  const run = new Run(workshop, { extractor: await extractorName(), publishBody: publishing.body });
  try {
    for (const community of workshop.communities) await run.read(community);
    return run.reading;
  } finally {
    await run.close();
  }
}

interface Work {
  source: Source;
  known: KnownPage;
}

/** What came of one original; `undefined` when there is none any more. */
type Outcome = Draft | LeftOut | undefined;

class Run {
  readonly reading: Reading = { drafts: [], leftOut: [], unread: [], read: 0, remarks: [] };
  readonly #workshop: Workshop;
  readonly #always: Pick<Circumstances, 'extractor' | 'publishBody'>;
  #pool: ReadingPool | undefined;
  #pages = 0;
  /** Lines that pages of a source share, asked for with its first page. */
  readonly #furniture = new Map<Source, Promise<string[]>>();

  constructor(workshop: Workshop, always: Pick<Circumstances, 'extractor' | 'publishBody'>) {
    this.#workshop = workshop;
    this.#always = always;
  }

  /** Pages before documents: a document belongs when a page that belongs links to it. */
  async read(community: Community): Promise<void> {
    const work = await pagesOf(this.#workshop.dataDir, community);
    this.#callHelp(work.length);
    this.#furniture.clear();
    const attached = new Set<string>();
    const documents = capturedDocuments(work.map(({ known }) => known));
    let done = 0;
    const begin = async (one: Work) => {
      const furniture = await this.#furnitureOf(one, work);
      return this.#begin(community, one, { attached: attached.has(one.known.url), furniture, documents });
    };
    const finish = async ({ source, known }: Work, outcome: Outcome): Promise<void> => {
      const draft = await this.#keep(community, known, outcome);
      for (const attachment of draft?.item.attachments ?? []) attached.add(attachment.url);
      done += 1;
      this.#workshop.onProgress?.({ source: source.id, done, of: work.length });
      // Long runs of synchronous work would keep garbage alive (heaps of 2-4 GB were seen).
      if (done % 20 === 0) await new Promise(setImmediate);
    };
    const firstDocument = work.findIndex(isDocument);
    const pages = firstDocument < 0 ? work : work.slice(0, firstDocument);
    await inOrder(pages, this.#pool?.ahead ?? 1, begin, finish);
    // Each document may link to the next.
    await inOrder(work.slice(pages.length), 1, begin, finish);
  }

  /** Workers are called when there are pages enough for them; from then on they stay. */
  #callHelp(pages: number): void {
    this.#pages += pages;
    const { workers, communities } = this.#workshop;
    const wanted = workers ?? (this.#pages >= WORTH_WORKERS ? usualWorkers() : 0);
    if (wanted === 0 || this.#pool !== undefined) return;
    // Until the end of the run, where heaps are let go.
    keepHeapLean(GROWTH_OF_MANY);
    this.#pool = new ReadingPool(wanted, communities);
  }

  #furnitureOf(one: Work, work: readonly Work[]): Promise<string[]> | string[] {
    if (isDocument(one)) return [];
    const { source } = one;
    const own = () => work.filter((other) => other.source === source).map(({ known }) => known);
    const found = this.#furniture.get(source) ?? furnitureOf(this.#workshop.captures, own());
    this.#furniture.set(source, found);
    return found;
  }

  async #begin(
    community: Community,
    { source, known }: Work,
    about: Pick<Circumstances, 'attached' | 'furniture' | 'documents'>,
  ): Promise<Outcome> {
    const capture = known.capture === undefined ? undefined : await this.#workshop.captures.read(known.capture);
    if (capture === undefined) return undefined;
    const original: Original = { community, source, about: { ...this.#always, ...about, known }, capture };
    // Documents have a worker of their own already.
    const isolated = readerFor(known.mediaType, known.url)?.reader.isolated ?? false;
    return this.#pool === undefined || isolated ? readOriginal(original) : this.#pool.read(original);
  }

  async #keep({ id }: Community, { url }: KnownPage, outcome: Outcome): Promise<Draft | undefined> {
    if (outcome === undefined) {
      this.reading.unread.push({ url, community: id });
      return undefined;
    }
    this.reading.read += 1;
    if ('reason' in outcome) {
      leaveOut(outcome, this.reading);
      return undefined;
    }
    const draft = this.#workshop.takedowns.withoutPassages(outcome);
    const { item, aliases, declared, textKey, firstSeen, mentions } = draft;
    const entry = {
      url: item.url,
      aliases,
      community: item.community,
      source: item.source,
      format: item.format,
      declared,
      textKey,
      digest: item.provenance.digest,
      published: item.published,
      capturedAt: item.provenance.capturedAt,
      firstSeen,
      mentions,
    };
    // Copies: pieces cut from a page's text would keep all of it in memory until the end of the run.
    this.reading.drafts.push({ ...structuredClone(entry), ref: await this.#workshop.store.add(draft) });
    return draft;
  }

  async close(): Promise<void> {
    await this.#pool?.close();
  }
}

/** Each address once, under the first source of the community that has it; documents last. */
async function pagesOf(dataDir: string, community: Community): Promise<Work[]> {
  const work = new Map<string, Work>();
  for (const source of community.sources)
    for (const known of await readKnownPages(dataDir, source.id)) {
      if (mayBePublished(known) && !work.has(known.url)) work.set(known.url, { source, known });
    }
  return [...work.values()].sort((a, b) => Number(isDocument(a)) - Number(isDocument(b)));
}

function isDocument({ known }: Work): boolean {
  return known.role === 'document';
}

/** What gathering has stored of its own, and neither moved nor holds back. */
export function mayBePublished({ role, capture, state, held }: KnownPage): boolean {
  const isContent = role === 'page' || role === 'document' || role === 'listing';
  return isContent && capture !== undefined && state !== 'moved' && held === undefined;
}

/** A quarantined page is an alarm as well: its address is told, never what it holds. */
function leaveOut(one: LeftOut, { leftOut, remarks }: Reading): void {
  const url = withoutPersonalData(one.url);
  leftOut.push(structuredClone({ ...one, url }));
  if (one.reason.startsWith(QUARANTINED)) remarks.push(`${url}: ${one.reason}`);
}

async function extractorName(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(projectFolder(), 'package.json'), 'utf8')) as { version: string };
  return `samla@${version}`;
}
