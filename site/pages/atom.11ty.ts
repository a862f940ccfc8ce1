import type { Item } from '../../normalizer/index.ts';
import { dayStart, type FeedOf, feedEntries, feedHead, feedItems, permanentId } from '../_includes/feed-entries.ts';
import { summaryOf } from '../_includes/item-list.ts';
import { languageTag } from '../filters/language-tag.ts';
import { outwardAddress } from '../outward-link.ts';
import { type Context, defineFile } from '../page.ts';
import { absoluteAddress, paths } from '../paths.ts';
import { escapeXml } from '../xml.ts';

function entry(item: Item, context: Context<FeedOf>): string {
  const { lang, overview } = context;
  const source = outwardAddress(item.url);
  const community = overview.community(item.community)?.name[lang] ?? item.community;
  return `<entry xml:lang="${languageTag(item.language)}">
<id>${escapeXml(permanentId(overview, item.id))}</id>
<title>${escapeXml(item.title)}</title>
<updated>${item.lastChanged}</updated>
${item.published === null ? '' : `<published>${dayStart(item.published)}</published>\n`}<author><name>${escapeXml(community)}</name></author>
<link rel="alternate" type="text/html" href="${escapeXml(absoluteAddress(context, paths.item(lang, item.id)))}"/>
${source === undefined ? '' : `<link rel="via" href="${escapeXml(source.href)}"/>\n`}<summary>${escapeXml(summaryOf(item))}</summary>
</entry>
`;
}

/** Atom feeds (RFC 4287) of everything, of each community and of each topic. */
export default defineFile<FeedOf>('atom', {
  entries: (overview, lang) => feedEntries(overview, lang, 'atom'),
  write: (context) => {
    const { lang, path, overview } = context;
    const { title, page, id } = feedHead(context);
    const items = feedItems(context);
    const updated =
      items
        .map(({ lastChanged }) => lastChanged)
        .sort()
        .at(-1) ??
      overview.asOf ??
      '1970-01-01T00:00:00Z';
    return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
<id>${escapeXml(id)}</id>
<title>${escapeXml(title)}</title>
<updated>${updated}</updated>
<author><name>${escapeXml(overview.settings.operator.name ?? overview.settings.title[lang])}</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(absoluteAddress(context, path))}"/>
<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>
${items.map((item) => entry(item, context)).join('')}</feed>
`;
  },
});
