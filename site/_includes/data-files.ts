/** The published files as people look for them: by what they hold, then by format. */
import type { PublishedFile } from '../_data/published.ts';

/** A file with what it holds and in which format. */
export interface DataFile extends PublishedFile {
  /** What it holds: "items" for `items-excel.csv` and `communities/agder/items.ndjson`. */
  stem: string;
  /** "excel" for the tables made for Excel, else the ending. */
  form: string;
}

/** All published files in their groups. */
export interface FileGroups {
  /** Tables by what they hold, in the order of the list of known ones. */
  tables: [stem: string, files: DataFile[]][];
  /** Files that hold several tables, or one thing in a single format. */
  whole: DataFile[];
  /** A community's own files, by its id. */
  communities: Map<string, DataFile[]>;
  /** What tells of the other files. */
  about: DataFile[];
  schemas: DataFile[];
}

const excel = /-excel\.csv$/;
const ofCommunity = /^communities\/([^/]+)\//;
const descriptions = /^(katalog\.|datapackage\.json$|SHA256SUMS$)/;

function read(file: PublishedFile): DataFile {
  const base = file.name.slice(file.name.lastIndexOf('/') + 1);
  if (excel.test(base)) return { ...file, stem: base.replace(excel, ''), form: 'excel' };
  const dot = base.lastIndexOf('.');
  return dot <= 0
    ? { ...file, stem: base, form: '' }
    : { ...file, stem: base.slice(0, dot), form: base.slice(dot + 1) };
}

function grouped(files: readonly DataFile[], key: (file: DataFile) => string): Map<string, DataFile[]> {
  const groups = new Map<string, DataFile[]>();
  for (const file of files) groups.set(key(file), [...(groups.get(key(file)) ?? []), file]);
  return groups;
}

/** Groups the files; `known` names the tables in the order in which they are shown. */
export function groupFiles(published: readonly PublishedFile[], known: readonly string[]): FileGroups {
  const files = published.map(read);
  const own = files.filter(({ name }) => ofCommunity.test(name));
  const schemas = files.filter(({ name }) => name.startsWith('schema/'));
  const top = files.filter((file) => !own.includes(file) && !schemas.includes(file));
  const tables = grouped(
    top.filter(({ stem, name }) => known.includes(stem) && !name.includes('/')),
    ({ stem }) => stem,
  );
  const rest = top.filter(({ stem, name }) => !known.includes(stem) || name.includes('/'));
  return {
    tables: known.flatMap((stem) => (tables.has(stem) ? [[stem, tables.get(stem) ?? []] as [string, DataFile[]]] : [])),
    whole: rest.filter(({ name }) => !descriptions.test(name)),
    communities: grouped(own, ({ name }) => ofCommunity.exec(name)?.[1] ?? ''),
    about: rest.filter(({ name }) => descriptions.test(name)),
    schemas,
  };
}

const forms: Record<string, string> = {
  ndjson: 'JSON Lines',
  json: 'JSON',
  csv: 'CSV',
  excel: 'CSV for Excel',
  parquet: 'Parquet',
  sqlite: 'SQLite',
  ttl: 'RDF Turtle',
  jsonld: 'JSON-LD',
};

/** A format's name; the ending itself where we have none. */
export function formName({ form, name }: DataFile): string {
  return Object.hasOwn(forms, form) ? (forms[form] ?? '') : form === '' ? name : form.toUpperCase();
}

const mediaTypes: Record<string, string> = {
  ndjson: 'application/x-ndjson',
  json: 'application/json',
  csv: 'text/csv',
  excel: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
  sqlite: 'application/vnd.sqlite3',
  ttl: 'text/turtle',
  jsonld: 'application/ld+json',
};

/** A format's media type (IANA). */
export function mediaType({ form }: DataFile): string {
  return Object.hasOwn(mediaTypes, form) ? (mediaTypes[form] ?? '') : 'application/octet-stream';
}
