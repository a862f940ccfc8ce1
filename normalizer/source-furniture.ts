/** Looks at some pages of a source ahead of the others: what stands on several of them is known before any is understood. */
import { createHash } from 'node:crypto';
import type { CaptureReader, KnownPage } from '../scraper/index.ts';
import { findFurniture, linesOfPage, type PageLines } from './furniture-lines.ts';
import { readerFor } from './readers.ts';

/** Enough to find what stands on a third of a source's pages, and few enough to cost little. */
const LOOKED_AT = 12;

/**
 * The lines that several pages of one source share. Which of its pages are looked at hangs on their addresses alone, so that a new page
 * changes one of them at most, and every machine looks at the same ones.
 */
export async function furnitureOf(captures: CaptureReader, pages: readonly KnownPage[]): Promise<string[]> {
  const some = pages
    .filter(({ role }) => role !== 'document')
    .sort(byDigest)
    .slice(0, LOOKED_AT);
  const read: PageLines[] = [];
  for (const known of some) read.push(...(await look(captures, known)));
  return findFurniture(read);
}

/** Nothing of what has no chrome: documents, answers of interfaces. */
async function look(captures: CaptureReader, known: KnownPage): Promise<PageLines[]> {
  const reader = readerFor(known.mediaType, known.url)?.reader;
  if (reader === undefined || reader.isolated || known.capture === undefined) return [];
  const capture = await captures.read(known.capture);
  const document = capture && (await reader.read(capture, known.charset));
  return document === undefined || document.bare ? [] : [linesOfPage(document)];
}

function byDigest(a: KnownPage, b: KnownPage): number {
  const [left, right] = [digestOf(a.url), digestOf(b.url)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function digestOf(url: string): string {
  return createHash('sha256').update(new URL(url).pathname).digest('hex');
}
