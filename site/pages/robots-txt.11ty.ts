import { defineFile } from '../page.ts';
import { absoluteAddress } from '../paths.ts';

/** Everyone may read everything; the sitemap says where it is. */
export default defineFile<null>('robots-txt', {
  entries: (_overview, lang) => (lang === 'nb' ? [{ path: '/robots.txt', key: 'robots.txt', record: null }] : []),
  write: (context) => `User-agent: *\nDisallow:\n\nSitemap: ${absoluteAddress(context, '/sitemap.xml')}\n`,
});
