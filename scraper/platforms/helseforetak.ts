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
    if (hasBanner && hasAssets)
      return { confidence: 0.9, why: 'bears the banner of the national portal and uses its asset folders' };
    if (hasBanner) return { confidence: 0.7, why: 'bears the banner of the national portal' };
    return hasAssets ? { confidence: 0.5, why: 'uses the asset folders of the trusts’ platform' } : undefined;
  },
});
