import { join } from 'node:path';
import { type ColumnSource, fileWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { defineOutput, type Records } from '../output.ts';
import type { Column, ColumnType, Table, Value } from '../published-tables/table.ts';
import { TABLES } from '../published-tables.ts';

/** Rows that are held until they are written together. */
const GROUP = 500;

/** `<table>.parquet`: lists as lists, days as dates, moments as timestamps in UTC. */
export default defineOutput({
  async write(records, folder) {
    for (const table of TABLES) await writeTable(table, records, folder);
  },
});

async function writeTable(table: Table, records: Records, folder: string): Promise<void> {
  const schema = [{ name: 'root', num_children: table.columns.length }, ...table.columns.flatMap(elementsOf)];
  const writer = new ParquetWriter({
    writer: fileWriter(join(folder, `${table.name}.parquet`)),
    schema,
    createdBy: 'samla',
  });
  let group: Value[][] = [];
  const writeGroup = async () => {
    if (group.length > 0) await writer.write({ columnData: columnsOf(table, group), rowGroupSize: GROUP });
    group = [];
  };
  for await (const row of table.rows(records, folder)) {
    group.push(row);
    if (group.length === GROUP) await writeGroup();
  }
  await writeGroup();
  await writer.finish();
}

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
const ELEMENTS: Record<Exclude<ColumnType, 'list'>, Omit<SchemaElement, 'name'>> = {
  string: TEXT,
  json: TEXT,
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
  datetime: { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' } },
};

function elementsOf({ name, type }: Column): SchemaElement[] {
  if (type !== 'list') return [{ name, repetition_type: 'OPTIONAL', ...ELEMENTS[type] }];
  return [
    { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'REQUIRED', ...TEXT },
  ];
}

function columnsOf({ columns }: Table, rows: readonly Value[][]): ColumnSource[] {
  return columns.map(({ name, type }, at) => ({ name, data: rows.map((row) => stored(row[at] ?? null, type)) }));
}

/** A day that no calendar has is left out. */
function stored(value: Value, type: ColumnType): unknown {
  if (value === null || (type !== 'date' && type !== 'datetime')) return value;
  const date = new Date(String(value));
  return Number.isNaN(date.getTime()) ? null : date;
}
