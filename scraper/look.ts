/** What an address shows of itself at first sight: its kind, its list, the feeds and sitemaps it names. Nothing here knows what a page means. */
import { siteOf } from './address.ts';
import { readFeed } from './feed-entries.ts';
import { type PageLinks, pageLinks } from './page-links.ts';
import { listKey } from './pager.ts';
import type { Answer, Ask, Place, Platform } from './platform.ts';
import type { Source } from './registry.ts';
import { scopeOf } from './scope.ts';

/** How an address lists its pages. */
export interface Listing {
  /** What the list is made of; `none`: the address is no list. */
  form: 'page' | 'feed' | 'none';
  /** Pages of the site that it names. */
  entries: number;
  /** Further pages of the same list: numbered, older, or by year. */
  turns: string[];
  /** Documents that it links to. */
  documents: number;
  /** The newest date beside an entry, `YYYY-MM-DD`; null when none is printed. */
  newest: string | null;
}

/** A first sight. */
export interface Sight {
  /** The page's own `<title>`, or ''. */
  title: string;
  listing: Listing;
  /** Feeds that the page names, without those of comments. */
  feeds: string[];
  /** Path prefixes that the source must stay inside, when its list leads out of its own folder. */
  include: string[] | undefined;
  page: PageLinks;
}

const YEAR = /^(19|20)\d\d$/;

/** Looks at an answer with its platform's eyes. `source` has no `include` yet. */
export function lookAt(answer: Answer, platform: Platform, source: Source): Sight {
  const page = pageLinks(answer.text, answer.url);
  // The whole site at first: a list may lead out of its own folder.
  const { isPage } = scopeOf({ ...source, include: ['/'] });
  const place: Place = { starts: [answer.url], sitemaps: [], mayList: true, isPage, records: new Map() };
  const isFeed = readFeed(answer.text, answer.url) !== undefined && !/html/.test(answer.mediaType);
  const finding = platform.read(answer, place);
  const entries = entriesOf(finding.asks, isPage, answer.url);
  const isList = isFeed || finding.role === 'listing';
  const listing: Listing = {
    form: isFeed ? 'feed' : isList ? 'page' : 'none',
    entries: isList ? entries.length : 0,
    turns: turnsOf(finding.asks, answer.url),
    documents: new Set(finding.asks.filter(({ role }) => role === 'document').map(({ url }) => url)).size,
    newest: isList ? newestOf(entries) : null,
  };
  const feeds = [...new Set(page.feeds.filter((url) => !/comments/.test(url)))];
  return {
    title: page.title,
    listing,
    feeds,
    include: isList ? includeFor(source, entries, isFeed ? 1 : 2) : undefined,
    page,
  };
}

/** The entries of a list: what stands in its content with something beside it, else everything in its content. */
function entriesOf(asks: Ask[], isPage: (url: string) => boolean, self: string): Ask[] {
  const inContent = distinct(
    asks.filter(({ role, hint, url }) => role === 'page' && hint && url !== self && isPage(url)),
  );
  const told = inContent.filter(({ hint }) => hint?.teaser !== undefined || hint?.published !== undefined);
  return told.length >= 2 ? told : inContent;
}

function distinct(asks: Ask[]): Ask[] {
  const byUrl = new Map<string, Ask>();
  for (const ask of asks) if (!byUrl.get(ask.url)?.hint?.published) byUrl.set(ask.url, ask);
  return [...byUrl.values()];
}

function turnsOf(asks: Ask[], url: string): string[] {
  const own = asks.filter((ask) => ask.role === 'listing').map((ask) => ask.url);
  return [...new Set(own)].sort((a, b) => Number(listKey(b) === listKey(url)) - Number(listKey(a) === listKey(url)));
}

function newestOf(entries: Ask[]): string | null {
  const days = entries.flatMap(({ hint }) => (hint?.published ?? hint?.updated)?.slice(0, 10) ?? []);
  return days.sort().at(-1) ?? null;
}

/** The folders of the entries, when most of them, and at least so many, lie outside what the source would hold by itself. */
function includeFor(source: Source, entries: Ask[], least: number): string[] | undefined {
  const own = scopeOf(source);
  const site = siteOf(source.url);
  const outside = entries.filter(({ url }) => !own.isPage(url) && siteOf(url) === site).map(({ url }) => url);
  if (outside.length < least || outside.length * 2 <= entries.length) return undefined;
  const tops = new Map<string, string[]>();
  for (const url of outside) {
    const top = new URL(url).pathname.split('/')[1] ?? '';
    tops.set(top, [...(tops.get(top) ?? []), url]);
  }
  const folders = [...tops.values()].filter((urls) => urls.length * 5 >= outside.length).map(commonFolder);
  const prefixes = [new URL(source.url).pathname, ...folders];
  return prefixes.includes('/') ? ['/'] : [...new Set(prefixes)].sort();
}

/** The longest folder that holds all the addresses; next year's will not lie in this year's. */
function commonFolder(urls: string[]): string {
  const folders = urls.map((url) => new URL(url).pathname.replace(/\/$/, '').split('/').slice(0, -1));
  const [first = ['']] = folders;
  const depth = first.findIndex((part, at) => folders.some((parts) => parts[at] !== part) || YEAR.test(part));
  return `${(depth < 0 ? first : first.slice(0, depth)).join('/')}/`;
}
