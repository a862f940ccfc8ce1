/** What both kinds of feeds have in common: which items, and their permanent ids. */
import type { Item, PublishedCommunity } from '../../normalizer/index.ts';
import type { Overview } from '../_data/overview.ts';
import { type Lang, withOsloOffset } from '../filters/dates.ts';
import type { Context, Entry } from '../page.ts';
import { absoluteAddress, paths } from '../paths.ts';
import { catalogues, fill } from '../words.ts';

const longest = 50;

/** What a feed is of; null is everything. */
export type FeedOf = PublishedCommunity | null;

/** The feeds of one format: everything, and each community. */
export function feedEntries(overview: Overview, lang: Lang, format: 'atom' | 'json'): Entry<FeedOf>[] {
  const communities = overview.communities.map((community) => ({
    path: paths.feed(lang, format, community.id),
    key: `feed ${community.id}`,
    record: community,
  }));
  return [{ path: paths.feed(lang, format), key: 'feed', record: null }, ...communities];
}

const latest = (item: Item): string => `${item.firstSeen.slice(0, 10)} ${item.published ?? ''}`;

/** The newest items: those found last come first, and among these the last published. */
export function feedItems({ overview, record }: Context<FeedOf>): Item[] {
  const items = record === null ? overview.items : overview.itemsOf(record.id);
  const sorted = [...items].sort((a, b) => (latest(a) < latest(b) ? 1 : latest(a) > latest(b) ? -1 : 0));
  return sorted.slice(0, longest);
}

/** The feed's title, the page it is for, and its permanent id. */
export function feedHead(context: Context<FeedOf>): { title: string; page: string; id: string } {
  const { record, lang, overview } = context;
  const name = overview.settings.title[lang];
  const of =
    record === null ? catalogues[lang].feed.all : fill(catalogues[lang].community.allNews, { name: record.name[lang] });
  const page = record === null ? paths.front(lang) : paths.community(lang, record.id);
  return {
    title: `${name}: ${of}`,
    page: absoluteAddress(context, page),
    id: permanentId(overview, `feed:${lang}:${record?.id ?? 'all'}`),
  };
}

/** A tag URI (RFC 4151): the same for ever, however addresses change. */
export function permanentId({ settings }: Overview, id: string): string {
  return `tag:${new URL(settings.baseUrl).hostname},2026:${encodeURIComponent(id)}`;
}

/** A day as the moment it begins in Norway, RFC 3339. */
export function dayStart(day: string): string {
  return withOsloOffset(`${day}T00:00`).replace('T00:00', 'T00:00:00');
}
