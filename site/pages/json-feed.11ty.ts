import type { Item } from '../../normalizer/index.ts';
import { dayStart, type FeedOf, feedEntries, feedHead, feedItems, permanentId } from '../_includes/feed-entries.ts';
import { summaryOf } from '../_includes/item-list.ts';
import { languageTag } from '../filters/language-tag.ts';
import { visibleText } from '../html.ts';
import { outwardAddress } from '../outward-link.ts';
import { type Context, defineFile } from '../page.ts';
import { absoluteAddress, paths } from '../paths.ts';

function entry(item: Item, context: Context<FeedOf>): object {
  const { lang, overview } = context;
  const source = outwardAddress(item.url);
  return {
    id: permanentId(overview, item.id),
    url: absoluteAddress(context, paths.item(lang, item.id)),
    ...(source && { external_url: source.href }),
    title: visibleText(item.title),
    content_text: visibleText(summaryOf(item)),
    ...(item.published && { date_published: dayStart(item.published) }),
    date_modified: item.lastChanged,
    language: languageTag(item.language),
    authors: [{ name: overview.community(item.community)?.name[lang] ?? item.community }],
  };
}

/** JSON Feeds (version 1.1) of everything, of each community and of each topic; the same ids as in Atom. */
export default defineFile<FeedOf>('json-feed', {
  entries: (overview, lang) => feedEntries(overview, lang, 'json'),
  write: (context) => {
    const { title, page } = feedHead(context);
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: page,
      feed_url: absoluteAddress(context, context.path),
      language: context.lang,
      items: feedItems(context).map((item) => entry(item, context)),
    };
    return `${JSON.stringify(feed, null, 1)}\n`;
  },
});
