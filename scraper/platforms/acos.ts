/** ACOS CMS: pages are `<slug>.<number>.aspx`, documents lie under `/_f/`; every page has printing and sharing twins. */
import { definePlatform, readWeb } from '../platform.ts';

const PAGE = /\.\d+\.aspx$/i;
/** The printer's and the text reader's copy of a page, and forms to tip others of it. */
const TWIN = /[?&](print|skriv|utskrift|tips|mode|fontsize|lydfil)=/i;

/** Recognised by its generator or the numbers before `.aspx`. */
export default definePlatform({
  detect({ url, page }) {
    if (/\bacos\b/i.test(page.generator)) return { confidence: 0.95, why: `says that ${page.generator} made it` };
    const numbered = [url, ...page.links.map((link) => link.url)].filter((link) => PAGE.test(new URL(link).pathname));
    if (numbered.length === 0) return undefined;
    return {
      confidence: numbered.length > 1 ? 0.85 : 0.5,
      why: `has ${numbered.length} addresses that end in <number>.aspx`,
    };
  },
  read(answer, place) {
    const finding = readWeb(answer, place);
    return { ...finding, asks: finding.asks.filter((ask) => !TWIN.test(ask.url)) };
  },
});
