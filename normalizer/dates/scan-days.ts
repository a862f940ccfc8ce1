/** Finds days: with month words, in numbers, ISO and Northern Sámi. */
import { hitsOf } from '../pattern-hits.ts';
import { remembered } from '../remembered.ts';
import { daysInMonth, fullYear, isoDay, isRealDay } from './calendar.ts';
import { matches, type Signs, signsNamed } from './signs.ts';
import type { Expression } from './span.ts';
import {
  MONTH,
  monthNumber,
  ORDINAL,
  ORDINAL_ENDING,
  ordinalNumber,
  SAMI_MONTH,
  samiMonthNumber,
  WEEKDAY,
  WEEKDAY_BESIDE,
} from './words.ts';

const YEAR = '(?:19[4-9]\\d|20\\d{2})';
const BETWEEN = `(?:\\.?\\s{0,2}(?:,|og|til\\sog\\smed|til|t\\.o\\.m\\.|[-–—/])\\s{0,2}(?:${WEEKDAY}\\s)?)`;

/** `8. og 9. juni`, `12. – 13. juni 2024`, `18.mars`, `30. okt. 2023`, `den 21 mars`. Groups: earlier days, day, month, year. */
const WORD_DAY = new RegExp(
  `(?<!\\d|\\d[.,:/])((?:\\d{1,2}${BETWEEN}){0,8})(\\d{1,2})(?:\\.\\s{0,2}|\\.?(?:${ORDINAL_ENDING})\\.?\\s{1,2}|\\s{1,2})(${MONTH})(?!\\p{L}|-\\p{L})\\.?(?:,?\\s{0,2}(${YEAR})(?!\\d|[.:]\\d)|\\s?['’](\\d{2})(?!\\d)|\\s?[-–]([0-4]\\d)(?!\\d|[.:]|\\s?(?:${MONTH})))?`,
  'giu',
);
/** `March 12, 2024`. */
const ENGLISH_DAY = new RegExp(`(?<!\\p{L})(${MONTH})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,\\s(${YEAR})(?!\\d)`, 'giu');
/** `geassemánu 16. b. 2023`, `30. b.` without year; the year may stand before. */
const SAMI_DAY = new RegExp(
  `(?:(${YEAR})\\s)?(${SAMI_MONTH})\\s{1,2}(\\d{1,2})(?!\\d)\\.?(?:\\s?(?:b\\.|beaivvi|beaivi))?(?:\\s{1,2}(${YEAR})(?!\\d))?`,
  'giu',
);

/** What the patterns can't do without. */
const SIGNS = {
  wordDay: signsNamed('digit', 'month'),
  ordinalDay: signsNamed('ordinal', 'month'),
  englishDay: signsNamed('commaYear', 'month'),
  samiDay: signsNamed('digit', 'samiMonth'),
  joinedYear: signsNamed('joined', 'year'),
  dotted: signsNamed('dotted'),
  slash: signsNamed('slash'),
};

const NUMERIC: readonly { pattern: RegExp; needs: Signs }[] = [
  { pattern: /(?<![\d.,:/-])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d|\.\d)/gu, needs: SIGNS.joinedYear },
  { pattern: /(?<![\d.,:/-])(\d{1,2})\.(\d{1,2})\.(\d{2})(?!\d|:\d|\.\d)/gu, needs: SIGNS.dotted },
  { pattern: /(?<![\d.,:/-])(\d{1,2})\/(\d{1,2})\s?[-–/]\s?(\d{4}|\d{2})(?!\d|[./]\d)/gu, needs: SIGNS.slash },
  { pattern: /(?<![\d.,:/-])(\d{1,2})\/(\d{1,2})\s(\d{4})(?!\d|[./]\d)/gu, needs: SIGNS.slash },
  { pattern: /(?<![\d.,:/-])(\d{1,2})-(\d{1,2})-(\d{4})(?!\d|-\d)/gu, needs: SIGNS.joinedYear },
  { pattern: /(?<![\d.,:/-])(\d{1,2})\.(\d{1,2})\.\s?[-–'’]([0-4]\d)(?!\d|[.:]\d|\.)/gu, needs: SIGNS.dotted },
];
const ISO = /(?<![\d.,:/-])(\d{4})([-.])(\d{2})\2(\d{2})(?!\d|[-.]\d)/gu;
const CLAUSE = /^\d\.\d\.\d{2}\s+\p{Lu}/u;

/** Every day with its month printed and every full numeric date; days that never were are left out. */
export function scanDays(text: string): Expression[] {
  return [
    ...scanNumericRanges(text),
    ...scanOrdinals(text),
    ...scanNumeric(text),
    ...scanIso(text),
    ...scanWordDays(text),
    ...scanEnglish(text),
    ...scanSami(text),
  ];
}

const wordDaysIn = remembered((text): readonly RegExpExecArray[] => matches(text, WORD_DAY, SIGNS.wordDay));

function scanWordDays(text: string): Expression[] {
  return wordDaysIn(text).flatMap((hit) => {
    const month = monthNumber(hit[3] ?? '') ?? 0;
    const last = Number(hit[2]);
    const short = hit[5] ?? hit[6];
    const year = hit[4] ? Number(hit[4]) : short ? fullYear(short) : undefined;
    if (!isPossible(last, month, year)) return [];
    return spread(hit, { last, month, ...(year === undefined ? {} : { year }) });
  });
}

const EARLIER_DAY = /(\d{1,2})([^\d]{0,20})/gu;

/** One expression a day of `8., 9. og 14. juni`; days in a row or with a dash between them are one range. */
function spread(hit: RegExpExecArray, date: { last: number; month: number; year?: number }): Expression[] {
  const { month, year } = date;
  const earlier = hitsOf(hit[1] ?? '', EARLIER_DAY);
  const days = [...earlier.map((part) => Number(part[1])), date.last];
  const starts = [...earlier.map((part) => hit.index + part.index), hit.index + (hit[1] ?? '').length];
  const rising = days.every((day, at) => day >= 1 && (at === 0 || day > (days[at - 1] ?? 0)));
  const whole = { form: 'word' as const, month, ...(year === undefined ? {} : { year }) };
  const end = hit.index + hit[0].length;
  if (!rising) return [{ kind: 'day', ...at(hit.input, starts.at(-1) ?? hit.index, end), day: date.last, ...whole }];
  const first = days[0] ?? date.last;
  const inARow = days.every((day, place) => day === first + place);
  const dashed = days.length === 2 && /[-–—]|til|t\.o\.m/u.test(earlier[0]?.[2] ?? '');
  if (days.length > 1 && (inARow || dashed)) {
    return [
      { kind: 'range', ...at(hit.input, hit.index, end), day: first, toDay: date.last, toMonth: month, ...whole },
    ];
  }
  return days.map((day, place) => ({
    kind: 'day',
    ...at(
      hit.input,
      starts[place] ?? hit.index,
      place === days.length - 1 ? end : (starts[place] ?? 0) + String(day).length,
    ),
    day,
    ...whole,
  }));
}

function at(text: string, index: number, end: number): { index: number; text: string } {
  return { index, text: text.slice(index, end).trimEnd() };
}

/** `1.1.2024-3.1.2024`, `1.1.–3.1.2024`, `4.–5.6.2025`. Groups: day, month, year; day, month, year. */
const NUMERIC_RANGE =
  /(?<![\d.,:/-])(\d{1,2})\.(?:(\d{1,2})\.(?:(\d{4}|\d{2}))?)?\s?[-–—]\s?(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d|[.:]\d)/gu;

function scanNumericRanges(text: string): Expression[] {
  return matches(text, NUMERIC_RANGE, SIGNS.dotted).flatMap((hit) => {
    const [toDay, toMonth, toYear] = [Number(hit[4]), Number(hit[5]), fullYear(hit[6] ?? '')];
    const [day, month] = [Number(hit[1]), hit[2] === undefined ? toMonth : Number(hit[2])];
    const year = hit[3] === undefined ? toYear - (month > toMonth ? 1 : 0) : fullYear(hit[3]);
    if (!isRealDay(year, month, day) || !isRealDay(toYear, toMonth, toDay)) return [];
    if (isoDay(year, month, day) >= isoDay(toYear, toMonth, toDay)) return [];
    const place = { index: hit.index, text: hit[0], form: 'numeric' as const };
    return [{ kind: 'range' as const, ...place, day, month, year, toDay, toMonth, toYear }];
  });
}

const ORDINAL_DAY = new RegExp(`(?<!\\p{L})(${ORDINAL})\\s(${MONTH})(?!\\p{L})(?:,?\\s(${YEAR})(?!\\d))?`, 'giu');

/** «tredje mai», «Første Januar 2021». */
function scanOrdinals(text: string): Expression[] {
  return matches(text, ORDINAL_DAY, SIGNS.ordinalDay).map((hit) => {
    const [day, month] = [ordinalNumber(hit[1] ?? '') ?? 0, monthNumber(hit[2] ?? '') ?? 0];
    const date = { kind: 'day' as const, index: hit.index, text: hit[0], form: 'word' as const, day, month };
    return hit[3] ? { ...date, year: Number(hit[3]) } : date;
  });
}

/** Blots out days that never were («29. februar 2023»), so that nothing wider is read from their pieces. The length stays. */
export function withoutImpossible(text: string): string {
  const impossible = wordDaysIn(text).filter(
    ([, , day, month = '', year]) => !isPossible(Number(day), monthNumber(month) ?? 0, year ? Number(year) : undefined),
  );
  let end = 0;
  const parts = impossible.map(({ 0: whole, index }) => {
    const before = text.slice(end, index);
    end = index + whole.length;
    return `${before}${'\u0001'.repeat(whole.length)}`;
  });
  return impossible.length === 0 ? text : `${parts.join('')}${text.slice(end)}`;
}

function scanNumeric(text: string): Expression[] {
  return NUMERIC.flatMap(({ pattern, needs }) =>
    matches(text, pattern, needs).flatMap((hit) => {
      const [day, month, year] = [Number(hit[1]), Number(hit[2]), fullYear(hit[3] ?? '')];
      if (!isRealDay(year, month, day) || CLAUSE.test(text.slice(hit.index))) return [];
      return [{ kind: 'day' as const, index: hit.index, text: hit[0], form: 'numeric' as const, day, month, year }];
    }),
  );
}

function scanIso(text: string): Expression[] {
  return matches(text, ISO, SIGNS.joinedYear).flatMap((hit) => {
    const [year, month, day] = [Number(hit[1]), Number(hit[3]), Number(hit[4])];
    if (!isRealDay(year, month, day)) return [];
    return [{ kind: 'day' as const, index: hit.index, text: hit[0], form: 'iso' as const, day, month, year }];
  });
}

function scanEnglish(text: string): Expression[] {
  return matches(text, ENGLISH_DAY, SIGNS.englishDay).flatMap((hit) => {
    const [month, day, year] = [monthNumber(hit[1] ?? '') ?? 0, Number(hit[2]), Number(hit[3])];
    if (!isRealDay(year, month, day)) return [];
    return [{ kind: 'day' as const, index: hit.index, text: hit[0], form: 'word' as const, day, month, year }];
  });
}

function scanSami(text: string): Expression[] {
  return matches(text, SAMI_DAY, SIGNS.samiDay).flatMap((hit) => {
    const [month, day] = [samiMonthNumber(hit[2] ?? '') ?? 0, Number(hit[3])];
    const year = hit[4] ?? hit[1];
    if (!isPossible(day, month, year ? Number(year) : undefined)) return [];
    const date = { kind: 'day' as const, index: hit.index, text: hit[0].trimEnd(), form: 'word' as const, day, month };
    return [year ? { ...date, year: Number(year) } : date];
  });
}

const CUE_BEFORE = new RegExp(
  `(?:den|d\\.|møt\\p{L}{0,8}|re(?:ferat|farat)\\p{L}{0,3}|protokoll\\p{L}{0,3}|innkalling\\p{L}{0,3}|sa(?:ks?|ke)liste\\p{L}{0,2}|agenda\\p{L}{0,2}|dato|datoen|frist\\p{L}{0,3}|frå|fra|til|innen|innan|og|,|${WEEKDAY_BESIDE})[:\\s]{0,3}$`,
  'iu',
);
const WEEKDAY_AFTER = new RegExp(`^\\.?,?\\s{0,2}\\(?(?:${WEEKDAY})(?!\\p{L})`, 'iu');
const SHORT = /(?<![\d.,:/–-]|\d )(\d{1,2})\.(\d{1,2})(?![\d:]|\.\d|\s?[–-]\s?\d{1,2}[.:]\d{2}(?!\.?\d))\.?/gu;
const SLASHED = /(?<![\d.,:/–-])(\d{1,2})\/(\d{1,2})(?![\d/–-]|\.\d)/gu;

/** `15.09`, `24.01.`, `28.2 onsdag`, `torsdag 14/3`: a day and month in numbers without a year. One-digit ones need a word beside them. */
export function scanShortDays(text: string): Expression[] {
  const dotted = matches(text, SHORT, SIGNS.dotted).filter(
    (hit) => isCued(text, hit) || (hit[1]?.length === 2 && hit[2]?.length === 2),
  );
  const slashes = matches(text, SLASHED, SIGNS.slash);
  const slashed = slashes.filter((hit, place) => besideWeekday(text, hit) || isListed(text, place, slashes));
  return [...dotted, ...slashed].flatMap((hit) => {
    const [day, month] = [Number(hit[1]), Number(hit[2])];
    if (!isPossible(day, month, undefined) || isClockAfterAll(text, hit)) return [];
    return [{ kind: 'day' as const, index: hit.index, text: hit[0], form: 'short' as const, day, month }];
  });
}

function isClockAfterAll(text: string, hit: RegExpExecArray): boolean {
  return /(?:kl|klokk[ae]n?)\.?\s{0,2}$/iu.test(text.slice(Math.max(0, hit.index - 12), hit.index));
}

function isCued(text: string, hit: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, hit.index - 24), hit.index);
  return (
    CUE_BEFORE.test(before) ||
    /(?<!\p{L})\p{Lu}{2,5}\s{0,2}$/u.test(before) ||
    WEEKDAY_AFTER.test(text.slice(hit.index + hit[0].length, hit.index + 40))
  );
}

const WEEKDAY_BEFORE = new RegExp(`(?<!\\p{L})(?:${WEEKDAY_BESIDE}),?\\s{0,2}(?:den\\s)?$`, 'iu');

function besideWeekday(text: string, hit: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, hit.index - 24), hit.index);
  return WEEKDAY_BEFORE.test(before) || WEEKDAY_AFTER.test(text.slice(hit.index + hit[0].length, hit.index + 40));
}

const LIST_CUE = new RegExp(
  `(?:(?:${WEEKDAY})(?:er|ar)|(?<!\\p{L})møt\\p{L}{0,12}|dato(?:er|ar))[^.!?\\d]{0,60}$`,
  'iu',
);

/** «Saker i møtet: 3/2, 4/2»: numbers of cases. */
const OF_CASES = /(?<!\p{L})sak/iu;

/** «… fire mandager: 9/2, 20/4 og 12/10»: rising days after a word that leads to days; a fraction alone is none. */
function isListed(text: string, place: number, all: readonly RegExpExecArray[]): boolean {
  let [from, to] = [place, place];
  while (from > 0 && follows(text, all[from - 1], all[from])) from -= 1;
  while (to < all.length - 1 && follows(text, all[to], all[to + 1])) to += 1;
  const first = all[from];
  if (to === from || first === undefined) return false;
  // «14/1, 4/3 og 10/6 2027»: the year at the end makes days of all.
  const last = all[to];
  if (last && /^\s?20\d{2}(?!\d)/u.test(text.slice(last.index + last[0].length))) return true;
  const before = text.slice(Math.max(0, first.index - 90), first.index).replace(/^.*[.!?]\s/u, '');
  return LIST_CUE.test(before) && !OF_CASES.test(before);
}

function follows(text: string, one: RegExpExecArray | undefined, next: RegExpExecArray | undefined): boolean {
  if (!one || !next) return false;
  const rises = Number(one[2]) * 100 + Number(one[1]) < Number(next[2]) * 100 + Number(next[1]);
  return rises && /^\s?(?:,|;|,?\sog|,?\ssamt)\s$/u.test(text.slice(one.index + one[0].length, next.index));
}

/** Whether the day exists in that year, or in some year when it isn't known. */
function isPossible(day: number, month: number, year: number | undefined): boolean {
  if (year !== undefined) return isRealDay(year, month, day);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2024, month);
}
