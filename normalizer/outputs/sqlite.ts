import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { MAJOR } from '../catalogue/schemas.ts';
import { defineOutput, type Records } from '../output.ts';
import type { Column, ColumnType, Table, Value } from '../published-tables/table.ts';
import { TABLES } from '../published-tables.ts';

const TYPES: Record<ColumnType, string> = {
  string: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  boolean: 'INTEGER',
  date: 'TEXT',
  datetime: 'TEXT',
  list: 'TEXT',
  json: 'TEXT',
};

/**
 * `samla.sqlite`: every table with its keys, and `items_search`, full text over title, lead and body (FTS5), as Datasette finds it by
 * itself. Lists are JSON arrays. SQLite runs as WebAssembly, so that every machine writes the same bytes.
 */
export default defineOutput({
  async write(records, folder) {
    const file = join(folder, 'samla.sqlite');
    try {
      await writeDatabase(file, records, folder);
    } catch (error) {
      throw diskTrouble(error, file) ?? error;
    }
    // SQLite opens it for the owner alone; web servers run as somebody else.
    await chmod(file, 0o644);
  },
});

async function writeDatabase(file: string, records: Records, folder: string): Promise<void> {
  const database = new sqlite.Database(file);
  try {
    database.exec(SETTINGS);
    database.exec('BEGIN');
    for (const table of TABLES) await fill(database, table, { records, folder });
    database.exec(SEARCH);
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

/** SQLite says in words of its own that the disk is full or fails; here it is said as the file system does. */
function diskTrouble(error: unknown, path: string): Error | undefined {
  if (!(error instanceof sqlite.SQLite3Error) || !/disk|open/i.test(error.message)) return undefined;
  const code = /full/.test(error.message) ? 'ENOSPC' : 'EIO';
  return Object.assign(new Error(`${code}: ${error.message}, write '${path}'`), { code, syscall: 'write', path });
}

/**
 * The folder is thrown away when anything goes wrong, and brought to disk by whoever publishes it. A key that leads nowhere, as that of a source
 * which the registry knows no more, is for `samla check` to say: it must not keep everything else from being published.
 */
const SETTINGS = `PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA user_version = ${MAJOR}`;

/** å is a letter of its own: no diacritics are taken away. */
const SEARCH = `CREATE VIRTUAL TABLE items_search USING fts5(title, lead, body, content='items', tokenize='unicode61 remove_diacritics 0');
INSERT INTO items_search(items_search) VALUES('rebuild'); INSERT INTO items_search(items_search) VALUES('optimize')`;

async function fill(
  database: InstanceType<typeof sqlite.Database>,
  table: Table,
  from: { records: Records; folder: string },
): Promise<void> {
  database.exec(definitionOf(table));
  const places = table.columns.map(() => '?').join(', ');
  const insert = database.prepare(`INSERT INTO ${quoted(table.name)} VALUES (${places})`);
  try {
    for await (const row of table.rows(from.records, from.folder)) insert.run(row.map(stored));
  } finally {
    insert.finalize();
  }
}

function definitionOf({ name, columns, key, refersTo }: Table): string {
  const lines = [
    ...columns.map(columnDefinition),
    `PRIMARY KEY (${key.map(quoted).join(', ')})`,
    ...Object.entries(refersTo).map(
      ([column, table]) => `FOREIGN KEY (${quoted(column)}) REFERENCES ${quoted(table)} ("id")`,
    ),
  ];
  const indexes = Object.keys(refersTo).map(
    (column) => `CREATE INDEX ${quoted(`${name}_${column}`)} ON ${quoted(name)} (${quoted(column)});`,
  );
  return `CREATE TABLE ${quoted(name)} (\n  ${lines.join(',\n  ')}\n);\n${indexes.join('\n')}`;
}

function columnDefinition({ name, type, nullable }: Column): string {
  return `${quoted(name)} ${TYPES[type]}${nullable ? '' : ' NOT NULL'}`;
}

function quoted(name: string): string {
  return `"${name}"`;
}

function stored(value: Value): string | number | null {
  if (Array.isArray(value)) return JSON.stringify(value);
  return typeof value === 'boolean' ? Number(value) : value;
}
