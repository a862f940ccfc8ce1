/** The files that a publishing has written so far, with what catalogues say of them. */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { SiteSettings } from '../../scraper/index.ts';

/** One file below the published folder. */
export interface PublishedFile {
  /** With `/`, from the published folder. */
  path: string;
  bytes: number;
  /** In hexadecimal. */
  sha256: string;
  /** Of NDJSON files: how many records they hold. */
  records?: number;
}

/** What kind of file an ending stands for. `euFileType` is the EU's code, where it has one (STANDARDS A1.9). */
export interface FileFormat {
  mediaType: string;
  euFileType?: string;
}

const FORMATS: Record<string, FileFormat> = {
  csv: { mediaType: 'text/csv', euFileType: 'CSV' },
  json: { mediaType: 'application/json', euFileType: 'JSON' },
  jsonld: { mediaType: 'application/ld+json', euFileType: 'JSON_LD' },
  md: { mediaType: 'text/markdown' },
  ndjson: { mediaType: 'application/x-ndjson' },
  parquet: { mediaType: 'application/vnd.apache.parquet', euFileType: 'PARQUET' },
  sqlite: { mediaType: 'application/vnd.sqlite3' },
  ttl: { mediaType: 'text/turtle', euFileType: 'RDF_TURTLE' },
};

/** The format of a file by the ending of its name. */
export function formatOf(path: string): FileFormat {
  return FORMATS[path.slice(path.lastIndexOf('.') + 1)] ?? { mediaType: 'text/plain' };
}

/** The public address of a published file. */
export function addressOf(site: SiteSettings, path: string): string {
  return `${site.baseUrl.replace(/(?<!\/)\/*$/, '')}/data/${path}`;
}

/** The files of a folder that grows: each is read once, when it is first asked for; none is changed after it was written. */
export class FolderFiles {
  readonly #folder: string;
  readonly #seen = new Map<string, PublishedFile>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Every file that is there now, sorted by path. */
  async list(): Promise<PublishedFile[]> {
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    const files: PublishedFile[] = [];
    for (const file of names) {
      const path = relative(this.#folder, file).split(sep).join('/');
      const known = this.#seen.get(path) ?? { path, ...(await look(file)) };
      this.#seen.set(path, known);
      files.push(known);
    }
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

/** Up to here a file is read at once: there are hundreds of small ones, and a stream costs more than the sum. */
const SMALL = 4 * 1024 * 1024;

async function look(file: string): Promise<Omit<PublishedFile, 'path'>> {
  const { size } = statSync(file);
  const hash = createHash('sha256');
  let records = 0;
  const add = (bytes: Buffer) => {
    hash.update(bytes);
    if (file.endsWith('.ndjson')) records += countLines(bytes);
  };
  if (size <= SMALL) add(readFileSync(file));
  else for await (const chunk of createReadStream(file)) add(chunk as Buffer);
  return { bytes: size, sha256: hash.digest('hex'), ...(file.endsWith('.ndjson') && { records }) };
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
