/** The content of `datapackage.json`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endOfLog } from '../changes/log.ts';
import type { PublishedSource } from '../model.ts';
import type { Records } from '../output.ts';
import { municipalitiesOf } from '../published-tables/lists.ts';
import { addressOf, formatOf, type PublishedFile } from './files.ts';
import { SCHEMA_OF } from './schemas.ts';
import { CATALOGUE } from './texts.ts';

/** Covers our compilation, codes and metadata; texts belong to their sources (STANDARDS B3.4). */
export const LICENCE = {
  name: 'NLOD-2.0',
  path: 'https://data.norge.no/nlod/no/2.0',
  title: 'Norsk lisens for offentlige data (NLOD) 2.0',
} as const;

/** Describes the package; says when the data were changed, never when it was made. */
export async function packageOf(records: Records, folder: string, files: readonly PublishedFile[]): Promise<object> {
  const { site, sources } = records;
  const { seq, at } = await endOfLog(folder);
  const counts = await countsOf(records, folder, files);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'samla',
    id: addressOf(site, 'datapackage.json'),
    title: CATALOGUE.title.nb,
    description: CATALOGUE.description.nb,
    homepage: addressOf(site, ''),
    // The major version of the schemas; the newest change as the last number.
    version: `1.0.${seq}`,
    created: at,
    keywords: CATALOGUE.keywords.nb,
    licenses: [LICENCE],
    sources: sources.map(sourceOf),
    contributors: [{ title: site.operator.name ?? site.title.nb, path: site.operator.contact, roles: ['publisher'] }],
    resources: files.map((file) => resourceOf(file, counts)),
  };
}

function sourceOf({ id, url }: PublishedSource): object {
  return { title: id, path: url };
}

/** Records of each table, by the place of its files: `items`, `communities/agder/items`. */
type Counts = ReadonlyMap<string, number>;

async function countsOf(
  { communities, sources }: Records,
  folder: string,
  files: readonly PublishedFile[],
): Promise<Counts> {
  const coverage = JSON.parse(await readFile(join(folder, 'coverage.json'), 'utf8')) as unknown[];
  const lines = files.flatMap(({ path, records }): [string, number][] =>
    records === undefined ? [] : [[placeOf(path), records]],
  );
  const lists = { communities, municipalities: municipalitiesOf(communities), sources, coverage };
  return new Map([...lines, ...Object.entries(lists).map(([name, list]): [string, number] => [name, list.length])]);
}

/** A file's name without its form: `communities/agder/items-excel.csv` → communities/agder/items. */
function placeOf(path: string): string {
  return path === 'ocd-events.json' ? 'meetings' : path.replace(/(-excel)?\.[a-z]+$/, '');
}

function resourceOf({ path, bytes, sha256 }: PublishedFile, counts: Counts): object {
  const { mediaType } = formatOf(path);
  const records = counts.get(placeOf(path));
  return {
    name: path.replace(/[/.]/g, '-').toLowerCase(),
    path,
    title: titleOf(path, 'nb'),
    titles: { nb: titleOf(path, 'nb'), nn: titleOf(path, 'nn') },
    ...(records !== undefined && { records }),
    ...tableFacts(path),
    ...recordSchema(path),
    format: path.slice(path.lastIndexOf('.') + 1),
    mediatype: mediaType,
    ...(isText(path) && { encoding: 'utf-8' }),
    bytes,
    hash: `sha256:${sha256}`,
  };
}

function isText(path: string): boolean {
  return !/\.(parquet|sqlite)$/.test(path);
}

/** The dataset that a file belongs to: `communities/agder/items-excel.csv` → items; undefined for what describes the data. */
export function datasetOf(path: string): string | undefined {
  const name = /^([a-z]+)(?:-excel)?\.[a-z]+$/.exec(generalPath(path))?.[1];
  if (path === 'ocd-events.json') return 'meetings';
  return name !== undefined && name in CATALOGUE.datasets ? name : undefined;
}

/** The file that holds the same of everything: `communities/agder/items.csv` → items.csv, `changes/2026.ndjson` → changes.ndjson. */
function generalPath(path: string): string {
  return path.replace(/^communities\/[a-z0-9-]+\//, '').replace(/^changes\/\d{4}\./, 'changes.');
}

function titleOf(path: string, form: 'nb' | 'nn'): string {
  const dataset = datasetOf(path);
  const title = dataset === undefined ? undefined : CATALOGUE.datasets[dataset]?.title[form];
  const community = /^communities\/([a-z0-9-]+)\//.exec(path)?.[1];
  return [title ?? path, community].flatMap((part) => part ?? []).join(', ');
}

/** The JSON Schema of a JSON file, or of each line of an NDJSON file; no part of the standard, which knows tables only. */
function recordSchema(path: string): object {
  const name = SCHEMA_OF[generalPath(path)];
  return name === undefined ? {} : { jsonSchema: `schema/v1/${name}.json` };
}

/** What a reader of tables must know: the columns, and how a CSV file is written. */
function tableFacts(path: string): object {
  const dataset = datasetOf(path);
  if (path.endsWith('.parquet')) return { type: 'table', schema: `schema/v1/tables/${dataset}-database.json` };
  if (!path.endsWith('.csv')) return {};
  const isExcel = path.endsWith('-excel.csv');
  return {
    type: 'table',
    description: isExcel
      ? 'For Excel in Norway: begins with a byte order mark, decimal comma, no line breaks in cells. Texts that look like formulas begin with an apostrophe; the JSON, Parquet and SQLite files hold them as they are.'
      : 'RFC 4180. Texts that look like formulas begin with an apostrophe; the JSON, Parquet and SQLite files hold them as they are.',
    dialect: {
      delimiter: isExcel ? ';' : ',',
      lineTerminator: '\r\n',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
    },
    schema: `schema/v1/tables/${dataset}-${isExcel ? 'excel' : 'csv'}.json`,
  };
}
