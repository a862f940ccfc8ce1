/** Finds what a site of the sample web has at an address: a machine interface, a page, a file, or nothing. */
import { readFileSync } from 'node:fs';
import { type Answer, textAnswer } from './answer.ts';
import { isTextual, mediaTypeOf } from './media-types.ts';
import type { SamplePage, SampleSite } from './sample-site.ts';
import { robotsOf, sitemapOf } from './sitemap.ts';
import { fillAddresses, fillLayout } from './template.ts';
import { wordpressAnswer } from './wordpress.ts';

/** What `site` answers to a request for `url`; `sites` are the addresses of all sample sites. */
export function answerOf(site: SampleSite, url: URL, sites: Record<string, string>): Answer {
  const redirect = site.redirects[url.pathname];
  if (redirect) return { status: 301, headers: { location: `${sites[site.id]}${redirect}` }, body: Buffer.alloc(0) };
  const answer =
    robotsOf(site, url) ?? sitemapOf(site, url) ?? wordpressAnswer(site, url) ?? pageOf(site, url) ?? fileOf(site, url);
  return withAddresses(answer ?? notFound(site), sites);
}

function pageOf(site: SampleSite, url: URL): Answer | undefined {
  const path = readablePath(url);
  const page = bestMatch(
    site.pages.filter((one) => one.path === path || one.alias.includes(path)),
    url,
  );
  return page && textAnswer(htmlOf(site, page), mediaTypeOf('.html'), { modified: page.modified });
}

function htmlOf(site: SampleSite, page: SamplePage): string {
  const query = new URLSearchParams(page.query).toString();
  const address = `{{site:${site.id}}}${page.path}${query && `?${query}`}`;
  return fillLayout(site.layout, { ...page.values, address, path: page.path, content: page.content });
}

function fileOf(site: SampleSite, url: URL): Answer | undefined {
  const path = readablePath(url);
  const found = bestMatch(
    site.files.filter((one) => one.path === path),
    url,
  );
  return found && { status: 200, headers: { 'content-type': mediaTypeOf(found.file) }, body: readFileSync(found.file) };
}

/** The path with its letters decoded; as it stands where it isn't properly encoded. */
function readablePath(url: URL): string {
  try {
    return decodeURI(url.pathname);
  } catch {
    return url.pathname; // a broken escape: no route has it, so the answer will be 404
  }
}

/** The route whose query the address has; one without a query answers all others. */
function bestMatch<T extends { query: Record<string, string> }>(routes: T[], url: URL): T | undefined {
  const asks = (route: T) => Object.entries(route.query).every(([name, value]) => url.searchParams.get(name) === value);
  return [...routes].sort((a, b) => Object.keys(b.query).length - Object.keys(a.query).length).find(asks);
}

function notFound(site: SampleSite): Answer {
  const content = '<h1>404</h1>\n<p>Siden finnes ikke / Sida finst ikkje.</p>\n';
  return textAnswer(fillLayout(site.layout, { title: '404', content }), mediaTypeOf('.html'), { status: 404 });
}

function withAddresses(answer: Answer, sites: Record<string, string>): Answer {
  const type = answer.headers['content-type'] ?? '';
  if (!isTextual(type)) return answer;
  return { ...answer, body: Buffer.from(fillAddresses(answer.body.toString('utf8'), sites)) };
}
