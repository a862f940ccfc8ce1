/** The whole of understanding: originals -> drafts -> linked records -> published files. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CaptureReader,
  type Community,
  type KnownPage,
  openCaptures,
  projectFolder,
  readKnownPages,
  readMunicipalities,
  readRegistry,
  readSite,
  readSourceOutcomes,
  type Source,
  takeLock,
} from '../scraper/index.ts';
import { type Decisions, readDecisions } from './decisions.ts';
import type { Draft, LeftOut } from './draft.ts';
import { DraftStore } from './draft-store.ts';
import { readHistory } from './history.ts';
import { closeIsolation } from './isolation.ts';
import { type IndexedDraft, linkDrafts } from './link-drafts.ts';
import { writeOutputs } from './outputs.ts';
import { withoutPersonalData } from './personal-data.ts';
import { mendPublished, publish, writeWhole } from './publish.ts';
import { publishedCommunities, publishedSources } from './published-lists.ts';
import { QUARANTINED } from './quarantine.ts';
import { readPage } from './read-page.ts';
import { Takedowns } from './takedown.ts';
import { understand } from './understand.ts';

export interface NormalizeOptions {
  /** The registry's folder; published files go to `published/` in it. */
  dataDir: string;
  /** Where gathering keeps the originals. */
  capturesDir: string;
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

/** Reads the stored originals of every source and publishes what they say. Never needs the network. Throws `AlreadyRunningError` while another run works on the folder. */
export async function normalize(options: NormalizeOptions): Promise<NormalizeReport> {
  const { dataDir } = options;
  const communities = await readRegistry(dataDir);
  const byHand = { takedowns: Takedowns.read(dataDir), decisions: readDecisions(dataDir) };
  const release = await takeLock(dataDir);
  try {
    return await withOriginals(options, communities, byHand);
  } finally {
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
    const reading = await readAll({ options, communities, captures, store, takedowns: byHand.takedowns });
    await store.finish();
    return await publishAll({ options, communities, store, ...byHand }, reading);
  } finally {
    await captures.close();
    await store.close();
    await closeIsolation();
  }
}

interface Workshop {
  options: NormalizeOptions;
  communities: Community[];
  captures: CaptureReader;
  store: DraftStore;
  takedowns: Takedowns;
}

interface Reading {
  drafts: IndexedDraft[];
  leftOut: LeftOut[];
  /** Addresses whose original can't be read any more: what was published of them stays. */
  unread: { url: string; community: string }[];
  read: number;
  remarks: string[];
}

/** Pages before documents in each community: a document belongs when a page that belongs links to it. */
async function readAll(workshop: Workshop): Promise<Reading> {
  const reading: Reading = { drafts: [], leftOut: [], unread: [], read: 0, remarks: [] };
  const extractor = await extractorName();
  const { publish: publishing } = await readSite(workshop.options.dataDir);
  for (const community of workshop.communities) {
    const work = await pagesOf(workshop.options.dataDir, community);
    const attached = new Set<string>();
    let done = 0;
    for (const { source, known } of work) {
      const about = { known, attached: attached.has(known.url), extractor, publishBody: publishing.body };
      const draft = await readOne(workshop, { community, source, about }, reading);
      for (const attachment of draft?.item.attachments ?? []) attached.add(attachment.url);
      done += 1;
      workshop.options.onProgress?.({ source: source.id, done, of: work.length });
      // Long runs of synchronous work would keep garbage alive (heaps of 2-4 GB were seen).
      if (done % 20 === 0) await new Promise(setImmediate);
    }
  }
  return reading;
}

interface Work {
  source: Source;
  known: KnownPage;
}

/** Each address once, under the first source of the community that has it; documents last. */
async function pagesOf(dataDir: string, community: Community): Promise<Work[]> {
  const work = new Map<string, Work>();
  for (const source of community.sources)
    for (const known of await readKnownPages(dataDir, source.id)) {
      if (mayBePublished(known) && !work.has(known.url)) work.set(known.url, { source, known });
    }
  const isDocument = ({ known }: Work) => (known.role === 'document' ? 1 : 0);
  return [...work.values()].sort((a, b) => isDocument(a) - isDocument(b));
}

/** What gathering has stored of its own, and neither moved nor holds back. */
function mayBePublished({ role, capture, state, held }: KnownPage): boolean {
  const isContent = role === 'page' || role === 'document' || role === 'listing';
  return isContent && capture !== undefined && state !== 'moved' && held === undefined;
}

interface Task {
  community: Community;
  source: Source;
  about: Parameters<typeof understand>[2];
}

async function readOne(
  { captures, store, takedowns }: Workshop,
  task: Task,
  reading: Reading,
): Promise<Draft | undefined> {
  const { community, source, about } = task;
  const { url, capture: ref } = about.known;
  const capture = ref === undefined ? undefined : await captures.read(ref);
  if (capture === undefined) {
    reading.unread.push({ url, community: community.id });
    return undefined;
  }
  reading.read += 1;
  const page = await readPage(capture, about.known, source, community);
  const result =
    page === undefined
      ? { url, source: source.id, reason: `no reader for ${about.known.mediaType || 'an unknown media type'}` }
      : await understand(page, capture, about);
  if ('reason' in result) {
    leaveOut(result, reading);
    return undefined;
  }
  const draft = takedowns.withoutPassages(result);
  const { item, aliases, declared, textKey, firstSeen, mentions } = draft;
  const entry = { url: item.url, aliases, community: item.community, source: item.source, format: item.format };
  reading.drafts.push({
    ...entry,
    declared,
    textKey,
    digest: item.provenance.digest,
    published: item.published,
    capturedAt: item.provenance.capturedAt,
    firstSeen,
    mentions,
    ref: await store.add(draft),
  });
  return draft;
}

/** A quarantined page is an alarm as well: its address is told, never what it holds. */
function leaveOut(one: LeftOut, { leftOut, remarks }: Reading): void {
  const url = withoutPersonalData(one.url);
  leftOut.push({ ...one, url });
  if (one.reason.startsWith(QUARANTINED)) remarks.push(`${url}: ${one.reason}`);
}

type Press = Omit<Workshop, 'captures'> & ByHand;

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

async function extractorName(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(projectFolder(), 'package.json'), 'utf8')) as { version: string };
  return `samla@${version}`;
}
