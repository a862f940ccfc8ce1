/**
 * The health trusts' common platform. Its class names differ between trusts and generations, so lists, pagination and articles are found by
 * structure; what is special is only how to recognise it.
 */
import { definePlatform } from '../platform.ts';

const ASSET_FOLDERS = /\/[0-9a-f]{6}\/(globalassets|siteassets|contentassets)\//;

/** Recognised by its asset folders and the national portal's banner. */
export default definePlatform({
  detect({ text, page }) {
    const hasBanner = /^\s*HELSENORGE\b/i.test(page.text);
    const hasAssets = ASSET_FOLDERS.test(text) || /\/(globalassets|contentassets)\//.test(text);
    return hasAssets && hasBanner ? 0.9 : hasBanner ? 0.7 : hasAssets ? 0.5 : 0;
  },
});
