/** The short tables: communities, municipalities, sources and coverage. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CoverageRow,
  CoverageRowSchema,
  type PublishedCommunity,
  PublishedCommunitySchema,
  type PublishedMunicipality,
  PublishedMunicipalitySchema,
  type PublishedSource,
  PublishedSourceSchema,
} from '../model.ts';
import { defineTable } from './table.ts';

/** The communities, a row each. */
export const communities = defineTable<PublishedCommunity>({
  name: 'communities',
  schema: PublishedCommunitySchema,
  key: ['id'],
  refersTo: {},
  columns: [
    { name: 'id' },
    { name: 'nameNb', field: 'name.nb', description: 'Its name in Bokmål' },
    { name: 'nameNn', field: 'name.nn', description: 'Its name in Nynorsk' },
    { name: 'region' },
    { name: 'trusts', type: 'string', cell: ({ trusts }) => trusts.map(({ name }) => name).join(', ') },
    {
      name: 'organisations',
      type: 'list',
      field: 'trusts',
      description: 'The organisation numbers of the trusts, in the same order',
      cell: ({ trusts }) => trusts.map(({ organisation }) => organisation),
    },
    {
      name: 'municipalityCount',
      type: 'integer',
      field: 'municipalities',
      description: 'How many municipalities belong to it',
      cell: (community) => community.municipalities.length,
    },
    { name: 'items' },
    { name: 'meetings' },
  ],
  records: (records) => records.communities,
});

/** The municipalities with their community, sorted by number. */
export function municipalitiesOf(all: readonly PublishedCommunity[]): PublishedMunicipality[] {
  const rows = all.flatMap(({ id, municipalities: own }) => own.map((one) => ({ ...one, community: id })));
  return rows.sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0));
}

/** The municipalities, a row each. */
export const municipalities = defineTable<PublishedMunicipality>({
  name: 'municipalities',
  schema: PublishedMunicipalitySchema,
  key: ['number'],
  refersTo: { community: 'communities' },
  columns: [
    { name: 'number' },
    { name: 'name' },
    { name: 'officialName' },
    { name: 'community' },
    { name: 'lat' },
    { name: 'lon' },
  ],
  records: (records) => municipalitiesOf(records.communities),
});

/** The sources and their health, a row each. */
export const sources = defineTable<PublishedSource>({
  name: 'sources',
  schema: PublishedSourceSchema,
  key: ['id'],
  refersTo: { community: 'communities' },
  columns: [
    { name: 'id' },
    { name: 'community' },
    { name: 'url' },
    { name: 'publishes' },
    { name: 'platform' },
    { name: 'scope' },
    { name: 'enabled' },
    { name: 'state' },
    { name: 'since', type: 'datetime' },
    { name: 'cause', field: 'cause.id', description: 'The named cause, when something is wrong' },
    { name: 'causeNb', field: 'cause.nb', description: 'The cause in Bokmål' },
    { name: 'causeNn', field: 'cause.nn', description: 'The cause in Nynorsk' },
    { name: 'lastSuccess', type: 'datetime' },
    { name: 'items' },
    { name: 'requests', field: 'receipt.requests', description: 'Requests of that run' },
    { name: 'bytes', field: 'receipt.bytes', description: 'Bytes that came in that run' },
    { name: 'notModified', field: 'receipt.notModified', description: 'Answers in that run that nothing had changed' },
    { name: 'waitedMs', field: 'receipt.waitedMs' },
    { name: 'note' },
  ],
  records: (records) => records.sources,
});

/** What was found of what is expected, a row for each community, body and year. */
export const coverage = defineTable<CoverageRow>({
  name: 'coverage',
  schema: CoverageRowSchema,
  key: ['community', 'body', 'year'],
  refersTo: { community: 'communities' },
  columns: [
    { name: 'community' },
    { name: 'body' },
    { name: 'year' },
    { name: 'expected' },
    { name: 'found' },
    { name: 'planned' },
    { name: 'cancelled' },
    { name: 'withMinutes' },
    { name: 'medianDaysToMinutes' },
    { name: 'reason', field: 'reason.id', description: 'The named reason why fewer were found than expected, or none' },
    { name: 'reasonNb', field: 'reason.nb', description: 'The reason in Bokmål' },
    { name: 'reasonNn', field: 'reason.nn', description: 'The reason in Nynorsk' },
    { name: 'checkedAt', type: 'datetime' },
  ],
  records: async function* (_records, folder) {
    yield* JSON.parse(await readFile(join(folder, 'coverage.json'), 'utf8')) as CoverageRow[];
  },
});
