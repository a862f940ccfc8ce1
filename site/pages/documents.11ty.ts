import type { Item, Kind } from '../../normalizer/index.ts';
import type { Overview } from '../_data/overview.ts';
import { itemList } from '../_includes/item-list.ts';
import { type ListPage, pagesOf } from '../_includes/pages-of.ts';
import { filter, numberedTitle, pageHead, pager, withFilters } from '../_includes/parts.ts';
import { html } from '../html.ts';
import { type Context, definePage } from '../page.ts';
import { paths } from '../paths.ts';
import { fill } from '../words.ts';

type Here = Context<ListPage<Item, Kind | null>>;

const documentsOf = (overview: Overview): Item[] => overview.items.filter((item) => overview.isDocument(item));

const kindsOf = (documents: readonly Item[]): Kind[] => [...new Set(documents.map(({ kind }) => kind))].sort();

function byKind(context: Here) {
  const { overview, t, lang } = context;
  const documents = documentsOf(overview);
  const choices = kindsOf(documents).map((kind) => ({
    text: t.kindsMany[kind],
    path: paths.documentsOf(lang, kind),
    count: documents.filter((item) => item.kind === kind).length,
  }));
  return filter(context, t.list.byKind, [
    { text: t.list.all, path: paths.documents(lang), count: documents.length },
    ...choices,
  ]);
}

function listName({ record, t }: Here): string {
  const kind = record.about && t.kindsMany[record.about].toLowerCase();
  return kind ? fill(t.list.documentsOf, { kind }) : t.list.documentsTitle;
}

/** Papers of all kinds, and of each kind. */
export default definePage<ListPage<Item, Kind | null>>('documents', {
  menu: { place: 'main', order: 30, label: 'documents', path: paths.documents },
  entries: (overview, lang) => {
    const documents = documentsOf(overview);
    return [
      ...pagesOf<Item, Kind | null>(paths.documents(lang), 'documents', { records: documents, about: null }),
      ...kindsOf(documents).flatMap((kind) =>
        pagesOf<Item, Kind | null>(paths.documentsOf(lang, kind), `documents ${kind}`, {
          records: documents.filter((item) => item.kind === kind),
          about: kind,
        }),
      ),
    ];
  },
  render: (context) => {
    const { record, t, lang } = context;
    const title = numberedTitle(context, listName(context), record);
    const steps = record.about ? [{ text: t.list.documentsTitle, path: paths.documents(lang) }] : [];
    const shown = html`${itemList(record.records, context, { level: 2 })}
${pager(context, record.list, record.number, record.total)}`;
    return {
      title,
      description: `${title}. ${t.list.documentsLead}`,
      main: html`${pageHead(context, title, record.about ? undefined : t.list.documentsLead, steps)}${withFilters(context, shown, byKind(context))}`,
    };
  },
});
