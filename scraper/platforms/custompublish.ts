/** CustomPublish: pages are `<slug>.<article>-<menu>.html`, documents come through `getfile.php/<number>/<name>`. */
import { definePlatform, readWeb } from '../platform.ts';

const PAGE = /\.\d+(-\d+)*\.html$/;
const TWIN = /[?&](template|print|tip|cat_id)=/i;

/** Recognised by its generator or the form of its addresses. */
export default definePlatform({
  detect({ url, text, page }) {
    if (/custompublish/i.test(page.generator)) return { confidence: 0.95, why: `says that ${page.generator} made it` };
    const numbered = [url, ...page.links.map((link) => link.url)].filter((link) => PAGE.test(new URL(link).pathname));
    if (numbered.length > 1)
      return { confidence: 0.85, why: `has ${numbered.length} addresses that end in <number>-<number>.html` };
    return /custompublish|\/getfile\.php\//i.test(text)
      ? { confidence: 0.7, why: 'gives files through getfile.php' }
      : undefined;
  },
  read(answer, place) {
    const finding = readWeb(answer, place);
    return { ...finding, asks: finding.asks.filter((ask) => !TWIN.test(ask.url)) };
  },
});
