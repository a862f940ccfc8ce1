/** Lets go of originals that nothing is read from any more, for machines that can't keep all of them for ever. */
import { randomUUID } from 'node:crypto';
import { type FileHandle, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { onFile } from '../disk-trouble.ts';
import type { CaptureRef } from '../known-page.ts';

/** A file is written anew when less than this share of it is still needed. */
const NEEDED_SHARE = 0.5;

/** What a compaction came to. `moved`: where records lie now, by `placeOf` of where they lay. `obsolete`: files that nothing needs once that is noted. */
export interface Compaction {
  moved: Map<string, CaptureRef>;
  obsolete: string[];
  /** Bytes that go with the obsolete files, less those written anew. */
  freed: number;
}

/** A record's place as a key. */
export function placeOf({ file, offset }: Pick<CaptureRef, 'file' | 'offset'>): string {
  return `${file} ${offset}`;
}

/**
 * Copies what is needed out of files that are mostly not. Deletes nothing: whoever has noted the new places removes the obsolete files. A file whose index
 * doesn't name all that is needed of it is left alone. `needed`: places that pages are read from; `named`: ids that published items name.
 */
export async function compactCaptures(
  dir: string,
  needed: ReadonlySet<string>,
  named: ReadonlySet<string>,
): Promise<Compaction> {
  const result: Compaction = { moved: new Map(), obsolete: [], freed: 0 };
  const fresh = await FreshFile.in(dir);
  try {
    for (const name of (await readdir(dir)).filter((one) => one.endsWith('.warc.gz')).sort()) {
      if (name === fresh.name) continue;
      const { size } = await stat(join(dir, name));
      const lines = await indexOf(dir, name);
      const live = lines.filter((line) => needed.has(placeOf(line)) || named.has(line.id));
      const wanted = [...needed].filter((place) => place.startsWith(`${name} `)).length;
      const isKnown = live.filter((line) => needed.has(placeOf(line))).length === wanted;
      const bytes = live.reduce((sum, { length }) => sum + length, 0);
      if (!isKnown || bytes > size * NEEDED_SHARE) continue;
      for (const line of live) result.moved.set(placeOf(line), await fresh.copy(line));
      result.obsolete.push(name);
      result.freed += size - bytes;
    }
    return result;
  } finally {
    await fresh.close();
  }
}

/** Removes the files of originals and their indexes. */
export async function removeCaptures(dir: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await rm(join(dir, indexName(name)), { force: true });
    await rm(join(dir, name), { force: true });
  }
}

function indexName(warc: string): string {
  return warc.replace(/\.warc\.gz$/, '.cdxj');
}

/** One record as its index names it. `text`: all that stands before the JSON. */
interface Indexed extends CaptureRef {
  text: string;
  json: Record<string, string>;
  length: number;
}

async function indexOf(dir: string, warc: string): Promise<Indexed[]> {
  const text = await readFile(join(dir, indexName(warc)), 'utf8').catch(() => ''); // without an index nothing of it is known
  return text.split('\n').flatMap((line) => parseLine(line, warc));
}

/** Nothing for the line that a killed run had not finished. */
function parseLine(line: string, file: string): Indexed[] {
  const at = line.indexOf('{');
  try {
    const json = JSON.parse(line.slice(at)) as Record<string, string>;
    const [offset, length] = [Number(json['offset']), Number(json['length'])];
    if (at < 0 || !(offset >= 0 && length > 0) || json['id'] === undefined) return [];
    return [{ id: json['id'], file, offset, length, text: line.slice(0, at), json }];
  } catch {
    // Cut off in the middle: the record behind it may be whole, but nobody could have noted its place.
    return [];
  }
}

/** The file that takes up what is still needed. Made when the first record comes. */
class FreshFile {
  readonly name = `samla-compact-${randomUUID()}.warc.gz`;
  readonly #dir: string;
  readonly #lines: string[] = [];
  #handle: FileHandle | undefined;
  #size = 0;

  private constructor(dir: string) {
    this.#dir = dir;
  }

  /** Takes away what a killed compaction has left: nothing points at a file without an index. */
  static async in(dir: string): Promise<FreshFile> {
    const names = new Set(await readdir(dir));
    for (const name of names)
      if (name.startsWith('samla-compact-') && name.endsWith('.warc.gz') && !names.has(indexName(name)))
        await rm(join(dir, name));
    return new FreshFile(dir);
  }

  async copy({ file, offset, length, id, text, json }: Indexed): Promise<CaptureRef> {
    this.#handle ??= await open(join(this.#dir, this.name), 'wx');
    const member = await slice(join(this.#dir, file), offset, length);
    const ref = { id, file: this.name, offset: this.#size };
    for (let done = 0; done < member.length; )
      done += (await this.#handle.write(member, done, member.length - done, this.#size + done)).bytesWritten;
    this.#size += member.length;
    this.#lines.push(`${text}${JSON.stringify({ ...json, offset: String(ref.offset), filename: this.name })}`);
    return ref;
  }

  /** Records first, then their index: only then the file counts. */
  async close(): Promise<void> {
    if (!this.#handle) return;
    await this.#handle.sync();
    await this.#handle.close();
    const index = join(this.#dir, indexName(this.name));
    const handle = await open(`${index}.part`, 'w');
    await handle.writeFile(`${this.#lines.toSorted().join('\n')}\n`);
    await handle.sync();
    await handle.close();
    await rename(`${index}.part`, index);
  }
}

async function slice(file: string, offset: number, length: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await onFile(file, () => handle.read(bytes, 0, length, offset));
    if (bytesRead < length) throw new Error(`${file}: expected ${length} bytes at ${offset}, got ${bytesRead}`);
    return bytes;
  } finally {
    await handle.close();
  }
}
