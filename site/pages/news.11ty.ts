import type { Item, PublishedCommunity } from '../../normalizer/index.ts';
import type { Overview } from '../_data/overview.ts';
import { feedLinks } from '../_includes/discovery.ts';
import { itemList } from '../_includes/item-list.ts';
import { type ListPage, pagesOf } from '../_includes/pages-of.ts';
import { filter, numberedTitle, pageHead, pager, withFilters } from '../_includes/parts.ts';
import { shortName } from '../filters/short-name.ts';
import { html } from '../html.ts';
import { type Context, definePage } from '../page.ts';
import { paths } from '../paths.ts';
import { fill } from '../words.ts';

type Here = Context<ListPage<Item, PublishedCommunity | null>>;

const newsOf = (overview: Overview, items: readonly Item[]): Item[] =>
  items.filter((item) => !overview.isDocument(item));

function byCommunity(context: Here) {
  const { overview, t, lang } = context;
  const choices = overview.communities.map((community) => ({
    text: shortName(community.name[lang], t.community.commonName),
    path: paths.newsOf(lang, community.id),
    count: newsOf(overview, overview.itemsOf(community.id)).length,
  }));
  return filter(context, t.list.byCommunity, [{ text: t.list.all, path: paths.news(lang) }, ...choices]);
}

function listName({ record, t, lang }: Here): string {
  return record.about ? fill(t.list.newsOf, { name: record.about.name[lang] }) : t.list.newsTitle;
}

/** News and pages, the newest first: all of them, and those of each community. */
export default definePage<ListPage<Item, PublishedCommunity | null>>('news', {
  menu: { place: 'main', order: 10, label: 'news', path: paths.news },
  entries: (overview, lang) => [
    ...pagesOf(paths.news(lang), 'news', { records: newsOf(overview, overview.items), about: null }),
    ...overview.communities.flatMap((community) =>
      pagesOf(paths.newsOf(lang, community.id), `news ${community.id}`, {
        records: newsOf(overview, overview.itemsOf(community.id)),
        about: community,
      }),
    ),
  ],
  render: (context) => {
    const { record, t, lang } = context;
    const { about, records, list, number, total } = record;
    const title = numberedTitle(context, listName(context), record);
    const steps = about ? [{ text: t.list.newsTitle, path: paths.news(lang) }] : [];
    const shown = html`${itemList(records, context, { level: 2, oneCommunity: about !== null })}
${pager(context, list, number, total)}`;
    return {
      title,
      description: `${title}. ${t.list.newsLead}`,
      head: feedLinks(context, about ? { community: about } : {}),
      main: html`${pageHead(context, title, about ? undefined : t.list.newsLead, steps)}${withFilters(context, shown, byCommunity(context))}`,
    };
  },
});
