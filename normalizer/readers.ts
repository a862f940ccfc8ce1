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
  'application/download',
  // What servers call the newer formats too, and what those are inside.
  'application/msword',
  'application/vnd.ms-powerpoint',
  'application/vnd.ms-excel',
  'application/zip',
  'application/x-zip-compressed',
]);
const PDF = /^%PDF-\d/;

/** A reader and its file name, which is its name. */
export interface NamedReader {
  name: string;
  reader: Reader;
}

/**
 * The reader for a media type (parameters are ignored). Where the type says nothing, or a family of formats, the ending of the address decides,
 * also of a name in its query. A PDF is one whatever it is called, where its bytes are given. `undefined`: nobody reads this.
 */
export function readerFor(mediaType: string, url: string, bytes?: Uint8Array): NamedReader | undefined {
  if (bytes && PDF.test(Buffer.from(bytes.subarray(0, 8)).toString('latin1')))
    return find((reader) => reader.extensions.includes('pdf'));
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

/** The ending of an address' file name in lower case, without the dot: `pdf`. A name in the query stands for a path without one. */
export function extensionOf(url: string): string | undefined {
  if (!URL.canParse(url)) return endingOf(url);
  const { pathname, searchParams } = new URL(url);
  const names = [...searchParams.values()].map(endingOf);
  return names.find((ending) => ending !== undefined && isRead(ending)) ?? endingOf(pathname);
}

function endingOf(name: string): string | undefined {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
}

function isRead(ending: string): boolean {
  return find((reader) => reader.extensions.includes(ending)) !== undefined;
}
