/** Meetings over several days with their hours: «3.3.2027 kl. 09.00 til 4.3.2027 kl. 14.00» is one meeting, not two days. */
import type { DateSpan } from '../dates/find-dates.ts';
import { WEEKDAY } from '../dates/words.ts';

const TO = new RegExp(`(?:^|\\s)(?:til|[-–—])\\s(?:(?:${WEEKDAY})\\.?,?\\s)?(?:den\\s)?$`, 'iu');

/** The spans of a sentence with a day, an hour, «til», a day and an hour joined to one. */
export function withLongSpans(text: string, spans: readonly DateSpan[]): readonly DateSpan[] {
  const days = spans.filter(({ kind, start }) => kind === 'day' && start?.length === 10);
  const [first, last] = days;
  if (days.length !== 2 || !first?.start || !last?.start || first.start >= last.start) return spans;
  const end = first.index + first.text.length;
  const clocks = spans.filter(({ kind }) => kind === 'clock');
  const from = clocks.find(({ index }) => index >= end && index < last.index)?.clock?.from;
  const between = text.slice(end, last.index);
  if (from === undefined || between.length > MOST_BETWEEN || !TO.test(between)) return spans;
  const to = clocks.find(({ index }) => index > last.index)?.clock?.from;
  const clock = { from, ...(to ? { to } : {}) };
  const whole: DateSpan = {
    ...first,
    kind: 'range',
    text: text.slice(first.index, last.index + last.text.length),
    end: last.start,
    clock,
  };
  return spans.filter((span) => span !== last && span.kind !== 'clock').map((span) => (span === first ? whole : span));
}

/** Longer than an hour and the name of a weekday. */
const MOST_BETWEEN = 40;
