/** What a site sets round its texts in the same words on page after page, whatever its systems and its names for it are. */
import { type AnyNode, type Document, type Element, isTag, isText } from 'domhandler';
import { readBlocks } from './blocks.ts';
import { says } from './boilerplate.ts';
import { documentLinks } from './document-link.ts';
import { isFrontPage } from './front-page.ts';
import { lineKey } from './furniture-lines.ts';
import { GATHERING, namesGathering } from './gathering-words.ts';
import type { Page } from './page.ts';
import { isBefore, linkDensity, type Piece, piecesOf } from './pieces.ts';
import { holdsTag } from './tags.ts';
import { findTitleHeading } from './title-heading.ts';
import { ancestors, childrenOf, detach, elementsOf, findElements, isWithin, textOf } from './tree.ts';

/** Lines that stand on several pages of a source; see furniture-lines.ts. */
export type Furniture = ReadonlySet<string>;

/** Running text may be a paragraph that stands everywhere and tells something all the same. */
const LONGEST_LINE = 160;
const LONGEST_BOX = 600;
const LONGEST_FOOT = 1500;
/** A page that hardly says anything may be a list, whose teasers stand on other pages too: there only what has few links goes. */
const FEW_LINKS = 0.5;
/** A sentence of so many words may tell something. */
const FACT_WORDS = 8;
/** What such a sentence says when it speaks to the reader or of the site. */
const OF_SITE = ['reader', 'foot', 'footer', 'newsletter'];
/** Below this a page is hardly more than a list. */
const LEAST_PROSE = 140;
const SHORTEST_PROSE = 40;
/** A sentence, or a line with the verb of one. */
const IS_TOLD = /[.!]$|(?<!\p{L})(?:er|har|skal|ble|blei|vart|vert|blir)(?!\p{L})/u;
const BOX = /^(?:div|section|aside|footer|header|form|center|ul|ol|address)$/;
/** Days belong to meetings: a plan of them may well stand on several pages. */
const DAY =
  /\b\d{1,2}\.\s{0,2}(?:\d{1,2}\.|(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)\p{L}{0,6})|\b20\d\d-\d\d/iu;

/**
 * Takes boxes below the title out of a cleaned page when all of their lines stand on other pages of the source too. What stands in one box
 * with a page's own words stays, and so do papers, days, tables and running text.
 */
export function removeFurniture(page: Page, furniture: Furniture): Page {
  if (furniture.size === 0 || !isWebPage(page)) return page;
  const title = titleOf(page);
  if (title === undefined) return page;
  const own = lastOwn(page, furniture);
  const says = !page.listing && ownProse(page, furniture) >= LEAST_PROSE;
  const hasFoot = says || isFrontPage(page.url) || (own !== undefined && isBefore(title, own));
  const around = sharedBox(title, own ?? title);
  const isFoot = (box: Element) =>
    hasFoot && !isWithin(box, around) && isFootOf(box, title, furniture) && (says || linkDensity(box) < FEW_LINKS);
  const boxes = boxesOf(page.content, (box) => isFoot(box) || (says && isFurniture(box, title, own, furniture)));
  if (boxes.length === 0) return page;
  const removed = boxes.map((box) => ({
    cleanup: 'furniture',
    reason: 'a box that stands on other pages of the source too',
    text: textOf(box).slice(0, 500),
  }));
  for (const box of boxes) detach(box);
  return { ...page, blocks: readBlocks(page.content), removed: [...page.removed, ...removed] };
}

function isWebPage({ format, $ }: Page): boolean {
  return format === 'html' && $.root()[0] !== undefined;
}

function titleOf(page: Page): Element | undefined {
  return findTitleHeading(page.$.root()[0] as Document, page.head);
}

/** Characters of the page's own running text. A list of teasers has next to none: what is on it stands on others too, and is what it says. */
function ownProse({ content }: Page, furniture: Furniture): number {
  return piecesOf(content).reduce((sum, { text, nodes, box }) => {
    const isProse = text.length >= SHORTEST_PROSE && !furniture.has(lineKey(text)) && !isLinked(nodes, box);
    return sum + (isProse ? text.length : 0);
  }, 0);
}

function isLinked(nodes: readonly AnyNode[], box: Element): boolean {
  const isLink = (element: Element) => element.name === 'a';
  if (isLink(box) || [...ancestors(box)].some(isLink)) return true;
  const all = nodes.reduce((sum, node) => sum + textOf(node).length, 0);
  const links = nodes.filter(isTag).flatMap((e) => (isLink(e) ? [e] : findElements(e, isLink)));
  return links.reduce((sum, link) => sum + textOf(link).length, 0) > all / 2;
}

/** The last line that is the page's own: what comes after it can be told with less. */
function lastOwn(page: Page, furniture: Furniture): Element | undefined {
  return piecesOf(page.content).findLast(({ text }) => !furniture.has(lineKey(text)))?.box;
}

/** The smallest element that holds both. */
function sharedBox(title: Element, own: Element): Element {
  for (const box of ancestors(title)) if (isWithin(own, box)) return box;
  return title;
}

/** A box below the title and outside of all that is the page's own, in which every line stands on other pages too. */
function isFootOf(box: Element, title: Element, furniture: Furniture): boolean {
  if (!isBefore(title, box) || !(BOX.test(box.name) || box.name === 'p' || box.name.includes('-'))) return false;
  const pieces = piecesOf(box);
  if (pieces.length === 0 || textOf(box).length > LONGEST_FOOT || tellsOfMeetings(box)) return false;
  if (tellsOfBodies(box, pieces)) return false;
  return pieces.every(({ text }) => furniture.has(lineKey(text)));
}

/** The outermost elements that `test` holds for; none is looked for inside one. */
function boxesOf(from: Element, test: (box: Element) => boolean): Element[] {
  return elementsOf(from).flatMap((child) => (test(child) ? [child] : holdsFacts(child) ? [] : boxesOf(child, test)));
}

function isFurniture(box: Element, title: Element, own: Element | undefined, furniture: Furniture): boolean {
  if (own === undefined || !isBefore(title, box)) return false;
  const isLast = isBefore(own, box);
  if (!BOX.test(box.name) && !(isLast && box.name === 'p' && linkDensity(box) >= 0.9)) return false;
  if (!(isLast && !/^[uo]l$/.test(box.name)) && !standsApart(box)) return false;
  const pieces = piecesOf(box);
  if (pieces.length === 0 || textOf(box).length > LONGEST_BOX) return false;
  if (!pieces.every(({ text }) => text.length <= LONGEST_LINE && furniture.has(lineKey(text)))) return false;
  // Among a page's own words a lone line may be a heading that all such pages have.
  if (!isLast && pieces.length < 2 && !holdsControls(box)) return false;
  if (tellsOfBodies(box, pieces)) return false;
  return !holdsFacts(box) && !pieces.some(({ text }) => tellsSomething(text)) && !isWithin(own, box);
}

/** A list between paragraphs is the text's; one in a box of its own, or beside boxes, is not. */
function standsApart(box: Element): boolean {
  const beside: readonly AnyNode[] = box.parent === null ? [] : childrenOf(box.parent).filter((node) => node !== box);
  if (beside.some((node) => isText(node) && node.data.trim() !== '')) return false;
  return !beside.some(
    (node) => isTag(node) && /^(?:p|h[2-6]|ul|ol|dl|table|blockquote)$/.test(node.name) && textOf(node) !== '',
  );
}

/** A sentence that neither speaks to the reader nor of the site: it may well be told on every page. */
function tellsSomething(text: string): boolean {
  return /[.!]$/.test(text) && text.split(' ').length >= FACT_WORDS && !OF_SITE.some((group) => says(group, text));
}

/** Who sits in a body or what it decided: true on every page that tells so, and no foot. */
function tellsOfBodies(box: Element, pieces: readonly Piece[]): boolean {
  return linkDensity(box) < FEW_LINKS && pieces.some(({ text }) => IS_TOLD.test(text) && namesGathering(text));
}

function holdsControls(box: Element): boolean {
  return holdsTag(box, 'a', 'button');
}

/** Days and gatherings, papers, tables. A day alone is a deadline or opening hours. */
function tellsOfMeetings(box: Element): boolean {
  const text = textOf(box);
  return (DAY.test(text) && GATHERING.test(text)) || documentLinks(box).length > 0 || isTabular(box);
}

/** A short box with days, papers or a table: none of its parts is looked at alone. */
function holdsFacts(box: Element): boolean {
  if (textOf(box).length > LONGEST_BOX) return false;
  return DAY.test(textOf(box)) || documentLinks(box).length > 0 || isTabular(box);
}

function isTabular(box: Element): boolean {
  return holdsTag(box, 'table', 'dl', 'details', 'figure');
}
