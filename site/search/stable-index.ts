/** Pagefind writes filters and their values in an order that changes from run to run; here they get one order. */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** A file of the index. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

const signature = Buffer.from('pagefind_dcd');
/** In the index's description: version, pages, chunks of words, filters, sorts, fields. */
const filtersAt = 3;
/** In a filter: its name, then each value with its pages. */
const valuesOfFilter = 1;

interface Head {
  type: number;
  size: number;
  /** Where the content begins. */
  from: number;
}

// CBOR (RFC 8949): three bits of type, five of size or of how many bytes the size has.
function headAt(bytes: Buffer, at: number): Head {
  const first = bytes.readUInt8(at);
  const [type, low] = [first >> 5, first & 31];
  if (low < 24) return { type, size: low, from: at + 1 };
  const width = 2 ** (low - 24);
  if (width > 4) throw new Error(`the search index: expected sizes of four bytes at most, found the byte ${first}`);
  return { type, size: bytes.readUIntBE(at + 1, width), from: at + 1 + width };
}

/** Where the values of an array begin and end, one after the other. */
function valuesAt(bytes: Buffer, at: number): Buffer[] {
  const { type, size, from } = headAt(bytes, at);
  if (type !== 4) throw new Error(`the search index: expected an array, found type ${type}`);
  const values: Buffer[] = [];
  let next = from;
  for (let count = 0; count < size; count += 1) {
    const end = endOf(bytes, next);
    values.push(bytes.subarray(next, end));
    next = end;
  }
  return values;
}

function endOf(bytes: Buffer, at: number): number {
  const { type, size, from } = headAt(bytes, at);
  if (type === 2 || type === 3) return from + size;
  if (type !== 4) return from;
  return valuesAt(bytes, at).reduce((end, value) => end + value.length, from);
}

function joined(head: Buffer, values: readonly Buffer[]): Buffer {
  return Buffer.concat([head, ...values]);
}

function sorted(list: Buffer): Buffer {
  return joined(list.subarray(0, headAt(list, 0).from), valuesAt(list, 0).sort(Buffer.compare));
}

/** An array with the list at this place sorted. */
function withSorted(bytes: Buffer, at: number): Buffer {
  const values = valuesAt(bytes, 0).map((value, place) => (place === at ? sorted(value) : value));
  return joined(bytes.subarray(0, headAt(bytes, 0).from), values);
}

function changed(content: Uint8Array, change: (bytes: Buffer) => Buffer): Buffer {
  const bytes = gunzipSync(content).subarray(signature.length);
  return gzipSync(joined(signature, [change(bytes)]), { level: 9 });
}

function digestOf(content: Uint8Array, digits: number): string {
  return createHash('sha256').update(content).digest('hex').slice(0, digits);
}

/** New names are as long as the old ones, so they can take their place within other files. */
type Names = Map<string, string>;

function renamedIn(bytes: Buffer, names: Names): Buffer {
  let text = bytes.toString('latin1');
  for (const [from, to] of names) text = text.replaceAll(from, to);
  return Buffer.from(text, 'latin1');
}

function stableFilter({ path, content }: IndexFile, names: Names): IndexFile {
  const [, language = '', hash = ''] = filter.exec(path) ?? [];
  const stable = changed(content, (bytes) => withSorted(bytes, valuesOfFilter));
  const name = `${language}${digestOf(stable, hash.length)}`;
  names.set(`${language}${hash}`, name);
  return { path: `filter/${name}.pf_filter`, content: stable };
}

function stableDescription({ path, content }: IndexFile, names: Names): IndexFile {
  const [, language = '', hash = ''] = description.exec(path) ?? [];
  const stable = changed(content, (bytes) => withSorted(renamedIn(bytes, names), filtersAt));
  const name = `${language}${digestOf(stable, hash.length)}`;
  names.set(`${language}${hash}`, name);
  return { path: `pagefind.${name}.pf_meta`, content: stable };
}

const entry = 'pagefind-entry.json';
const filter = /^filter\/([a-z]+_)([0-9a-f]+)\.pf_filter$/;
const description = /^pagefind\.([a-z]+_)([0-9a-f]+)\.pf_meta$/;

/** The same files with the same bytes for the same records, whatever the run. */
export function stableIndex(files: readonly IndexFile[]): IndexFile[] {
  const names: Names = new Map();
  // Each names those before it: filters, then the description of the index, then its entry.
  const filters = files.map((file) => (filter.test(file.path) ? stableFilter(file, names) : file));
  const described = filters.map((file) => (description.test(file.path) ? stableDescription(file, names) : file));
  return described.map((file) =>
    file.path === entry ? { path: entry, content: renamedIn(Buffer.from(file.content), names) } : file,
  );
}
