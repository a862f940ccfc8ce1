/** The day a page says it was published. Visible labels win over meta tags, these over interfaces, these over feeds, these over the address. */
import { osloDay } from '../dates/calendar.ts';
import { firstDay, metaDay, ownDay, pathDay, type Told } from '../dates/page-dates.ts';
import type { Page } from '../page.ts';
import { defineRule } from '../rule.ts';

const META = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.date',
  'dc.date',
  'dc.date.created',
  'dcterms.created',
  'pubdate',
  'publishdate',
  'publish-date',
  'publisher-date',
  'date',
];

export default defineRule<string>({
  needs: [],
  read(page) {
    const told = firstDay([
      () => ownDay(page, 'published'),
      () => fromJsonLd(page),
      () => metaDay(page, META),
      () => fromInterface(page),
      () => fromHints(page),
      () => (isDocument(page) ? undefined : pathDay(page.url)),
    ]);
    return told && { value: told.day, evidence: { text: told.text, from: told.from } };
  },
});

/** A document's own properties say when a file was made, not when it was published. */
function isDocument(page: Page): boolean {
  return page.format !== 'html';
}

const ARTICLE = /(?:Article|BlogPosting|NewsArticle|Report|WebPage|CreativeWork)$/u;

function fromJsonLd(page: Page): Told | undefined {
  for (const object of page.head.jsonLd) {
    const value = object.datePublished;
    if (typeof value !== 'string' || !ARTICLE.test(String(object['@type'] ?? 'Article'))) continue;
    const day = osloDay(value);
    if (day) return { day, text: value, from: 'json-ld' };
  }
  return undefined;
}

/** WordPress pages carry the date they were first saved on, which no reader is shown; posts are dated by what they are. */
function fromInterface(page: Page): Told | undefined {
  if (page.head.meta.get('wordpress:type')?.[0] !== 'post') return undefined;
  const day = page.head.created && osloDay(page.head.created);
  return day ? { day, text: page.head.created ?? '', from: 'api' } : undefined;
}

function fromHints(page: Page): Told | undefined {
  if (isDocument(page) || page.head.meta.get('wordpress:type')?.[0] === 'page') return undefined;
  for (const hint of page.hints) {
    if (hint.via !== 'feed' && hint.via !== 'listing') continue;
    const day = hint.published && osloDay(hint.published);
    if (day) return { day, text: hint.published ?? '', from: 'feed' };
  }
  return undefined;
}
