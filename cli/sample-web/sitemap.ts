import { type Answer, textAnswer } from './answer.ts';
import { mediaTypeOf } from './media-types.ts';
import type { SamplePage, SampleSite } from './sample-site.ts';
import { escapeMarkup } from './template.ts';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The site's robots.txt; a site without one answers 404 as many do. */
export function robotsOf(site: SampleSite, url: URL): Answer | undefined {
  if (url.pathname !== '/robots.txt' || site.robots === undefined) return undefined;
  return textAnswer(site.robots, 'text/plain; charset=utf-8');
}

/** `/sitemap.xml` where the site keeps one, made of its pages but for the later ones of a listing. */
export function sitemapOf(site: SampleSite, url: URL): Answer | undefined {
  if (!site.sitemap || url.pathname !== '/sitemap.xml') return undefined;
  return urlSet(
    site,
    site.pages.filter((page) => Object.keys(page.query).length === 0),
  );
}

/** A sitemap of these pages; `lastmod` only where the page says when it was changed. */
export function urlSet(site: SampleSite, pages: SamplePage[]): Answer {
  const entries = pages.map((page) => {
    const query = new URLSearchParams(page.query).toString();
    const loc = escapeMarkup(`{{site:${site.id}}}${encodeURI(page.path)}${query && `?${query}`}`);
    return `<url><loc>${loc}</loc>${page.modified ? `<lastmod>${page.modified}</lastmod>` : ''}</url>`;
  });
  return xmlAnswer(`<urlset xmlns="${NAMESPACE}">\n${entries.join('\n')}\n</urlset>`);
}

/** An index of sitemaps at these paths. */
export function sitemapIndex(site: SampleSite, paths: string[]): Answer {
  const entries = paths.map((path) => `<sitemap><loc>{{site:${site.id}}}${path}</loc></sitemap>`);
  return xmlAnswer(`<sitemapindex xmlns="${NAMESPACE}">\n${entries.join('\n')}\n</sitemapindex>`);
}

function xmlAnswer(inside: string): Answer {
  return textAnswer(`<?xml version="1.0" encoding="UTF-8"?>\n${inside}\n`, mediaTypeOf('.xml'));
}
