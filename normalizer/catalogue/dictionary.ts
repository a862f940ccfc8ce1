/** The data dictionary, made of the model: what every record, field and column holds. */
import type { Column, Table } from '../published-tables/table.ts';
import { TABLES } from '../published-tables.ts';
import { jsonSchemas } from './schemas.ts';

interface Node {
  type?: string | string[];
  title?: string;
  description?: string;
  enum?: string[];
  const?: unknown;
  anyOf?: Node[];
  items?: Node;
  properties?: Record<string, Node>;
  required?: string[];
  additionalProperties?: boolean | Node;
}

const INTRODUCTION = `# Data dictionary

What the published files hold. Made of the model (\`normalizer/model.ts\`); the same file is published beside the data as \`dictionary.md\`.

Records stand whole in JSON and NDJSON files (first part). CSV, Parquet and SQLite files hold them as tables (second part): columns marked ◆
only in Parquet and SQLite, as no spreadsheet takes their texts. Lists are joined by \`|\` in CSV files, are lists in Parquet and JSON arrays in SQLite.
Days are days in Europe/Oslo, moments are in UTC. What the sources don't say is null or empty, never guessed.
`;

/** The whole dictionary as Markdown. */
export function dictionary(): string {
  const records = [...jsonSchemas()].filter(([, schema]) => schema['properties'] !== undefined);
  return [
    INTRODUCTION,
    '## Records\n',
    ...records.map(([name, schema]) => recordSection(name, schema as Node)),
    '## Tables\n',
    ...TABLES.map(tableSection),
  ].join('\n');
}

function recordSection(name: string, schema: Node): string {
  const rows = fieldsOf(schema, '').map(({ name: field, node, optional }) =>
    row([code(field), typeOf(node, optional), cell(meaningOf(node))]),
  );
  return `### ${name}\n\n${cell(schema.description ?? '')}.\n\n${head(['field', 'type', 'meaning'])}${rows.join('')}`;
}

interface Field {
  name: string;
  node: Node;
  optional: boolean;
}

/** A record's fields, those of the structures inside it after them with their whole name. */
function fieldsOf({ properties = {}, required = [] }: Node, prefix: string): Field[] {
  return Object.entries(properties).flatMap(([name, node]) => {
    const whole = `${prefix}${name}`;
    const inside = [node, ...(node.anyOf ?? [])].flatMap((one) => [
      ...fieldsOf(one, `${whole}.`),
      ...(one.items ? fieldsOf(one.items, `${whole}[].`) : []),
      ...(typeof one.additionalProperties === 'object' ? fieldsOf(one.additionalProperties, `${whole}.*.`) : []),
    ]);
    return [{ name: whole, node, optional: !required.includes(name) }, ...inside];
  });
}

function typeOf(node: Node, optional: boolean): string {
  const types = (node.anyOf ?? [node]).flatMap(({ type }) => type ?? []);
  const plain = types.filter((type) => type !== 'null');
  const list = plain[0] === 'array' ? `list of ${node.items?.type ?? 'values'}` : plain.join(' or ');
  return `${list || 'value'}${types.includes('null') ? ' or null' : ''}${optional ? ', may be missing' : ''}`;
}

function meaningOf(node: Node): string {
  const values = (node.anyOf ?? [node]).flatMap((one) => one.enum ?? []);
  return [node.description ?? '', ...(values.length > 0 ? [`One of ${values.map(code).join(', ')}`] : [])].join('. ');
}

function tableSection(table: Table): string {
  const facts = [
    `One row each, told apart by ${table.key.map(code).join(', ')}`,
    ...Object.entries(table.refersTo).map(
      ([column, target]) => `${code(column)} is the id of a row of ${code(target)}`,
    ),
  ];
  return `### ${table.name}\n\n${cell(table.description)}. ${facts.join('; ')}.\n\n${head(['column', 'type', 'meaning'])}${table.columns.map(columnRow).join('')}`;
}

function columnRow({ name, type, description, nullable, onlyInDatabases, values }: Column): string {
  const named = values.length > 0 ? `. One of ${values.map(code).join(', ')}` : '';
  return row([
    `${code(name)}${onlyInDatabases ? ' ◆' : ''}`,
    `${type}${nullable ? ', may be empty' : ''}`,
    cell(description) + named,
  ]);
}

function head(names: readonly string[]): string {
  return row(names) + row(names.map(() => '---'));
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
