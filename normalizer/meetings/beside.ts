/** The time and the place that stand beside a day in its sentence. */
import type { DateSpan } from '../dates/find-dates.ts';
import { roleIn } from '../document-role.ts';
import type { Draft } from './draft.ts';
import { readPlace } from './place.ts';
import type { Reading } from './whose.ts';

/** The time of day after the date, up to the next one; before it when none follows and there is but one date. */
export function clockFor({ days, clocks }: Reading, span: DateSpan): { from: string; to?: string } | undefined {
  const end = span.index + span.text.length;
  const next = days.find((day) => day.index >= end)?.index ?? Number.POSITIVE_INFINITY;
  const after = clocks.find((clock) => clock.index >= end && clock.index < next);
  return (after ?? (days.length === 1 ? clocks[0] : undefined))?.clock;
}

/** The place told beside this date: from the date to the next one, then before it. */
export function placeNear({ text, days }: Reading, span: DateSpan): Draft['place'] {
  const end = span.index + span.text.length;
  if (days.length < 2) return readPlace(text, span.index) ?? afterComma(text.slice(end));
  const next = days.find((day) => day.index >= end)?.index ?? text.length;
  const last = [...days].reverse().find((day) => day.index < span.index);
  const from = last ? last.index + last.text.length : 0;
  const [ahead, behind] = [text.slice(end, next), text.slice(from, span.index)];
  const leads = /(?:på|i|ved)\s[^,;]{2,40}\s$/u.test(behind) ? readPlace(behind, behind.length) : undefined;
  return (
    leads ?? readPlace(ahead.replace(/(?:,|\sog)\s.*$/u, '')) ?? afterComma(ahead) ?? readPlace(behind, behind.length)
  );
}

/** «17. april, Tromsø, dagen før …»: a name alone after the date. */
function afterComma(text: string): Draft['place'] {
  const name =
    /^(?:,|:|\s?\(|\s[–-])\s?(?:kl[^,]{1,20},\s)?(\p{Lu}[\p{L}/-]+(?:\s\p{Lu}[\p{L}-]+){0,2})(?=[,.;)]|$)/u.exec(
      text,
    )?.[1];
  if (!name || bodyLike(name)) return undefined;
  return /^(?:Teams|Zoom|Skype|Digitalt)$/u.test(name)
    ? { text: name, mode: 'online', weight: 0 }
    : { text: name, mode: 'physical', weight: 1 };
}

function bodyLike(name: string): boolean {
  return roleIn(name) !== undefined || /^(?:SSU|FSU|LSU|Referat|Innkalling|Avlyst|AVLYST|Møte)/u.test(name);
}
