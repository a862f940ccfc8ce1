/** A capture becomes a page that rules can read: read, tidied, cleaned, cut into blocks. */
import type { Document } from 'domhandler';
import type { Capture, Community, KnownPage, Source } from '../scraper/index.ts';
import { readBlocks } from './blocks.ts';
import { cleanUp } from './cleanups.ts';
import { findContent } from './content.ts';
import { readIsolated } from './isolation.ts';
import type { Page, ReadDocument } from './page.ts';
import { bodyOf } from './pieces.ts';
import { type NamedReader, readerFor } from './readers.ts';
import { tidy } from './tidy.ts';
import { findTitleHeading, raiseTitle } from './title-heading.ts';

/**
 * Reads one original. `undefined` when no reader knows its media type.
 * Whatever is wrong in the bytes is a flag of the page, never an error.
 */
export async function readPage(
  capture: Capture,
  known: KnownPage,
  source: Source,
  community: Community,
): Promise<Page | undefined> {
  const mediaType = known.mediaType || mediaTypeOf(capture);
  const named = readerFor(mediaType, known.url, capture.body);
  if (named === undefined) return undefined;
  const document = await readDocument(named, capture, known.charset ?? charsetOf(capture));
  tidy(document.$, capture.url);
  const root = document.$.root()[0] as Document;
  if (!document.bare) raiseTitle(root, document.head);
  const removed = cleanUp(document, capture.url);
  // What comes without chrome is content from end to end.
  const content = (document.bare && bodyOf(root)) || findContent(root, findTitleHeading(root, document.head));
  return {
    url: known.url,
    aliases: known.aliases,
    source,
    community,
    listing: known.role === 'listing',
    mediaType,
    format: document.format,
    capturedAt: capture.capturedAt,
    head: document.head,
    $: document.$,
    content,
    blocks: readBlocks(content),
    removed,
    hints: known.hints,
    flags: document.flags,
  };
}

function readDocument(
  { name, reader }: NamedReader,
  capture: Capture,
  charset: string | undefined,
): Promise<ReadDocument> | ReadDocument {
  return reader.isolated ? readIsolated(name, capture) : reader.read(capture, charset);
}

function mediaTypeOf(capture: Capture): string {
  return (capture.headers['content-type']?.split(';')[0] ?? '').trim().toLowerCase();
}

function charsetOf(capture: Capture): string | undefined {
  return /charset\s*=\s*"?([^\s";]+)/i.exec((capture.headers['content-type'] ?? '').slice(0, 500))?.[1]?.toLowerCase();
}
