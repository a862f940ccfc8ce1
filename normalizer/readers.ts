/** The shelf of readers, and which of them reads what. */
import type { Reader } from './reader.ts';
import { loadShelf } from './shelf.ts';

const readers = await loadShelf<Reader>(new URL('./readers/', import.meta.url), 'reader');
const SAYS_NOTHING = new Set([
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'application/force-download',
  'application/x-download',
]);

/** A reader and its file name, which is its name. */
export interface NamedReader {
  name: string;
  reader: Reader;
}

/**
 * The reader for a media type (parameters are ignored). Where the type says nothing, the ending of the address decides.
 * `undefined`: nobody reads this.
 */
export function readerFor(mediaType: string, url: string): NamedReader | undefined {
  const type = (mediaType.split(';')[0] ?? '').trim().toLowerCase();
  if (!SAYS_NOTHING.has(type)) return find((reader) => reader.mediaTypes.includes(type));
  const extension = extensionOf(url);
  return extension === undefined ? undefined : find((reader) => reader.extensions.includes(extension));
}

/** Every reader by its name. */
export function allReaders(): ReadonlyMap<string, Reader> {
  return readers;
}

function find(test: (reader: Reader) => boolean): NamedReader | undefined {
  for (const [name, reader] of readers) if (test(reader)) return { name, reader };
  return undefined;
}

/** The ending of an address' file name in lower case, without the dot: `pdf`. */
export function extensionOf(url: string): string | undefined {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  return /\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase();
}
