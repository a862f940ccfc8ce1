/** What would break for a program that reads our data by an earlier schema of the same major version. */

/** A JSON Schema as ours are: no `$ref`, no conditions. */
export interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
}

/** One line for each promise that the new schema doesn't keep; optional fields and further values of an enum may be added. */
export function schemaBreaks(released: Schema, current: Schema, place: string): string[] {
  return [
    ...typeBreaks(released, current, place),
    ...valueBreaks(released, current, place),
    ...fieldBreaks(released, current, place),
    ...insideBreaks(released, current, place),
  ];
}

const typesOf = ({ type, anyOf }: Schema): string[] =>
  (anyOf ? anyOf.flatMap(typesOf) : [type].flat().flatMap((one) => one ?? [])).sort();

function typeBreaks(released: Schema, current: Schema, place: string): string[] {
  const [before, now] = [typesOf(released).join(' or '), typesOf(current).join(' or ')];
  return before === now ? [] : [`${place}: was ${before || 'anything'}, is ${now || 'anything'}`];
}

function valueBreaks(released: Schema, current: Schema, place: string): string[] {
  const gone = (released.enum ?? []).filter((value) => current.enum !== undefined && !current.enum.includes(value));
  return [
    ...gone.map((value) => `${place}: the value ${JSON.stringify(value)} is gone`),
    ...(released.enum === undefined && current.enum !== undefined ? [`${place}: only named values are left`] : []),
    ...(released.pattern !== current.pattern && current.pattern !== undefined ? [`${place}: has another pattern`] : []),
    ...((current.minimum ?? -Infinity) > (released.minimum ?? -Infinity) ? [`${place}: has a higher minimum`] : []),
    ...((current.maximum ?? Infinity) < (released.maximum ?? Infinity) ? [`${place}: has a lower maximum`] : []),
  ];
}

function fieldBreaks(released: Schema, current: Schema, place: string): string[] {
  const [before, now] = [released.properties ?? {}, current.properties ?? {}];
  const [had, has] = [new Set(released.required ?? []), new Set(current.required ?? [])];
  return [
    ...Object.keys(before).flatMap((field) => (field in now ? [] : [`${place}.${field}: is gone`])),
    ...[...had].flatMap((field) => (field in now && !has.has(field) ? [`${place}.${field}: may be missing now`] : [])),
    ...[...has].flatMap((field) => (had.has(field) ? [] : [`${place}.${field}: is demanded now`])),
  ];
}

function insideBreaks(released: Schema, current: Schema, place: string): string[] {
  const pairs: [Schema | undefined, Schema | undefined, string][] = [
    ...Object.entries(released.properties ?? {}).map(([field, schema]): [Schema, Schema | undefined, string] => [
      schema,
      current.properties?.[field],
      `${place}.${field}`,
    ]),
    [released.items, current.items, `${place}[]`],
    [schemaIn(released.additionalProperties), schemaIn(current.additionalProperties), `${place}{}`],
    ...(released.anyOf ?? []).map((schema, at): [Schema, Schema | undefined, string] => [
      schema,
      current.anyOf?.[at],
      place,
    ]),
  ];
  return pairs.flatMap(([before, now, inside]) => (before && now ? schemaBreaks(before, now, inside) : []));
}

function schemaIn(value: boolean | Schema | undefined): Schema | undefined {
  return typeof value === 'object' ? value : undefined;
}
