/** Finds hours that stand beside a day without a word or minutes: «18. februar, Elverum, 10–14». */
import { hitsOf } from '../pattern-hits.ts';
import type { Expression } from './span.ts';

const HOUR = '([7-9]|0[7-9]|1\\d|2[0-3])(?:[.:]([0-5][05]))?';
const TO = '([7-9]|0[7-9]|1\\d|2[0-4])(?:[.:]([0-5][05]))?';
const HOURS = new RegExp(`(?<![\\d.,:/–-])${HOUR}\\s?[–-]\\s?${TO}(?=\\s?(?:[,;|)·\\n]|$|\\.\\s|\\.$))`, 'gu');
const MAY_HOLD = /\d\s?[–-]\s?\d/u;

/** Such hours are said within this many characters from the end of their day. */
const NEAR = 60;

/** Spans of hours that follow a day at once, or are a part of their own between commas after it. @param days in order */
export function scanBareHours(text: string, days: readonly Expression[]): Expression[] {
  if (days.length === 0 || !MAY_HOLD.test(text)) return [];
  return hitsOf(text, HOURS).flatMap((hit) => {
    const day = days.findLast(({ index }) => index < hit.index);
    const between = day && text.slice(day.index + day.text.length, hit.index);
    if (between === undefined || between.length > NEAR || !isPartOfItsOwn(between)) return [];
    const [from, to] = [timeOf(hit[1], hit[2]), timeOf(hit[3], hit[4])];
    return to > from ? [{ kind: 'clock' as const, index: hit.index, text: hit[0], clock: { from, to } }] : [];
  });
}

function isPartOfItsOwn(between: string): boolean {
  return /^[\s,(]{1,2}$/u.test(between) || (/\D[,;|(·]\s?$/u.test(between) && !/[.!?]\s|\n|§/u.test(between));
}

/** A time of day alone or as a whole line: «10–14», «9–11.30». `undefined` for anything else. */
export function bareHours(text: string): { from: string; to: string } | undefined {
  const [hit] = MAY_HOLD.test(text) ? hitsOf(text, HOURS) : [];
  if (!hit || hit[0].length < text.trim().length) return undefined;
  const [from, to] = [timeOf(hit[1], hit[2]), timeOf(hit[3], hit[4])];
  return to > from ? { from, to } : undefined;
}

function timeOf(hour = '', minute = '00'): string {
  return `${hour.padStart(2, '0')}:${minute}`;
}
