/** Reads `<data>/published/`, line by line, as an analyst would. */
import { createReadStream, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { z } from 'zod';
import {
  type CoverageRow,
  CoverageRowSchema,
  type Item,
  ItemSchema,
  type Meeting,
  MeetingSchema,
  type PublishedCommunity,
  PublishedCommunitySchema,
  type PublishedSource,
  PublishedSourceSchema,
} from '../../normalizer/index.ts';
import { type Happening, readHistory } from './history.ts';
import { SiteInputError } from './site-input-error.ts';

/** A file that visitors can download. */
export interface PublishedFile {
  /** Inside `published/`, e.g. `schema/item.json` */
  name: string;
  bytes: number;
}

/** Everything under `published/`. */
export interface Published {
  items: Item[];
  meetings: Meeting[];
  communities: PublishedCommunity[];
  sources: PublishedSource[];
  /** Empty where the data were published without it. */
  coverage: CoverageRow[];
  /** What became of the records from release to release; empty where the data were published without it. */
  changes: Happening[];
  files: PublishedFile[];
  /** SHA-256 by file name, as `SHA256SUMS` says; empty where the data were published without it. */
  sums: Map<string, string>;
  /** The JSON Schemas by file name. */
  schemas: Map<string, unknown>;
}

/** What to keep of the records; bodies are the larger part of memory. */
export interface ReadOptions {
  bodies: boolean;
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // A broken line must be named, not only described.
    throw new SiteInputError(`${where}: expected JSON, ${(error as Error).message}`);
  }
}

function validated<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new SiteInputError(`${where}: ${issue?.path.join('.') || 'the record'}: ${issue?.message}`);
}

async function readLines<T>(file: string, schema: z.ZodType<T>, keep: (record: T) => T): Promise<T[]> {
  const records: T[] = [];
  if (!existsSync(file)) return records;
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line === '') continue;
    const where = `${file}:${number}`;
    records.push(keep(validated(schema, parseJson(line, where), where)));
  }
  return records;
}

function readList<T>(file: string, schema: z.ZodType<T[]>): T[] {
  return existsSync(file) ? validated(schema, parseJson(readFileSync(file, 'utf8'), file), file) : [];
}

// Only plain files: a link could lead out of the folder (STANDARDS C2.14).
function listFiles(folder: string, inside = ''): PublishedFile[] {
  const names = existsSync(join(folder, inside)) ? readdirSync(join(folder, inside)).sort() : [];
  return names.flatMap((entry) => {
    const name = inside === '' ? entry : `${inside}/${entry}`;
    const stat = lstatSync(join(folder, name));
    if (entry.startsWith('.')) return [];
    if (stat.isDirectory()) return listFiles(folder, name);
    return stat.isFile() ? [{ name, bytes: stat.size }] : [];
  });
}

function readSums(file: string): Map<string, string> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return new Map(
    lines.flatMap((line) => {
      const [, sum, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
      return sum !== undefined && name !== undefined ? [[name, sum] as const] : [];
    }),
  );
}

function readSchemas(folder: string, files: PublishedFile[]): Map<string, unknown> {
  const schemas = files.filter(({ name }) => name.startsWith('schema/') && name.endsWith('.json'));
  return new Map(
    schemas.map(({ name }) => {
      const file = join(folder, name);
      return [name, parseJson(readFileSync(file, 'utf8'), file)];
    }),
  );
}

/** All published records, validated; throws {@link SiteInputError} naming file, line and field. */
export async function readPublished(dataDir: string, options: ReadOptions): Promise<Published> {
  const folder = join(dataDir, 'published');
  if (!existsSync(folder)) throw new SiteInputError(`${folder}: expected published data, found no such folder`);
  const files = listFiles(folder);
  return {
    items: await readLines(join(folder, 'items.ndjson'), ItemSchema, (item) =>
      options.bodies ? item : { ...item, body: '' },
    ),
    meetings: await readLines(join(folder, 'meetings.ndjson'), MeetingSchema, (meeting) => meeting),
    communities: readList(join(folder, 'communities.json'), PublishedCommunitySchema.array()),
    coverage: readList(join(folder, 'coverage.json'), CoverageRowSchema.array()),
    sources: readList(join(folder, 'sources.json'), PublishedSourceSchema.array()),
    changes: await readHistory(folder),
    files,
    sums: readSums(join(folder, 'SHA256SUMS')),
    schemas: readSchemas(folder, files),
  };
}
