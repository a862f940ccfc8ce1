import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkByHand } from '../../normalizer/check-by-hand.ts';
import { NO_DECISIONS, readDecisions } from '../../normalizer/decisions.ts';
import { type Addressed, groupTwins } from '../../normalizer/link/addresses.ts';
import { joinAsDecided } from '../../normalizer/link/decided-meetings.ts';
import type { Telling } from '../../normalizer/link/telling.ts';

const folder = mkdtempSync(join(tmpdir(), 'samla-decisions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function decided(text: string) {
  writeFileSync(join(folder, 'decisions.yaml'), text);
  return readDecisions(folder);
}

const page = (url: string, textKey = 'same'): Addressed => ({
  url,
  community: 'agder',
  format: 'html',
  declared: null,
  textKey,
  digest: null,
});
const groups = (pages: Addressed[], text: string) =>
  groupTwins(pages, new Set(), decided(text)).map((group) => group.map(({ url }) => url));

const telling = (item: string, start: string, more: Partial<Telling['mention']> = {}): Telling => ({
  item,
  community: 'agder',
  mention: {
    body: 'ssu',
    localName: 'SSU',
    start,
    precision: 'day',
    documents: [],
    quote: `SSU ${start}`,
    confidence: 0.9,
    ...more,
  },
});
const A = 'agder-aaaaaaaaaa';
const B = 'agder-bbbbbbbbbb';

describe('items settled by hand', () => {
  const [one, two] = ['https://a.example.no/x/', 'https://www.a.example.no/x/'];

  test('parted addresses are items of their own, though the text is the same', () => {
    expect(groups([page(one), page(two)], 'items: []')).toHaveLength(1);
    expect(groups([page(one), page(two)], `items:\n  - part: [${two}]\n`)).toHaveLength(2);
  });

  test('joined addresses are one item with different texts, and the first one counts', () => {
    const [far, near] = ['https://b.example.no/en', 'https://a.example.no/to'];
    const text = `items:\n  - join: [${far}, ${near}]\n    note: one article at two places\n`;
    expect(groups([page(near, 'a'), page(far, 'b')], text)).toEqual([[far, near]]);
  });
});

describe('meetings settled by hand', () => {
  const tellings = [telling(A, '2026-03-12T09:00', { precision: 'minute' }), telling(B, '2026-03-13')];

  test('joined meetings are one, on the first one’s day', () => {
    const decisions = decided('meetings:\n  - join: [agder-ssu-2026-03-12, agder-ssu-2026-03-13]\n');
    const { meetings, byItem } = joinAsDecided(tellings, [], decisions);
    expect(meetings.map(({ id, items, start }) => [id, items, start])).toEqual([
      ['agder-ssu-2026-03-12', [A, B], '2026-03-12T09:00'],
    ]);
    expect(byItem.get(B)).toEqual(['agder-ssu-2026-03-12']);
  });

  test('what some items tell of a meeting can be parted from it, whatever the order', () => {
    const same = [telling(A, '2026-03-12'), telling(B, '2026-03-12')];
    const decisions = decided(`meetings:\n  - part: agder-ssu-2026-03-12\n    items: [${B}]\n`);
    for (const order of [same, [...same].reverse()]) {
      const { meetings, byItem } = joinAsDecided(order, [], decisions);
      expect(meetings.map(({ id, items }) => [id, items])).toEqual([
        ['agder-ssu-2026-03-12', [A]],
        ['agder-ssu-2026-03-12-2', [B]],
      ]);
      expect(byItem.get(B)).toEqual(['agder-ssu-2026-03-12-2']);
    }
  });

  test('without decisions nothing changes', () => {
    expect(joinAsDecided(tellings, [], NO_DECISIONS).meetings).toHaveLength(2);
  });
});

describe('the file', () => {
  test('samla check lists what is wrong in it, and nothing where there is none', () => {
    writeFileSync(join(folder, 'decisions.yaml'), 'items: []\nmeeting: []\n');
    expect(checkByHand(folder).map(({ line }) => line)).toEqual([2]);
    expect(checkByHand(join(folder, 'nowhere'))).toEqual([]);
  });

  test('a folder without one has no decisions', () => {
    expect(readDecisions(join(folder, 'nowhere'))).toEqual(NO_DECISIONS);
  });

  test.each([
    ['items:\n  - join: [https://a.example.no/x]\n', /decisions\.yaml:2: /],
    ['items: []\nmeetings:\n  - part: agder-ssu\n    items: [agder-aaaaaaaaaa]\n', /decisions\.yaml:3: /],
    ['items: []\nmeeting: []\n', /decisions\.yaml:2: /],
    ['items: [\n', /decisions\.yaml:\d+: is not YAML/],
  ])('a mistake is told with its line: %j', (text, expected) => {
    expect(() => decided(text)).toThrow(expected);
  });
});
