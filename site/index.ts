/** The site's door: the only file that other rooms import from. */

export { SiteInputError } from './_data/site-input-error.ts';
export { type BuildOptions, buildSite } from './build-site.ts';
export type { Freshness } from './freshness.ts';
