/** Published data of every format over invented records, for the tests of the formats. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Item } from '../../../normalizer/model.ts';
import type { Records } from '../../../normalizer/output.ts';
import { writeOutputs } from '../../../normalizer/outputs.ts';
import { bundledData, readSite } from '../../../scraper/index.ts';
import { asOf, idOf, makeItem, type SampleData, sampleData } from '../../site/sample-data.ts';

/** Titles that a spreadsheet would calculate, and texts that break careless writers. */
export const HOSTILE = [
  '=HYPERLINK("http://x.example.no";"Klikk")',
  '+47 er landskoden',
  '-Møte',
  '@SUM(A1:A9)',
  '\t=1+1',
  '  =2+2',
  '"=3+3',
  '＝4+4',
  'Semikolon; komma, "hermetegn" og\nny linje\r\nog en til',
  'Æøå, Ærlig, naïve, 🏔, \u2028skille',
];

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Invented records of all communities with the hostile titles among them. */
export async function someRecords(perCommunity = 3): Promise<SampleData> {
  const data = await sampleData(perCommunity);
  const hostile = HOSTILE.map((title, number) => {
    const url = `https://www.agder.example.no/rart/${number}/`;
    return makeItem({
      id: idOf('agder', url),
      url,
      community: 'agder',
      title,
      lead: title,
      topics: ['beredskap', 'finansiering'],
    });
  });
  // The invented sources leave one community out; here every item has its source.
  const [source] = data.sources;
  const known = new Set(data.sources.map(({ id }) => id));
  const missing = data.communities.map(({ id }) => `${id}-nyheter`).filter((id) => !known.has(id));
  const sources = [...data.sources, ...missing.map((id) => ({ ...source!, id, community: id.slice(0, -8) }))];
  return { ...data, sources, items: [...data.items, ...hostile].sort(byId), meetings: data.meetings.sort(byId) };
}

/** What publishing hands to the formats. */
export async function recordsOf(data: SampleData, previous = ''): Promise<Records> {
  return {
    items: async function* (): AsyncGenerator<Item> {
      yield* data.items;
    },
    meetings: data.meetings,
    communities: data.communities,
    sources: data.sources,
    site: await readSite(bundledData()),
    previous,
    lookedAt: asOf,
  };
}

/** A folder that holds every published file of the records. */
export async function publishedFolder(data: SampleData): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'samla-outputs-'));
  await writeOutputs(await recordsOf(data), folder);
  return folder;
}
