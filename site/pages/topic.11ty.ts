import type { Item } from '../../normalizer/index.ts';
import { feedLinks } from '../_includes/discovery.ts';
import { itemList } from '../_includes/item-list.ts';
import { type ListPage, pagesOf } from '../_includes/pages-of.ts';
import { filter, numberedTitle, pageHead, pager, withFilters } from '../_includes/parts.ts';
import { html } from '../html.ts';
import { definePage } from '../page.ts';
import { paths } from '../paths.ts';
import { counted, fill, wordFor } from '../words.ts';

/** Everything about one topic, the newest first. */
export default definePage<ListPage<Item, string>>('topic', {
  entries: (overview, lang) =>
    overview.topics().flatMap((topic) =>
      pagesOf(paths.topic(lang, topic), `topic ${topic}`, {
        records: overview.itemsAbout(topic),
        about: topic,
      }),
    ),
  render: (context) => {
    const { record, t, lang, overview } = context;
    const name = wordFor(t.topics, record.about);
    const title = fill(t.topic.of, { name: name.toLowerCase() });
    const all = overview.topics().map((topic) => ({
      text: wordFor(t.topics, topic),
      path: paths.topic(lang, topic),
      count: overview.itemsAbout(topic).length,
    }));
    const size = counted(t.count.items, overview.itemsAbout(record.about).length);
    const shown = html`${itemList(record.records, context, { level: 2 })}
${pager(context, record.list, record.number, record.total)}`;
    return {
      title: numberedTitle(context, title, record),
      description: `${title}. ${size}.`,
      head: feedLinks(context, { topic: record.about }),
      main: html`${pageHead(context, name, size, [{ text: t.topic.title, path: paths.topics(lang) }])}${withFilters(context, shown, filter(context, t.topic.title, all))}`,
    };
  },
});
