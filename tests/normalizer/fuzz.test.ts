/**
 * C3.4: pages and documents that are cut, doubled, mixed and spoilt anywhere are read without an error, in time, and what is read of them is
 * of the model's shape. `SAMLA_FUZZ=5000 npx vitest run tests/normalizer/fuzz.test.ts` tries so many of each, `SAMLA_SEED` others.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRealDay } from '../../normalizer/dates/calendar.ts';
import { LANGUAGES } from '../../normalizer/model.ts';
import type { Reader } from '../../normalizer/reader.ts';
import { allReaders } from '../../normalizer/readers.ts';
import type { Known } from '../../normalizer/rule.ts';
import { readFields } from '../../normalizer/rules.ts';
import { readMarkup } from './html/read.ts';
import { readBytes } from './readers/document-makers.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const pages = new Map(
  readdirSync(join(FIXTURES, 'pages')).map((name) => [name, readFileSync(join(FIXTURES, 'pages', name, 'page.html'))]),
);
const documents = new Map(
  readdirSync(join(FIXTURES, 'documents')).flatMap((name): [string, { reader: Reader; bytes: Buffer }][] => {
    const reader = allReaders().get(extname(name).slice(1));
    return reader ? [[name, { reader, bytes: readFileSync(join(FIXTURES, 'documents', name)) }]] : [];
  }),
);

/** What is put in between: markup that is never closed, closed twice or stands where none may, and bytes that are no text. */
const SPOILS = [
  '</div></main></body>',
  '<table><tr><td><table>',
  '<h1>',
  '<a href="javascript:alert(1)">',
  '<base href="http://[">',
  '<svg><title>',
  '<!--',
  '<![CDATA[',
  '<template>',
  '&#0;&#xD800;&nbsp;',
  '<p>Møte i SSU 31.02.2026 kl. 25.61',
  '<time datetime="9999-99-99">',
  '<script type="application/ld+json">{"@type":["Event",{}],"startDate":{}}</script>',
  '\u202e\ufeff\u0000',
  'PK\u0003\u0004',
  '\xff\xfe\xfd',
].map((text) => Buffer.from(text, 'utf8'));

/** A change: where (a share of the length), how much, what, and what is put in. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 4000 }),
  what: fc.constantFrom('cut', 'double', 'spoil', 'flip', 'end'),
  pick: fc.nat(),
});
const changes = fc.array(change, { minLength: 1, maxLength: 6 });

function spoilt(bytes: Buffer, list: readonly { at: number; length: number; what: string; pick: number }[]): Buffer {
  return list.reduce((now: Buffer, { at, length, what, pick }) => {
    const from = Math.floor(at * now.length);
    const [before, part, after] = [
      now.subarray(0, from),
      now.subarray(from, from + length),
      now.subarray(from + length),
    ];
    if (what === 'cut') return Buffer.concat([before, after]);
    if (what === 'double') return Buffer.concat([before, part, part, after]);
    if (what === 'end') return Buffer.from(now.subarray(0, Math.max(1, from)));
    if (what === 'spoil') return Buffer.concat([before, SPOILS[pick % SPOILS.length] ?? part, part, after]);
    const flipped = Buffer.from(now);
    if (from < flipped.length) flipped[from] = pick % 256;
    return flipped;
  }, bytes);
}

const options = {
  numRuns: Number(process.env.SAMLA_FUZZ ?? 60),
  ...(process.env.SAMLA_SEED ? { seed: Number(process.env.SAMLA_SEED) } : {}),
};
/** Milliseconds of the processor for one page of the fixtures' size, however it is spoilt. */
const MOST_MS = 3000;

async function inTime<T>(work: () => Promise<T>): Promise<T> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(MOST_MS);
  return result;
}

function expectShape(known: Known): void {
  for (const field of ['published', 'updated'] as const) {
    const day = known[field]?.value as string | undefined;
    if (day !== undefined) expect(isDay(day), `${field} ${day}`).toBe(true);
  }
  for (const meeting of (known.meetings?.value ?? []) as { start: string; end?: string | null }[]) {
    expect(isDay(meeting.start.slice(0, 10)), meeting.start).toBe(true);
    if (meeting.end)
      expect(meeting.end >= meeting.start.slice(0, meeting.end.length), `${meeting.start}–${meeting.end}`).toBe(true);
  }
  const language = known.language?.value as (typeof LANGUAGES)[number] | undefined;
  if (language !== undefined) expect(LANGUAGES).toContain(language);
  for (const text of [known.title, known.lead, known.body].map((one) => String(one?.value ?? '')))
    expect(/\p{Surrogate}/u.test(text), 'half a character').toBe(false);
}

function isDay(day: string): boolean {
  const [year = 0, month = 0, date] = day.split('-').map(Number);
  return date === undefined ? month >= 1 && month <= 12 : isRealDay(year, month, date);
}

describe('C3.4 whatever becomes of a file on its way', { timeout: 3_600_000 }, () => {
  test('a page is read without an error, in time, and in the shape of the model', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...pages.keys()), changes, async (name, list) => {
        const known = await inTime(async () => readFields(await readMarkup(spoilt(pages.get(name)!, list))));
        expectShape(known);
      }),
      options,
    );
  });

  test('a document is read as far as it goes, or flagged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...documents.keys()), changes, async (name, list) => {
        const { reader, bytes } = documents.get(name)!;
        const document = await inTime(() => readBytes(reader, new Uint8Array(spoilt(bytes, list))));
        if (document.$('main, body').text().trim() === '') expect(document.flags).not.toEqual([]);
      }),
      options,
    );
  });
});
