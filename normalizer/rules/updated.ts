/** The day a page says it was last changed: its visible label, then its meta data. Absent when it was not after publishing. */
import { osloDay } from '../dates/calendar.ts';
import { firstDay, metaDay, ownDay, type Told } from '../dates/page-dates.ts';
import type { Page } from '../page.ts';
import { defineRule } from '../rule.ts';

const META = [
  'article:modified_time',
  'og:article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'revised',
];

export default defineRule<string>({
  needs: ['published'],
  read(page, known) {
    const label = ownDay(page, 'updated');
    const told = label ?? firstDay([() => fromJsonLd(page), () => metaDay(page, META), () => fromInterface(page)]);
    const published = known.published?.value;
    // Systems stamp every page as modified on the day it was published; only a label or a later day says something.
    if (!told || (!label && typeof published === 'string' && told.day <= published)) return undefined;
    return { value: told.day, evidence: { text: told.text, from: told.from } };
  },
});

function fromJsonLd(page: Page): Told | undefined {
  for (const { dateModified } of page.head.jsonLd) {
    const day = typeof dateModified === 'string' ? osloDay(dateModified) : undefined;
    if (day) return { day, text: String(dateModified), from: 'json-ld' };
  }
  return undefined;
}

function fromInterface(page: Page): Told | undefined {
  if (page.head.meta.get('wordpress:type')?.[0] !== 'post') return undefined;
  const day = page.head.modified && osloDay(page.head.modified);
  return day ? { day, text: page.head.modified ?? '', from: 'api' } : undefined;
}
