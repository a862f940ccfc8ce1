/** Writes Atom (RFC 4287) and its archives (RFC 5005): the newest entries in one feed, all of them in one for each year. */
import type { Item, PublishedCommunity } from '../../normalizer/index.ts';
import type { Overview } from '../_data/overview.ts';
import { languageTag } from '../filters/language-tag.ts';
import { outwardAddress } from '../outward-link.ts';
import type { Context } from '../page.ts';
import { absoluteAddress, paths } from '../paths.ts';
import { escapeXml } from '../xml.ts';
import { dayStart, type FeedOf, feedHead, permanentId } from './feed-entries.ts';
import { summaryOf } from './item-list.ts';

/** What a feed holds and which others there are beside it. */
export interface AtomFeed {
  items: readonly Item[];
  /** By relation: `current`, `prev-archive`, `next-archive`; paths from the site's root. */
  links: Readonly<Record<string, string>>;
  /** It does not change any more, but for corrections. */
  isArchive: boolean;
}

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

function newest(items: readonly Item[], { overview }: Context<FeedOf>): string {
  const moments = items.map(({ lastChanged }) => lastChanged).sort();
  return moments.at(-1) ?? overview.asOf ?? '1970-01-01T00:00:00Z';
}

/** The feed's text; `year` makes its title and its permanent id those of an archive. */
export function atomFeed(context: Context<FeedOf>, { items, links, isArchive }: AtomFeed, year = ''): string {
  const { lang, path, overview } = context;
  const { title, page, id } = feedHead(context);
  const atom = (rel: string, target: string): string =>
    `<link rel="${rel}" type="application/atom+xml" href="${escapeXml(absoluteAddress(context, target))}"/>\n`;
  const others = Object.entries(links).map(([rel, target]) => atom(rel, target));
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"${isArchive ? ' xmlns:fh="http://purl.org/syndication/history/1.0"' : ''} xml:lang="${lang}">
<id>${escapeXml(id)}${year === '' ? '' : `:${year}`}</id>
<title>${escapeXml(title)}${year === '' ? '' : `, ${year}`}</title>
<updated>${newest(items, context)}</updated>
<author><name>${escapeXml(overview.settings.operator.name ?? overview.settings.title[lang])}</name></author>
${isArchive ? '<fh:archive/>\n' : ''}${atom('self', path)}${others.join('')}<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>
${items.map((item) => entry(item, context)).join('')}</feed>
`;
}

/** The year whose archive holds an item: that of its day, or of our finding it where no day is known. */
export function archiveYear({ published, firstSeen }: Item): string {
  return (published ?? firstSeen).slice(0, 4);
}

const yearsOf = new WeakMap<readonly Item[], string[]>();

/** The years that have an archive, the newest first; none for topics. */
export function archiveYears(overview: Overview, { community, topic }: FeedOf): string[] {
  if (topic !== undefined) return [];
  const items = itemsOf(overview, community);
  const known = yearsOf.get(items) ?? [...new Set(items.map(archiveYear))].sort().reverse();
  yearsOf.set(items, known);
  return known;
}

/** Everything, or what a community has. */
export function itemsOf(overview: Overview, community: PublishedCommunity | undefined): readonly Item[] {
  return community ? overview.itemsOf(community.id) : overview.items;
}
