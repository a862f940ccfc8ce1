/** All date and time expressions of a text, placed in time as far as it and its surroundings allow. */

import { remembered } from '../remembered.ts';
import { isoDay, isoMonth, isRealDay, weekdayOf } from './calendar.ts';
import { inferYear, resolveRelative } from './infer-year.ts';
import { maskNonDates } from './mask.ts';
import { scanBareHours } from './scan-bare-hours.ts';
import { scanClocks } from './scan-clock.ts';
import { scanCompact } from './scan-compact.ts';
import { scanDays, scanShortDays, withoutImpossible } from './scan-days.ts';
import { scanPeriods } from './scan-periods.ts';
import { isDay, shareYears, withLabelYears, withYearsBehind } from './share-years.ts';
import { hasAnySign, mayHoldDate, signsNamed } from './signs.ts';
import type { DateContext, DateSpan, Expression } from './span.ts';
import { WEEKDAY, WEEKDAY_BESIDE, weekdayNumber } from './words.ts';

export type { DateContext, DateForm, DateSpan, YearSource } from './span.ts';

/** Longer texts are read this far: no page prints its dates in one paragraph longer than this. */
const LONGEST = 200_000;

/**
 * Every date, span of days, month, year, period, season, week, weekday, relative word and time of day in a text, in reading order and
 * never overlapping. `start` is absent where the year can't be known. Days that never were (31.02.) are left out, as are case numbers,
 * paragraphs of law, telephone numbers and amounts. Takes time linear in the text's length.
 */
export function findDates(text: string, context: DateContext = {}): DateSpan[] {
  const source = text.slice(0, LONGEST);
  if (!mayHoldDate(source)) return [];
  const spans = context.fileName ? scan(source, { near: nearYear(context) }) : scanText(source);
  return spans.map((span) => place(span, context, source));
}

/** The same sentence is asked about in one context after the other. */
const scanText = remembered((source) => scan(source));

/** All expressions with what the text itself says of their years. @param fileName digits in a row are looked at too */
function scan(source: string, fileName?: { near: number | undefined }): readonly DateSpan[] {
  const masked = withoutImpossible(maskNonDates(source));
  const days = [...scanDays(masked), ...(fileName ? scanCompact(masked, fileName.near) : [])];
  const told = claim([days, scanClocks(masked), scanShortDays(masked), scanPeriods(masked)]);
  const hours = scanBareHours(
    masked,
    told.filter(({ kind }) => kind === 'day' || kind === 'range'),
  );
  const claimed = hours.length > 0 ? claim([told, hours]) : told;
  const beside = dropClaimed(claimed.map((found) => withWeekday(found, masked)));
  const kept = dropClaimed(shareYears(withYearsBehind(joinRanges(beside, masked), masked), masked));
  return withLabelYears(kept, masked);
}

/** What earlier scanners found wins over what later ones find at the same place; of one scanner's, the longer. */
function claim(groups: readonly Expression[][]): Expression[] {
  const taken: Expression[] = [];
  const ends: [number, number][] = [];
  for (const group of groups) {
    const fresh = group.sort((a, b) => a.index - b.index || b.text.length - a.text.length);
    const kept = withoutOverlap(fresh, ends);
    taken.push(...kept);
    for (const { index, text } of kept) ends.push([index, index + text.length]);
    ends.sort((a, b) => a[0] - b[0]);
  }
  return taken.sort((a, b) => a.index - b.index);
}

/** Keeps those of `fresh` (sorted) that touch neither each other nor `taken` (sorted, not overlapping). One walk along both. */
function withoutOverlap(fresh: readonly Expression[], taken: readonly [number, number][]): Expression[] {
  let next = 0;
  let reached = -1;
  return fresh.filter(({ index, text }) => {
    const end = index + text.length;
    while (next < taken.length && (taken[next]?.[1] ?? 0) <= index) next += 1;
    const other = taken[next];
    if (index < reached || (other && other[0] < end)) return false;
    reached = end;
    return true;
  });
}

const BEFORE = new RegExp(`(?<!\\p{L})(${WEEKDAY_BESIDE}),?\\s{0,2}(?:den\\s{1,2}|d\\.\\s{0,2})?$`, 'iu');
const AFTER = new RegExp(`^\\.?,?\\s{0,2}\\(?(${WEEKDAY})\\)?(?!\\p{L}|,?\\s{1,2}(?:den\\s{1,2})?\\d{1,2}\\.)`, 'iu');

const NAMES_WEEKDAY = signsNamed('weekday', 'weekdayShort');

/** Takes in the weekday that stands before (`Torsdag 30. mai`) or after (`28.2 onsdag`) a day. */
function withWeekday(found: Expression, text: string): DateSpan {
  if (found.kind !== 'day' && found.kind !== 'range') return { ...found, flags: [] };
  if (!hasAnySign(text, NAMES_WEEKDAY)) return { ...found, flags: [] };
  const end = found.index + found.text.length;
  const before = BEFORE.exec(text.slice(Math.max(0, found.index - 26), found.index));
  const after = before ? null : AFTER.exec(text.slice(end, end + 40));
  const weekday = weekdayNumber(before?.[1] ?? after?.[1] ?? '');
  if (weekday === undefined) return { ...found, flags: [] };
  const index = found.index - (before?.[0].length ?? 0);
  return { ...found, index, text: text.slice(index, end + (after?.[0].length ?? 0)), weekday, flags: [] };
}

const TO = /^\.?\s{0,2}(?:[-–—]|til(?:\sog\smed)?|t\.o\.m\.?)\s{0,2}(?:den\s)?$/iu;

/** `30. mai–1. juni 2024`, `mandag 3. til onsdag 5. juni`: two days with a dash or «til» between are one range. */
function joinRanges(spans: readonly DateSpan[], text: string): DateSpan[] {
  const joined: DateSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const range = last && last.kind === 'day' && span.kind === 'day' && asRange(last, span, text);
    if (range) joined[joined.length - 1] = range;
    else joined.push(span);
  }
  return joined;
}

function asRange(from: DateSpan, to: DateSpan, text: string): DateSpan | undefined {
  const end = from.index + from.text.length;
  const between = text.slice(end, Math.max(end, to.index));
  if (to.index < end || to.index - end > 20 || !(TO.test(between) || isNextDay(from, to, between))) return undefined;
  if (to.day === undefined || to.month === undefined || from.month === undefined) return undefined;
  const turns = from.month > to.month;
  const year = from.year ?? (to.year === undefined ? undefined : to.year - (turns ? 1 : 0));
  const toYear = to.year ?? (year === undefined ? undefined : year + (turns ? 1 : 0));
  return {
    ...from,
    kind: 'range',
    text: text.slice(from.index, to.index + to.text.length),
    toDay: to.day,
    toMonth: to.month,
    ...(year === undefined ? {} : { year }),
    ...(toYear === undefined ? {} : { toYear }),
  };
}

/** «onsdag 20. januar og torsdag 21. januar»: two days in a row are one meeting of two days. */
function isNextDay(from: DateSpan, to: DateSpan, between: string): boolean {
  return /^\.?\s(?:og|\+|&)\s(?:den\s)?$/iu.test(between) && from.month === to.month && to.day === (from.day ?? 0) + 1;
}

/** A weekday alone that a day has taken in is no expression of its own. */
function dropClaimed(spans: readonly DateSpan[]): DateSpan[] {
  const kept: DateSpan[] = [];
  const days = spans.filter(isDay);
  let at = 0;
  for (const span of spans) {
    if (isDay(span)) {
      kept.push(span);
      continue;
    }
    while (at < days.length && (days[at]?.index ?? 0) + (days[at]?.text.length ?? 0) <= span.index) at += 1;
    const day = days[at];
    if (!day || day.index >= span.index + span.text.length) kept.push(span);
  }
  return kept;
}

/** A copy of a span of the source, placed in time. */
function place(found: DateSpan, context: DateContext, source: string): DateSpan {
  if (found.kind === 'relative' || found.kind === 'weekday')
    return restoreText(resolveRelative(found, context), source);
  const span = { ...found };
  const inferred = isDay(span) ? inferYear(span, context) : undefined;
  if (inferred) {
    span.year = inferred.year;
    span.reason = { from: inferred.from, text: inferred.text };
  } else if (span.year !== undefined) span.reason ??= { from: 'printed', text: span.text };
  tellDays(span);
  return restoreText(span, source);
}

/** Says in a span which days, month or years it is, where its year is known. */
function tellDays(span: DateSpan): void {
  const { kind, year, month, day } = span;
  if (year === undefined || kind === 'clock') return;
  if (kind === 'years') {
    span.start = String(year);
    span.end = String(span.toYear);
  } else if (!isDay(span)) span.start = month === undefined ? String(year) : isoMonth(year, month);
  else if (month !== undefined && day !== undefined && isRealDay(year, month, day)) {
    const start = isoDay(year, month, day);
    span.start = start;
    const end = lastDay(span, start);
    if (end !== undefined) span.end = end;
    const isWrong = span.weekday !== undefined && weekdayOf(start) !== span.weekday;
    if (isWrong) span.flags = [...span.flags, 'weekday-mismatch'];
  }
}

function lastDay({ kind, year, month: from = 0, toYear, toMonth, toDay }: DateSpan, start: string): string | undefined {
  if (kind !== 'range' || year === undefined || toDay === undefined) return undefined;
  const month = toMonth ?? from;
  const last = toYear ?? (month < from ? year + 1 : year);
  const end = isRealDay(last, month, toDay) ? isoDay(last, month, toDay) : '';
  return end > start ? end : undefined;
}

function nearYear(context: DateContext): number | undefined {
  const stated = context.anchor?.year ?? /\/(20\d{2})\//u.exec(context.path ?? '')?.[1];
  if (stated !== undefined) return Number(stated);
  const printed = new Set(context.printed?.map((day) => Number(day.slice(0, 4))));
  const [year] = printed;
  return printed.size === 1 ? year : undefined;
}

function restoreText(span: DateSpan, source: string): DateSpan {
  const text = source.slice(span.index, span.index + span.text.length);
  return text === span.text ? span : { ...span, text };
}

/** A file's name made readable for {@link findDates} with `fileName`: decoded, `_` and hyphens beside letters as spaces, no ending. */
export function readableFileName(urlOrName: string): string {
  const path = urlOrName.replace(/[?#].*$/u, '').replace(/(?<!\/)\/+$/u, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  return decode(name)
    .normalize('NFC')
    .replace(/\.(?:pdf|docx?|pptx?|xlsx?|od[tps]|html?|aspx|php)$/iu, '')
    .replace(/[_+]/gu, ' ')
    .replace(/(?<=\p{L})-|-(?=\p{L})/gu, ' ');
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A stray per cent sign: the name is read as it stands.
    return name;
  }
}
