/** WordPress: everything through its REST interface; where that is closed, by feed, sitemap and pages. */
import { pageLinks } from '../page-links.ts';
import { type Ask, beginWithWeb, definePlatform, readWeb } from '../platform.ts';
import { collections, isMediaLibrary, readCollection, readMedia } from '../wordpress-rest.ts';

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
    return [...collections(`${home}/wp-json/`, place), ...starts];
  },

  read(answer, place) {
    if (answer.role === 'api') return readCollection(answer, place);
    if (isMediaLibrary(answer.url)) return readMedia(answer, place);
    const isIndex = answer.role === 'page' && isPostsIndex(answer.text);
    const finding = isIndex
      ? { ...readWeb({ ...answer, role: 'listing' }, place), role: 'listing' as const }
      : readWeb(answer, place);
    const api = place.starts.includes(answer.url) ? pageLinks(answer.text, answer.url).api : undefined;
    const isUsual = !api || api === `${new URL(answer.url).origin}/wp-json/`;
    return isUsual ? finding : { ...finding, asks: [...collections(api, place), ...finding.asks] };
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
