/** What was published before: ids, dates and revisions go on from there. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Item, ItemSchema, type Meeting, MeetingSchema, type PublishedSource } from './model.ts';
import { linesOf } from './ndjson-lines.ts';

/** What is remembered of an item published before. */
export interface Earlier {
  url: string;
  community: string;
  source: string;
  /** Hash of all that the item says; times and provenance left out. */
  content: string;
  firstSeen: string;
  lastSeen: string;
  lastChanged: string;
  revision: number;
  provenance: Item['provenance'];
}

export interface History {
  items: Map<string, Earlier>;
  sources: Map<string, PublishedSource>;
}

/** Reads the published files of a data folder; empty when nothing was published yet. */
export async function readHistory(dataDir: string): Promise<History> {
  const folder = join(dataDir, 'published');
  const items = new Map<string, Earlier>();
  for await (const item of readPublishedItems(folder)) {
    const { id, url, community, source, firstSeen, lastSeen, lastChanged, revision, provenance } = item;
    items.set(id, {
      url,
      community,
      source,
      content: contentOf(item),
      firstSeen,
      lastSeen,
      lastChanged,
      revision,
      provenance,
    });
  }
  const file = join(folder, 'sources.json');
  const sources = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as PublishedSource[]) : [];
  return { items, sources: new Map(sources.map((source) => [source.id, source])) };
}

/** The items of a published folder, one by one; lines that are no item any more are passed over. */
export async function* readPublishedItems(folder: string): AsyncGenerator<Item> {
  for await (const line of textLines(join(folder, 'items.ndjson'))) {
    const item = ItemSchema.safeParse(parseJson(line));
    if (item.success) yield item.data;
  }
}

/** The meetings of a published folder; lines that are no meeting any more are passed over. */
export async function readPublishedMeetings(folder: string): Promise<Meeting[]> {
  const meetings: Meeting[] = [];
  for await (const line of textLines(join(folder, 'meetings.ndjson'))) {
    const meeting = MeetingSchema.safeParse(parseJson(line));
    if (meeting.success) meetings.push(meeting.data);
  }
  return meetings;
}

async function* textLines(file: string): AsyncGenerator<string> {
  if (existsSync(file)) for await (const { text } of linesOf(file)) yield text;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // A damaged line says nothing; the item is made anew from its original.
    return undefined;
  }
}

/**
 * Carries an item on from what was published before: the same content keeps its times, its revision and the
 * original that it was first read from; other content is the next revision.
 */
export function withHistory(item: Item, earlier: Earlier | undefined): Item {
  if (earlier === undefined) return item;
  const { firstSeen, lastSeen, lastChanged, revision, provenance } = earlier;
  if (contentOf(item) === earlier.content) return { ...item, firstSeen, lastSeen, lastChanged, revision, provenance };
  return { ...item, firstSeen, revision: revision + 1 };
}

function contentOf({ firstSeen, lastSeen, lastChanged, revision, provenance, ...content }: Item): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64');
}
