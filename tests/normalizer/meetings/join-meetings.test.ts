import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinMeetings, type Telling } from '../../../normalizer/link/meetings.ts';
import type { Mention } from '../../../normalizer/mention.ts';
import { MeetingSchema } from '../../../normalizer/model.ts';
import { fjordane } from './page-of.ts';

const mention = (fields: Partial<Mention>): Mention => ({
  body: 'ssu',
  localName: 'Strategisk samarbeidsutvalg',
  start: '2025-03-14',
  precision: 'day',
  documents: [],
  quote: 'SSU 14. mars 2025',
  confidence: 0.8,
  ...fields,
});

const telling = (item: string, fields: Partial<Mention>, published?: string): Telling => ({
  item,
  community: 'fjordane',
  ...(published ? { published } : {}),
  mention: mention(fields),
});

const join = (...tellings: Telling[]) => joinMeetings(tellings, [fjordane]);

describe('one meeting is one record however many pages tell of it', () => {
  test('body and day join; the most precise time, the items and the papers are collected', () => {
    const { meetings, byItem } = join(
      telling('b', { place: { text: null, mode: 'online' } }),
      telling('a', {
        start: '2025-03-14T10:00',
        end: '2025-03-14T12:00',
        precision: 'minute',
        documents: [{ url: 'https://x.example.no/r.pdf', title: 'Referat', role: 'minutes' }],
      }),
    );
    expect(meetings).toHaveLength(1);
    expect(meetings[0]).toMatchObject({
      id: 'fjordane-ssu-2025-03-14',
      start: '2025-03-14T10:00',
      end: '2025-03-14T12:00',
      place: { text: null, mode: 'online' },
      items: ['a', 'b'],
      documents: [{ role: 'minutes' }],
    });
    expect([...byItem]).toEqual([
      ['a', ['fjordane-ssu-2025-03-14']],
      ['b', ['fjordane-ssu-2025-03-14']],
    ]);
  });

  test('another body, another day, another community is another meeting', () => {
    const other = { ...telling('d', {}), community: 'agder' };
    const { meetings } = join(
      telling('a', {}),
      telling('b', { body: 'fsu' }),
      telling('c', { start: '2025-03-15' }),
      other,
    );
    expect(meetings.map(({ id }) => id)).toEqual([
      'agder-ssu-2025-03-14',
      'fjordane-fsu-2025-03-14',
      'fjordane-ssu-2025-03-14',
      'fjordane-ssu-2025-03-15',
    ]);
  });

  test('two committees of one body on one day are two meetings', () => {
    const lsu = { body: 'lsu' as const, localName: 'LSU' };
    const { meetings } = join(
      telling('a', { ...lsu, area: 'Sunnfjord' }),
      telling('b', { ...lsu, area: 'Nordfjord' }),
      telling('c', { ...lsu, area: 'sunnfjord' }),
    );
    expect(meetings.map(({ id, localName }) => [id, localName])).toEqual([
      ['fjordane-lsu-2025-03-14', 'LSU Nordfjord'],
      ['fjordane-lsu-2025-03-14-2', 'LSU Sunnfjord'],
    ]);
  });

  test('a telling without area joins the only committee that day', () => {
    const lsu = { body: 'lsu' as const, localName: 'LSU' };
    expect(join(telling('a', { ...lsu, area: 'Sunnfjord' }), telling('b', lsu)).meetings).toHaveLength(1);
  });

  test('a month yields to a day of that month, and stands where no day is told', () => {
    const month = { start: '2025-03', precision: 'month' as const };
    expect(join(telling('a', month), telling('b', {})).meetings).toHaveLength(1);
    expect(join(telling('a', month)).meetings[0]).toMatchObject({ id: 'fjordane-ssu-2025-03', precision: 'month' });
  });

  test('a meeting of two days takes in what is told of the second', () => {
    const { meetings } = join(telling('a', { end: '2025-03-15' }), telling('b', { start: '2025-03-15' }));
    expect(meetings).toHaveLength(1);
    expect(meetings[0]).toMatchObject({ start: '2025-03-14', end: '2025-03-15', items: ['a', 'b'] });
  });

  test('a moved meeting stands at its new day under the id of its first', () => {
    const { meetings } = join(
      telling('a', {}),
      telling('b', { start: '2025-06-12', movedFrom: '2025-03-14' }),
      telling('c', { start: '2025-06-12', status: 'held' }),
    );
    expect(meetings).toHaveLength(1);
    expect(meetings[0]).toMatchObject({
      id: 'fjordane-ssu-2025-03-14',
      start: '2025-06-12',
      movedFrom: '2025-03-14',
      items: ['a', 'b', 'c'],
      status: 'held',
    });
  });

  test('a meeting moved twice stands at its last day under the id of its first', () => {
    const { meetings } = join(
      telling('a', { start: '2025-06-12', movedFrom: '2025-03-14' }),
      telling('b', { start: '2025-09-01', movedFrom: '2025-06-12' }),
    );
    expect(meetings).toMatchObject([{ id: 'fjordane-ssu-2025-03-14', start: '2025-09-01', movedFrom: '2025-03-14' }]);
  });
});

describe('the status comes from the strongest words', () => {
  const held = { status: 'held' as const };
  const cancelled = { status: 'cancelled' as const };
  test.each<[string, Telling[], string]>([
    ['nothing said', [telling('a', {})], 'planned'],
    ['called off after it was planned', [telling('a', { status: 'planned' }), telling('b', cancelled)], 'cancelled'],
    ['held after it was planned', [telling('a', { status: 'planned' }), telling('b', held)], 'held'],
    ['the later of two', [telling('a', held, '2025-03-20'), telling('b', cancelled, '2025-03-10')], 'held'],
    [
      'the later of two, called off',
      [telling('a', held, '2025-03-10'), telling('b', cancelled, '2025-03-12')],
      'cancelled',
    ],
    [
      'minutes win',
      [
        telling('a', cancelled, '2025-03-12'),
        telling('b', { ...held, documents: [{ url: 'u', title: 't', role: 'minutes' }] }),
      ],
      'held',
    ],
  ])('%s', (_, tellings, status) => {
    expect(join(...tellings).meetings[0]?.status).toBe(status);
  });
});

test('further items that tell of it make a meeting surer', () => {
  expect(join(telling('a', {})).meetings[0]?.confidence).toBe(0.8);
  expect(join(telling('a', {}), telling('b', {})).meetings[0]?.confidence).toBe(0.88);
});

const anyMention = fc.record({
  item: fc.constantFrom('a', 'b', 'c', 'd'),
  body: fc.constantFrom('ssu' as const, 'lsu' as const, 'partnerskapsmote' as const),
  start: fc.constantFrom('2025-03-14', '2025-03-15', '2025-03-14T10:00', '2025-03', '2025-06-12'),
  area: fc.constantFrom(undefined, 'Sunnfjord', 'Nordfjord', 'Nordfjord sjukehus'),
  status: fc.constantFrom(undefined, 'planned' as const, 'held' as const, 'cancelled' as const, 'postponed' as const),
  end: fc.constantFrom(undefined, '2025-03-16'),
  movedFrom: fc.constantFrom(undefined, undefined, '2025-02-01', '2025-03-14'),
  place: fc.constantFrom(
    undefined,
    { text: 'Førde', mode: 'physical' as const },
    { text: null, mode: 'online' as const },
  ),
  confidence: fc.constantFrom(0.5, 0.8, 0.9),
  published: fc.constantFrom(undefined, '2025-03-01', '2025-04-01'),
});

type Any = typeof anyMention extends fc.Arbitrary<infer T> ? T : never;

function asTelling({ item, published, start, ...fields }: Any): Telling {
  const precision = start.length === 7 ? 'month' : start.length === 10 ? 'day' : 'minute';
  const known = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<Mention>;
  const { end, movedFrom, ...rest } = known;
  const long = precision === 'day' && end && start < end ? { end } : {};
  const moved = precision !== 'month' && movedFrom && movedFrom < start.slice(0, 10) ? { movedFrom } : {};
  return telling(item, { ...rest, ...long, ...moved, start, precision }, published);
}

test('the same tellings in any order give the same records, valid and with unique ids', () => {
  fc.assert(
    fc.property(
      fc.array(anyMention, { maxLength: 9 }),
      fc.array(fc.nat(), { minLength: 9, maxLength: 9 }),
      (all, keys) => {
        const tellings = all.map(asTelling);
        const shuffled = tellings
          .map((each, at) => ({ each, key: keys[at] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        const one = join(...tellings);
        const two = join(...shuffled);
        expect(two.meetings).toEqual(one.meetings);
        expect([...two.byItem]).toEqual([...one.byItem]);
        const ids = one.meetings.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toEqual([...ids].sort());
        for (const meeting of one.meetings) expect(MeetingSchema.safeParse(meeting).success).toBe(true);
        const told = new Set(one.meetings.flatMap(({ items }) => items));
        expect([...one.byItem.keys()]).toEqual([...told].sort());
      },
    ),
    { numRuns: 300 },
  );
});
