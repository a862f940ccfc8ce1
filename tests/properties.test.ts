/** STANDARDS C3.3: what holds of every input, tried on inputs that nobody thought of. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isRealDay } from '../normalizer/dates/calendar.ts';
import { findDates } from '../normalizer/dates/find-dates.ts';
import { readVocabulary } from '../normalizer/vocabulary.ts';
import { parseRobots } from '../scraper/robots.ts';

const part = fc.array(fc.constantFrom('/', 'a', 'b', '*', '$', 'æ', '%20'), { minLength: 1, maxLength: 6 });
const rule = fc.record({ allow: fc.boolean(), path: part.map((parts) => `/${parts.join('')}`) });
const path = fc
  .array(fc.constantFrom('/', 'a', 'b', 'ab', '%20'), { maxLength: 6 })
  .map((parts) => `/${parts.join('')}`);

/** RFC 9309 word for word, and as slow: every rule as a regular expression, the longest that matches wins, allow wins a tie. */
function slowly(rules: readonly { allow: boolean; path: string }[], asked: string): boolean {
  const matching = rules.filter(({ path: wanted }) => {
    const anchored = wanted.endsWith('$');
    const text = encodeURI(decodeURI(anchored ? wanted.slice(0, -1) : wanted));
    const pattern = text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
    return new RegExp(`^${pattern}${anchored ? '$' : ''}`).test(encodeURI(decodeURI(asked)));
  });
  const length = (one: { path: string }) => encodeURI(decodeURI(one.path)).length;
  const [best] = matching.sort((a, b) => length(b) - length(a) || Number(b.allow) - Number(a.allow));
  return best?.allow ?? true;
}

describe('B1.3 C3.3 robots.txt', () => {
  test('says what a slow reading of the standard says, of any rules and any path', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), path, (rules, asked) => {
        const text = `User-agent: *\n${rules.map(({ allow, path: p }) => `${allow ? 'Allow' : 'Disallow'}: ${p}`).join('\n')}\n`;
        expect(parseRobots(text, 'samla').isAllowed(`https://example.no${asked}`)).toBe(slowly(rules, asked));
      }),
      { numRuns: 500 },
    );
  });
});

const MONTHS = ['januar', 'mars', 'juni', 'oktober', 'des.', 'cuoŋománu'];
const written = fc.constantFrom(
  ...MONTHS.map((month) => ` ${month} `),
  '.',
  '/',
  '-',
  '–',
  ' og ',
  ' til ',
  ', ',
  ' kl. ',
  ':',
);
const number = fc.integer({ min: 0, max: 3000 }).map(String);
const dated = fc.array(fc.oneof(number, written, fc.constantFrom('fredag ', 'tysdag ', 'i dag ', 'neste ')), {
  maxLength: 14,
});

const words = z.array(z.string());
/** The words of dates in both standards and in Northern Sámi, as the program has them. */
const { months, samiMonths, weekdays } = readVocabulary(
  'dates',
  z.object({ months: z.array(words), samiMonths: words, weekdays: z.array(words) }),
);

function anyOf(list: readonly string[] | undefined, pick: number): string {
  return list?.[pick % list.length] ?? '';
}

describe('C3.3 dates', () => {
  test('of any text are real days, stand where they say and come in the order of the text', () => {
    fc.assert(
      fc.property(dated, (parts) => {
        const text = parts.join('');
        const spans = findDates(text, { published: '2025-03-03' });
        for (const { start, end } of spans) {
          for (const day of [start, end].flatMap((one) => one?.match(/^\d{4}-\d\d-\d\d/)?.[0] ?? [])) {
            const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
            expect(isRealDay(year, month, date), `${day} in «${text}»`).toBe(true);
          }
          if (end !== undefined && end !== null && start !== undefined)
            expect(end >= start.slice(0, end.length)).toBe(true);
        }
        expect(spans.map(({ index }) => index)).toEqual(spans.map(({ index }) => index).sort((a, b) => a - b));
        for (const { index, text: quote } of spans) expect(text.slice(index, index + quote.length)).toBe(quote);
      }),
      { numRuns: 1000 },
    );
  });

  test('that are written out in either standard or in Northern Sámi are read back', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1995-01-01'), max: new Date('2049-12-31'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 5 }),
        fc.nat(),
        (date, form, pick) => {
          const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
          const iso = date.toISOString().slice(0, 10);
          const two = (value: number) => String(value).padStart(2, '0');
          const text =
            [
              `${day}. ${anyOf(months[month - 1], pick)} ${year}`,
              `${anyOf(weekdays[(date.getUTCDay() + 6) % 7], pick)} ${day}. ${anyOf(months[month - 1], pick)} ${year}`,
              `${samiMonths[month - 1]}mánu ${day}.b. ${year}`,
              `${two(day)}.${two(month)}.${year}`,
              iso,
              `${day}/${month}-${year}`,
            ][form] ?? iso;
          expect(findDates(`Møtet var ${text}.`).map(({ start }) => start)).toEqual([iso]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
