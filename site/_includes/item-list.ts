/** Lists of items: a headline with its community, date, lead and source, as a typographic list rather than boxes. */
import type { Item } from '../../normalizer/index.ts';
import { longDate } from '../filters/dates.ts';
import { langAttribute } from '../filters/language-tag.ts';
import { type Html, html, joined } from '../html.ts';
import { shownHost } from '../outward-link.ts';
import type { Context } from '../page.ts';
import { paths } from '../paths.ts';
import { counted } from '../words.ts';

/** Options of {@link itemList}. */
export interface ItemListOptions {
  /** Leave the lead out, for short lists. */
  brief?: boolean;
  /** Leave the community out where the page is about one. */
  oneCommunity?: boolean;
  /** The headlines' level; default 3. */
  level?: 2 | 3 | 4;
}

/** The words that stand for an item's content in lists: its lead, or the beginning of its text. */
export function summaryOf(item: Item): string {
  const text = item.lead ?? item.excerpt;
  if (text.length <= 260) return text;
  return `${text.slice(0, 260).replace(/\s+\S*$/, '')} …`;
}

function dateOf(item: Item, { t }: Context): Html | undefined {
  if (item.published) return html`<time datetime="${item.published}">${longDate(item.published)}</time>`;
  if (!item.updated) return undefined;
  const [before, after] = t.list.updatedOn.split('{date}');
  return html`${before}<time datetime="${item.updated}">${longDate(item.updated)}</time>${after}`;
}

/** The line above a headline: kind, community, date. */
export function kicker(item: Item, context: Context, options: ItemListOptions): Html {
  const { overview, lang, t } = context;
  const community = overview.community(item.community);
  const name = community?.name[lang];
  const kind = item.kind === 'news' || item.kind === 'page' ? undefined : t.kinds[item.kind];
  const shownKind = kind && html`<span class="kind">${kind}</span>`;
  return joined([shownKind, options.oneCommunity ? undefined : name, dateOf(item, context)], html` <i>·</i> `);
}

function itemRow(item: Item, context: Context, options: ItemListOptions): Html {
  const { lang, t, to } = context;
  const tag = `h${options.level ?? 3}`;
  const language = langAttribute(item.language, lang);
  const summary = options.brief ? '' : summaryOf(item);
  const extra = [
    shownHost(item.url),
    item.format !== 'html' && item.format.toUpperCase(),
    item.attachments.length > 0 && counted(t.list.attachments, item.attachments.length),
  ];
  // The heading's name is ours, never scraped: h2, h3 or h4.
  const heading = html`<a href="${to(paths.item(lang, item.id))}"${language}>${item.title}</a>`;
  return html`<li class="entry"><p class="kicker">${kicker(item, context, options)}</p>
${wrapHeading(tag, heading)}
${summary !== '' && html`<p class="summary"${language}>${summary}</p>\n`}<p class="host">${joined(extra, html` <i>·</i> `)}</p></li>\n`;
}

function wrapHeading(tag: string, content: Html): Html {
  if (tag === 'h2') return html`<h2>${content}</h2>`;
  return tag === 'h4' ? html`<h4>${content}</h4>` : html`<h3>${content}</h3>`;
}

/** A list of items in the order given; a sentence instead where there are none. */
export function itemList(
  items: readonly Item[],
  context: Context,
  options: ItemListOptions & { empty?: string } = {},
): Html {
  if (items.length === 0) return html`<p class="empty">${options.empty ?? context.t.list.empty}</p>`;
  return html`<ul class="entries${options.brief && ' entries-brief'}">\n${items.map((item) => itemRow(item, context, options))}</ul>`;
}
