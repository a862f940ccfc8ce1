/** Where a page's own dates stand: what the rules `published` and `updated` share. */
import type { EvidenceFrom } from '../model.ts';
import type { Page } from '../page.ts';
import { isRealDay, osloDay } from './calendar.ts';
import { readDateLine } from './date-line.ts';

/** A day, the words it was read from and where they stood. */
export interface Told {
  day: string;
  text: string;
  from: EvidenceFrom;
}

/** The first source that says a day; later ones aren't asked. */
export function firstDay(sources: readonly (() => Told | undefined)[]): Told | undefined {
  for (const source of sources) {
    const told = source();
    if (told) return told;
  }
  return undefined;
}

/** The day of the first visible date line, which the clean-ups `datelines` and `bylines` took out. */
export function ownDay(page: Page, field: 'published' | 'updated'): Told | undefined {
  const said = new RegExp(`(?:^|, )${field} (\\d{4}-\\d{2}-\\d{2})(?:,|$)`, 'u');
  for (const { cleanup, reason, text } of page.removed) {
    // A byline may hold the day as well: «Skrevet av redaksjonen 4.5.2025».
    const byline = cleanup === 'bylines' ? readDateLine(text)?.[field] : undefined;
    const day = cleanup === 'datelines' ? said.exec(reason)?.[1] : byline;
    if (day) return { day, text, from: 'label' };
  }
  return undefined;
}

/** The first of these `<meta>` names or properties that holds a day. */
export function metaDay(page: Page, names: readonly string[]): Told | undefined {
  for (const name of names) {
    for (const value of page.head.meta.get(name) ?? []) {
      const day = osloDay(value);
      if (day) return { day, text: value, from: 'meta' };
    }
  }
  return undefined;
}

/** The day of `/2021/10/28/` in an address; a month alone is no day. */
export function pathDay(url: string): Told | undefined {
  const hit = /\/((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})\//u.exec(url);
  if (!hit || !isRealDay(Number(hit[1]), Number(hit[2]), Number(hit[3]))) return undefined;
  const day = [hit[1], hit[2]?.padStart(2, '0'), hit[3]?.padStart(2, '0')].join('-');
  return { day, text: hit[0], from: 'path' };
}
