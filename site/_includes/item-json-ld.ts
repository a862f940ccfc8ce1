/** schema.org for an item: the source is its publisher, we only point to it (STANDARDS A6.2). */
import type { Item } from '../../normalizer/index.ts';
import { jsonLd } from '../filters/json-ld.ts';
import { languageTag } from '../filters/language-tag.ts';
import { type Html, html } from '../html.ts';
import { outwardAddress } from '../outward-link.ts';
import type { Context } from '../page.ts';

const headlineLength = 110;

/** `NewsArticle` for news, `DigitalDocument` for papers, `WebPage` for the rest; nothing without a proper address. */
export function itemJsonLd({ record, overview, lang }: Context<Item>): Html {
  const url = outwardAddress(record.url);
  if (!url) return html``;
  const community = overview.community(record.community);
  const type = record.kind === 'news' ? 'NewsArticle' : overview.isDocument(record) ? 'DigitalDocument' : 'WebPage';
  const { name } = overview.settings.operator;
  const value = {
    '@context': 'https://schema.org',
    '@type': type,
    headline: record.title.slice(0, headlineLength),
    inLanguage: languageTag(record.language),
    url: url.href,
    isBasedOn: url.href,
    ...(record.published && { datePublished: record.published }),
    ...(record.updated && { dateModified: record.updated }),
    publisher: { '@type': 'GovernmentOrganization', name: community?.name[lang] ?? record.community, url: url.origin },
    ...(name !== null && { sdPublisher: { '@type': 'Organization', name } }),
  };
  return html`${jsonLd(value)}\n`;
}
