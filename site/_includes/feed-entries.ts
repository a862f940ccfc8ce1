/** What both kinds of feeds have in common: which items, and their permanent ids. */
import type { Item, PublishedCommunity } from '../../normalizer/index.ts';
import type { Overview } from '../_data/overview.ts';
import { type Lang, withOsloOffset } from '../filters/dates.ts';
import type { Context, Entry } from '../page.ts';
import { absoluteAddress, paths } from '../paths.ts';
import { catalogues, fill, wordFor } from '../words.ts';

const longest = 50;

/** What a feed is of: everything, one community, or one topic. */
export type FeedOf = { community?: PublishedCommunity; topic?: string };

/** The topics that have a feed: all that we know of, so that an address stands even when nothing is about it yet. */
export function feedTopics(overview: Overview): string[] {
  return [...new Set([...Object.keys(catalogues.nb.topics), ...overview.topics()])].sort();
}

/** The feeds of one format: everything, each community, each topic. */
export function feedEntries(overview: Overview, lang: Lang, format: 'atom' | 'json'): Entry<FeedOf>[] {
  const communities = overview.communities.map((community) => ({
    path: paths.feed(lang, format, { community: community.id }),
    key: `feed ${community.id}`,
    record: { community },
  }));
  const topics = feedTopics(overview).map((topic) => ({
    path: paths.feed(lang, format, { topic }),
    key: `feed topic ${topic}`,
    record: { topic },
  }));
  return [{ path: paths.feed(lang, format), key: 'feed', record: {} }, ...communities, ...topics];
}

const latest = (item: Item): string => `${item.firstSeen.slice(0, 10)} ${item.published ?? ''}`;

const newestOf = new WeakMap<readonly Item[], Item[]>();

// Both formats and both languages ask for the same lists: each is sorted once.
function newest(items: readonly Item[]): Item[] {
  const known = newestOf.get(items);
  if (known) return known;
  const keyed = items.map((item) => ({ item, key: latest(item) }));
  keyed.sort((a, b) => (a.key < b.key ? 1 : a.key > b.key ? -1 : 0));
  const first = keyed.slice(0, longest).map(({ item }) => item);
  newestOf.set(items, first);
  return first;
}

/** The newest items: those found last come first, and among these the last published. */
export function feedItems({ overview, record }: Context<FeedOf>): Item[] {
  const { community, topic } = record;
  if (topic !== undefined) return newest(overview.itemsAbout(topic));
  return newest(community ? overview.itemsOf(community.id) : overview.items);
}

function shownOn({ record: { community, topic }, lang, overview }: Context<FeedOf>): string {
  if (community) return paths.community(lang, community.id);
  if (topic === undefined) return paths.front(lang);
  return overview.itemsAbout(topic).length > 0 ? paths.topic(lang, topic) : paths.topics(lang);
}

/** What a feed is of, in words. */
export function feedName({ community, topic }: FeedOf, { lang, t }: Pick<Context, 'lang' | 't'>): string {
  if (community) return fill(t.community.allNews, { name: community.name[lang] });
  return topic === undefined ? t.feed.all : fill(t.topic.of, { name: wordFor(t.topics, topic).toLowerCase() });
}

/** The feed's title, the page it is for, and its permanent id. */
export function feedHead(context: Context<FeedOf>): { title: string; page: string; id: string } {
  const { record, lang, overview } = context;
  const of = record.community?.id ?? (record.topic === undefined ? 'all' : `topic:${record.topic}`);
  return {
    title: `${overview.settings.title[lang]}: ${feedName(record, context)}`,
    page: absoluteAddress(context, shownOn(context)),
    id: permanentId(overview, `feed:${lang}:${of}`),
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
