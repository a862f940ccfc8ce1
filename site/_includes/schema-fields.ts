/** Reads a published JSON Schema as a table of fields. */
import { z } from 'zod';

/** One field of a record. */
export interface SchemaField {
  field: string;
  /** "string", "integer", "array of string", "object" … */
  type: string;
  /** The values it can have, when they are few and named. */
  values: string[];
  nullable: boolean;
  description: string | undefined;
}

interface Node {
  type?: string | string[] | undefined;
  enum?: unknown[] | undefined;
  description?: string | undefined;
  items?: Node | undefined;
  anyOf?: Node[] | undefined;
  properties?: Record<string, Node> | undefined;
}

const NodeSchema: z.ZodType<Node> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(z.unknown()).optional(),
    description: z.string().optional(),
    items: NodeSchema.optional(),
    anyOf: z.array(NodeSchema).optional(),
    properties: z.record(z.string(), NodeSchema).optional(),
  }),
);

const typeNames = ({ type }: Node): string[] => (type === undefined ? [] : [type].flat());

function typeOf(node: Node): string {
  const [name = 'object'] = typeNames(node).filter((type) => type !== 'null');
  return name === 'array' && node.items ? `array of ${typeOf(node.items)}` : name;
}

function toField([field, node]: [string, Node]): SchemaField {
  const choices = node.anyOf ?? [node];
  const isNull = (choice: Node): boolean => typeNames(choice).includes('null');
  const main =
    choices.find((choice) => typeOf(choice) !== 'null' && !(isNull(choice) && typeNames(choice).length === 1)) ?? node;
  return {
    field,
    type: typeOf(main),
    values: (main.enum ?? main.items?.enum ?? []).map(String),
    nullable: choices.some(isNull),
    description: node.description ?? main.description,
  };
}

/** The fields of the records that a schema describes, in its order; none when it is no schema of records. */
export function schemaFields(schema: unknown): SchemaField[] {
  const read = NodeSchema.safeParse(schema);
  if (!read.success) return [];
  const record = read.data.items ?? read.data;
  return Object.entries(record.properties ?? {}).map(toField);
}

/** `schema/item.json` or `schema/item.schema.json` → "item" */
export function schemaName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/(\.schema)?\.json$/, '');
}
