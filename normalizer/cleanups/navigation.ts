import { type Document, type Element, isTag } from 'domhandler';
import { says } from '../boilerplate.ts';
import { defineCleanup, type Workbench } from '../cleanup.ts';
import { documentLinks, leadsToDocument } from '../document-link.ts';
import { isMarked } from '../marks.ts';
import {
  bodyOf,
  type ContentGuard,
  guardContent,
  isBefore,
  isInMain,
  linkDensity,
  nodesOf,
  outermost,
  type Piece,
  piecesOf,
} from '../pieces.ts';
import { findTitleHeading } from '../title-heading.ts';
import { attribute, byTag, findElement, findElements, isWithin, textOf } from '../tree.ts';

const ROLES = new Set(['navigation', 'menu', 'menubar', 'tree', 'tablist', 'directory', 'toolbar']);

/** Menus, breadcrumbs, language pickers and lists of the page's own headings. */
export default defineCleanup({
  purpose: 'menus, breadcrumbs, language pickers, page numbers and tables of contents',
  clean(bench) {
    const root = bench.$.root()[0] as Document;
    const holdsContent = guardContent(root);
    const take = (elements: Element[], reason: string) =>
      bench.remove(bench.$(outermost(elements.filter((e) => !holdsContent(e) && !isOfDocuments(e)))), reason);
    take(findElements(root, isLandmark), 'a menu by its landmark');
    take(findElements(root, isPageHeader), 'the site’s header');
    take(findElements(root, isMarkedMenu), 'a menu by its name and its links');
    take(linkGroups(bench, root), 'a group of short links above the content');
    take(findElements(root, isOwnContents), 'a list of the page’s own headings');
    take(findElements(root, isPageNumbers), 'page numbers');
    take(findElements(root, isNeighbours), 'ways to the articles before and after');
    removeWords(bench, root, holdsContent);
  },
});

function isLandmark(element: Element): boolean {
  if (element.name === 'nav') return true;
  return ROLES.has(attribute(element, 'role').toLowerCase()) && !holdsPanels(element);
}

/** Some sites put the panels into the list of tabs: what they hold is content. */
function holdsPanels(element: Element): boolean {
  const isPanel = (e: Element) => e.name === 'details' || attribute(e, 'role').toLowerCase() === 'tabpanel';
  return findElement(element, isPanel) !== undefined;
}

function isPageHeader(element: Element): boolean {
  const named = element.name === 'header' || attribute(element, 'role').toLowerCase() === 'banner';
  return named && !isInMain(element) && findElement(element, (e) => e.name === 'h1') === undefined;
}

function isMarkedMenu(element: Element): boolean {
  if (isHeaderRow(element)) return false;
  const isHeader = isMarked('header', element) && !isInMain(element);
  if (!isMarked('navigation', element) && !isHeader) return false;
  if (
    findElement(element, (e) => (isInMain(element) ? /^h[1-6]$/.test(e.name) : e.name === 'h1')) !== undefined ||
    /^h[1-6]$|^p$|^a$/.test(element.name)
  )
    return false;
  const length = textOf(element).length;
  return length > 0 && (linkDensity(element) >= 0.6 || (length <= 60 && !isInMain(element)));
}

/** The row that names a table's columns is a header of the table's, not of the page's. */
function isHeaderRow(element: Element): boolean {
  return (
    (element.name === 'tr' || element.name === 'thead') && findElement(element, (e) => e.name === 'th') !== undefined
  );
}

/** Where nothing is marked: three or more short links and hardly a word besides, before the title. */
function linkGroups(bench: Workbench, root: Document): Element[] {
  const title = findTitleHeading(root, bench.head) ?? firstProse(root);
  if (title === undefined) return [];
  return findElements(
    root,
    (e) => /^(?:ul|ol|div|p|td|tr|span|section|aside|center|dl)$/.test(e.name) || e.name.includes('-'),
  ).filter((element) => isLinkGroup(element) && !isWithin(title, element) && isBefore(element, title));
}

function firstProse(root: Document): Element | undefined {
  const body = bodyOf(root);
  return body === undefined
    ? undefined
    : piecesOf(body).find((piece) => piece.text.length >= 80 && linkDensity(piece.box) < 0.5)?.box;
}

function isLinkGroup(element: Element): boolean {
  const links = findElements(element, (e) => e.name === 'a');
  if (links.length < 3) return false;
  const lengths = links.map((link) => textOf(link).length);
  return linkDensity(element) >= 0.75 && lengths.reduce((a, b) => a + b, 0) / links.length <= 40;
}

function isOwnContents(element: Element): boolean {
  if (element.name !== 'ul' && element.name !== 'ol' && element.name !== 'div') return false;
  const links = findElements(element, (e) => e.name === 'a');
  return (
    links.length >= 2 &&
    links.every((link) => link.attribs['data-fragment'] !== undefined) &&
    (linkDensity(element) >= 0.8 || says('contents', wordsBeside(element, links)))
  );
}

function wordsBeside(element: Element, links: Element[]): string {
  return links.reduce((text, link) => text.replace(textOf(link), ' '), textOf(element)).trim();
}

function isPageNumbers(element: Element): boolean {
  const links = findElements(element, (e) => e.name === 'a');
  const isStep = (text: string) =>
    /^(?:\d{1,3}|[«»‹›<>…]{1,3}|neste|forrige|førre|siste|første|fyrste|next|previous)(?: side)?(?: [«»‹›<>→←])?$/i.test(
      text,
    );
  return (
    links.length >= 2 &&
    !/^h[1-6]$/.test(element.name) &&
    textOf(element).length <= 120 &&
    links.every((link) => isStep(textOf(link)))
  );
}

const STEP_BACK = /^[^\p{L}\d]{0,3}(?:forrige|førre|eldre|previous|older)(?!\p{L})/iu;
const STEP_ON = /^[^\p{L}\d]{0,3}(?:neste|nyere|nyare|next|newer)(?!\p{L})/iu;

/** One link back and one on to the articles before and after, with their titles. */
function isNeighbours(element: Element): boolean {
  const links = findElements(element, (e) => e.name === 'a');
  if (links.length !== 2 || linkDensity(element) < 0.8 || textOf(element).length > 400) return false;
  const rels = links.map((link) => attribute(link, 'rel'));
  if (rels.includes('prev') && rels.includes('next')) return true;
  const texts = links.map(textOf);
  return texts.some((text) => STEP_BACK.test(text)) && texts.some((text) => STEP_ON.test(text));
}

/** Lists of documents are content whatever they are called. */
function isOfDocuments(element: Element): boolean {
  const documents = documentLinks(element).length;
  return documents > 0 && documents * 2 >= findElements(element, (e) => e.name === 'a').length;
}

/** Single words of menus that stand alone: "Meny", "Du er her: …", "Tilbake". */
function removeWords(bench: Workbench, root: Document, holdsContent: ContentGuard): void {
  const body = bodyOf(root);
  if (body === undefined) return;
  // From the end: a menu's words go before the heading above them is judged.
  for (const piece of [...piecesOf(body)].reverse()) {
    const isHeading = /^h[2-6]$/.test(piece.box.name) && (says('contents', piece.text) || says('menu', piece.text));
    if (isHeading && namesNothing(piece.box))
      bench.remove(
        bench.$(nodesOf(piece, holdsContent)),
        'the heading of a menu or of a list of the page’s own headings',
      );
    if (piece.text.length > 150 || /^h[1-6]$|^td$|^th$|^summary$/.test(piece.box.name) || leadsToDocument(piece.nodes))
      continue;
    const isWords =
      says('menu', piece.text) ||
      says('contents', piece.text) ||
      says('breadcrumb', piece.text) ||
      (says('more', piece.text) && isLinked(piece));
    if (isWords) bench.remove(bench.$(nodesOf(piece, holdsContent)), 'words of a menu');
  }
}

/** A piece that is a link and nothing else. */
function isLinked({ nodes, text }: Piece): boolean {
  const links = nodes.filter(isTag).flatMap((e) => (e.name === 'a' ? [e] : byTag(e, 'a')));
  return links.length === 1 && textOf(links[0] as Element).length >= text.length * 0.8;
}

/** Nothing is left below the heading before the next one. */
function namesNothing(heading: Element): boolean {
  let next = heading.next;
  while (next !== null && textOf(next) === '') next = next.next;
  return next === null || (isTag(next) && /^h[1-6]$/.test(next.name));
}
