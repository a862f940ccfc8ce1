/** Finds times of day that are written as words: «halv ni», «klokka ti», «frå ni til halv tolv». */
import { matches, signsNamed } from './signs.ts';
import type { Expression } from './span.ts';
import { CLOCK_WORDS, HOUR, hourNumber } from './words.ts';

const { led, half, quarterPast, quarterTo, from, to } = CLOCK_WORDS;
const PART = `(?:${half}|${quarterPast}|${quarterTo})`;
const TIME = `(?:(${PART})\\s)?(?<!\\p{L})(${HOUR})(?!\\p{L})`;
const SPAN = new RegExp(
  `(?<!\\p{L})(?:(${from})\\s)?(?:(${led})\\s)?${TIME}(?:\\s(?:${to})\\s(?:(?:${led})\\s)?${TIME})?`,
  'giu',
);
const HOUR_IN_WORDS = signsNamed('hour', 'clockWord');
/** What may follow a span of bare hours: «fra tre til fem kommuner» counts something. */
const AFTER = /^(?:$|[.,;:!?)]|\s(?:på|i|om|ved|den|hos|med|og|mån|man|tys|tirs|ons|tors|fre)(?:dag)?(?!\p{L}))/u;
/** Meetings begin in the day: «klokka to» is two in the afternoon. */
const FIRST_HOUR = 7;

/** Times led by «klokka», half and quarter hours, and spans of bare hours. */
export function scanClockWords(text: string): Expression[] {
  return matches(text, SPAN, HOUR_IN_WORDS).flatMap((hit): Expression[] => {
    const [whole, lead, oclock, part, hour = '', partTo, hourTo] = hit;
    const start = minutesOf(part, hour);
    const end = hourTo === undefined ? undefined : minutesOf(partTo, hourTo);
    const isSpan = lead !== undefined && end !== undefined && AFTER.test(text.slice(hit.index + whole.length));
    if (oclock === undefined && part === undefined && !isSpan) return [];
    const begins = afternoon(start);
    const ends = end === undefined ? undefined : later(end, begins);
    const cut =
      hourTo !== undefined && ends === undefined ? whole.replace(new RegExp(`\\s(?:${to})\\s.*$`, 'iu'), '') : whole;
    const clock = { from: printed(begins), ...(ends === undefined ? {} : { to: printed(ends) }) };
    return [{ kind: 'clock', index: hit.index, text: cut, clock }];
  });
}

function minutesOf(part: string | undefined, hour: string): number {
  const whole = hourNumber(hour) * 60;
  if (part === undefined) return whole;
  if (isOne(part, half)) return whole - 30;
  return isOne(part, quarterTo) ? whole - 15 : whole + 15;
}

function isOne(word: string, alternatives: string): boolean {
  return new RegExp(`^(?:${alternatives})$`, 'iu').test(word);
}

function afternoon(minutes: number): number {
  return minutes < FIRST_HOUR * 60 ? minutes + 12 * 60 : minutes;
}

function later(end: number, start: number): number | undefined {
  return [end, end + 12 * 60].find((minutes) => minutes > start && minutes <= 24 * 60);
}

function printed(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
