import { type Element, isTag } from 'domhandler';
import { groupsIn, holdsPhrase, says } from '../boilerplate.ts';
import { defineCleanup, type Workbench } from '../cleanup.ts';
import { cutParts, textNodes } from '../cut-parts.ts';
import { documentLinks } from '../document-link.ts';
import { findMarked } from '../marks.ts';
import {
  bodyOf,
  type ContentGuard,
  guardContent,
  linkDensity,
  nodesOf,
  outermost,
  type Piece,
  piecesOf,
} from '../pieces.ts';
import { byTag, holdsTag, linksIn } from '../tags.ts';
import { findTitleHeading } from '../title-heading.ts';
import { attribute, elementsOf, nextElement, textOf } from '../tree.ts';

const LONGEST = 120;
/** "#eldre #legevakt" */
const HASHES = /^(?:#[\p{L}\p{N}_-]{2,40}[\s,]{0,3}){2,12}$/u;
/** "Kurs (8)" */
const COUNTED = /^.{2,40}\(\d{1,4}\)$/u;
const REASON = 'what the site counts or files of the page';

/** Reading time, hits, numbers of comments and categories. */
export default defineCleanup({
  purpose: 'reading time, hits, comments and categories',
  clean(bench) {
    const root = bench.root;
    const body = bodyOf(root);
    if (body === undefined) return;
    const holdsContent = guardContent(root);
    const filed = findMarked(body, 'taxonomy').filter((e) => isOnlyLinks(e) && !holdsContent(e));
    bench.remove(outermost(filed), 'what the page is filed under');
    if (bench.maySay('own-title') || bench.maySay('own-text')) removeFieldNames(bench, body);
    if (bench.maySay('counted'))
      for (const piece of piecesOf(body)) if (isCountedList(piece)) removeCounted(bench, piece, holdsContent);
    for (const piece of piecesOf(body)) if (mayBeFact(piece)) removeFacts(bench, piece, holdsContent);
  },
});

function mayBeFact({ text, box }: Piece): boolean {
  if (text.length > LONGEST || /^(?:h[1-6]|td|th)$/.test(box.name)) return false;
  if (text.startsWith('#') || holdsPhrase('page-facts', text) || holdsPhrase('hint', text)) return true;
  // What stands between such words may be links, which are passed over.
  return groupsIn(text).includes('filed');
}

function removeFacts(bench: Workbench, piece: Piece, holdsContent: ContentGuard): void {
  if (isDated(piece)) return;
  if (isFiled(piece) || isFiledLinks(piece) || HASHES.test(piece.text) || says('hint', piece.text)) {
    bench.remove(nodesOf(piece, holdsContent), REASON);
    return;
  }
  const words = findWords(piece);
  bench.remove(words.length > 0 && isRest(piece, words) ? piece.nodes : words, REASON);
  const parts = textNodes(piece.nodes).flatMap((node) => cutParts(node, (part) => says('page-facts', part)));
  bench.remove(parts, REASON);
}

const FIELD = /^(?:h[2-6]|dt|div|span|strong|b|p|label)$/;

/** A page shown as the fields of its record: the title under "Tittel" once more, "Brødtekst" above the text. When it expires tells of its year. */
function removeFieldNames(bench: Workbench, body: Element): void {
  const title = findTitleHeading(bench.root, bench.head);
  const pieces = piecesOf(body);
  for (const [at, { text, box, alone }] of pieces.entries()) {
    const value = pieces[at + 1];
    if (!alone || !FIELD.test(box.name) || box === title || value === undefined) continue;
    const isTitle = says('own-title', text) && title !== undefined && value.text === textOf(title);
    if (isTitle) bench.remove([box, ...value.nodes], REASON);
    else if (says('own-text', text)) bench.remove([box], REASON);
  }
}

/** A machine-readable time beside relative words ("two hours ago") is the page's date: it is the date lines' to take. */
function isDated(piece: Piece): boolean {
  return piece.nodes.some((node) => isTag(node) && (isTime(node) || byTag(node, 'time').some(isTime)));
}

function isTime(element: Element): boolean {
  return element.name === 'time' && attribute(element, 'datetime') !== '';
}

/** Nothing but a few short links to lists. */
function isOnlyLinks(element: Element): boolean {
  if (/^(?:a|h[1-6]|td|th|main|article)$/.test(element.name) || documentLinks(element).length > 0) return false;
  const links = linksIn(element).map(textOf);
  return links.length > 0 && links.every((text) => text.length <= 40) && linkDensity(element) >= 0.85;
}

/** Elements inside a line that say nothing else: `<span>20. mai</span><span>3 min</span>`. */
function findWords(piece: Piece): Element[] {
  return piece.nodes.filter(isTag).filter((e) => e.name !== 'a' && says('page-facts', textOf(e)));
}

/** Nothing but signs and a length of time stands beside such words: "02:31". */
function isRest({ nodes }: Piece, words: Element[]): boolean {
  const rest = nodes
    .filter((node) => !words.some((word) => word === node))
    .map(textOf)
    .join(' ')
    .trim();
  return rest !== '' && /^(?:[^\p{L}\p{N}]*\d{1,2}:\d{2})?[^\p{L}\p{N}]*$/u.test(rest);
}

/** "Kategori: Avtaler" names one; a sentence that begins so has an end. */
function isFiled(piece: Piece): boolean {
  return says('page-facts', piece.text) && !/[.!?]$/.test(piece.text) && !leadsToDocuments(piece);
}

/** "Lagt i: Eldre, Rus": such a word and nothing but links to lists behind it. */
function isFiledLinks(piece: Piece): boolean {
  const links = piece.nodes.filter(isTag).flatMap((e) => (e.name === 'a' ? [e] : byTag(e, 'a')));
  if (links.length === 0 || links.some((link) => textOf(link).length > 40) || leadsToDocuments(piece)) return false;
  const label = links.reduce((text, link) => text.replace(textOf(link), ' '), piece.text);
  return /:/.test(label) && says('filed', label.replace(/[,;|·•/]|(?<!\p{L})og(?!\p{L})/gu, ' '));
}

/** "Arkiv", "Kategoriar" as a heading. */
function isCountedList(piece: Piece): boolean {
  return /^(?:h[2-6]|p|div|strong|b)$/.test(piece.box.name) && piece.alone && says('counted', piece.text);
}

/** Takes the heading with the list below it, when every line of that ends in a number. */
function removeCounted(bench: Workbench, piece: Piece, holdsContent: ContentGuard): void {
  const list = nextElement(piece.box);
  if (list === undefined || (list.name !== 'ul' && list.name !== 'ol')) return;
  const lines = elementsOf(list).map(textOf);
  if (lines.length === 0 || !lines.every((line) => COUNTED.test(line)) || holdsContent(list)) return;
  bench.remove([piece.box, list], REASON);
}

function leadsToDocuments(piece: Piece): boolean {
  return piece.nodes.some(
    (node) =>
      'name' in node &&
      (documentLinks(node as Element).length > 0 || (!holdsTag(node, 'a') && documentLinks(piece.box).length > 0)),
  );
}
