/** The year of a day that is printed without one, from what stands round it; the reason is kept. */
import { hitsOf } from '../pattern-hits.ts';
import { remembered } from '../remembered.ts';
import { addDays, daysBetween, isoDay, isRealDay, weekdayOf, yearOf } from './calendar.ts';
import type { DateContext, DateSpan, WeekdayPointer, YearSource } from './span.ts';
import { doneWithPlans, MONTH, monthNumber, oneOf, yearOfSomethingElse } from './words.ts';

/** A year and the words that gave it. */
export interface Candidate {
  year: number;
  from: YearSource;
  text: string;
}

const YEAR = /(?<![\d.,/§–-])((?:19[4-9]|20\d)\d)(?![\d/]|[-–]\d)/gu;
const PERIOD = /\d{4}\s{0,2}[-–—/]\s{0,2}\d{2,4}/u;
const MONTH_HEADING = new RegExp(`(?<!\\p{L})(${MONTH})\\.?\\s{1,2}((?:19|20)\\d{2})(?!\\d)`, 'giu');
const OTHER = new RegExp(`(?:${oneOf(yearOfSomethingElse)})(?:en|a|ane|ene|er|ar|n|r|s)?(?!\\p{L})`, 'iu');
/** «Vedtatt av utvalget i desember 2025», «oppdatert 12.1.2026»: when something was done with a plan, not when its days are. */
const DONE = new RegExp(
  `(?<!\\p{L})(?:${oneOf(doneWithPlans)})(?!\\p{L})(?:\\s(?:av|i|på)\\s\\p{L}+(?:\\s\\p{L}+){0,2}?)?[\\s:,]{1,2}(?:(?:i|den|d\\.|per)\\s)?(?:\\d{1,2}[./]\\s?(?:\\d{1,2}[./]\\s?)?)?(?:(?:${MONTH})\\.?\\s)?(?:19|20)\\d{2}(?!\\d)`,
  'giu',
);
/** «Januar–juni 2026» is of the months between too. */
const SPAN_OF_MONTHS = new RegExp(
  `(?<!\\p{L})(?:${MONTH})\\.?(?:\\s\\d{4})?\\s?(?:[-–—,/]|til|og|t\\.o\\.m\\.)\\s?(?:(?:og|med)\\s){0,2}(?:${MONTH})`,
  'iu',
);
const PATH_DATE = /\/((?:19|20)\d{2})\/(0[1-9]|1[0-2])(?:\/(0[1-9]|[12]\d|3[01]))?(?=\/|$)/u;

/**
 * The year of a day without one; `undefined` when it has one, or none can be known. A weekday that is printed decides between the candidates; when none of them has
 * it, the first is kept with the flag `weekday-mismatch` where its words are plain, and no year is given where it was only a guess.
 */
export function inferYear(span: DateSpan, context: DateContext): Candidate | undefined {
  const { day, month } = span;
  if (span.year !== undefined || day === undefined || month === undefined) return undefined;
  const stated = statedYears(span, context).filter(({ year }) => isRealDay(year, month, day));
  const [first] = stated;
  // Without a weekday the first that is said is the year.
  if (first && span.weekday === undefined && !context.isDisputed && !context.neighbours?.length) return first;
  const near = nearYears(span, context);
  const all = [...stated, ...near];
  const fitting = all.find((each) => fits(span, each) && fitsNeighbours(each, context));
  const own = span.weekday === undefined ? undefined : all.find((each) => fits(span, each));
  if (context.isDisputed) return own ?? (context.neighbours?.length ? fitting : undefined);
  return own ?? fitting ?? (span.weekday === undefined ? all[0] : stated[0]);
}

function fits({ weekday, month = 0, day = 0 }: DateSpan, { year }: Candidate): boolean {
  return weekday === undefined || weekdayOf(isoDay(year, month, day)) === weekday;
}

/** Whether the days of the same table or list fall on the weekdays that are printed beside them. */
function fitsNeighbours({ year }: Candidate, { neighbours = [] }: DateContext): boolean {
  return neighbours.every(({ day, month, weekday }) => weekdayOf(isoDay(year, month, day)) === weekday);
}

/** Years that words near the date say: an anchor, headings from the nearest outwards, the title. */
function statedYears(span: DateSpan, context: DateContext): Candidate[] {
  const { anchor, trail = [], title } = context;
  const stated: Candidate[] = anchor ? [{ year: anchor.year, from: 'anchor', text: anchor.text }] : [];
  for (let at = trail.length - 1; at >= 0; at -= 1) addYear(stated, trail[at] ?? '', 'heading', span);
  if (title) addYear(stated, title, 'title', span);
  return stated;
}

/** A heading or caption without the words that say when something was done with the plan: «Datoer vedtatt i desember 2025». */
export const withoutDoing = remembered((text): string => (HOLDS_YEAR.test(text) ? text.replace(DONE, ' ') : text));

const HOLDS_YEAR = /\d{4}/;

/** The one year that a heading names; a month heading counts for its own month, a plan's or project's year not at all. */
function addYear(stated: Candidate[], text: string, from: YearSource, span: DateSpan): void {
  const { months, rest } = yearsOf(text);
  const year = months.find(({ month }) => month === span.month)?.year ?? rest;
  if (year !== undefined) stated.push({ year, from, text });
}

interface YearsOfHeading {
  months: readonly { month: number | undefined; year: number }[];
  /** The one year for all other months. */
  rest?: number;
}

const NO_YEARS: YearsOfHeading = { months: [] };

/** Each of a list's days asks the same headings. */
const yearsOf = remembered((text): YearsOfHeading => (HOLDS_YEAR.test(text) ? readYears(text) : NO_YEARS));

function readYears(text: string): YearsOfHeading {
  const plain = withoutDoing(text);
  const months = hitsOf(plain, MONTH_HEADING).map((hit) => ({
    month: monthNumber(hit[1] ?? ''),
    year: Number(hit[2]),
  }));
  if (OTHER.test(text) || PERIOD.test(text)) return { months };
  // «Desember 2025» is the year of no other month.
  const rest = SPAN_OF_MONTHS.test(plain) ? plain : plain.replace(MONTH_HEADING, ' ');
  const years = new Set(hitsOf(rest, YEAR).map((hit) => Number(hit[1])));
  const [year] = years;
  return year !== undefined && years.size === 1 ? { months, rest: year } : { months };
}

/** The years nearest to publishing, updating, or the date in the address, nearest first. */
function nearYears(span: DateSpan, context: DateContext): Candidate[] {
  const anchors: { day: string; from: YearSource; text: string }[] = [];
  if (context.published) anchors.push({ day: context.published, from: 'published', text: context.published });
  if (context.updated) anchors.push({ day: context.updated, from: 'updated', text: context.updated });
  const path = PATH_DATE.exec(context.path ?? '');
  if (path) anchors.push({ day: `${path[1]}-${path[2]}-${path[3] ?? '15'}`, from: 'path', text: path[0] });
  if (anchors.length === 0) return besidePrinted(span, context);
  return anchors.flatMap(({ day, from, text }) =>
    nearest(span, day, context.tense).map((year) => ({ year, from, text })),
  );
}

/** So near must a day with its year be, printed on the same page, to tell the year of one without. */
const BESIDE = 60;

/** «FSU 3. desember er avlyst» on a page that else only says «Utløper 05.12.2026». */
function besidePrinted(span: DateSpan, { printed = [] }: DateContext): Candidate[] {
  const [month, date] = [span.month ?? 0, span.day ?? 0];
  const near = printed.flatMap((text) => {
    const year = [-1, 0, 1]
      .map((away) => yearOf(text) + away)
      .find((each) => isRealDay(each, month, date) && Math.abs(daysBetween(text, isoDay(each, month, date))) <= BESIDE);
    return year === undefined ? [] : [{ year, from: 'list' as const, text }];
  });
  return new Set(near.map(({ year }) => year)).size === 1 ? near.slice(0, 1) : [];
}

/** At most this far from the day that it is reckoned from, unless a weekday says otherwise. */
const FARTHEST = 300;

function nearest(span: DateSpan, day: string, tense: DateContext['tense']): number[] {
  const [month, date] = [span.month ?? 0, span.day ?? 0];
  const year = yearOf(day);
  return [year - 1, year, year + 1]
    .filter((candidate) => isRealDay(candidate, month, date))
    .map((candidate) => ({ candidate, away: daysBetween(day, isoDay(candidate, month, date)) }))
    .filter(({ away }) => Math.abs(away) <= FARTHEST || span.weekday !== undefined)
    .filter(({ away }) => (tense === 'past' ? away <= 1 : tense === 'future' ? away >= -1 : true))
    .sort((a, b) => Math.abs(a.away) - Math.abs(b.away))
    .map(({ candidate }) => candidate);
}

/**
 * The day of a weekday named alone or of «i går», reckoned from the day of publishing: the latest such weekday before or on it,
 * or the next one when the text looks ahead. `undefined` without a day of publishing, or when the two don't agree («i går, onsdag» on a Monday).
 */
export function resolveRelative(span: DateSpan, context: DateContext): DateSpan {
  if (!context.published) return span;
  const start = span.offset === undefined ? weekdayNear(span, context) : addDays(context.published, span.offset);
  if (start === undefined) return span;
  if (span.offset !== undefined && span.weekday !== undefined && weekdayOf(start) !== span.weekday) return span;
  return { ...span, start, reason: { from: 'published', text: context.published } };
}

function weekdayNear({ weekday = 0, points: own }: DateSpan, context: DateContext): string | undefined {
  const points = own === undefined || own === 'ahead' ? (context.points ?? own) : own;
  const published = context.published ?? '';
  const today = weekdayOf(published);
  const ahead = (weekday - today + 7) % 7;
  const week = points && WEEK_OFFSET[points];
  if (week !== undefined) return addDays(published, weekday - today + week * 7);
  // «neste onsdag» said on a Monday may be in two days or in nine: no day is told.
  if (points === 'next') return weekday <= today ? addDays(published, ahead || 7) : undefined;
  if (points === 'last') return weekday >= today ? addDays(published, ahead - 7) : undefined;
  const forward = points === 'ahead' ? context.tense !== 'past' : points !== 'behind' && context.tense === 'future';
  if (forward) return addDays(published, ahead);
  return addDays(published, ahead === 0 && points !== 'behind' ? 0 : ahead - 7);
}

const WEEK_OFFSET: Partial<Record<WeekdayPointer, number>> = {
  'two-weeks-ago': -2,
  'last-week': -1,
  'this-week': 0,
  'next-week': 1,
};
