/** Records as tables: what CSV, Parquet, SQLite and the descriptions of the data share. */
import { z } from 'zod';
import type { Records } from '../output.ts';

/** What a cell can hold. A `list` holds words without blanks or bars; `json` is text. */
export type Value = string | number | boolean | null | string[];

export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'list' | 'json';

export interface Column {
  name: string;
  type: ColumnType;
  description: string;
  /** The values it can have, when they are few and named. */
  values: readonly string[];
  /** Whether a cell may be empty. */
  nullable: boolean;
  /** Texts and structures that no spreadsheet takes: Excel cuts a cell at 32,767 characters. */
  onlyInDatabases: boolean;
}

export interface Table {
  name: string;
  description: string;
  /** The columns that tell rows apart. */
  key: readonly string[];
  /** Column -> the table whose key it holds. */
  refersTo: Readonly<Record<string, string>>;
  columns: readonly Column[];
  /** The cells of each row in the order of the columns; files that earlier stages wrote are read from the folder. */
  rows(records: Records, folder: string): AsyncIterable<Value[]>;
}

/** A column whose meaning and values come from a field of the model, or are given. */
export interface ColumnOf<R> {
  name: string;
  type?: ColumnType;
  /** The field of the model: `quality.score`; the column's own name when left out. */
  field?: string;
  description?: string;
  /** How a record gives the cell; the field's value when left out. */
  cell?: (record: R) => Value;
  onlyInDatabases?: boolean;
}

interface TableOf<R> extends Pick<Table, 'name' | 'key' | 'refersTo'> {
  /** The record's schema: meanings, named values and what may be empty are taken from it. */
  schema: z.ZodType;
  columns: readonly ColumnOf<R>[];
  records(records: Records, folder: string): AsyncIterable<R> | Iterable<R>;
}

interface Node {
  type?: string | string[];
  description?: string;
  enum?: string[];
  anyOf?: Node[];
  items?: Node;
  properties?: Record<string, Node>;
  required?: string[];
}

/** Makes a table of records; throws when a column names no field of the model. */
export function defineTable<R extends object>({ schema, columns, records: source, ...table }: TableOf<R>): Table {
  const root = z.toJSONSchema(schema) as Node;
  const described = columns.map((column) => describeColumn(column, root, table.name));
  const cells = columns.map(({ cell, field, name }) => cell ?? ((record: R) => valueAt(record, field ?? name)));
  return {
    ...table,
    description: root.description ?? '',
    columns: described,
    async *rows(records, folder) {
      for await (const record of source(records, folder)) yield cells.map((cell) => cell(record));
    },
  };
}

function describeColumn<R>(given: ColumnOf<R>, root: Node, table: string): Column {
  const { name, field = name, onlyInDatabases = false } = given;
  const found = fieldAt(root, field.split('.'));
  const description = given.description ?? found.node?.description;
  if (description === undefined) throw new Error(`${table}.${name}: expected a field of the model that is described`);
  const type = given.type ?? typeOf(found.node);
  return { name, type, description, values: valuesOf(found.node), nullable: found.nullable, onlyInDatabases };
}

/** A field's node, and whether anything on the way to it may be absent or null. A field of no schema may always be. */
function fieldAt(root: Node, path: readonly string[]): { node: Node | undefined; nullable: boolean } {
  let node: Node | undefined = root;
  let nullable = false;
  for (const step of path) {
    const holder: Node | undefined = choicesOf(node).find(({ properties }) => properties !== undefined);
    nullable ||= holder?.required?.includes(step) !== true;
    node = holder?.properties?.[step];
    nullable ||= typesOf(node).includes('null');
  }
  return { node, nullable };
}

function choicesOf(node: Node | undefined): Node[] {
  return node === undefined ? [] : (node.anyOf ?? [node]);
}

function typesOf(node: Node | undefined): string[] {
  return choicesOf(node).flatMap(({ type }) => type ?? []);
}

function typeOf(node: Node | undefined): ColumnType {
  const type = typesOf(node).find((one) => one !== 'null');
  if (type === 'array') return 'list';
  return type === 'integer' || type === 'number' || type === 'boolean' ? type : 'string';
}

function valuesOf(node: Node | undefined): string[] {
  return choicesOf(node).flatMap((choice) => choice.enum ?? choice.items?.enum ?? []);
}

function valueAt(record: object, field: string): Value {
  let value: unknown = record;
  for (const step of field.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return (value ?? null) as Value;
}
