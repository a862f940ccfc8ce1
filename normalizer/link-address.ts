import { canonicalAddress } from '../scraper/index.ts';

/**
 * The canonical address that a link leads to. White space and control characters inside are dropped first, as browsers do.
 * `undefined` for anything that is not http or https.
 */
export function absoluteLink(href: string, base: string): string | undefined {
  return canonicalAddress(href.replace(/[\u0000-\u001f]+/g, '').trim(), base);
}
