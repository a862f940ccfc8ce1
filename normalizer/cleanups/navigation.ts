import { type Document, type Element, isTag } from 'domhandler';
import { says } from '../boilerplate.ts';
import { defineCleanup, type Workbench } from '../cleanup.ts';
import { documentLinks, leadsToDocument } from '../document-link.ts';
import { findMarked, isMarked } from '../marks.ts';
import {
  bodyOf,
  type ContentGuard,
  guardContent,
  isBefore,
  isInMain,
  linkDensity,
  linkedLength,
  nodesOf,
  outermost,
  type Piece,
  piecesOf,
} from '../pieces.ts';
import { byTag, holdsTag, linkHolders, linksIn, withRole } from '../tags.ts';
import { findTitleHeading } from '../title-heading.ts';
import { attribute, findElement, isWithin, lengthOf, textOf } from '../tree.ts';

const ROLES = new Set(['navigation', 'menu', 'menubar', 'tree', 'tablist', 'directory', 'toolbar']);

/** Menus, breadcrumbs, language pickers and lists of the page's own headings. */
export default defineCleanup({
  purpose: 'menus, breadcrumbs, language pickers, page numbers and tables of contents',
  clean(bench) {
    const root = bench.root;
    const holdsContent = guardContent(root);
    const take = (elements: Element[], reason: string) =>
      bench.remove(outermost(elements.filter((e) => !holdsContent(e) && !isOfDocuments(e))), reason);
    take(withRole(root, 'nav').filter(isLandmark), 'a menu by its landmark');
    take(withRole(root, 'header').filter(isPageHeader), 'the site’s header');
    take(findMarked(root, 'navigation', 'header').filter(isMarkedMenu), 'a menu by its name and its links');
    take(linkGroups(bench, root), 'a group of short links above the content');
    take(linkHolders(root, 2).filter(isOwnContents), 'a list of the page’s own headings');
    take(linkHolders(root, 2).filter(isPageNumbers), 'page numbers');
    take(linkHolders(root, 2).filter(isNeighbours), 'ways to the articles before and after');
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
  return named && !isInMain(element) && !holdsTag(element, 'h1');
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
  const length = lengthOf(element);
  return length > 0 && (linkDensity(element) >= 0.6 || (length <= 60 && !isInMain(element)));
}

/** The row that names a table's columns is a header of the table's, not of the page's. */
function isHeaderRow(element: Element): boolean {
  return (element.name === 'tr' || element.name === 'thead') && holdsTag(element, 'th');
}

const GROUPS = new Set('ul ol div p td tr span section aside center dl'.split(' '));

/** Where nothing is marked: three or more short links and hardly a word besides, before the title. */
function linkGroups(bench: Workbench, root: Document): Element[] {
  const title = findTitleHeading(root, bench.head) ?? firstProse(root);
  if (title === undefined) return [];
  return linkHolders(root, 3).filter(
    (element) =>
      (GROUPS.has(element.name) || element.name.includes('-')) &&
      !isWithin(title, element) &&
      isBefore(element, title) &&
      isLinkGroup(element),
  );
}

function firstProse(root: Document): Element | undefined {
  const body = bodyOf(root);
  return body === undefined
    ? undefined
    : piecesOf(body).find((piece) => piece.text.length >= 80 && linkDensity(piece.box) < 0.5)?.box;
}

function isLinkGroup(element: Element): boolean {
  const links = linksIn(element);
  return links.length >= 3 && linkDensity(element) >= 0.75 && linkedLength(element) / links.length <= 40;
}

function isOwnContents(element: Element): boolean {
  if (element.name !== 'ul' && element.name !== 'ol' && element.name !== 'div') return false;
  const links = linksIn(element);
  return (
    links.length >= 2 &&
    links.every((link) => link.attribs['data-fragment'] !== undefined) &&
    (linkDensity(element) >= 0.8 || says('contents', wordsBeside(element, links)))
  );
}

function wordsBeside(element: Element, links: readonly Element[]): string {
  return links.reduce((text, link) => text.replace(textOf(link), ' '), textOf(element)).trim();
}

function isPageNumbers(element: Element): boolean {
  const links = linksIn(element);
  return (
    links.length >= 2 &&
    !/^h[1-6]$/.test(element.name) &&
    lengthOf(element) <= 120 &&
    links.every((link) => STEP.test(textOf(link)))
  );
}

const STEP =
  /^(?:\d{1,3}|[«»‹›<>…]{1,3}|neste|forrige|førre|siste|første|fyrste|next|previous)(?: side)?(?: [«»‹›<>→←])?$/i;

const STEP_BACK = /^[^\p{L}\d]{0,3}(?:forrige|førre|eldre|previous|older)(?!\p{L})/iu;
const STEP_ON = /^[^\p{L}\d]{0,3}(?:neste|nyere|nyare|next|newer)(?!\p{L})/iu;

/** One link back and one on to the articles before and after, with their titles. */
function isNeighbours(element: Element): boolean {
  const links = linksIn(element);
  if (links.length !== 2 || linkDensity(element) < 0.8 || lengthOf(element) > 400) return false;
  const rels = links.map((link) => attribute(link, 'rel'));
  if (rels.includes('prev') && rels.includes('next')) return true;
  const texts = links.map(textOf);
  return texts.some((text) => STEP_BACK.test(text)) && texts.some((text) => STEP_ON.test(text));
}

/** Lists of documents are content whatever they are called. */
function isOfDocuments(element: Element): boolean {
  const documents = documentLinks(element).length;
  return documents > 0 && documents * 2 >= linksIn(element).length;
}

const MENUS = ['menu', 'contents', 'breadcrumb', 'more'];

/** Single words of menus that stand alone: "Meny", "Du er her: …", "Tilbake". */
function removeWords(bench: Workbench, root: Document, holdsContent: ContentGuard): void {
  const body = bodyOf(root);
  if (body === undefined || !MENUS.some((group) => bench.maySay(group))) return;
  // From the end: a menu's words go before the heading above them is judged.
  for (const piece of [...piecesOf(body)].reverse()) {
    const isHeading = /^h[2-6]$/.test(piece.box.name) && (says('contents', piece.text) || says('menu', piece.text));
    if (isHeading && namesNothing(piece.box))
      bench.remove(nodesOf(piece, holdsContent), 'the heading of a menu or of a list of the page’s own headings');
    if (piece.text.length > 150 || /^h[1-6]$|^td$|^th$|^summary$/.test(piece.box.name)) continue;
    const isWords =
      says('menu', piece.text) ||
      isRowOfMenu(piece) ||
      says('contents', piece.text) ||
      says('breadcrumb', piece.text) ||
      (says('more', piece.text) && isLinked(piece));
    if (isWords && !leadsToDocument(piece.nodes)) bench.remove(nodesOf(piece, holdsContent), 'words of a menu');
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

/** "Les sida på samisk · Vis på bokmål": links side by side, each a menu's. */
function isRowOfMenu({ nodes }: Piece): boolean {
  const labels = nodes.filter((node) => /[\p{L}\p{N}]/u.test(textOf(node)));
  return labels.length > 1 && labels.every((node) => isTag(node) && node.name === 'a' && says('menu', textOf(node)));
}
