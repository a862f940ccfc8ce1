import type { Overview } from '../_data/overview.ts';
import { defineFile, type SiteData, type View } from '../page.ts';
import { absoluteAddress } from '../paths.ts';
import { escapeXml } from '../xml.ts';

// The sitemap protocol's limit for one file.
const perFile = 50_000;
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Which file of the sitemap: 0 is the file that robots.txt names. */
type Part = number;

// Every item has two pages, and there are about four list pages for every 25 of them: an upper bound is enough here.
function partsNeeded(overview: Overview): number {
  const pages = 4 * (overview.items.length + overview.meetings.length) + 5000;
  return pages <= perFile ? 0 : Math.ceil(pages / perFile);
}

function urlSet(views: readonly View[], site: SiteData): string {
  const urls = views.map(({ path, changed }) => {
    const modified = changed === undefined ? '' : `<lastmod>${escapeXml(changed)}</lastmod>`;
    return `<url><loc>${escapeXml(absoluteAddress(site, path))}</loc>${modified}</url>\n`;
  });
  return `${head}<urlset ${space}>\n${urls.join('')}</urlset>\n`;
}

function index(parts: number, site: SiteData): string {
  const files = Array.from({ length: parts }, (_, part) => {
    const address = absoluteAddress(site, `/sitemap-${part + 1}.xml`);
    return `<sitemap><loc>${escapeXml(address)}</loc></sitemap>\n`;
  });
  return `${head}<sitemapindex ${space}>\n${files.join('')}</sitemapindex>\n`;
}

/** All pages for search engines: one file, or an index of several where they are too many for one. */
export default defineFile<Part>('sitemap', {
  entries: (overview, lang) => {
    if (lang !== 'nb') return [];
    const parts = Array.from({ length: partsNeeded(overview) }, (_, part) => part + 1);
    return [0, ...parts].map((part) => ({
      path: part === 0 ? '/sitemap.xml' : `/sitemap-${part}.xml`,
      key: `sitemap ${part}`,
      record: part,
    }));
  },
  write: ({ record, overview }, site) => {
    const parts = partsNeeded(overview);
    const views = Object.values(site.views)
      .flat()
      .filter(({ page }) => !site.hidden.has(page));
    if (parts === 0) return urlSet(views, site);
    return record === 0 ? index(parts, site) : urlSet(views.slice((record - 1) * perFile, record * perFile), site);
  },
});
