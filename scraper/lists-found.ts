/** The feeds, sitemaps and interfaces of a site, and how much of it each of them names. */
import { canonicalAddress, originOf, siteOf } from './address.ts';
import type { Asker } from './asking.ts';
import { decodeText } from './charset.ts';
import { readFeed } from './feed-entries.ts';
import type { KnownPage } from './known-page.ts';
import type { Receipt } from './outcome.ts';
import type { Source } from './registry.ts';
import type { Robots } from './robots.ts';
import type { Run } from './run.ts';
import { scopeOf } from './scope.ts';
import { readSitemap } from './sitemap.ts';
import { charsetOf } from './transport.ts';

/** A machine-readable list. */
export interface FoundList {
  kind: 'feed' | 'sitemap' | 'interface';
  url: string;
  /** Addresses, or other sitemaps when it is an index of them. */
  entries: number;
  /** How many of them lie inside the source; null where that can't be told from the list. */
  inside: number | null;
  /** The newest date in it, `YYYY-MM-DD`. */
  newest: string | null;
}

/** What the search for lists works with. */
export interface ListSearch {
  run: Run;
  source: Source;
  receipt: Receipt;
  robots: Robots;
  /** Feeds that the page names. */
  feeds: string[];
}

/** The first feed and the first sitemap that the page and robots.txt name, else the sitemap where one usually lies. */
export async function namedLists({ run, source, receipt, robots, feeds }: ListSearch): Promise<FoundList[]> {
  const own = robots.sitemaps
    .flatMap((url) => canonicalAddress(url, source.url) ?? [])
    .filter((url) => siteOf(url) === siteOf(source.url));
  const asker: Asker = {
    delaySeconds: source.delaySeconds,
    tally: receipt,
    knownAt: () => undefined,
    isListing: true,
    rendered: false,
  };
  const urls = [...feeds.slice(0, 1), own[0] ?? `${originOf(source.url)}/sitemap.xml`];
  const found: FoundList[] = [];
  for (const url of urls) found.push(...(await readOne(run, source, url, asker)));
  return found;
}

async function readOne(run: Run, source: Source, url: string, asker: Asker): Promise<FoundList[]> {
  const fetched = await run.fetcher.fetch(url, asker);
  // A site without a sitemap is an everyday thing.
  if (fetched.kind === 'failure' || /html/.test(fetched.mediaType)) return [];
  const text = decodeText((await fetched.body()) ?? new Uint8Array(0), charsetOf(fetched.headers));
  const sitemap = readSitemap(text, fetched.url, run.limits.sitemapAddresses);
  const { isPage } = scopeOf(source);
  if (sitemap) {
    const { pages, sitemaps } = sitemap;
    const inside = sitemaps.length > 0 ? null : pages.filter((page) => isPage(page.url)).length;
    const newest = newestOf(pages.map(({ lastmod }) => lastmod));
    return [{ kind: 'sitemap', url: fetched.url, entries: pages.length + sitemaps.length, inside, newest }];
  }
  const entries = readFeed(text, fetched.url);
  if (!entries) return [];
  const inside = entries.filter((entry) => isPage(entry.url)).length;
  const newest = newestOf(entries.map(({ published, updated }) => published ?? updated));
  return [{ kind: 'feed', url: fetched.url, entries: entries.length, inside, newest }];
}

function newestOf(dates: (string | undefined)[]): string | null {
  return (
    dates
      .flatMap((date) => date?.slice(0, 10) ?? [])
      .sort()
      .at(-1) ?? null
  );
}

/** The interfaces that gathering came in by, one for each kind of record. What was fetched then is not asked for again. */
export async function interfaceLists(run: Run, source: Source, known: KnownPage[], asker: Asker): Promise<FoundList[]> {
  const { isPage } = scopeOf(source);
  const found = new Map<string, FoundList>();
  for (const { url, capture } of known.filter(({ role }) => role === 'api')) {
    const fetched = capture ? await run.fetcher.fetch(url, asker) : undefined;
    if (fetched?.kind !== 'fetched') continue;
    // One kind is asked for in several ways: its names, its records, its next hundred.
    const kind = interfaceOf(url);
    const records = known.filter(
      ({ hints, url: page }) => isPage(page) && hints.some(({ from }) => interfaceOf(from) === kind),
    );
    const entries = Number(fetched.headers['x-wp-total'] ?? records.length);
    const newest = newestOf(records.flatMap(({ hints }) => hints.map(({ published }) => published)));
    found.set(kind, { kind: 'interface', url: kind, entries, inside: null, newest });
  }
  return [...found.values()];
}

/** An interface's address without what is asked of it: the path, or `?rest_route=` where there is no path. */
function interfaceOf(url: string): string {
  const { origin, pathname, searchParams } = new URL(url);
  const route = searchParams.get('rest_route');
  return route === null ? `${origin}${pathname}` : `${origin}${pathname}?rest_route=${route}`;
}
