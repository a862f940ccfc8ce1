/**
 * The machine interfaces of a WordPress site, made of the same pages that visitors see: REST (`wp-json`), feed and
 * `wp-sitemap.xml`. They behave as the real ones: totals in headers, 400 past the last page, times without an offset.
 */
import { type Answer, textAnswer } from './answer.ts';
import { mediaTypeOf } from './media-types.ts';
import type { SamplePage, SampleSite } from './sample-site.ts';
import { sitemapIndex, urlSet } from './sitemap.ts';
import { escapeMarkup } from './template.ts';

type Post = SamplePage & { wordpress: NonNullable<SamplePage['wordpress']> };
type Kind = Post['wordpress']['type'];

/** What WordPress itself answers here; nothing where the address is an ordinary page. */
export function wordpressAnswer(site: SampleSite, url: URL): Answer | undefined {
  if (!site.wordpress) return undefined;
  const [, type, id] = /^\/wp-json\/wp\/v2\/(post|page)s(?:\/(\d+))?\/?$/.exec(url.pathname) ?? [];
  if (type && id) return oneOf(site, type as Kind, Number(id));
  if (type) return listOf(site, type as Kind, url);
  if (/^\/wp-json\/?$/.test(url.pathname)) return jsonAnswer({ name: site.title, namespaces: ['wp/v2'], routes: {} });
  if (url.pathname === '/feed/') return feedOf(site);
  return wordpressSitemap(site, url.pathname);
}

function postsOf(site: SampleSite, type: Kind): Post[] {
  return site.pages
    .filter((page): page is Post => page.wordpress?.type === type)
    .sort((a, b) => b.wordpress.date.localeCompare(a.wordpress.date) || b.wordpress.id - a.wordpress.id);
}

function listOf(site: SampleSite, type: Kind, url: URL): Answer {
  const number = (name: string, standard: number) => Number(url.searchParams.get(name) ?? standard);
  const [perPage, page] = [number('per_page', 10), number('page', 1)];
  if (!(perPage >= 1 && perPage <= 100)) return problem('rest_invalid_param', 'Invalid parameter(s): per_page');
  const after = url.searchParams.get('modified_after');
  const posts = postsOf(site, type).filter((post) => !after || post.wordpress.modified > after.replace(/Z$/, ''));
  const pages = Math.ceil(posts.length / perPage);
  if (page > Math.max(pages, 1)) {
    return problem(
      'rest_post_invalid_page_number',
      'The page number requested is larger than the number of pages available.',
    );
  }
  const fields = url.searchParams.get('_fields')?.split(',');
  const rows = posts
    .slice((page - 1) * perPage, page * perPage)
    .map((post) => withFields(restPost(site, post), fields));
  return jsonAnswer(rows, { 'x-wp-total': String(posts.length), 'x-wp-totalpages': String(pages) });
}

function oneOf(site: SampleSite, type: Kind, id: number): Answer {
  const post = postsOf(site, type).find((one) => one.wordpress.id === id);
  return post ? jsonAnswer(restPost(site, post)) : problem('rest_post_invalid_id', 'Invalid post ID.', 404);
}

function restPost(site: SampleSite, post: Post): Record<string, unknown> {
  const { id, type, date, modified } = post.wordpress;
  return {
    id,
    date: localTime(date),
    date_gmt: date,
    modified: localTime(modified),
    modified_gmt: modified,
    slug: post.path.split('/').filter(Boolean).at(-1) ?? '',
    status: 'publish',
    type,
    link: `{{site:${site.id}}}${post.path}`,
    title: { rendered: escapeMarkup(post.values.title ?? '') },
    content: { rendered: post.content, protected: false },
    excerpt: { rendered: `<p>${escapeMarkup(post.values.summary ?? '')}</p>\n`, protected: false },
  };
}

/** UTC without offset -> wall clock in Oslo without offset, as WordPress prints it. */
function localTime(utc: string): string {
  return new Date(`${utc}Z`).toLocaleString('sv-SE', { timeZone: 'Europe/Oslo' }).replace(' ', 'T');
}

function withFields(post: Record<string, unknown>, fields: string[] | undefined): Record<string, unknown> {
  if (!fields) return post;
  return Object.fromEntries(Object.entries(post).filter(([name]) => fields.includes(name)));
}

function feedOf(site: SampleSite): Answer {
  const items = postsOf(site, 'post')
    .slice(0, 10)
    .map((post) => {
      const [title, link] = [escapeMarkup(post.values.title ?? ''), `{{site:${site.id}}}${post.path}`];
      const date = new Date(`${post.wordpress.date}Z`).toUTCString().replace('GMT', '+0000');
      const summary = escapeMarkup(post.values.summary ?? '');
      return `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">{{site:${site.id}}}/?p=${post.wordpress.id}</guid><pubDate>${date}</pubDate><description>${summary}</description></item>`;
    });
  const channel = `<title>${escapeMarkup(site.title)}</title><link>{{site:${site.id}}}/</link>`;
  const feed = `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>${channel}\n${items.join('\n')}\n</channel></rss>\n`;
  return textAnswer(feed, 'application/xml; charset=utf-8');
}

function wordpressSitemap(site: SampleSite, path: string): Answer | undefined {
  const parts: Record<string, Kind> = {
    '/wp-sitemap-posts-post-1.xml': 'post',
    '/wp-sitemap-posts-page-1.xml': 'page',
  };
  if (path === '/wp-sitemap.xml') return sitemapIndex(site, Object.keys(parts));
  const type = parts[path];
  return type && urlSet(site, postsOf(site, type));
}

function jsonAnswer(value: unknown, headers: Record<string, string> = {}): Answer {
  return textAnswer(JSON.stringify(value), mediaTypeOf('.json'), { headers });
}

function problem(code: string, message: string, status = 400): Answer {
  return textAnswer(JSON.stringify({ code, message, data: { status } }), mediaTypeOf('.json'), { status });
}
