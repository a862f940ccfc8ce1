/** What pages, sitemaps and feeds lead to: shared by all platforms. */
import { isDocumentAddress, isDocumentLink } from './document-address.ts';
import { readFeed } from './feed-entries.ts';
import type { Hint } from './known-page.ts';
import { LIMITS } from './limits.ts';
import { detached } from './memo.ts';
import { type Link, type PageLinks, pageLinks } from './page-links.ts';
import { isPagerLink } from './pager.ts';
import type { Answer, Ask, Finding, Place, PostRecord } from './platform.ts';
import { readSitemap } from './sitemap.ts';

/** What a page leads to: its list's other pages, pages of the source, documents, feeds. */
export function followPage(answer: Answer, place: Place): Finding {
  const page = pageLinks(answer.text, answer.url);
  if (page.nofollow || headerSaysNofollow(answer.headers)) return { asks: [], records: [] };
  const pagers = [
    ...page.links.filter((link) => isPagerLink(link, answer.url)).map((link) => link.url),
    ...turnsInHead(page, answer),
  ];
  const isStart = place.starts.includes(answer.url);
  const isListing =
    answer.role === 'listing' ||
    pagers.length > 0 ||
    (isStart && place.mayList && looksLikeList(page, answer.url, place));
  const turns = new Set(pagers);
  const asks: Ask[] = [...turns].map((url) => ({ url, role: 'listing' }));
  for (const link of page.links) {
    if (!turns.has(link.url) && link.url !== answer.url) asks.push(askFor(link, answer.url, isListing));
  }
  if (page.refresh) asks.push({ url: page.refresh, role: 'page' });
  if (isStart)
    asks.push(...page.feeds.filter((url) => !/comments/.test(url)).map((url): Ask => ({ url, role: 'feed' })));
  return { asks, records: [], ...(isListing && answer.role === 'page' && { role: 'listing' as const }) };
}

/** What a record's HTML leads to: pages and documents, never a list's other pages by being a registered address. */
export function followRecord({ url, html }: PostRecord, place: Place): Ask[] {
  const answer: Answer = { url, role: 'page', mediaType: 'text/html', headers: {}, text: html, depth: 0 };
  return followPage(answer, { ...place, starts: [] }).asks;
}

function headerSaysNofollow(headers: Record<string, string>): boolean {
  return /(^|,)\s*(samla\s*:\s*)?([\w-]+\s*,\s*)*(nofollow|none)\b/i.test(headers['x-robots-tag'] ?? '');
}

function turnsInHead(page: PageLinks, answer: Answer): string[] {
  return page.next.filter((url) => isPagerLink({ url, text: '', rel: ['next'] }, answer.url));
}

function askFor(link: Link, from: string, isListing: boolean): Ask {
  const isDocument = isDocumentAddress(link.url) || isDocumentLink(link.text, link.type);
  const hint = hintOf(link, from, isListing && !isDocument);
  return { url: link.url, role: isDocument ? 'document' : 'page', ...(hint && { hint }) };
}

/** Menus say the same on every page: their links are followed but their words are no hint. */
function hintOf(link: Link, from: string, isListing: boolean): Hint | undefined {
  if (link.isChrome) return undefined;
  return {
    from,
    via: isListing ? 'listing' : 'link',
    ...(link.text && { text: detached(link.text) }),
    ...(isListing && link.beside && { teaser: detached(link.beside) }),
    ...(link.label && { label: detached(link.label) }),
    ...(link.date && isListing && { published: link.date }),
  };
}

/** More text than this beside a link is an article that links, not a teaser. */
const LONGEST_TEASER = 250;

/** Whether most of a page's own text stands in boxes that each lead to one page of the source. */
export function looksLikeList(page: PageLinks, url: string, place: Place): boolean {
  const boxes = new Map<string, number>();
  for (const link of page.links) {
    const counts = !link.isChrome && link.url !== url && !isDocumentAddress(link.url) && place.isPage(link.url);
    if (counts)
      boxes.set(
        link.url,
        Math.max(boxes.get(link.url) ?? 0, link.text.length + Math.min(link.beside.length, LONGEST_TEASER)),
      );
  }
  const inBoxes = [...boxes.values()].reduce((sum, length) => sum + length, 0);
  return boxes.size >= 3 && inBoxes > page.textLength * 0.55;
}

/** What a sitemap or feed leads to; `undefined` when the answer is neither. */
export function readList(answer: Answer, place: Place): Finding | undefined {
  if (/html/.test(answer.mediaType)) return undefined;
  const sitemap = readSitemap(answer.text, answer.url, LIMITS.sitemapAddresses);
  if (sitemap) return { asks: sitemapAsks(answer, sitemap), records: [], role: 'sitemap' };
  const entries = readFeed(answer.text, answer.url);
  if (entries) return { asks: entries.flatMap((entry) => feedAsks(entry, answer.url)), records: [], role: 'feed' };
  return place.isPage(answer.url) && answer.role === 'page' ? undefined : { asks: [], records: [], isClosed: true };
}

function sitemapAsks(answer: Answer, sitemap: NonNullable<ReturnType<typeof readSitemap>>): Ask[] {
  const deeper = answer.depth < LIMITS.sitemapDepth ? sitemap.sitemaps : [];
  return [
    ...deeper.map((url): Ask => ({ url, role: 'sitemap', depth: answer.depth + 1 })),
    ...sitemap.pages.map(({ url, lastmod }): Ask => {
      const hint: Hint = { from: answer.url, via: 'sitemap', ...(lastmod && { updated: lastmod }) };
      return { url, role: isDocumentAddress(url) ? 'document' : 'page', hint };
    }),
  ];
}

function feedAsks(entry: NonNullable<ReturnType<typeof readFeed>>[number], from: string): Ask[] {
  const { url, title, summary, published, updated, enclosures } = entry;
  const hint: Hint = {
    from,
    via: 'feed',
    ...(title && { text: title }),
    ...(summary && { teaser: summary }),
    ...(published && { published }),
    ...(updated && { updated }),
  };
  const files = enclosures
    .filter(isDocumentAddress)
    .map((file): Ask => ({ url: file, role: 'document', hint: { from, via: 'feed' } }));
  return [{ url, role: isDocumentAddress(url) ? 'document' : 'page', hint }, ...files];
}
