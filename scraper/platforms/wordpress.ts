/** WordPress: everything through its REST interface; where that is closed, by feed, sitemap and pages. */
import { canonicalAddress } from '../address.ts';
import { isRecord, tryJson } from '../feed-entries.ts';
import type { Hint } from '../known-page.ts';
import { fold, pageLinks } from '../page-links.ts';
import {
  type Answer,
  type Ask,
  beginWithWeb,
  definePlatform,
  type Finding,
  type PostRecord,
  readWeb,
} from '../platform.ts';

/** The media type that a stored post carries. */
export const POST_TYPE = 'application/vnd.samla.wordpress-post+json';

/** Kept of a post: no author, no links of the interface, nothing that plugins add and change by themselves. */
const FIELDS = [
  'id',
  'date',
  'date_gmt',
  'modified',
  'modified_gmt',
  'slug',
  'status',
  'type',
  'link',
  'parent',
  'title',
  'content',
  'excerpt',
];
const PER_PAGE = 100;

/** Recognised by its generator, its interface or its folders. */
export default definePlatform({
  detect({ text, page }) {
    if (/wordpress/i.test(page.generator)) return { confidence: 0.95, why: `says that ${page.generator} made it` };
    if (page.api) return { confidence: 0.95, why: 'links to its REST interface' };
    return /\/wp-(content|includes)\//.test(text) ? { confidence: 0.9, why: 'uses folders under /wp-…/' } : undefined;
  },

  begin(place) {
    const home = new URL(place.starts[0] ?? 'http://invalid').origin;
    const starts = place.starts.map((url): Ask => ({ url, role: 'page', hint: { from: url, via: 'start' } }));
    return [...collections(`${home}/wp-json/`), ...starts];
  },

  read(answer, place) {
    if (answer.role === 'api') return readCollection(answer);
    const isIndex = answer.role === 'page' && isPostsIndex(answer.text);
    const finding = isIndex
      ? { ...readWeb({ ...answer, role: 'listing' }, place), role: 'listing' as const }
      : readWeb(answer, place);
    const api = place.starts.includes(answer.url) ? pageLinks(answer.text, answer.url).api : undefined;
    const isUsual = !api || api === `${new URL(answer.url).origin}/wp-json/`;
    return isUsual ? finding : { ...finding, asks: [...collections(api), ...finding.asks] };
  },

  closed(place) {
    const home = new URL(place.starts[0] ?? 'http://invalid').origin;
    const sitemaps =
      place.sitemaps.length > 0
        ? place.sitemaps
        : [`${home}/wp-sitemap.xml`, `${home}/sitemap_index.xml`, `${home}/sitemap.xml`];
    return [
      { url: `${home}/feed/`, role: 'feed' },
      ...sitemaps.map((url): Ask => ({ url, role: 'sitemap' })),
      ...beginWithWeb(place).filter((ask) => ask.role === 'page'),
    ];
  },
});

/** WordPress itself (`body_class()`) says on every theme's body whether a page is the index of posts or an archive. */
function isPostsIndex(html: string): boolean {
  return /<body[^>]*\sclass\s*=\s*["'][^"']*\b(blog|archive|search-results)\b/i.test(html);
}

/** The collections under an interface's root, which may be a path or a query (`?rest_route=/`). */
function collections(root: string): Ask[] {
  return ['pages', 'posts'].flatMap((kind): Ask[] => {
    const url = canonicalAddress(`${root}wp/v2/${kind}${root.includes('?') ? '&' : '?'}${query(1)}`);
    return url ? [{ url, role: 'api' }] : [];
  });
}

/** By id, because the order must not change while pages are turned. */
function query(page: number): string {
  return `per_page=${PER_PAGE}&page=${page}&orderby=id&order=asc&_fields=${FIELDS.join(',')}`;
}

function readCollection(answer: Answer): Finding {
  const posts = tryJson(answer.text);
  if (!Array.isArray(posts)) return { asks: [], records: [], isClosed: true };
  const records = posts.filter(isRecord).flatMap((post) => toRecord(post, answer.url) ?? []);
  const page = Number(/[?&]page=(\d+)/.exec(answer.url)?.[1] ?? 1);
  const total = Number(answer.headers['x-wp-totalpages'] ?? (posts.length === PER_PAGE ? page + 1 : page));
  const asks: Ask[] = page < total ? [{ url: answer.url.replace(/([?&]page=)\d+/, `$1${page + 1}`), role: 'api' }] : [];
  return { asks, records };
}

function toRecord(post: Record<string, unknown>, from: string): PostRecord | undefined {
  const url = canonicalAddress(String(post.link ?? ''));
  if (!url || (post.status !== undefined && post.status !== 'publish')) return undefined;
  const kept = Object.fromEntries(
    FIELDS.filter((field) => post[field] !== undefined).map((field) => [field, post[field]]),
  );
  const html = rendered(post.content);
  const title = fold(rendered(post.title).replace(/<[^>]*>/g, ''));
  const published = utc(post.date_gmt);
  const updated = utc(post.modified_gmt);
  const hint: Hint = {
    from,
    via: 'api',
    ...(title && { text: title }),
    ...(published && { published }),
    ...(updated && { updated }),
  };
  return { url, mediaType: POST_TYPE, body: JSON.stringify(kept), hint, html };
}

function rendered(value: unknown): string {
  return isRecord(value) && typeof value.rendered === 'string' ? value.rendered : '';
}

/** WordPress' GMT times lack the Z that they mean. */
function utc(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(value) ? `${value}Z` : undefined;
}
