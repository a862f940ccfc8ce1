import { describe, expect, it } from 'vitest';
import { type CoverageInput, coverageRows } from '../../../normalizer/gaps/coverage-rows.ts';
import type { PublishedCommunity, PublishedSource } from '../../../normalizer/model.ts';
import { type CoverageRow, CoverageRowSchema, type Meeting } from '../../../normalizer/model.ts';

const community: PublishedCommunity = {
  id: 'vidda',
  name: { nb: 'Helsefellesskapet Vidda', nn: 'Helsefellesskapet Vidda' },
  aliases: [],
  region: 'Helse Øst',
  trusts: [],
  municipalities: [],
  committees: [
    { body: 'ssu', names: ['SSU'], expected: { perYear: 4, quietMonths: [7] } },
    { body: 'fsu', names: ['FSU'] },
  ],
  items: 0,
  meetings: 0,
};

const source: PublishedSource = {
  id: 'vidda-moter',
  community: 'vidda',
  url: 'https://vidda.example.no/moter/',
  publishes: ['meetings'],
  platform: null,
  scope: 'community',
  enabled: true,
  state: 'ok',
  since: '2026-09-03T03:00:00Z',
  cause: null,
  lastSuccess: '2026-11-20T03:00:00Z',
  items: 3,
  receipt: null,
  note: null,
};

const meeting = (start: string, given: Partial<Meeting> = {}): Meeting => ({
  id: `vidda-ssu-${start.slice(0, 10)}`,
  community: 'vidda',
  body: 'ssu',
  localName: 'SSU',
  title: 'SSU',
  start,
  end: null,
  precision: 'day',
  place: null,
  participants: null,
  status: 'planned',
  movedFrom: null,
  items: [],
  documents: [],
  evidence: [],
  confidence: 1,
  ...given,
});

const minutesAt = (url: string): Partial<Meeting> => ({
  status: 'held',
  documents: [{ url, title: 'Referat', role: 'minutes' }],
});

const rows = (given: Partial<CoverageInput> = {}): CoverageRow[] =>
  coverageRows({
    communities: [community],
    sources: [source],
    meetings: [],
    facts: { publishedAt: new Map(), pagesInYear: new Map([['vidda 2026', 3]]), newest: '2026-11-20T03:00:00Z' },
    ...given,
  });

const cell = (all: CoverageRow[], body: string, year: number): CoverageRow | undefined =>
  all.find((row) => row.body === body && row.year === year);

describe('coverage', () => {
  it('counts what was found, what is to come, what was called off, and never invents a body or a year', () => {
    const all = rows({
      meetings: [
        meeting('2025-02-03', { status: 'held' }),
        meeting('2026-03-05'),
        meeting('2026-05-05', { status: 'cancelled' }),
        meeting('2026-12-10'),
        meeting('2026-11', { precision: 'month' }),
        meeting('1998-01-01'),
      ],
    });
    expect(cell(all, 'ssu', 2026)).toMatchObject({ expected: 4, found: 1, planned: 2, cancelled: 1 });
    expect(all.map(({ body, year }) => `${body} ${year}`)).toEqual([
      'fsu 2025',
      'fsu 2026',
      'partnerskapsmote 2025',
      'partnerskapsmote 2026',
      'ssu 2025',
      'ssu 2026',
    ]);
    for (const row of all) expect(CoverageRowSchema.safeParse(row).success).toBe(true);
  });

  it('has a reason wherever fewer were found than expected, and none elsewhere', () => {
    const all = rows({ meetings: [meeting('2025-02-03', { status: 'held', body: 'partnerskapsmote' })] });
    for (const { expected, found, reason } of all) expect(reason === null).toBe(found >= (expected ?? 1));
    expect(cell(all, 'partnerskapsmote', 2025)?.reason).toBeNull();
  });

  it('says that a meeting is not due yet, that sources fail, or that no address is known', () => {
    const three = ['2026-02-03', '2026-04-03', '2026-10-03'].map((day) => meeting(day, { status: 'held' }));
    const reason = (given: Partial<CoverageInput>, year = 2026) => cell(rows(given), 'ssu', year)?.reason?.id;
    expect(reason({ meetings: three })).toBe('not-due');
    const failing = { ...source, state: 'failing' as const, cause: { id: 'dns', nb: 'Borte.', nn: 'Borte.' } };
    expect(reason({ sources: [failing] })).toBe('source-failing');
    expect(cell(rows({ sources: [failing] }), 'ssu', 2026)?.reason?.nb).toBe(
      'En kilde svikter siden 03.09.2026. Borte.',
    );
    expect(reason({ sources: [{ ...source, enabled: false, state: 'disabled' }] })).toBe('address-unknown');
    expect(reason({ meetings: [meeting('2025-02-03')] }, 2025)).toBe('not-told');
    expect(cell(rows({ meetings: [meeting('2025-02-03')] }), 'fsu', 2025)?.reason?.id).toBe('not-published');
    const silent = { publishedAt: new Map(), pagesInYear: new Map(), newest: '2026-11-20T03:00:00Z' };
    expect(reason({ facts: silent })).toBe('no-page-seen');
    const cancelled = ['2025-02-03', '2025-04-03', '2025-06-03', '2025-09-03'].map((day, n) =>
      meeting(day, { status: n === 0 ? 'cancelled' : 'held' }),
    );
    expect(reason({ meetings: cancelled }, 2025)).toBe('cancelled');
  });

  it('counts the days from the meeting to its minutes, the middle one of all that are known', () => {
    const publishedAt = new Map([
      ['https://vidda.example.no/a.pdf', '2026-02-13'],
      ['https://vidda.example.no/b.pdf', '2026-04-23'],
      ['https://vidda.example.no/c.pdf', '2026-01-01'],
    ]);
    const all = rows({
      facts: { publishedAt, pagesInYear: new Map(), newest: undefined },
      meetings: [
        meeting('2026-02-03T10:00', minutesAt('https://vidda.example.no/a.pdf')),
        meeting('2026-04-03', minutesAt('https://vidda.example.no/b.pdf')),
        meeting('2026-06-03', minutesAt('https://vidda.example.no/c.pdf')),
        meeting('2026-09-03', minutesAt('https://vidda.example.no/unknown.pdf')),
      ],
    });
    expect(cell(all, 'ssu', 2026)).toMatchObject({ withMinutes: 4, medianDaysToMinutes: 15 });
  });

  it('nothing gathered yet gives no rows', () => {
    const facts = { publishedAt: new Map(), pagesInYear: new Map(), newest: undefined };
    expect(rows({ sources: [{ ...source, lastSuccess: null }], facts })).toEqual([]);
  });
});
