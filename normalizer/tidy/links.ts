import type { Document, Element } from 'domhandler';
import { absoluteLink } from '../link-address.ts';
import { attribute, elementsBelow, findElement } from '../tree.ts';

const LAZY = ['data-src', 'data-original', 'data-lazy-src'];

/**
 * Makes every link and picture absolute. Links that lead nowhere on the web (`javascript:`, `data:`, broken ones) lose their address;
 * `mailto:` and `tel:` keep theirs, because what stands in them is looked for later.
 */
export function resolveLinks(document: Document, url: string): void {
  const base = baseOf(document, url);
  for (const element of elementsBelow(document)) {
    if (element.name === 'a' || element.name === 'area') resolveAttribute(element, 'href', base);
    else if (element.name === 'img' || element.name === 'image') resolvePicture(element, base);
  }
}

/** `<base href>` where it can be read; a malformed one is as if it were not there. */
function baseOf(document: Document, url: string): string {
  const base = findElement(document, (element) => element.name === 'base' && element.attribs.href !== undefined);
  const href = base === undefined ? '' : attribute(base, 'href');
  return href !== '' && URL.canParse(href, url) ? new URL(href, url).href : url;
}

function resolveAttribute(element: Element, name: string, base: string): void {
  const value = element.attribs[name];
  if (value === undefined) return;
  const scheme = /^[\s\u0000-\u001f]*(mailto|tel|sms|callto):/i.exec(value);
  if (scheme !== null) return;
  const link = value.trim().startsWith('#') ? undefined : absoluteLink(value, base);
  if (value.trim().startsWith('#')) element.attribs['data-fragment'] = value.trim();
  if (link === undefined) delete element.attribs[name];
  else element.attribs[name] = link;
}

function resolvePicture(image: Element, base: string): void {
  const lazy = LAZY.find((name) => attribute(image, name) !== '');
  if (lazy !== undefined && /^(?:data:|$)/.test(attribute(image, 'src'))) image.attribs.src = attribute(image, lazy);
  resolveAttribute(image, 'src', base);
}
