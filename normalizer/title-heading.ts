/** Which element of a page is its title. */
import type { Document, Element } from 'domhandler';
import { normalise } from './boilerplate.ts';
import type { Head } from './page.ts';
import { ancestors, attribute, findElements, textOf } from './tree.ts';

/**
 * The heading that holds the page's title: an `h1` (the one that the head names too, where there are several), else another heading
 * that says what the head says. `undefined`: the page shows no title.
 */
export function findTitleHeading(document: Document, head: Head): Element | undefined {
  const named = titlesOf(head).map(normalise);
  const headings = findElements(document, (e) => /^h[1-6]$/.test(e.name) && textOf(e) !== '');
  const first = headings.filter((e) => e.name === 'h1' && !isSiteName(e, head));
  const agreed = (list: Element[]) => list.find((e) => named.some((title) => sameTitle(normalise(textOf(e)), title)));
  return (
    agreed(first) ?? first.find(isInMain) ?? first[0] ?? agreed(headings.filter((e) => e.name !== 'h1')) ?? undefined
  );
}

/** What the head calls the page, most trusted first, site names cut off. */
export function titlesOf(head: Head): string[] {
  const meta = ['og:title', 'dc.title', 'dcterms.title', 'twitter:title', 'title'].flatMap(
    (name) => head.meta.get(name) ?? [],
  );
  const all = [...meta, ...(head.title === undefined ? [] : [head.title])];
  return [...new Set(all.map((title) => withoutSiteName(title, siteNames(head))))].filter((title) => title !== '');
}

const SEPARATOR = /\s+[-–—|·»:•/]+\s+/;

/**
 * Cuts the site's name off a `<title>`: what stands behind the last separator (or before the first) when it is a known name of the site,
 * else a short last part with no figures in it.
 */
export function withoutSiteName(title: string, names: string[]): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const known = (part: string | undefined) =>
    part !== undefined && names.some((name) => normalise(name) === normalise(part));
  if (known(parts.at(-1)))
    return title.slice(0, title.lastIndexOf(parts.at(-1) ?? '')).replace(/\s+[-–—|·»:•/]+\s+$/, '');
  if (known(parts[0])) return title.slice((parts[0] ?? '').length).replace(/^\s+[-–—|·»:•/]+\s+/, '');
  return title;
}

/** The names that a page gives its site. */
export function siteNames(head: Head): string[] {
  const meta = ['og:site_name', 'application-name', 'apple-mobile-web-app-title', 'dc.publisher'].flatMap(
    (name) => head.meta.get(name) ?? [],
  );
  const sites = head.jsonLd.filter((object) => /WebSite|Organization/.test(String(object['@type'])));
  return [...meta, ...sites.map((object) => object.name).filter((name) => typeof name === 'string')];
}

function sameTitle(a: string, b: string): boolean {
  return a !== '' && (a === b || (b.startsWith(`${a} `) && a.length >= 8));
}

/** The site's own name set as an `h1`, often round the logo. */
function isSiteName(heading: Element, head: Head): boolean {
  const text = normalise(textOf(heading));
  if (
    siteNames(head).some((name) => normalise(name) === text) &&
    !titlesOf(head).some((title) => normalise(title) === text)
  )
    return true;
  const home = findElements(heading, (e) => e.name === 'a').some((link) => isHome(attribute(link, 'href')));
  return home && [...ancestors(heading)].some((e) => e.name === 'header' || attribute(e, 'role') === 'banner');
}

function isHome(href: string): boolean {
  return URL.canParse(href) && /^\/(?:[a-z]{2}\/?)?$/.test(new URL(href).pathname);
}

function isInMain(element: Element): boolean {
  return [...ancestors(element)].some((e) => e.name === 'main' || e.name === 'article');
}
