import { describe, expect, test } from 'vitest';
import type { Mention } from '../../../normalizer/mention.ts';
import { PLANS, STORIES } from './further-ways.ts';
import { meetingsOf, type PageOptions } from './page-of.ts';
import type { Want, Way } from './way.ts';
import { PAPERS, TABLES } from './ways-in-tables.ts';
import { CLOCKS, NOTHING, PLACES, STATUS, WHOSE } from './ways-in-words.ts';
import { CLERKS, CLERKS_PAPERS, CLERKS_REPORTS } from './ways-of-clerks.ts';
import { COUNTS, COUNTS_IN_PAPERS, FATES, IN_PASSING, WHERE } from './ways-of-newsrooms.ts';
import { BESIDE, CALLS, NAMED, OFFICES } from './ways-of-offices.ts';
import { OF_STORIES } from './ways-of-stories.ts';
import { CARDS, LINES } from './ways-on-cards.ts';
import { FURTHER, OVER_SENTENCES } from './ways-over-sentences.ts';

const SUITES: [string, Way[], PageOptions?][] = [
  ['whose meeting it is', WHOSE],
  ['what time it is', CLOCKS],
  ['what became of it', STATUS],
  ['where it is, how, and how many came', PLACES],
  ['what is none', NOTHING],
  ['plans as tables', TABLES],
  ['news and notices', STORIES],
  ['plans of many shapes', PLANS],
  ['cards', CARDS],
  ['lines below a name', LINES],
  ['what secretariats publish', OFFICES],
  ['names and days apart', NAMED],
  ['what further sites taught', FURTHER],
  ['news over several sentences', OVER_SENTENCES],
  ['stories', OF_STORIES],
  ['days and what stands beside them', BESIDE],
  ['papers that call for more', CALLS, { format: 'docx', url: 'https://fjordane.example.no/fil/4712.docx' }],
  ['plans of clerks', CLERKS],
  ['reports of clerks', CLERKS_REPORTS, { format: 'pdf', url: 'https://fjordane.example.no/fil/aarsmelding.pdf' }],
  ['papers of clerks', CLERKS_PAPERS, { format: 'docx', url: 'https://fjordane.example.no/fil/4713.docx' }],
  ['how many came', COUNTS],
  ['told in passing', IN_PASSING],
  ['where, in plans and stories', WHERE],
  ['held or not', FATES],
  ['how many came, in papers', COUNTS_IN_PAPERS, { format: 'docx', url: 'https://fjordane.example.no/fil/4713.docx' }],
  ['papers', PAPERS, { format: 'docx', url: 'https://fjordane.example.no/fil/4711.docx' }],
];

describe.each(SUITES)('%s', (_suite, ways, options) => {
  test.each(ways)('%s', async (_what, html, wants) => {
    const told = await meetingsOf(html, options);
    expect(told.map(({ body, start }) => [body, start])).toEqual(wants.map(([body, start]) => [body, start]));
    for (const [at, mention] of told.entries()) holds(mention, wants[at]);
  });
});

function holds(mention: Mention, [, , told = {}]: Want = ['', '']): void {
  const { place, mode, participants, status, ...rest } = told;
  expect(mention).toMatchObject(rest);
  if ('status' in told) expect(mention.status).toBe(status);
  if (place) expect(mention.place?.text).toContain(place);
  if (place === '') expect(mention.place).toBeUndefined();
  if ('participants' in told) expect(mention.participants).toEqual(participants);
  if (mode) expect(mention.place?.mode).toBe(mode);
}
