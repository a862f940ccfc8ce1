/** Published data for the site's tests: invented facts over the project's own registry, in both written standards. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { coverageRows } from '../../normalizer/gaps/coverage-rows.ts';
import {
  type Change,
  CoverageRowSchema,
  type Item,
  ItemSchema,
  type Kind,
  type Language,
  type Meeting,
  MeetingSchema,
  type PublishedCommunity,
  PublishedCommunitySchema,
  type PublishedSource,
  PublishedSourceSchema,
} from '../../normalizer/index.ts';
import { bundledData, type Community, readMunicipalities, readRegistry } from '../../scraper/index.ts';

/** The moment that the invented data are from. */
export const asOf = '2026-11-20T04:12:00.000Z';

/** Published records before they are written. */
export interface SampleData {
  items: Item[];
  meetings: Meeting[];
  communities: PublishedCommunity[];
  sources: PublishedSource[];
  /** What became of records; no log is written when it is left out. */
  changes?: Change[];
}

interface Story {
  kind: Kind;
  language: Language;
  title: string;
  lead: string | null;
  body: string;
  format?: string;
}

const stories: Story[] = [
  {
    kind: 'news',
    language: 'nb',
    title: 'Enige om felles plan for trygge utskrivinger',
    lead: 'Sykehuset og kommunene skal bruke de samme sjekklistene når eldre pasienter reiser hjem.',
    body: 'Partnerskapsmøtet vedtok planen etter en lang høring. Den trer i kraft ved årsskiftet.\n\n## Hva nå?\n\n- Opplæring i alle kommuner\n- Evaluering etter ett år',
  },
  {
    kind: 'news',
    language: 'nn',
    title: 'Kommunane og sjukehuset vil rekruttere saman',
    lead: 'Strategisk samarbeidsutval ønskjer felles opplæringsstillingar for sjukepleiarar.',
    body: 'Utvalet drøfta korleis partane kan dele på fagfolk i staden for å konkurrere om dei.',
  },
  {
    kind: 'news',
    language: 'nb',
    title: 'Digital hjemmeoppfølging tas i bruk i flere kommuner',
    lead: null,
    body: 'Fem kommuner har meldt seg på. Fastlegene får varsel når målingene avviker fra det som er avtalt.',
  },
  {
    kind: 'news',
    language: 'nn',
    title: 'Fullt hus då ungdomspanelet møtte leiarane',
    lead: 'Dei unge bad om kortare veg til hjelp, og om å sleppe å fortelje alt på nytt.',
    body: 'Panelet har åtte medlemer. Dei skal møte utvalet to gonger i året.',
  },
  {
    kind: 'minutes',
    language: 'nb',
    title: 'Referat fra strategisk samarbeidsutvalg',
    lead: null,
    format: 'pdf',
    body: 'Sak 12/26 Godkjenning av innkalling\n\nSak 13/26 Status for handlingsplanen',
  },
  {
    kind: 'agreement',
    language: 'nn',
    title: 'Samarbeidsavtale om beredskap og akuttmedisinsk kjede',
    lead: null,
    format: 'pdf',
    body: 'Avtalen gjeld for alle partane i helsefellesskapet.',
  },
  {
    kind: 'presentation',
    language: 'nb',
    title: 'Demografi og bemanning mot 2040',
    lead: null,
    format: 'pptx',
    body: 'Andelen over 80 år dobles. Hvem skal gjøre jobben?',
  },
  {
    kind: 'about',
    language: 'nb',
    title: 'Slik er helsefellesskapet organisert',
    lead: 'Tre nivåer: partnerskapsmøte, strategisk utvalg og faglige utvalg.',
    body: 'Partnerskapsmøtet møtes én gang i året.',
  },
];

const topics = [
  'skropelige-eldre',
  'rekruttering-og-kompetanse',
  'digital-hjemmeoppfolging',
  'barn-og-unge',
  'beredskap',
];
const bodies = ['partnerskapsmote', 'ssu', 'fsu', 'lsu', 'dialogmote'] as const;

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** An id in the model's form, from an address. */
export function idOf(community: string, url: string): string {
  const hash = createHash('sha256').update(url).digest();
  return `${community}-${[...hash.subarray(0, 10)].map((byte) => base32[byte % 32]).join('')}`;
}

/** A day some days before (or, negative, after) the day of the data. */
export function dayBefore(days: number): string {
  return new Date(Date.parse(asOf) - days * 86_400_000).toISOString().slice(0, 10);
}

/** A complete item; whatever the test is about is given. */
export function makeItem(given: Partial<Item> & Pick<Item, 'id' | 'url' | 'community'>): Item {
  const body = given.body ?? 'Kort tekst.';
  return {
    urls: [given.url],
    source: `${given.community}-nyheter`,
    kind: 'news',
    format: 'html',
    title: 'Uten navn',
    lead: null,
    language: 'nb',
    published: '2026-10-01',
    updated: null,
    body,
    excerpt: body
      .replace(/[#*\n-]+/g, ' ')
      .trim()
      .slice(0, 300),
    words: body.split(/\s+/).length,
    topics: [],
    municipalities: [],
    meetings: [],
    attachments: [],
    images: [],
    evidence: {},
    quality: { score: 0.9, flags: [] },
    provenance: {
      capturedAt: asOf,
      status: 200,
      etag: null,
      lastModified: null,
      digest: `sha256:${createHash('sha256').update(given.url).digest('hex')}`,
      capture: 'urn:uuid:00000000-0000-4000-8000-000000000000',
      extractor: 'samla@0.1.0',
    },
    firstSeen: '2026-11-01T03:00:00.000Z',
    lastSeen: asOf,
    lastChanged: '2026-11-01T03:00:00.000Z',
    revision: 1,
    state: 'live',
    ...given,
  };
}

/** A complete meeting; whatever the test is about is given. */
export function makeMeeting(given: Partial<Meeting> & Pick<Meeting, 'id' | 'community'>): Meeting {
  return {
    body: 'ssu',
    localName: 'Strategisk samarbeidsutvalg',
    title: 'Strategisk samarbeidsutvalg',
    start: '2026-12-03',
    end: null,
    precision: 'day',
    place: null,
    participants: null,
    status: 'planned',
    movedFrom: null,
    items: [],
    documents: [],
    evidence: [],
    confidence: 0.9,
    ...given,
  };
}

function storyItem(story: Story, community: Community, number: number): Item {
  const url = `https://www.${community.id}.example.no/nytt/${number}/`;
  const published = number % 7 === 3 ? null : dayBefore(number * 11 + (number % 5) - 2);
  return makeItem({
    id: idOf(community.id, url),
    url,
    community: community.id,
    kind: story.kind,
    format: story.format ?? 'html',
    title: story.title,
    lead: story.lead,
    language: story.language,
    published,
    updated: number % 4 === 0 && published !== null ? dayBefore(number * 11 - 3) : null,
    body: story.body,
    topics: [topics[number % topics.length] ?? 'beredskap', ...(number % 3 === 0 ? ['barn-og-unge'] : [])].filter(
      (topic, index, all) => all.indexOf(topic) === index,
    ),
    municipalities: community.municipalities.slice(0, number % 4),
    attachments:
      number % 3 === 0
        ? [{ url: `${url}saksliste.pdf`, title: 'Saksliste og innkalling', format: 'pdf', role: 'agenda', item: null }]
        : [],
    evidence: {
      ...(published && { published: { text: `Publisert ${published.split('-').reverse().join('.')}`, from: 'label' } }),
      kind: { text: story.title, from: 'text' },
    },
    quality: { score: 0.8, flags: published === null ? ['no-date'] : [] },
  });
}

function sampleMeeting(community: Community, number: number, item: Item): Meeting {
  const body = bodies[number % bodies.length] ?? 'ssu';
  const days = (number - 6) * 17;
  const day = dayBefore(days);
  const timed = number % 3 !== 0;
  const nn = item.language === 'nn';
  const title = nn ? 'Møte i strategisk samarbeidsutval' : 'Møte i strategisk samarbeidsutvalg';
  return makeMeeting({
    id: `${community.id}-${body}-${day}`,
    community: community.id,
    body,
    localName: body === 'ssu' ? 'SSU' : 'Partnerskapsmøtet',
    title: body === 'partnerskapsmote' ? (nn ? 'Partnarskapsmøte' : 'Partnerskapsmøte') : title,
    start: timed ? `${day}T10:00` : day,
    end: timed ? `${day}T14:30` : number % 6 === 0 ? dayBefore(days - 1) : null,
    precision: timed ? 'minute' : 'day',
    place: number % 4 === 0 ? null : { text: 'Kulturhuset', mode: number % 4 === 1 ? 'hybrid' : 'physical' },
    participants: number % 5 === 0 ? { count: 120, approximate: true } : null,
    status: number % 9 === 2 ? 'cancelled' : number % 9 === 4 ? 'postponed' : days > 0 ? 'held' : 'planned',
    items: [item.id],
    documents: number % 2 === 0 ? [{ url: `${item.url}protokoll.pdf`, title: 'Protokoll', role: 'minutes' }] : [],
    evidence: [{ item: item.id, text: 'Møtet er torsdag klokka 10 i Kulturhuset.' }],
    confidence: [0.95, 0.6, 0.3][number % 3] ?? 0.9,
  });
}

const states = [
  'ok',
  'unchanged',
  'ok',
  'failing',
  'ok',
  'blocked',
  'stale',
  'too-few',
  'disabled',
  'unchanged',
] as const;

function sampleSource(community: Community, number: number, items: number): PublishedSource {
  const state = states[number % states.length] ?? 'ok';
  const sick = state === 'failing' || state === 'blocked' || state === 'too-few';
  return {
    id: `${community.id}-nyheter`,
    community: community.id,
    url: `https://www.${community.id}.example.no/nytt/`,
    publishes: ['news', 'meetings'],
    platform: 'helseforetak',
    scope: 'community',
    enabled: state !== 'disabled',
    state,
    since: '2026-11-12T03:10:00Z',
    cause: sick
      ? { id: 'http-403', nb: 'Nettstedet svarte med «ingen adgang».', nn: 'Nettstaden svarte med «ingen tilgang».' }
      : null,
    lastSuccess: state === 'disabled' ? null : sick ? '2026-11-11T03:10:00Z' : asOf,
    items,
    receipt: { requests: 12, bytes: 40_000, notModified: 8, waitedMs: 9000 },
    note: null,
  };
}

async function publishedCommunities(registry: Community[]): Promise<PublishedCommunity[]> {
  const municipalities = await readMunicipalities(bundledData());
  return registry.map(({ id, name, aliases, region, trusts, committees }) => ({
    id,
    name,
    aliases,
    region,
    trusts,
    municipalities: municipalities
      .filter(({ community }) => community === id)
      .map(({ number, name: own, officialName, lat, lon }) => ({ number, name: own, officialName, lat, lon })),
    committees: committees.map(({ body, names }) => ({ body, names })),
    items: 0,
    meetings: 0,
  }));
}

/** The same data with few municipalities, for tests that open many pages and need no long lists. */
export function withFewMunicipalities(data: SampleData): SampleData {
  return {
    ...data,
    communities: data.communities.map((one) => ({ ...one, municipalities: one.municipalities.slice(0, 4) })),
  };
}

/** Items and meetings over all communities: `perCommunity` items each, and a meeting for every second item. */
export async function sampleData(perCommunity = 4): Promise<SampleData> {
  const registry = await readRegistry(bundledData());
  const items: Item[] = [];
  const meetings: Meeting[] = [];
  registry.forEach((community, place) => {
    for (let number = 0; number < perCommunity; number += 1) {
      const story = stories[(place * 3 + number) % stories.length] as Story;
      const item = storyItem(story, community, place + number * 5);
      items.push(item);
      if (number % 2 === 1) continue;
      const meeting = sampleMeeting(community, (place + number) % 19, item);
      if (meetings.some(({ id }) => id === meeting.id)) continue;
      item.meetings.push(meeting.id);
      meetings.push(meeting);
    }
  });
  const communities = await publishedCommunities(registry);
  for (const community of communities) {
    community.items = items.filter((item) => item.community === community.id).length;
    community.meetings = meetings.filter((meeting) => meeting.community === community.id).length;
  }
  const sources = registry.slice(0, 18).map((community, place) => sampleSource(community, place, perCommunity));
  return { items, meetings, communities, sources };
}

const lines = (records: readonly object[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('');

const schemas = {
  item: ItemSchema,
  meeting: MeetingSchema,
  community: PublishedCommunitySchema,
  source: PublishedSourceSchema,
  coverage: CoverageRowSchema,
};

function coverageOf({ items, changes: _changes, ...records }: SampleData): string {
  const newest = items.length === 0 ? undefined : asOf;
  return JSON.stringify(
    coverageRows({ ...records, facts: { publishedAt: new Map(), pagesInYear: new Map(), newest } }),
  );
}

/** Writes the records as a data folder that the site can be built from. */
export function writeData(dataDir: string, data: SampleData, settings = ''): void {
  const published = join(dataDir, 'published');
  mkdirSync(join(published, 'schema'), { recursive: true });
  writeFileSync(join(published, 'items.ndjson'), lines(data.items));
  writeFileSync(join(published, 'meetings.ndjson'), lines(data.meetings));
  writeFileSync(join(published, 'communities.json'), `${JSON.stringify(data.communities)}\n`);
  writeFileSync(join(published, 'sources.json'), `${JSON.stringify(data.sources)}\n`);
  writeFileSync(join(published, 'coverage.json'), `${coverageOf(data)}\n`);
  if (data.changes) writeFileSync(join(published, 'changes.ndjson'), lines(data.changes));
  for (const [name, schema] of Object.entries(schemas)) {
    writeFileSync(join(published, 'schema', `${name}.json`), JSON.stringify(z.toJSONSchema(schema)));
  }
  if (settings !== '') writeFileSync(join(dataDir, 'site.yaml'), settings);
}

/** The settings of a site with sample data. */
export const sampleSettings = `title: {nb: Samla, nn: Samla}
baseUrl: https://samla.example.no
operator: {name: Eksempeletaten, organisation: null, contact: https://samla.example.no/om/}
crawler: {contact: https://samla.example.no/robot/}
publish: {body: full}
sample: true
`;
