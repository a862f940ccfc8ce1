/** Which element of a page is its title. */
import { type Document, type Element, isTag } from 'domhandler';
import { normalise, says } from './boilerplate.ts';
import { isMarked } from './marks.ts';
import { forgetMeasures, untilChanged } from './measures.ts';
import type { Head } from './page.ts';
import { bodyOf, linkDensity, type Piece, piecesOf } from './pieces.ts';
import { byTag, holdsTag, linksIn } from './tags.ts';
import { ancestors, attribute, findElements, textOf } from './tree.ts';

/**
 * The heading that holds the page's title: an `h1` (the one that the head names too, where there are several), else another heading
 * that says what the head says. `undefined`: the page shows no title.
 */
export function findTitleHeading(document: Document, head: Head): Element | undefined {
  const found = foundTitles(document);
  if (!found.has(head)) found.set(head, lookForTitle(document, head));
  return found.get(head);
}

/** Every clean-up asks for the title anew. */
const foundTitles = untilChanged((_: Document) => new Map<Head, Element | undefined>());

function lookForTitle(document: Document, head: Head): Element | undefined {
  const { page: named } = namesIn(head);
  const headings = byTag(document, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').filter((e) => textOf(e) !== '');
  const first = headings.filter((e) => e.name === 'h1' && !isSiteName(e, head));
  const agreed = (list: Element[]) => list.find((e) => named.some((title) => sameTitle(saidBy(e), title)));
  return (
    agreed(first) ??
    first.find(isInMain) ??
    first[0] ??
    agreed(headings.filter((e) => e.name !== 'h1')) ??
    findTitleLine(document, named)
  );
}

/** On a page without any `h1`, makes one of the heading or line that says what the head says: all that follows looks for it. */
export function raiseTitle(document: Document, head: Head): void {
  if (holdsTag(document, 'h1')) return;
  const found = findTitleHeading(document, head);
  const named = namesIn(head).page;
  if (found !== undefined && named.some((title) => sameTitle(saidBy(found), title))) found.name = 'h1';
  forgetMeasures();
}

const LONGEST_TITLE = 200;
const PROSE = 120;

/** Without any heading: a line above the first longer text that says what the head says, is named a title, or is set in large letters. */
function findTitleLine(document: Document, named: readonly string[]): Element | undefined {
  const body = bodyOf(document);
  if (body === undefined) return undefined;
  const pieces = piecesOf(body);
  const prose = pieces.findIndex(
    (piece) => piece.text.length >= PROSE && !isNotice(piece.text) && linkDensity(piece.box) < 0.5,
  );
  const above = pieces
    .slice(0, prose < 0 ? 40 : prose + 1)
    .flatMap((piece) => lineOf(piece))
    .filter((e) => !isChrome(e));
  const agrees = (e: Element) => named.some((title) => sameTitle(saidBy(e), title));
  return above.findLast(agrees) ?? above.findLast((e) => isMarked('title', e)) ?? above.findLast(isLarge);
}

function isNotice(text: string): boolean {
  return says('cookies', text) || says('browser', text);
}

/** What may be a title in a piece: the box that it fills, or what its first inline element says. */
function lineOf(piece: Piece): Element[] {
  const elements = piece.alone ? [piece.box] : [];
  const [first] = piece.nodes.filter((node) => textOf(node) !== '');
  if (first !== undefined && isTag(first)) elements.push(first);
  return elements.filter((e) => textOf(e).length >= 4 && textOf(e).length <= LONGEST_TITLE);
}

function isChrome(element: Element): boolean {
  return [element, ...ancestors(element)].some(
    (e) => /^(?:a|nav|li|td|th|footer|figure|button|label|strong)$/.test(e.name) || isMarked('navigation', e),
  );
}

/** `<font size=4>`, `<big>`, or a style that sets letters of 18 px and more. */
function isLarge(element: Element): boolean {
  return [element, ...findElements(element, () => true)].some((e) => {
    if (e.name === 'big') return true;
    if (e.name === 'font') return /^(?:\+[1-9]|[4-7])$/.test(attribute(e, 'size'));
    const size = /font-size\s{0,3}:\s{0,3}(\d{1,3}(?:\.\d{1,3})?)(px|pt|em|rem)/i.exec(
      attribute(e, 'style').slice(0, 300),
    );
    return size !== null && Number(size[1]) >= (LARGE[size[2]?.toLowerCase() ?? ''] ?? Number.POSITIVE_INFINITY);
  });
}

const LARGE: Record<string, number> = { px: 18, pt: 14, em: 1.3, rem: 1.3 };

/** What the head calls the page and its site, as it is compared; asked for with every look for the title. */
const names = new WeakMap<Head, { page: readonly string[]; site: readonly string[] }>();

function namesIn(head: Head): { page: readonly string[]; site: readonly string[] } {
  const known = names.get(head) ?? { page: titlesOf(head).map(normalise), site: siteNames(head).map(normalise) };
  names.set(head, known);
  return known;
}

/** What a heading says, as it is compared. */
const saidBy = untilChanged((element: Element): string => normalise(textOf(element)));

/** What the head calls the page, most trusted first, site names cut off. */
export function titlesOf(head: Head): string[] {
  const meta = ['og:title', 'dc.title', 'dcterms.title', 'twitter:title', 'title'].flatMap(
    (name) => head.meta.get(name) ?? [],
  );
  const all = [...meta, ...(head.title === undefined ? [] : [head.title])];
  return [...new Set(all.map((title) => withoutSiteName(title, siteNames(head))))].filter((title) => title !== '');
}

const SEPARATOR = /(?<!\s)\s+[-–—|·»:•/]+\s+/;

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
    return title.slice(0, title.lastIndexOf(parts.at(-1) ?? '')).replace(/(?<!\s)\s+[-–—|·»:•/]+\s+$/, '');
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
  const text = saidBy(heading);
  const { page, site } = namesIn(head);
  if (site.includes(text) && !page.includes(text)) return true;
  const home = linksIn(heading).some((link) => isHome(attribute(link, 'href')));
  return home && [...ancestors(heading)].some((e) => e.name === 'header' || attribute(e, 'role') === 'banner');
}

function isHome(href: string): boolean {
  return URL.canParse(href) && /^\/(?:[a-z]{2}\/?)?$/.test(new URL(href).pathname);
}

function isInMain(element: Element): boolean {
  return [...ancestors(element)].some((e) => e.name === 'main' || e.name === 'article');
}
