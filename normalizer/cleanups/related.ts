import { type AnyNode, type Element, isTag } from 'domhandler';
import { says } from '../boilerplate.ts';
import { defineCleanup, type Workbench } from '../cleanup.ts';
import { documentFormat, documentLinks } from '../document-link.ts';
import { findMarked } from '../marks.ts';
import {
  bodyOf,
  type ContentGuard,
  guardContent,
  linkDensity,
  outermost,
  type Piece,
  piecesOf,
  proseLength,
} from '../pieces.ts';
import { firstByTag, holdsTag, linksIn } from '../tags.ts';
import { cardRows } from '../teaser-cards.ts';
import { findTitleHeading } from '../title-heading.ts';
import { attribute, lengthOf, parentOf, textOf } from '../tree.ts';

const MOST_LINES = 30;
/** The most characters of a teaser's line below its link. */
const MOST_BELOW = 120;
/** Under a headline that texts have too, so much must be links. */
const HALF_LINKED = 0.5;
/** Lists and teasers of other articles, before or after this one's text. */
export default defineCleanup({
  purpose: 'teasers and lists of other articles',
  clean(bench) {
    const root = bench.root;
    const body = bodyOf(root);
    if (body === undefined) return;
    const guarded = guardContent(root);
    const most = lengthOf(body) * 0.6;
    // A page that is nothing but teasers is a list: that is judged later, on what it holds.
    const holdsContent = (e: Element) => guarded(e) || lengthOf(e) > most;
    const title = findTitleHeading(root, bench.head);
    const maySay = bench.maySay('related') || bench.maySay('shelf');
    for (const piece of maySay ? piecesOf(body) : []) {
      if (piece.box.parent !== null && piece.alone && isHeadline(piece, title) && leadsElsewhere(piece.text))
        removeBelow(bench, piece, holdsContent);
    }
    const marked = findMarked(body, 'related').filter((e) => isTeasers(e) && !holdsContent(e));
    bench.remove(outermost(marked), 'a list of other articles by its name and its links');
    bench.remove(outermost(cardRows(body, title, holdsContent)), 'a row of cards that lead to other articles');
    if (bench.maySay('pointer')) removeSeeAlso(bench, body);
    if (maySay) removeLinkLines(bench, body);
  },
});

function leadsElsewhere(text: string): boolean {
  return says('related', text) || says('shelf', text);
}

/** A heading, or a short line that stands as one, that is not the page's own title. */
function isHeadline(piece: Piece, title: Element | undefined): boolean {
  if (piece.text.length > 80 || piece.box === title || piece.box.name === 'h1') return false;
  return /^(?:h[2-6]|p|div|span|strong|b|summary|header)$/.test(piece.box.name) || piece.box.name.includes('-');
}

/** Takes a headline and what it names: its whole box, or what follows until another heading or running text. */
function removeBelow(bench: Workbench, piece: Piece, holdsContent: ContentGuard): void {
  const reason = `other articles under “${piece.text.slice(0, 60)}”`;
  // "Saker" above the cases of a meeting leads nowhere, nor does "Sist oppdatert" above a day.
  const isShelf = says('shelf', piece.text);
  const isClear = !isShelf && piece.text.split(' ').length > 2;
  let box: Element | undefined;
  for (
    let at = parentOf(piece.box);
    at !== undefined && !holdsContent(at) && isOpenedBy(at, piece);
    at = parentOf(at)
  ) {
    if (isShelf && linkDensity(at) < HALF_LINKED) continue;
    if (isTeasers(at) && (isClear || linksIn(at).length > 0)) box = at;
  }
  if (box !== undefined) {
    bench.remove([box], reason);
    return;
  }
  const line = followers(piece.box, isShelf ? HALF_LINKED : 0);
  const leads = line.some((node) => isTag(node) && (isClear || node.name === 'a' || linksIn(node).length > 0));
  if (leads) bench.remove([piece.box, ...line], reason);
}

/** The headline comes first in the box: all of the box is below it. */
function isOpenedBy(box: Element, piece: Piece): boolean {
  const first = piecesOf(box).find((other) => other.text.length > 2);
  const title = firstByTag(box, 'h1');
  return title === undefined && first !== undefined && first.box === piece.box;
}

function followers(heading: Element, fewest: number): AnyNode[] {
  const level = /^h([2-6])$/.exec(heading.name)?.[1] ?? '7';
  const line: AnyNode[] = [];
  for (let node = heading.next; node !== null; node = node.next) {
    if (isTag(node)) {
      const next = /^h([1-6])$/.exec(node.name)?.[1];
      if ((next !== undefined && next <= level) || !isTeasers(node) || linkDensity(node) < fewest) break;
    }
    line.push(node);
  }
  return line;
}

/** Links to pages with short words round them; documents or running text make it content. */
function isTeasers(element: Element): boolean {
  const links = element.name === 'a' ? [element] : linksIn(element);
  if (links.length === 0) return lengthOf(element) <= 60 && !holdsTag(element, 'table');
  if (documentLinks(element).length * 2 >= links.length) return false;
  const prose = proseLength(element);
  return linkDensity(element) >= 0.3 || prose / links.length <= 260;
}

/** Single lines inside a text that point to another article: "Les også: …". */
function removeSeeAlso(bench: Workbench, body: Element): void {
  for (const piece of piecesOf(body)) {
    if (piece.text.length > 220 || !says('pointer', piece.text)) continue;
    const links = linksOf(piece);
    if (links.length === 0) continue;
    if (links.some((link) => documentLinks(link.parent as Element).length > 0)) continue;
    bench.remove(piece.nodes, 'a pointer to another article');
  }
}

function linksOf(piece: Piece): Element[] {
  return piece.nodes.filter(isTag).flatMap((e) => (e.name === 'a' ? [e] : linksIn(e)));
}

/** "Flere saker:" and in the lines below it, in the same box, nothing but links to pages. */
function removeLinkLines(bench: Workbench, body: Element): void {
  const pieces = piecesOf(body);
  for (const [at, piece] of pieces.entries()) {
    if (piece.box.parent === null || piece.text.length > 80 || piece.alone || !leadsElsewhere(piece.text)) continue;
    if (/^h1$|^t[dh]$/.test(piece.box.name)) continue;
    const below = pieces.slice(at + 1, at + 1 + MOST_LINES);
    const last = below.findIndex((line) => line.box !== piece.box);
    const rest = below.slice(0, last < 0 ? below.length : last);
    const end = rest.findIndex((line) => !isLinkLine(line));
    const lines = areTeasers(rest) ? rest : rest.slice(0, end < 0 ? rest.length : end);
    if (lines.length > 0)
      bench.remove(
        [piece, ...lines].flatMap((line) => line.nodes),
        `other articles under “${piece.text.slice(0, 60)}”`,
      );
  }
}

/** Two links or more, each with at most one short line below it, to the end of the box. */
function areTeasers(lines: readonly Piece[]): boolean {
  const linked = lines.map(isLinkLine);
  return (
    linked.filter(Boolean).length >= 2 &&
    lines.every((line, at) => linked[at] === true || (linked[at - 1] === true && line.text.length <= MOST_BELOW))
  );
}

function isLinkLine(piece: Piece): boolean {
  const links = linksOf(piece);
  const linked = links.reduce((sum, link) => sum + textOf(link).length, 0);
  return linked >= piece.text.length * 0.7 && !links.some(isDocumentLink);
}

function isDocumentLink(link: Element): boolean {
  return documentFormat(attribute(link, 'href'), textOf(link)) !== undefined;
}
