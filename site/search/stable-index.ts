/** Pagefind writes filters and their values in an order that changes from run to run; here they get one order. */
import { createHash } from 'node:crypto';
import { valuesAt, withValues } from './cbor.ts';
import { closed, opened } from './pagefind-file.ts';

/** A file of the index. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** In the index's description: version, pages, chunks of words, filters, sorts, fields. */
const placeOf = { pages: 1, filters: 3 };
/** In a filter: its name, then each value with its pages. */
const valuesOfFilter = 1;
const entry = 'pagefind-entry.json';

function changedAt(array: Buffer, at: number, change: (value: Buffer) => Buffer): Buffer {
  return withValues(
    array,
    valuesAt(array, 0).map((value, place) => (place === at ? change(value) : value)),
  );
}

const sorted = (list: Buffer): Buffer => withValues(list, valuesAt(list, 0).sort(Buffer.compare));

/** New names are as long as the old ones, so they can take their place within other files. */
type Names = Map<string, string>;

function renamedIn(bytes: Buffer, names: Names): Buffer {
  let text = bytes.toString('latin1');
  for (const [from, to] of names) text = text.replaceAll(from, to);
  return Buffer.from(text, 'latin1');
}

/** Changed content under a name that follows from it. */
function renamedFile(path: string, content: Buffer, names: Names): IndexFile {
  const [, language = '', hash = ''] = /([a-z]+_)([0-9a-f]+)\.pf_/.exec(path) ?? [];
  const digest = createHash('sha256').update(content).digest('hex').slice(0, hash.length);
  names.set(language + hash, language + digest);
  return { path: path.replace(language + hash, language + digest), content };
}

function stableFilter({ path, content }: IndexFile, names: Names): IndexFile {
  return renamedFile(path, closed(changedAt(opened(content), valuesOfFilter, sorted)), names);
}

/** The same files with the same bytes and names for the same records; `pages` may change the index's list of pages. */
export function stableIndex(files: readonly IndexFile[], pages: (list: Buffer) => Buffer): IndexFile[] {
  const names: Names = new Map();
  const stableDescription = ({ path, content }: IndexFile): IndexFile => {
    const named = renamedIn(opened(content), names);
    return renamedFile(path, closed(changedAt(changedAt(named, placeOf.filters, sorted), placeOf.pages, pages)), names);
  };
  // Each names those before it: filters, then the description of the index, then its entry.
  return files
    .map((file) => (file.path.endsWith('.pf_filter') ? stableFilter(file, names) : file))
    .map((file) => (file.path.endsWith('.pf_meta') ? stableDescription(file) : file))
    .map(({ path, content }) => ({ path, content: path === entry ? renamedIn(Buffer.from(content), names) : content }));
}
