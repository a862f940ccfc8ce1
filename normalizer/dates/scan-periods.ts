/** Finds what is wider than a day or has no number of its own: months, years, periods, seasons, weeks, weekdays, «i går». */
import { matches, signsNamed } from './signs.ts';
import type { Expression } from './span.ts';
import {
  MONTH,
  monthNumber,
  pointerOf,
  RELATIVE,
  relativeDays,
  SAMI_MONTH,
  SEASON,
  samiMonthNumber,
  seasonName,
  WEEKDAY,
  weekdayNumber,
} from './words.ts';

const YEAR = '(19[4-9]\\d|20\\d{2})';
const YEARS = new RegExp(`(?<![\\d./-])${YEAR}\\s{0,2}[-–—/]\\s{0,2}(19[4-9]\\d|20\\d{2}|\\d{2})(?![\\d-])`, 'gu');
const MONTH_YEAR = new RegExp(`(?<![\\p{L}\\d]|\\d\\.?\\s{0,2})(${MONTH})\\.?,?\\s{1,2}${YEAR}(?!\\d)`, 'giu');
const SAMI_MONTH_YEAR = new RegExp(`(?<!\\p{L})(${SAMI_MONTH})\\s${YEAR}(?!\\d)`, 'giu');
/** A month without year needs a word before it: `mars` and `mai` are names too. */
const BARE_MONTH = new RegExp(
  `(?<=(?<!\\p{L})(?:i|til|fra|frå|innen|innan|siden|sidan|månedsskiftet|slutten\\sav|starten\\sav|byrjinga\\sav)\\s)(${MONTH})(?![\\p{L}.])`,
  'giu',
);
const SEASON_YEAR = new RegExp(`(?<!\\p{L})(?:i\\s)?(${SEASON})(?!\\p{L})(?:\\s(?:i\\s)?${YEAR}(?!\\d))?`, 'giu');
const WEEK = new RegExp(
  `(?<!\\p{L})(?:uke|uka|veke|veka)\\s{1,2}(\\d{1,2})(?!\\d)(?:[,/]?\\s{0,2}(?:i\\s)?${YEAR}(?!\\d))?`,
  'giu',
);
const RELATIVE_WORD = new RegExp(`(?<!\\p{L})(${RELATIVE})(?!\\p{L})(?:,?\\s(${WEEKDAY})(?!\\p{L}))?`, 'giu');
const WEEKDAY_ALONE = new RegExp(`(?<!\\p{L})(${WEEKDAY})(?!\\p{L})`, 'giu');
const SINGLE_YEAR = new RegExp(`(?<![\\p{L}\\d.,/:-])${YEAR}(?![\\p{L}\\d/%]|[.,:-]\\d)`, 'gu');
const RECURRING = /(?:hver|kvar|kvart|hvert|annenhver|annakvar|andre)\s{1,2}$/iu;

/** What the patterns can't do without. */
const SIGNS = {
  spanning: signsNamed('spanning'),
  monthYear: signsNamed('month', 'year'),
  samiMonthYear: signsNamed('samiMonth', 'year'),
  month: signsNamed('month'),
  season: signsNamed('season'),
  week: signsNamed('week', 'digit'),
  relative: signsNamed('relative'),
  weekday: signsNamed('weekday'),
  year: signsNamed('year'),
};

/** All of them, in no order; what days and times have claimed is to be taken out first. */
export function scanPeriods(text: string): Expression[] {
  return [
    ...matches(text, YEARS, SIGNS.spanning).flatMap(period),
    ...matches(text, MONTH_YEAR, SIGNS.monthYear).map((hit) => month(hit, monthNumber(hit[1] ?? ''))),
    ...matches(text, SAMI_MONTH_YEAR, SIGNS.samiMonthYear).map((hit) => month(hit, samiMonthNumber(hit[1] ?? ''))),
    ...matches(text, BARE_MONTH, SIGNS.month).map((hit) => month(hit, monthNumber(hit[1] ?? ''))),
    ...matches(text, SEASON_YEAR, SIGNS.season).map(season),
    ...matches(text, WEEK, SIGNS.week).flatMap(week),
    ...matches(text, RELATIVE_WORD, SIGNS.relative).map(relative),
    ...matches(text, WEEKDAY_ALONE, SIGNS.weekday).flatMap(weekday),
    ...matches(text, SINGLE_YEAR, SIGNS.year).map((hit) => ({
      kind: 'year' as const,
      ...place(hit),
      year: Number(hit[1]),
    })),
  ];
}

function place(hit: RegExpExecArray): { index: number; text: string } {
  return { index: hit.index, text: hit[0] };
}

function period(hit: RegExpExecArray): Expression[] {
  const year = Number(hit[1]);
  const end = hit[2]?.length === 2 ? Number(`${String(year).slice(0, 2)}${hit[2]}`) : Number(hit[2]);
  return end > year && end - year <= 30 ? [{ kind: 'years', ...place(hit), year, toYear: end }] : [];
}

function month(hit: RegExpExecArray, number: number | undefined): Expression {
  const found: Expression = { kind: 'month', ...place(hit), month: number ?? 0 };
  return hit[2] ? { ...found, year: Number(hit[2]) } : found;
}

function season(hit: RegExpExecArray): Expression {
  const found: Expression = { kind: 'season', ...place(hit), season: seasonName(hit[1] ?? '') ?? '' };
  return hit[2] ? { ...found, year: Number(hit[2]) } : found;
}

function week(hit: RegExpExecArray): Expression[] {
  const number = Number(hit[1]);
  if (number < 1 || number > 53) return [];
  const found: Expression = { kind: 'week', ...place(hit), week: number };
  return [hit[2] ? { ...found, year: Number(hit[2]) } : found];
}

function relative(hit: RegExpExecArray): Expression {
  const found: Expression = { kind: 'relative', ...place(hit), offset: relativeDays(hit[1] ?? '') ?? 0 };
  const named = hit[2] ? weekdayNumber(hit[2]) : undefined;
  return named === undefined ? found : { ...found, weekday: named };
}

function weekday(hit: RegExpExecArray): Expression[] {
  const number = weekdayNumber(hit[1] ?? '');
  const before = hit.input.slice(Math.max(0, hit.index - 18), hit.index);
  if (number === undefined || RECURRING.test(before)) return [];
  const points = pointerOf(before, hit.input.slice(hit.index + hit[0].length, hit.index + hit[0].length + 24));
  const found: Expression = { kind: 'weekday', ...place(hit), weekday: number };
  return [points ? { ...found, points } : found];
}
