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
  return `${site.baseUrl.replace(/\/*$/, '')}/data/${path}`;
}

/** Every file of the folder, sorted by path. */
export async function filesIn(folder: string): Promise<PublishedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const files: PublishedFile[] = [];
  for (const file of names) files.push({ path: relative(folder, file).split(sep).join('/'), ...(await look(file)) });
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
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
