/** A meeting while a page is being read: a mention with what is needed to fill it in. */
import { addDays } from '../dates/calendar.ts';
import type { DateSpan } from '../dates/find-dates.ts';
import { documentRole } from '../document-role.ts';
import type { Mention } from '../mention.ts';
import type { Link } from '../page.ts';
import type { PlaceReading } from './place.ts';

/** A mention in the making. */
export interface Draft extends Omit<Mention, 'place'> {
  /** `YYYY-MM-DD` (or `YYYY-MM`). */
  day: string;
  place?: PlaceReading;
  /** Read from «i går» or a weekday alone. */
  relative?: boolean;
  /** The block that it was read from; -1 for the title. */
  at: number;
  /** The heading of the card that a badge gave the day of. */
  card?: string;
}

const DOCUMENT = /\.(?:pdf|docx?|pptx?|ppsx?|xlsx?|od[tps]|rtf)(?:$|[?#])|getfile|\/_f\/|download|nedlasting/iu;

/** The links that are papers of a meeting, with their roles. */
export function papersOf(links: readonly Link[], context: string): Mention['documents'] {
  return links.flatMap(({ url, text }) => {
    const reading = documentRole(text, url, context);
    if (!DOCUMENT.test(url) || !reading || reading.role === 'agreement' || reading.role === 'plan') return [];
    return [{ url, title: text, role: reading.role }];
  });
}

/** At most so many characters of a quote are published. */
export const LONGEST_QUOTE = 300;

/** The words round a date, cut at words' ends, at most {@link LONGEST_QUOTE} characters. */
export function quoteOf(text: string, index: number): string {
  const line = text.replace(/\s{2,}|[^\S ]/g, ' ').trim();
  if (line.length <= LONGEST_QUOTE) return line;
  const start = Math.max(0, Math.min(index - 120, line.length - LONGEST_QUOTE + 2));
  const cut = line.slice(start, start + LONGEST_QUOTE - 2);
  const whole = (start > 0 ? cut.replace(/^\S*\s/u, '') : cut).replace(/\s\S*$/u, '');
  return `${start > 0 ? '…' : ''}${whole}…`;
}

/** Start, end and precision of a day with the times that belong to it. */
export function timing(
  span: Pick<DateSpan, 'start' | 'end' | 'clock'>,
  clock: { from: string; to?: string } | undefined,
): Pick<Mention, 'start' | 'end' | 'precision'> {
  const start = span.start ?? '';
  if (start.length === 7) return { start, precision: 'month' };
  if (span.end && span.clock) {
    const until = span.clock.to ? `${span.end}T${span.clock.to}` : span.end;
    return { start: `${start}T${span.clock.from}`, precision: 'minute', end: until };
  }
  if (!clock || span.end) return { start, precision: 'day', ...(span.end ? { end: span.end } : {}) };
  // Midnight is the first minute of the day after.
  const last = clock.to === '24:00' ? `${addDays(start, 1)}T00:00` : `${start}T${clock.to}`;
  const end = clock.to ? { end: last } : {};
  return { start: `${start}T${clock.from}`, precision: 'minute', ...end };
}

/** Gives a draft the time of day that was told elsewhere. */
export function withClock(draft: Draft, clock: { from: string; to?: string }): Draft {
  if (draft.precision !== 'day' || draft.end) return draft;
  return { ...draft, ...timing({ start: draft.day }, clock) };
}

/** A confidence lowered for a guessed year, a weekday that doesn't fit, and a month alone. */
export function confidenceOf(base: number, span: DateSpan): number {
  const guessed = ['published', 'updated', 'path'].includes(span.reason?.from ?? '') ? 0.1 : 0;
  const wrong = span.flags.includes('weekday-mismatch') ? 0.15 : 0;
  const wide = span.kind === 'month' ? 0.2 : 0;
  return Math.round((base - guessed - wrong - wide) * 100) / 100;
}
