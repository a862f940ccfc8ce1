import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { parse as parseCsv } from 'csv-parse/sync';
import { Parser, type Quad, Store } from 'n3';
import sqlite from 'node-sqlite3-wasm';
import Validator from 'rdf-validate-shacl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueNodes } from '../../../normalizer/catalogue/dcat.ts';
import { PREFIXES, toTurtle } from '../../../normalizer/catalogue/graph.ts';
import { fromOcdEvent, type OcdEvent } from '../../../normalizer/ocd-event.ts';
import { safeText } from '../../../normalizer/published-tables/cells.ts';
import { TABLES } from '../../../normalizer/published-tables.ts';
import type { SampleData } from '../../site/sample-data.ts';
import { HOSTILE, publishedFolder, recordsOf, someRecords } from './published.ts';
import { schemaProblems } from './schema-problems.ts';

let folder: string;
let data: SampleData;
let instance: DuckDBInstance;
let connection: DuckDBConnection;

beforeAll(async () => {
  data = await someRecords();
  folder = await publishedFolder(data);
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  connection = await instance.connect();
});

afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

const at = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(at(name), 'utf8');
type Json = ReturnType<typeof JSON.parse>;
const json = (name: string): Json => JSON.parse(text(name));
const names = TABLES.map(({ name }) => name);
const EXCEL_OPTIONS = { delimiter: ';', bom: true };
const csv = (name: string, options = {}) =>
  parseCsv(text(name), { columns: true, record_delimiter: '\r\n', ...options }) as Record<string, string>[];
const allFiles = () =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((name) => statSync(at(name)).isFile());

async function duck(sql: string): Promise<Record<string, Json>[]> {
  const result = await connection.runAndReadAll(sql.replaceAll('$', `${folder}/`));
  return result.getRowObjectsJson() as Record<string, Json>[];
}

function query(sql: string): Record<string, Json>[] {
  const database = new sqlite.Database(at('samla.sqlite'), { readOnly: true });
  try {
    return database.all(sql);
  } finally {
    database.close();
  }
}

describe('the formats', () => {
  it('A5.4 agree on how many rows there are, and on sums, as DuckDB, SQLite and a CSV reader see them', async () => {
    for (const name of names) {
      const [row] = await duck(
        `SELECT (SELECT count(*) FROM '$${name}.parquet') AS parquet, (SELECT count(*) FROM read_csv('$${name}.csv', all_varchar = true)) AS csv, (SELECT count(*) FROM read_json('$${name}.json')) AS json`,
      );
      const rows = json(`${name}.json`).length;
      const counted = {
        ...row,
        excel: csv(`${name}-excel.csv`, EXCEL_OPTIONS).length,
        sqlite: query(`SELECT count(*) AS n FROM "${name}"`)[0]!.n,
      };
      const expected = { parquet: String(rows), csv: String(rows), json: String(rows), excel: rows, sqlite: rows };
      expect(counted, name).toEqual(expected);
    }
    const sums = 'sum(words) AS words, round(sum(score), 6) AS score, min(published) AS oldest, max(id) AS last';
    const [parquet] = await duck(`SELECT ${sums} FROM '$items.parquet'`);
    const [read] = await duck(`SELECT ${sums} FROM '$items.csv'`);
    const [excel] = await duck(
      `SELECT ${sums} FROM read_csv('$items-excel.csv', delim = ';', decimal_separator = ',')`,
    );
    expect(read).toEqual(parquet);
    expect(excel).toEqual(parquet);
    const [stored] = query(`SELECT ${sums} FROM items`);
    expect({ ...stored, words: String(stored!.words) }).toEqual(parquet);
    expect(Number(parquet!.words)).toBe(data.items.reduce((sum, { words }) => sum + words, 0));
  });

  it('A5.1 hold the records one a line in the same order, as JSON has them', () => {
    for (const name of ['items', 'meetings'] as const) {
      const lines = text(`${name}.ndjson`);
      expect(lines.endsWith('\n')).toBe(true);
      expect(
        lines
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ).toEqual(json(`${name}.json`));
      expect(json(`${name}.json`)).toEqual(JSON.parse(JSON.stringify(data[name])));
    }
  });

  it('share the records out among the communities, none twice and none left out', () => {
    for (const name of ['items', 'meetings'] as const) {
      const parts = data.communities.map(({ id }) => text(`communities/${id}/${name}.ndjson`)).join('');
      expect(parts.split('\n').sort()).toEqual(text(`${name}.ndjson`).split('\n').sort());
      const rows = data.communities.flatMap(({ id }) => csv(`communities/${id}/${name}.csv`));
      expect(rows.map(({ id }) => id).sort()).toEqual(data[name].map(({ id }) => id).sort());
    }
  });

  it('are all there, and in order, where nothing is published yet', async () => {
    const empty = await publishedFolder({ items: [], meetings: [], communities: [], sources: [] });
    expect(schemaProblems(empty).problems).toEqual([]);
    const [row] = await duck(
      `SELECT (SELECT count(*) FROM '${empty}/items.parquet') + (SELECT count(*) FROM '${empty}/coverage.parquet') AS n`,
    );
    expect(row).toEqual({ n: '0' });
    expect(readFileSync(join(empty, 'items.csv'), 'utf8').split('\r\n')).toHaveLength(2);
  });

  it('A3.4 are UTF-8 without a byte order mark, but for what Excel opens', () => {
    for (const name of allFiles().filter((one) => !/\.(parquet|sqlite)$/.test(one))) {
      const bytes = readFileSync(at(name));
      expect(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).startsWith('\ufeff'), name).toBe(
        name.endsWith('-excel.csv'),
      );
    }
  });

  it('A3.3 A5 are the same to the byte in every time zone', async () => {
    const before = process.env['TZ'];
    const few = new Set(['agder', 'ahus', 'bergen']);
    const part: SampleData = {
      items: data.items.filter(({ community }) => few.has(community)),
      meetings: data.meetings.filter(({ community }) => few.has(community)),
      communities: data.communities.filter(({ id }) => few.has(id)),
      sources: data.sources.filter(({ community }) => few.has(community)),
    };
    const sums: string[] = [];
    try {
      for (const zone of ['UTC', 'Europe/Oslo', 'Pacific/Kiritimati']) {
        process.env['TZ'] = zone;
        expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
        sums.push(readFileSync(join(await publishedFolder(part), 'SHA256SUMS'), 'utf8'));
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
    expect(sums[0]?.split('\n').length).toBeGreaterThan(60);
    expect(new Set(sums).size).toBe(1);
  });
});

describe('CSV', () => {
  it('A4.1 A2.4 says the same in both forms, and its header is that of its schema', () => {
    for (const { name, columns } of TABLES) {
      const standard = csv(`${name}.csv`);
      const numbers = columns.filter(({ type }) => type === 'number').map((column) => column.name);
      const excel = csv(`${name}-excel.csv`, EXCEL_OPTIONS).map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, cell]) => [key, numbers.includes(key) ? cell.replace(',', '.') : cell]),
        ),
      );
      const flat = (rows: Record<string, string>[]) =>
        rows.map((row) => Object.values(row).map((cell) => cell.replace(/\s*[\r\n\u2028]+\s*/g, ' ')));
      expect(flat(excel)).toEqual(flat(standard));
      const fields = json(`schema/v1/tables/${name}-csv.json`).fields.map((field: { name: string }) => field.name);
      expect(text(`${name}.csv`).split('\r\n')[0]).toBe(fields.join(','));
      expect(text(`${name}-excel.csv`).slice(1).split('\r\n')[0]).toBe(fields.join(';'));
    }
  });

  it('A4.3 holds no cell that a spreadsheet would calculate, and every text can be told again', () => {
    for (const [name, options] of [
      ['items.csv', {}],
      ['items-excel.csv', EXCEL_OPTIONS],
    ] as const) {
      const rows = csv(name, options).filter(({ url }) => url?.includes('/rart/'));
      expect(rows).toHaveLength(HOSTILE.length);
      for (const { title = '', lead = '' } of rows) {
        expect(title).not.toMatch(/^[\s"]*[=+\-@\t\r\n＝＋－＠]/);
        expect(lead).toBe(title);
      }
    }
    const titles = csv('items.csv').map(({ title }) => title);
    for (const title of HOSTILE) expect(titles).toContain(safeText(title));
    expect(safeText('=1')).toBe("'=1");
    expect(safeText('Møte – torsdag')).toBe('Møte – torsdag');
  });
});

describe('Parquet', () => {
  it('A5.2 keeps lists as lists, days as dates, moments as moments and texts as they are', async () => {
    const [row] = await duck(
      `SELECT typeof(published) AS day, typeof(firstSeen) AS moment, typeof(topics) AS list, typeof(score) AS score FROM '$items.parquet' LIMIT 1`,
    );
    expect(row).toEqual({ day: 'DATE', moment: 'TIMESTAMP WITH TIME ZONE', list: 'VARCHAR[]', score: 'DOUBLE' });
    const rows = await duck(`SELECT id, title, topics, published, body FROM '$items.parquet' ORDER BY id`);
    expect(rows).toEqual(
      data.items.map(({ id, title, topics, published, body }) => ({ id, title, topics, published, body })),
    );
  });
});

describe('SQLite', () => {
  it('A5.3 is whole, its keys lead somewhere, and it can be searched in Norwegian', () => {
    expect(query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(query('PRAGMA foreign_key_check')).toEqual([]);
    expect(query('PRAGMA user_version')).toEqual([{ user_version: 1 }]);
    const search = (words: string) =>
      query(`SELECT i.id FROM items_search s JOIN items i ON i.rowid = s.rowid WHERE items_search MATCH '${words}'`);
    expect(search('partnerskapsmøtet').length).toBe(
      data.items.filter(({ body }) => /partnerskapsmøtet/i.test(body)).length,
    );
    expect(search('partnerskapsmotet')).toEqual([]);
    const [topics] = query("SELECT count(*) AS n FROM items, json_each(items.topics) WHERE value = 'beredskap'");
    expect(topics!.n).toBe(data.items.filter((item) => item.topics.includes('beredskap')).length);
    expect(statSync(at('samla.sqlite')).mode & 0o777).toBe(0o644);
  });
});

describe('JSON Schema', () => {
  it('A3.1 describes every JSON and NDJSON file that is published', () => {
    const { problems, records } = schemaProblems(folder);
    expect(problems).toEqual([]);
    expect(records).toBeGreaterThan(2 * (data.items.length + data.meetings.length));
    expect(json('schema/v1/item.json').$id).toBe('https://samla.example.no/data/schema/v1/item.json');
  });
});

describe('the Data Package', () => {
  it('A2.1 A2.2 names each file with its true size and sum, and so does SHA256SUMS', () => {
    const { $schema, name, id, version, created, licenses, contributors, resources } = json('datapackage.json');
    expect($schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
    expect(name).toMatch(/^[a-z-]+$/);
    expect(id).toBe('https://samla.example.no/data/datapackage.json');
    expect(version).toMatch(/^1\.0\.\d+$/);
    expect(new Date(created).toISOString()).toBe(created);
    expect(licenses[0].name).toBe('NLOD-2.0');
    expect(contributors[0].roles).toEqual(['publisher']);
    const wrong = resources.filter(({ path, bytes, hash }: Json) => {
      const content = readFileSync(at(path));
      return content.length !== bytes || hash !== `sha256:${createHash('sha256').update(content).digest('hex')}`;
    });
    expect(wrong).toEqual([]);
    expect(new Set(resources.map((one: Json) => one.name)).size).toBe(resources.length);
    const sums = text('SHA256SUMS')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('  '));
    expect(sums.map(([, path]) => path)).toEqual(
      allFiles()
        .filter((one) => one !== 'SHA256SUMS')
        .sort(),
    );
    for (const [sum, path] of sums)
      expect(
        createHash('sha256')
          .update(readFileSync(at(path!)))
          .digest('hex'),
      ).toBe(sum);
  });

  it('A2.3 gives every table a schema whose fields are explained and whose keys tell rows apart', () => {
    const tables = json('datapackage.json').resources.filter(({ type }: Json) => type === 'table');
    expect(tables.length).toBeGreaterThan(50);
    for (const { path, schema, dialect, records } of tables) {
      expect(existsSync(at(schema)), `${path}: ${schema}`).toBe(true);
      const { fields, primaryKey, foreignKeys = [] } = json(schema);
      for (const field of fields)
        expect(field).toMatchObject({
          name: expect.any(String),
          type: expect.any(String),
          description: expect.stringMatching(/./),
        });
      if (!dialect) continue;
      const rows = parseCsv(text(path), { columns: true, bom: true, delimiter: dialect.delimiter }) as Record<
        string,
        string
      >[];
      expect(rows).toHaveLength(records);
      expect(new Set(rows.map((row) => primaryKey.map((key: string) => row[key]).join(' '))).size).toBe(rows.length);
      for (const { fields: own, reference } of foreignKeys) {
        const target = tables.find(({ name }: Json) => name === reference.resource);
        const known = csv(target.path, target.dialect.delimiter === ';' ? EXCEL_OPTIONS : {}).map(({ id }) => id);
        for (const row of rows) expect(known).toContain(row[own[0]]);
      }
    }
  });
});

/** The static points of dcatno-mqa: what can be seen without asking any address. */
const OF_DATASET = {
  'dcat:keyword': 30,
  'dcat:theme': 30,
  'dct:spatial': 20,
  'dct:temporal': 20,
  // With its value from the EU's list: 10 and 5.
  'dct:accessRights': 15,
  'dcat:contactPoint': 20,
  'dct:publisher': 10,
  'dct:issued': 5,
  'dct:modified': 5,
  // Conforms to DCAT-AP (proved above).
  'dct:identifier': 30,
};
const OF_DISTRIBUTION = {
  'dcat:downloadURL': 20,
  // Present, from the list, open, for machines; and the file is what it says (15) and can be read (15), as proved above.
  'dct:format': 20 + 10 + 20 + 20 + 15 + 15,
  'dcat:mediaType': 10,
  // Present and known.
  'dct:license': 20 + 10,
  'dct:rights': 5,
  'dcat:byteSize': 5,
};
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const expand = (name: string) => name.replace(/^(\w+):/, (_all, prefix: string) => PREFIXES[prefix] ?? RDF);

describe('DCAT-AP-NO', () => {
  const shapes = new Store(
    new Parser().parse(readFileSync(new URL('../../fixtures/dcat-ap-no/shapes.ttl', import.meta.url), 'utf8')),
  );
  const conforms = async (turtle: string) => {
    const report = await new Validator(shapes as never).validate(new Store(new Parser().parse(turtle)) as never);
    return report.results.map((one: Json) => `${one.path?.value} of ${one.focusNode?.value}`);
  };

  it('A1.2 A1.8 conforms to the shapes of what both versions demand', async () => {
    expect(await conforms(text('katalog.ttl'))).toEqual([]);
    const without = text('katalog.ttl')
      .replace(/dcat:theme [^;]+;/, '')
      .replace(/dcat:byteSize/, 'dcat:size');
    expect(await conforms(without)).toHaveLength(3);
  });

  it('A1.11 reaches 350 points of data.norge.no’s own measure without asking the network', () => {
    const graph = new Store(new Parser().parse(text('katalog.ttl')));
    const has = (subject: string, names: readonly string[]) =>
      names.filter((name) => graph.countQuads(subject, expand(name), null, null) > 0);
    const score = (subject: string, points: Record<string, number>) =>
      has(subject, Object.keys(points)).reduce((sum, name) => sum + (points[name] ?? 0), 0);
    const datasets = graph.getSubjects(expand('rdf:type'), expand('dcat:Dataset'), null);
    expect(datasets).toHaveLength(8);
    for (const { value: dataset } of datasets) {
      const best = graph
        .getObjects(dataset, expand('dcat:distribution'), null)
        .map(({ value }) => score(value, OF_DISTRIBUTION))
        .sort((a, b) => b - a)[0];
      const total = score(dataset, OF_DATASET) + (best ?? 0);
      // A file type that the EU has no code for costs the 100 points for formats.
      expect(total, dataset).toBeGreaterThanOrEqual(/#(changes|samla)$/.test(dataset) ? 250 : 350);
    }
  });

  it('A1.1 says the same as Turtle and as JSON-LD', async () => {
    const { default: jsonld } = await import('jsonld');
    const quads = (await jsonld.toRDF(json('katalog.jsonld'), { format: 'application/n-quads' })) as string;
    const lines = (all: Quad[]) =>
      all
        .map(({ subject, predicate, object }) =>
          JSON.stringify([
            subject.value,
            predicate.value,
            object.value,
            (object as Json).language,
            (object as Json).datatype?.value,
          ]),
        )
        .sort();
    expect(lines(new Parser({ format: 'N-Quads' }).parse(quads))).toEqual(
      lines(new Parser().parse(text('katalog.ttl'))),
    );
  });

  it('A1.10 names a registered operator by its address in the national register', async () => {
    const records = await recordsOf(data);
    const site = {
      ...records.site,
      operator: { ...records.site.operator, name: 'Helse Eksempel', organisation: '974760673' },
    };
    const none = { firstDay: undefined, lastDay: undefined, firstSeen: undefined };
    const turtle = await toTurtle(await catalogueNodes({ ...records, site }, folder, { files: [], span: none }));
    expect(turtle).toContain(
      'dct:publisher <https://organization-catalog.fellesdatakatalog.digdir.no/organizations/974760673>',
    );
    expect(turtle).toContain('foaf:name "Helse Eksempel"@nb');
  });
});

describe('Open Civic Data', () => {
  it('A10.1 loses nothing of a meeting, there and back', () => {
    const events = json('ocd-events.json') as OcdEvent[];
    expect(events.map(fromOcdEvent)).toEqual(JSON.parse(JSON.stringify(data.meetings)));
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    const timed = events.filter(({ all_day: allDay }) => !allDay).map(({ start_time: start }) => start);
    expect(timed.length).toBeGreaterThan(0);
    for (const start of timed) expect(start).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+0[12]:00$/);
  });
});
