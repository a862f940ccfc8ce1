/** The whole of understanding: originals -> drafts -> linked records -> published files. */
import { join } from 'node:path';
import {
  type Community,
  keepHeapLean,
  openCaptures,
  readMunicipalities,
  readRegistry,
  readSite,
  readSourceOutcomes,
  takeLock,
} from '../scraper/index.ts';
import { type Decisions, readDecisions } from './decisions.ts';
import type { LeftOut } from './draft.ts';
import { DraftStore } from './draft-store.ts';
import { readHistory } from './history.ts';
import { closeIsolation } from './isolation.ts';
import { optimiseLate } from './late-optimising.ts';
import { linkDrafts } from './link-drafts.ts';
import { writeOutputs } from './outputs.ts';
import { mendPublished, publish, writeWhole } from './publish.ts';
import { publishedCommunities, publishedSources } from './published-lists.ts';
import { type Reading, readOriginals } from './read-originals.ts';
import { Takedowns } from './takedown.ts';

export interface NormalizeOptions {
  /** The registry's folder; published files go to `published/` in it. */
  dataDir: string;
  /** Where gathering keeps the originals. */
  capturesDir: string;
  /** Threads that read pages beside this one; when left out as many as are worth starting. What is published is the same. */
  workers?: number;
  onProgress?: (event: { source: string; done: number; of: number }) => void;
}

/** What a run of understanding came to. */
export interface NormalizeReport {
  /** Originals read. */
  read: number;
  items: number;
  meetings: number;
  leftOut: number;
  /** One line each for what somebody should know. */
  remarks: string[];
}

/** Percent that the heap may grow between two clearings: reading 400 pages takes 300 MB so, 430 MB as V8 sees fit, and no more time that could be told. */
const HEAP_GROWTH = 100;

/** Reads the stored originals of every source and publishes what they say. Never needs the network. Throws `AlreadyRunningError` while another run works on the folder. */
export async function normalize(options: NormalizeOptions): Promise<NormalizeReport> {
  const { dataDir } = options;
  const communities = await readRegistry(dataDir);
  const byHand = { takedowns: Takedowns.read(dataDir), decisions: readDecisions(dataDir) };
  const release = await takeLock(dataDir);
  const relaxHeap = keepHeapLean(HEAP_GROWTH);
  optimiseLate();
  try {
    return await withOriginals(options, communities, byHand);
  } finally {
    relaxHeap();
    await release();
  }
}

/** What people settled by hand. */
interface ByHand {
  takedowns: Takedowns;
  decisions: Decisions;
}

async function withOriginals(
  options: NormalizeOptions,
  communities: Community[],
  byHand: ByHand,
): Promise<NormalizeReport> {
  const { dataDir, capturesDir } = options;
  await mendPublished(dataDir);
  const captures = await openCaptures(capturesDir);
  const store = await DraftStore.open(join(dataDir, 'state', '.drafts'));
  try {
    const reading = await readOriginals({ ...options, communities, captures, store, takedowns: byHand.takedowns });
    await store.finish();
    return await publishAll({ options, communities, store, ...byHand }, reading);
  } finally {
    await captures.close();
    await store.close();
    await closeIsolation();
  }
}

interface Press extends ByHand {
  options: NormalizeOptions;
  communities: Community[];
  store: DraftStore;
}

async function publishAll(
  { options: { dataDir }, communities, store, takedowns, decisions }: Press,
  reading: Reading,
): Promise<NormalizeReport> {
  const history = await readHistory(dataDir);
  const linked = await linkDrafts({
    dataDir,
    communities,
    store,
    history,
    drafts: reading.drafts,
    unread: reading.unread,
    takedowns,
    decisions,
  });
  reading.leftOut.push(...linked.takenDown);
  const outcomes = await readSourceOutcomes(dataDir);
  const records = {
    items: linked.items,
    meetings: linked.meetings,
    communities: publishedCommunities(communities, await readMunicipalities(dataDir), linked.counts),
    sources: publishedSources(communities, outcomes, linked.counts, history.sources),
    site: await readSite(dataDir),
    previous: join(dataDir, 'published'),
    lookedAt: newest([
      ...outcomes.map(({ checkedAt }) => checkedAt),
      ...reading.drafts.map(({ capturedAt }) => capturedAt),
    ]),
  };
  await publish(dataDir, (folder) => writeOutputs(records, folder));
  await writeLeftOut(dataDir, reading.leftOut);
  const remarks = [...reading.remarks, ...linked.remarks];
  if (reading.unread.length > 0)
    remarks.push(
      `${reading.unread.length} originals are not in the captures folder any more; what was published of them stays`,
    );
  const { read, leftOut } = reading;
  return { read, items: linked.size, meetings: linked.meetings.length, leftOut: leftOut.length, remarks };
}

function newest(moments: readonly string[]): string | undefined {
  return moments.reduce<string | undefined>((last, one) => (last === undefined || one > last ? one : last), undefined);
}

/** `<data>/state/left-out.ndjson`: every page that is no item, with the reason, so that nobody has to guess. */
async function writeLeftOut(dataDir: string, leftOut: LeftOut[]): Promise<void> {
  const lines = leftOut.map((one) => JSON.stringify(one)).sort();
  await writeWhole(join(dataDir, 'state', 'left-out.ndjson'), lines.map((line) => `${line}\n`).join(''));
}
