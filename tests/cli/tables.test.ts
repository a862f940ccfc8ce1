import { describe, expect, it } from 'vitest';
import { since, span } from '../../cli/durations.ts';
import { receiptLines } from '../../cli/receipt.ts';
import { statusLines } from '../../cli/status-report.ts';
import { tableLines } from '../../cli/table.ts';
import { emptyReceipt } from '../../scraper/gathered.ts';
import type { Receipt, SourceOutcome, SourceState } from '../../scraper/outcome.ts';
import { type Community, CommunitySchema } from '../../scraper/registry.ts';

const NOW = new Date('2026-11-21T12:00:00Z');

function outcome(source: string, state: SourceState, more: Partial<SourceOutcome> = {}): SourceOutcome {
  return {
    source,
    community: 'prove',
    state,
    cause: null,
    message: null,
    since: '2026-11-18T09:00:00Z',
    lastSuccess: '2026-11-17T09:00:00Z',
    checkedAt: '2026-11-21T10:30:00Z',
    platform: 'generic',
    pages: 12,
    receipt: emptyReceipt(),
    ...more,
  };
}

function community(id: string, sources: Record<string, boolean>): Community {
  return CommunitySchema.parse({
    id,
    name: { nb: id, nn: id },
    region: 'Helse Nord',
    trusts: [{ name: 'Prøve HF', organisation: '983974910' }],
    municipalities: ['1804'],
    sources: Object.entries(sources).map(([source, enabled]) => ({
      id: source,
      url: `https://${source}.example.no/`,
      publishes: ['news'],
      scope: 'topical',
      enabled,
    })),
  });
}

const communities = [
  community('aasane', { 'aasane-nytt': true, 'aasane-av': false }),
  community('vidda', { 'vidda-ok': true, 'vidda-syk': true, 'vidda-ny': true }),
  community('tom', {}),
];
const broken = 'vidda-syk: expected at least 10 pages, got 0; the list at https://vidda.example.no/ holds no links';
const outcomes = new Map(
  [
    outcome('aasane-nytt', 'ok'),
    outcome('vidda-ok', 'unchanged'),
    outcome('vidda-syk', 'too-few', { cause: 'empty-listing', message: broken, pages: 140 }),
  ].map((one) => [one.source, one]),
);
const report = (width?: number) => statusLines({ communities, outcomes, now: NOW, width });

describe('samla status for people', () => {
  it('shows the communities with sick sources first, the sick ones marked and first in them, and a sum at the end', () => {
    expect(report().map(({ text }) => text)).toEqual([
      '   source       state      for     last good   pages',
      'vidda',
      `!  vidda-syk    too-few    3 days  4 days ago    140  ${broken.slice('vidda-syk: '.length)}`,
      '   vidda-ok     unchanged  3 days                 12',
      '   vidda-ny     never run',
      'aasane',
      '   aasane-nytt  ok         3 days                 12',
      '   aasane-av    disabled',
      '',
      '5 sources: 2 well, 1 in trouble, 1 switched off, 1 never run; last run 1 hour ago',
    ]);
  });

  it('puts what is the matter on a line of its own, whole, where the terminal is too narrow', () => {
    const lines = report(80).map(({ text }) => text);
    expect(lines.slice(2, 4)).toEqual([
      '!  vidda-syk    too-few    3 days  4 days ago    140',
      `   ${broken.slice('vidda-syk: '.length)}`,
    ]);
    expect(report(200)).toEqual(report());
  });

  it('makes sick sources stand out and those that are off step back', () => {
    const styles = Object.fromEntries(
      report().map(({ text, style }) => [text.trim().split(/\s+/).slice(0, 2).join(' '), style]),
    );
    expect(styles).toMatchObject({ vidda: 'bold', '! vidda-syk': 'red', 'aasane-av disabled': 'dim' });
    expect(styles['vidda-ok unchanged']).toBeUndefined();
  });
});

describe('spans of time', () => {
  it.each([
    ['2026-11-21T11:59:40Z', 'just now'],
    ['2026-11-21T11:59:00Z', '1 minute'],
    ['2026-11-21T09:01:00Z', '2 hours'],
    ['2026-11-20T12:00:00Z', '1 day'],
    ['2025-11-21T12:00:00Z', '365 days'],
    ['2026-11-22T12:00:00Z', 'just now'],
  ])('since %s are %s', (moment, said) => {
    expect(since(moment, NOW)).toBe(said);
  });

  it.each([
    [340, '0.3 s'],
    [61_000, '61 s'],
    [185_000, '3 min 5 s'],
    [359_900, '6 min 0 s'],
  ])('of %d ms are %s', (ms, said) => {
    expect(span(ms)).toBe(said);
  });
});

describe('the receipt of a run', () => {
  const receipt = (more: Partial<Receipt>): Receipt => ({ ...emptyReceipt(), ...more });
  const hosts: Record<string, string> = { a: 'vidda.no', b: 'vidda.no', c: 'fjell.no', d: 'stille.no' };
  const lines = (...receipts: [string, Partial<Receipt>][]) =>
    receiptLines(
      receipts.map(([source, more]) => outcome(source, 'ok', { receipt: receipt(more) })),
      (source) => hosts[source] ?? source,
    );

  it('has a line a host, the busiest first, their sum, and no column that says nothing', () => {
    expect(
      lines(
        ['c', { requests: 8, bytes: 40_000, notModified: 6 }],
        ['a', { requests: 20, bytes: 1_250_000, waitedMs: 18_400 }],
        ['b', { requests: 10, bytes: 100_000, notModified: 3, robotsRefused: 2 }],
        ['d', {}],
      ),
    ).toEqual([
      'host      requests    MB   304  waited  robots refused',
      'vidda.no        30  1.35  10 %    18 s               2',
      'fjell.no         8  0.04  75 %',
      '2 hosts         38  1.39  24 %    18 s               2',
    ]);
  });

  it('is as short as the run, and empty when nothing was asked', () => {
    expect(lines(['a', { requests: 1, browserMs: 61_000 }])).toEqual([
      'host      requests  browser',
      'vidda.no         1     61 s',
    ]);
    expect(lines(['d', {}])).toEqual([]);
  });
});

describe('a table', () => {
  it('counts letters as people see them and cuts no column but the last', () => {
    const rows = [
      ['Æøå', '1', 'kort'],
      ['a', '10', 'en ganske lang setning til slutt'],
    ];
    expect(tableLines(rows, { right: [1], width: 24, indent: ' ' })).toEqual([
      ' Æøå   1  kort',
      ' a    10  en ganske…',
    ]);
  });
});
