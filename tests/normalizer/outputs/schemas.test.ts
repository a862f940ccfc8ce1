import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dictionary } from '../../../normalizer/catalogue/dictionary.ts';
import { jsonSchemas, MAJOR } from '../../../normalizer/catalogue/schemas.ts';
import { TABLES } from '../../../normalizer/published-tables.ts';
import { type Schema, schemaBreaks } from './schema-breaks.ts';

const RELEASED = new URL(`../../fixtures/released-schemas/v${MAJOR}/`, import.meta.url);

describe('the published schemas', () => {
  it('A3.2 keep what the last release of their major version promised', () => {
    const current = jsonSchemas();
    const breaks = readdirSync(RELEASED).flatMap((file) => {
      const name = file.replace('.json', '');
      const released = JSON.parse(readFileSync(new URL(file, RELEASED), 'utf8')) as Schema;
      return current.has(name) ? schemaBreaks(released, current.get(name) as Schema, name) : [`${name}: is gone`];
    });
    expect(
      breaks,
      'keep the promise, or raise MAJOR in normalizer/catalogue/schemas.ts and run schema-release.ts',
    ).toEqual([]);
    expect(readdirSync(RELEASED).length).toBeGreaterThan(10);
  });

  it('A3.2 keep every column of the tables, with its type', () => {
    const columns = JSON.parse(readFileSync(new URL('../tables.json', RELEASED), 'utf8')) as Record<string, object>;
    for (const [table, released] of Object.entries(columns)) {
      const current = TABLES.find(({ name }) => name === table)?.columns ?? [];
      expect(Object.fromEntries(current.map(({ name, type }) => [name, type])), table).toMatchObject(released);
    }
  });

  it('say of every field what it means', () => {
    const silent = [...jsonSchemas()].flatMap(([name, schema]) => fieldsWithoutMeaning(schema as Described, name));
    expect(silent).toEqual([]);
  });
});

describe('the dictionary', () => {
  it('in data/ is made of the model as it is now', () => {
    const kept = readFileSync(new URL('../../../data/DICTIONARY.md', import.meta.url), 'utf8');
    expect(kept, 'run node --import tsx tests/normalizer/outputs/write-dictionary.ts').toBe(dictionary());
  });
});

interface Described extends Schema {
  description?: string;
  properties?: Record<string, Described>;
  items?: Described;
  anyOf?: Described[];
}

function fieldsWithoutMeaning({ properties = {}, items, anyOf = [] }: Described, place: string): string[] {
  const own = Object.entries(properties).flatMap(([field, schema]) => [
    ...(schema.description ? [] : [`${place}.${field}`]),
    ...fieldsWithoutMeaning(schema, `${place}.${field}`),
  ]);
  return [...own, ...[items, ...anyOf].flatMap((inside) => (inside ? fieldsWithoutMeaning(inside, place) : []))];
}

const released: Schema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    kind: { type: 'string', enum: ['news', 'page'] },
    lead: { type: ['string', 'null'] },
    parts: { type: 'array', items: { type: 'object', properties: { url: { type: 'string' } }, required: ['url'] } },
    score: { type: 'number', minimum: 0, maximum: 1 },
  },
  required: ['id', 'kind'],
};
const { properties } = released;

describe('the comparison of schemas', () => {
  it.each<[string, Schema, string[]]>([
    ['an optional field more', { ...released, properties: { ...properties, extra: { type: 'string' } } }, []],
    [
      'a named value more',
      { ...released, properties: { ...properties, kind: { type: 'string', enum: ['page', 'news', 'plan'] } } },
      [],
    ],
    [
      'a field gone',
      {
        ...released,
        properties: {
          id: properties!['id']!,
          kind: properties!['kind']!,
          lead: properties!['lead']!,
          score: properties!['score']!,
        },
      },
      ['item.parts: is gone'],
    ],
    ['a field that may be missing', { ...released, required: ['id'] }, ['item.kind: may be missing now']],
    ['a field demanded', { ...released, required: ['id', 'kind', 'lead'] }, ['item.lead: is demanded now']],
    [
      'a value gone',
      { ...released, properties: { ...properties, kind: { type: 'string', enum: ['news'] } } },
      ['item.kind: the value "page" is gone'],
    ],
    [
      'null gone',
      { ...released, properties: { ...properties, lead: { type: 'string' } } },
      ['item.lead: was null or string, is string'],
    ],
    [
      'another type',
      { ...released, properties: { ...properties, id: { type: 'integer' } } },
      ['item.id: was string, is integer'],
    ],
    [
      'a narrower range',
      { ...released, properties: { ...properties, score: { type: 'number', minimum: 0.5, maximum: 1 } } },
      ['item.score: has a higher minimum'],
    ],
    [
      'a field gone inside',
      {
        ...released,
        properties: { ...properties, parts: { type: 'array', items: { type: 'object', properties: {} } } },
      },
      ['item.parts[].url: is gone'],
    ],
    [
      'a pattern',
      { ...released, properties: { ...properties, id: { type: 'string', pattern: '^a' } } },
      ['item.id: has another pattern'],
    ],
  ])('A3.2 sees %s', (_what, current, expected) => {
    expect(schemaBreaks(released, current, 'item')).toEqual(expected);
  });
});
