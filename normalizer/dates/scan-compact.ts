/** Finds days in the digit runs of file names: `20240314`, `140324`. */
import { hitsOf } from '../pattern-hits.ts';
import { fullYear, isRealDay } from './calendar.ts';
import type { Expression } from './span.ts';
import { MONTH, monthNumber } from './words.ts';

const COMPACT: readonly { pattern: RegExp; order: readonly [number, number, number] }[] = [
  { pattern: /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/gu, order: [3, 2, 1] },
  { pattern: /(?<!\d)(\d{2})(\d{2})(20\d{2})(?!\d)/gu, order: [1, 2, 3] },
];
const SIX = /(?<!\d)(\d{2})(\d{2})(\d{2})(?!\d)/gu;

/** «9sept26», «12.feb2026», «3 mars-27»: a month's name between the figures. */
const NAMED = new RegExp(`(?<!\\d)(\\d{1,2})[.\\s-]?(${MONTH})[.\\s-]?(20\\d{2}|\\d{2})(?!\\d)`, 'giu');

/** Digit runs of a file name: `20240314`, `14032024`, and `140324` or `240314` where only one of the two readings is a day near `year`. */
export function scanCompact(text: string, near: number | undefined): Expression[] {
  const eight = COMPACT.flatMap(({ pattern, order }) =>
    hitsOf(text, pattern).map((hit) => ({ hit, day: hit[order[0]], month: hit[order[1]], year: hit[order[2]] })),
  );
  const six = hitsOf(text, SIX).flatMap((hit) => sixDigits(hit, near) ?? []);
  const named = hitsOf(text, NAMED).map((hit) => ({
    hit,
    day: hit[1],
    month: String(monthNumber(hit[2] ?? '')),
    year: hit[3],
  }));
  return [...eight, ...six, ...named].flatMap(({ hit, day, month, year }) => {
    const date = { day: Number(day), month: Number(month), year: fullYear(year ?? '') };
    if (!isRealDay(date.year, date.month, date.day)) return [];
    return [{ kind: 'day' as const, index: hit.index, text: hit[0], form: 'compact' as const, ...date }];
  });
}

/** The health communities were agreed on in the autumn of this year; their papers are younger. */
const EARLIEST = 2019;

function sixDigits(hit: RegExpExecArray, near: number | undefined) {
  const [, a, b, c] = hit;
  const readings = [
    { hit, day: a, month: b, year: c },
    { hit, day: c, month: b, year: a },
  ].filter(({ day, month, year }) => isRealDay(fullYear(year ?? ''), Number(month), Number(day)));
  if (readings.length < 2) return readings[0];
  if (a === c) return readings[0];
  const ours = readings.filter(({ year }) => fullYear(year ?? '') >= EARLIEST);
  if (ours.length === 1) return ours[0];
  // Both are days: only a year known from elsewhere can tell which was meant.
  return near === undefined ? undefined : readings.find(({ year }) => Math.abs(fullYear(year ?? '') - near) <= 1);
}
