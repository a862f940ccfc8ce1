import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkPublished } from '../../normalizer/check-published.ts';
import type { Item, Meeting } from '../../normalizer/model.ts';

const item: Item = {
  id: 'fjordland-aaaaaaaaaa',
  url: 'https://www.fjordland.example.no/nyheiter/partnarskapsmote/',
  urls: ['https://www.fjordland.example.no/nyheiter/partnarskapsmote/'],
  community: 'fjordland',
  source: 'fjordland-nyheiter',
  kind: 'news',
  format: 'html',
  title: 'Partnarskapsmøte i Fjordland',
  lead: null,
  language: 'nn',
  published: '2025-03-14',
  updated: null,
  body: 'Møtet i 2025 kosta 10 900 000 kroner.\u2028Sak 12/25, org.nr. 983974694, tlf. kjem seinare.',
  excerpt: 'Møtet i 2025 kosta 10 900 000 kroner.',
  words: 12,
  topics: [],
  municipalities: ['1106'],
  meetings: ['fjordland-partnerskapsmote-2025-03-12'],
  attachments: [],
  images: [],
  evidence: { published: { text: 'Publisert 14.03.2025', from: 'label' } },
  quality: { score: 1, flags: [] },
  provenance: {
    capturedAt: '2026-01-02T03:04:05Z',
    status: 200,
    etag: null,
    lastModified: null,
    digest: null,
    capture: '<urn:uuid:00000000-0000-4000-8000-000000000000>',
    extractor: 'samla@0.1.0',
  },
  firstSeen: '2026-01-02T03:04:05Z',
  lastSeen: '2026-01-02T03:04:05Z',
  lastChanged: '2026-01-02T03:04:05Z',
  revision: 1,
  state: 'live',
};

const meeting: Meeting = {
  id: 'fjordland-partnerskapsmote-2025-03-12',
  community: 'fjordland',
  body: 'partnerskapsmote',
  localName: 'Partnarskapsmøte',
  title: 'Partnarskapsmøte',
  start: '2025-03-12T10:00',
  end: '2025-03-12T15:00',
  precision: 'minute',
  place: { text: 'Kulturhuset', mode: 'physical' },
  participants: { count: 80, approximate: true },
  status: 'held',
  movedFrom: null,
  items: ['fjordland-aaaaaaaaaa'],
  documents: [],
  evidence: [{ item: 'fjordland-aaaaaaaaaa', text: 'Onsdag 12. mars kl. 10–15' }],
  confidence: 0.9,
};

const community = {
  id: 'fjordland',
  name: { nb: 'Fjordland', nn: 'Fjordland' },
  aliases: [],
  region: 'Helse Vest',
  trusts: [],
  municipalities: [],
  committees: [],
  items: 1,
  meetings: 1,
};

const source = {
  id: 'fjordland-nyheiter',
  community: 'fjordland',
  url: 'https://www.fjordland.example.no/nyheiter/',
  publishes: ['news'],
  platform: null,
  scope: 'topical',
  enabled: true,
  state: 'ok',
  since: null,
  cause: null,
  lastSuccess: null,
  items: 1,
  receipt: null,
  note: null,
};

const lines = (...records: unknown[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');
const schema = '{"$id": "https://samla.example.no/data/schema/v1/x.json"}';

/** A published folder with nothing wrong in it. */
const GOOD: Record<string, string> = {
  'items.ndjson': lines(item),
  'meetings.ndjson': lines(meeting),
  'communities.json': JSON.stringify([community]),
  'sources.json': JSON.stringify([source]),
  'schema/item.json': schema,
  'schema/meeting.json': schema,
  'schema/community.json': schema,
  'schema/source.json': schema,
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** What is said of the good files with some of them changed; `undefined` leaves a file out. */
async function complaints(changed: Record<string, string | undefined>): Promise<string[]> {
  const data = mkdtempSync(join(tmpdir(), 'samla-published-'));
  folders.push(data);
  for (const [name, text] of Object.entries({ ...GOOD, ...changed })) {
    const file = join(data, 'published', name);
    mkdirSync(dirname(file), { recursive: true });
    if (text !== undefined) writeFileSync(file, text);
  }
  const problems = await checkPublished(data);
  return problems.map(
    ({ file, line, message }) => `${file.slice(join(data, 'published').length + 1)}:${line}: ${message}`,
  );
}

describe('checking what is published', () => {
  it('finds nothing wrong with good files, numbers that only look like telephones and U+2028 among them', async () => {
    expect(await complaints({})).toEqual([]);
  });

  it('takes an end on the day of a start with a time for all right', async () => {
    expect(await complaints({ 'meetings.ndjson': lines({ ...meeting, end: '2025-03-12' }) })).toEqual([]);
  });

  it('takes a folder without anything published for all right', async () => {
    expect(await checkPublished(join(tmpdir(), 'samla-no-such-folder'))).toEqual([]);
  });

  it('names every file that is missing', async () => {
    const missing = Object.fromEntries(Object.keys(GOOD).map((name) => [name, undefined]));
    const said = await complaints({
      ...missing,
      'communities.json': GOOD['communities.json'],
      'sources.json': GOOD['sources.json'],
    });
    expect(said).toEqual([
      'items.ndjson:1: expected a file, found none',
      'meetings.ndjson:1: expected a file, found none',
      'schema/item.json:1: expected a file, found none',
      'schema/meeting.json:1: expected a file, found none',
      'schema/community.json:1: expected a file, found none',
      'schema/source.json:1: expected a file, found none',
    ]);
  });

  const ID = 'fjordland-aaaaaaaaaa';
  const MEETING = 'fjordland-partnerskapsmote-2025-03-12';
  it.each<[string, Record<string, string>, string[]]>([
    [
      'a line that is no JSON',
      { 'items.ndjson': `${lines(item)}{"id": \n` },
      [expect.stringMatching(/^items\.ndjson:2: expected one JSON object: /)],
    ],
    [
      'a value that the model does not know',
      { 'items.ndjson': lines({ ...item, kind: 'nyhet' }) },
      [expect.stringMatching(/^items\.ndjson:1: kind: /)],
    ],
    [
      'a field that the model does not have',
      { 'items.ndjson': lines({ ...item, forfatter: 'x' }) },
      [expect.stringMatching(/^items\.ndjson:1: .*forfatter/)],
    ],
    [
      'lines in the wrong order',
      { 'items.ndjson': lines({ ...item, id: 'fjordland-bbbbbbbbbb' }, item) },
      [`items.ndjson:2: id: expected lines sorted by id; "${ID}" stands after "fjordland-bbbbbbbbbb"`],
    ],
    ['an id that stands twice', { 'items.ndjson': lines(item, item) }, [`items.ndjson:2: id: "${ID}" stands twice`]],
    [
      'a last line without its newline',
      { 'items.ndjson': lines(item).trimEnd() },
      ['items.ndjson:1: expected a newline at the end of the last line'],
    ],
    [
      'a source that is another community’s',
      { 'sources.json': JSON.stringify([{ ...source, community: 'vidda' }]) },
      [
        'sources.json:1: fjordland-nyheiter: community: no community "vidda"',
        `items.ndjson:1: ${ID}: source: "fjordland-nyheiter" belongs to "vidda", not to "fjordland"`,
      ],
    ],
    [
      'a meeting that is not there',
      { 'items.ndjson': lines({ ...item, meetings: ['fjordland-ssu-2025-01-01'] }) },
      [`items.ndjson:1: ${ID}: meetings: no record "fjordland-ssu-2025-01-01"`],
    ],
    [
      'an item that is not there',
      { 'meetings.ndjson': lines({ ...meeting, items: ['fjordland-x'] }) },
      [`meetings.ndjson:1: ${MEETING}: items: no record "fjordland-x"`],
    ],
    [
      'an attachment’s item that is not there',
      {
        'items.ndjson': lines({
          ...item,
          attachments: [{ url: 'x', title: 'x', format: 'pdf', role: 'other', item: 'fjordland-x' }],
        }),
      },
      [`items.ndjson:1: ${ID}: attachments: no record "fjordland-x"`],
    ],
    [
      'a day that no calendar has',
      { 'items.ndjson': lines({ ...item, published: '2025-02-30' }) },
      [`items.ndjson:1: ${ID}: published: 2025-02-30 does not exist in the calendar`],
    ],
    [
      'a meeting that ends before it starts',
      { 'meetings.ndjson': lines({ ...meeting, end: '2025-03-11' }) },
      [`meetings.ndjson:1: ${MEETING}: end: 2025-03-11 is before the start 2025-03-12T10:00`],
    ],
    [
      'an e-mail address in the text',
      { 'items.ndjson': lines({ ...item, body: 'Meld deg på til møte@fjordland.example.no.' }) },
      [`items.ndjson:1: ${ID}: body: holds an e-mail address`],
    ],
    [
      'a telephone number in the lead',
      { 'items.ndjson': lines({ ...item, lead: 'Ring tlf. 55 00 12 34' }) },
      [`items.ndjson:1: ${ID}: lead: holds a telephone number`],
    ],
    [
      'a telephone number with the country’s code in evidence',
      { 'meetings.ndjson': lines({ ...meeting, evidence: [{ item: ID, text: '+47 900 12 345' }] }) },
      [`meetings.ndjson:1: ${MEETING}: evidence.0: holds a telephone number`],
    ],
    [
      'a schema without its permanent address',
      { 'schema/item.json': '{}' },
      ['schema/item.json:1: expected a JSON Schema with an $id'],
    ],
  ])('names file and line of %s', async (_, changed, expected) => {
    expect(await complaints(changed)).toEqual(expected);
  });

  it('lists fifty problems of a file and counts the rest', async () => {
    const said = await complaints({ 'items.ndjson': '{\n'.repeat(60) });
    const ofItems = said.filter((line) => line.startsWith('items.ndjson'));
    expect(ofItems).toHaveLength(51);
    expect(ofItems.at(-1)).toBe('items.ndjson:1: and 10 more problems in this file');
  });
});
