/** The published JSON Schemas by name: of single records, and of the files that are lists of them. */
import { z } from 'zod';
import {
  ChangeSchema,
  CoverageRowSchema,
  ItemSchema,
  MeetingSchema,
  PublishedCommunitySchema,
  PublishedMunicipalitySchema,
  PublishedSourceSchema,
} from '../model.ts';
import { OcdEventSchema } from '../ocd-event.ts';

/** The major version of the published schemas: a field removed, narrowed or newly required raises it. */
export const MAJOR = 1;

const RECORDS = {
  item: ItemSchema,
  meeting: MeetingSchema,
  community: PublishedCommunitySchema,
  municipality: PublishedMunicipalitySchema,
  source: PublishedSourceSchema,
  coverage: CoverageRowSchema,
  change: ChangeSchema,
  'ocd-event': OcdEventSchema,
};

const LISTS: Record<string, keyof typeof RECORDS> = {
  items: 'item',
  meetings: 'meeting',
  communities: 'community',
  municipalities: 'municipality',
  sources: 'source',
  'coverage-rows': 'coverage',
  'ocd-events': 'ocd-event',
};

/** File -> the schema of it, or of each of its lines. */
export const SCHEMA_OF: Readonly<Record<string, string>> = {
  'items.ndjson': 'item',
  'items.json': 'items',
  'meetings.ndjson': 'meeting',
  'meetings.json': 'meetings',
  'communities.json': 'communities',
  'municipalities.json': 'municipalities',
  'sources.json': 'sources',
  'coverage.json': 'coverage-rows',
  'changes.ndjson': 'change',
  'ocd-events.json': 'ocd-events',
};

/** A JSON Schema 2020-12 without its `$id`, which depends on where the data are published. */
export type JsonSchema = Record<string, unknown>;

/** All schemas by name; a list refers to its record's by `$ref`, which stands beside it. */
export function jsonSchemas(): Map<string, JsonSchema> {
  const records = Object.entries(RECORDS).map(([name, schema]): [string, JsonSchema] => [
    name,
    z.toJSONSchema(schema, { target: 'draft-2020-12' }),
  ]);
  const lists = Object.entries(LISTS).map(([name, record]): [string, JsonSchema] => [
    name,
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: name,
      description: `A list of ${record} records`,
      type: 'array',
      items: { $ref: `${record}.json` },
    },
  ]);
  return new Map([...records, ...lists]);
}
