/** Finds times of day and spans of time in all their spellings. */
import { scanClockWords } from './scan-clock-words.ts';
import { matches, signsNamed } from './signs.ts';
import type { Expression } from './span.ts';
import { CLOCK_WORDS } from './words.ts';

const TIME = '(\\d{1,2})(?:[:.](\\d{2})|(\\d{2}))?';
const DASH = '\\s{0,2}(?:[-–—]|til|og)\\s{0,2}';
const AFTER = '(?!\\d|[.:/]\\d|\\s?%)';
/** `kl. 13:00-16:00`, `kl.10.00-14.00`, `frå 0830 - 1100`, `kl 9–11`, `kl 10:00 14:00`, `mellom kl. 12 og 14`. */
const LED = new RegExp(
  `(?<!\\p{L})((?:frå|fra|mellom|tidspunkt:?|tid:?)?\\s?(?:klokk[ea]n?|kl)\\.?:?|frå|fra|mellom|tidspunkt:?|tid:?)\\s{0,2}${TIME}(?:(?:${DASH}(?:kl\\.?\\s{0,2})?|\\s{1,2})${TIME})?${AFTER}`,
  'giu',
);
/** `09.30 - 15.30`, `12:00–15:30`, without a word before. */
const BARE_RANGE =
  /(?<![\d.,:/])(\d{1,2})([:.])(\d{2})\s{0,2}(?:[-–—]|til)\s{0,2}(?:kl\.?\s{0,2})?(\d{1,2})[:.](\d{2})(?!\d|[.:]\d)/giu;
/** `18:30`. */
const COLON = /(?<![\d.,:/])([01]?\d|2[0-4]):(\d{2})(?!\d|:\d|\.\d)/gu;
/** `02.04.2024 08.15`: a time right after a full date. */
const AFTER_DATE = /(?<=\d{4},?\s)([01]?\d|2[0-3])\.([0-5]\d)(?!\d|\.\d)/gu;

/** «… og varer til 15.30»: the minutes tell that it is a time. */
const UNTIL = new RegExp(
  `(?<=(?<!\\p{L})(?:${CLOCK_WORDS.until})\\s)([01]?\\d|2[0-3])[.:]([0-5]\\d)(?!\\d|\\.\\d)`,
  'giu',
);

/** What the patterns can't do without. */
const SIGNS = {
  led: signsNamed('led'),
  colon: signsNamed('colon'),
  minutes: signsNamed('minutes'),
  minutesAfterDate: signsNamed('minutes', 'year'),
  spanning: signsNamed('spanning'),
};

/** All times of day; `HH:MM`, and `24:00` for the end of a day. What is no time (25:00, 12.61) is left out. */
export function scanClocks(text: string): Expression[] {
  return [
    ...scanLed(text),
    ...scanBareRanges(text),
    ...scanFourDigits(text),
    ...scanSingles(text),
    ...scanClockWords(text),
  ];
}

function scanLed(text: string): Expression[] {
  return matches(text, LED, SIGNS.led).flatMap((hit) => {
    const lead = hit[1] ?? '';
    const sure = /kl/iu.test(lead);
    const from = timeOf(hit[2], hit[3], hit[4]);
    const to = hit[5] === undefined ? undefined : timeOf(hit[5], hit[6], hit[7]);
    if (!from || from >= '24') return [];
    // «frå 0830 - 1100» needs its end and its minutes; «fra 2020-2023» and «frå 3 til 5» are no times.
    if (!sure && !isPlainlyTimes(hit, to)) return [];
    const end = to && isLater(from, to) ? to : undefined;
    const whole = end || !hit[5] ? hit[0] : hit[0].slice(0, hit[0].length - restLength(hit));
    return [{ kind: 'clock', index: hit.index, text: whole.trimEnd(), clock: end ? { from, to: end } : { from } }];
  });
}

/** How much of the match belongs to a second time that turned out to be none. */
function restLength(hit: RegExpExecArray): number {
  const first = `${hit[2]}${hit[3] ? `.${hit[3]}` : (hit[4] ?? '')}`.length;
  const lead = hit[0].indexOf(hit[2] ?? '', (hit[1] ?? '').length);
  return hit[0].length - lead - first;
}

function isPlainlyTimes(hit: RegExpExecArray, to: string | undefined): boolean {
  const label = /tid/iu.test(hit[1] ?? '');
  const minutes = hit[3] ?? hit[4];
  if (minutes === undefined) return isLabelledSpan(hit, to);
  if (!to) return label && hit[5] === undefined;
  const toMinutes = hit[6] ?? hit[7];
  if (toMinutes === undefined) return false;
  const years = hit[4] !== undefined && hit[2]?.length === 2 && ['19', '20'].includes(hit[2]);
  const dotted = hit[3] !== undefined && hit[0].includes('.') && Number(minutes) % 5 !== 0;
  return !years && !dotted;
}

/** «Tid: 12–14»: whole hours after a label, and nothing that they count. */
function isLabelledSpan(hit: RegExpExecArray, to: string | undefined): boolean {
  const rest = hit.input.slice(hit.index + hit[0].length);
  return /^tid(?:spunkt)?:/iu.test(hit[1] ?? '') && to !== undefined && Number(hit[2]) >= 7 && !/^\s?\p{L}/u.test(rest);
}

/** `, 0900–1500,`: four digits each, where no year begins so. */
const FOUR_DIGITS =
  /(?<![\d.,:/-])(0\d|1[0-8])([0-5][05])\s?[-–—]\s?(0\d|1\d|2[0-3])([0-5][05])(?=[.,;)|]|$|\n|\s(?:på|i|ved|hos|[-–|(])(?!\p{L})|\s\p{Lu})/gu;

function scanFourDigits(text: string): Expression[] {
  return matches(text, FOUR_DIGITS, SIGNS.spanning).flatMap((hit) => {
    const [from, to] = [timeOf(hit[1], hit[2]), timeOf(hit[3], hit[4])];
    if (!from || !to || !isLater(from, to)) return [];
    return [{ kind: 'clock' as const, index: hit.index, text: hit[0], clock: { from, to } }];
  });
}

function scanBareRanges(text: string): Expression[] {
  return matches(text, BARE_RANGE, SIGNS.minutes).flatMap((hit) => {
    const [from, to] = [timeOf(hit[1], hit[3]), timeOf(hit[4], hit[5])];
    if (!from || !to || !isLater(from, to)) return [];
    if (hit[2] === '.' && (couldBeDays(hit) || Number(hit[3]) % 5 !== 0 || Number(hit[5]) % 5 !== 0)) return [];
    return [{ kind: 'clock' as const, index: hit.index, text: hit[0], clock: { from, to } }];
  });
}

/** `10.10–11.10` may be two days of a year; only times that can't be days count without a word before them. */
function couldBeDays(hit: RegExpExecArray): boolean {
  const isDay = (day: string | undefined, month: string | undefined) =>
    Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
  return isDay(hit[1], hit[3]) && isDay(hit[4], hit[5]);
}

function scanSingles(text: string): Expression[] {
  const hits = [
    ...matches(text, COLON, SIGNS.colon),
    ...matches(text, AFTER_DATE, SIGNS.minutesAfterDate),
    ...matches(text, UNTIL, SIGNS.minutes),
  ];
  return hits.flatMap((hit) => {
    const from = timeOf(hit[1], hit[2]);
    return from && from < '24' ? [{ kind: 'clock' as const, index: hit.index, text: hit[0], clock: { from } }] : [];
  });
}

function timeOf(hours: string | undefined, ...minutes: (string | undefined)[]): string | undefined {
  const [hour, minute] = [Number(hours), Number(minutes.find((part) => part !== undefined) ?? 0)];
  if (hours === undefined || hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function isLater(from: string, to: string): boolean {
  return to > from;
}
