/** Sitemaps and sitemap indexes (sitemaps.org), also as plain text. No DTD, no entity of its own is ever expanded. */
import { Parser } from 'htmlparser2';
import { canonicalAddress } from './address.ts';

/** What a sitemap lists. */
export interface Sitemap {
  /** Further sitemaps. */
  sitemaps: string[];
  pages: { url: string; lastmod?: string }[];
}

/** Reads a sitemap; `undefined` when the text is none. At most `limit` addresses are taken. */
export function readSitemap(text: string, base: string, limit: number): Sitemap | undefined {
  const head = text.slice(0, 1000);
  if (!/<(\w+:)?(urlset|sitemapindex)\b/i.test(head))
    return /^\s*https?:\/\//.test(head) ? plainList(text, limit) : undefined;
  const found: Sitemap = { sitemaps: [], pages: [] };
  let entry: Record<string, string> = {};
  let field = '';
  const parser = new Parser(
    {
      onopentag(name) {
        field = local(name);
        if (field === 'url' || field === 'sitemap') entry = {};
      },
      ontext(data) {
        // Other vocabularies (image:loc, news:title) may reuse a name: the first `loc` of an entry is its own.
        if (field === 'loc' || field === 'lastmod') entry[field] = (entry[field] ?? '') + data;
      },
      onclosetag(name) {
        const closed = local(name);
        field = '';
        if (found.pages.length + found.sitemaps.length < limit) take(closed, entry, found, base);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return found;
}

function local(name: string): string {
  // Prefixed names of the sitemap's own vocabulary are rare; image: and video: entries must not pass for it.
  return name.toLowerCase().replace(/^(sm|sitemap|s):/, '');
}

function take(closed: string, entry: Record<string, string>, found: Sitemap, base: string): void {
  if (closed !== 'url' && closed !== 'sitemap') return;
  const url = canonicalAddress(entry.loc ?? '', base);
  if (!url) return;
  const lastmod = entry.lastmod?.trim();
  if (closed === 'sitemap') found.sitemaps.push(url);
  else found.pages.push({ url, ...(lastmod && /^\d{4}-\d{2}/.test(lastmod) && { lastmod }) });
}

function plainList(text: string, limit: number): Sitemap {
  const urls = text.split(/\s+/).flatMap((line) => canonicalAddress(line) ?? []);
  return { sitemaps: [], pages: urls.slice(0, limit).map((url) => ({ url })) };
}
