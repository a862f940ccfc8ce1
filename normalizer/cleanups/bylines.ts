import type { AnyNode, Element } from 'domhandler';
import { groupsIn, says } from '../boilerplate.ts';
import { defineCleanup, type Workbench } from '../cleanup.ts';
import { cutParts, textNodes } from '../cut-parts.ts';
import { isEventFact, printedLines } from '../event-facts.ts';
import { isMarked } from '../marks.ts';
import {
  bodyOf,
  type ContentGuard,
  guardContent,
  isBefore,
  nodesOf,
  outermost,
  type Piece,
  piecesOf,
  proseLength,
} from '../pieces.ts';
import { holdsTag } from '../tags.ts';
import { foldSpace } from '../text.ts';
import { findTitleHeading } from '../title-heading.ts';
import { findElements, lengthOf, parentOf, textOf } from '../tree.ts';

const LONGEST = 160;
const DATE_LABEL = /^(?:publisert|sist (?:oppdatert|endret|endra)|oppdatert|lagt ut|endret|endra|dato)\b/iu;

/** Who wrote a page: names of persons never leave the pipeline as part of the text. */
export default defineCleanup({
  purpose: 'bylines',
  clean(bench) {
    const root = bench.root;
    const body = bodyOf(root);
    if (body === undefined) return;
    const holdsContent = guardContent(root);
    const named = findElements(body, (e) => isNamed(e) && lengthOf(e) <= LONGEST && !holdsContent(e) && !holdsDate(e));
    bench.remove(outermost(named), 'a byline by its name');
    const title = findTitleHeading(root, bench.head);
    if (bench.maySay('author')) removeAuthors(bench, body, holdsContent);
    const pieces = piecesOf(body);
    const opening = new Set(openingOf(pieces, title));
    const besideDate = besideDates(pieces, title);
    for (const piece of pieces) {
      if (!besideDate.has(piece) && !groupsIn(piece.text).includes('byline')) continue;
      const isOpening = opening.has(piece);
      const words = wordsBesideDate(piece, isOpening);
      if (isByline(words.text, piece, isOpening) || besideDate.has(piece))
        takeOut(bench, piece, words.nodes, holdsContent);
      else if (isOpening && piece.text.length <= LONGEST) cutByline(bench, piece);
    }
  },
});

const LONGEST_PORTRAIT = 400;

/** "Om forfatteren" and what its box tells of them. */
function removeAuthors(bench: Workbench, body: Element, holdsContent: ContentGuard): void {
  for (const piece of piecesOf(body)) {
    if (!piece.alone || piece.box.parent === null || !says('author', piece.text)) continue;
    const box = parentOf(piece.box);
    const isOwn = box !== undefined && !holdsContent(box) && lengthOf(box) <= LONGEST_PORTRAIT;
    if (isOwn && piecesOf(box)[0]?.box === piece.box) bench.remove([box], 'a box about who wrote the page');
  }
}

/** "Opprettet 14.11.2023 - Skrevet av sekretariatet": the date stays for those who read it. */
function cutByline(bench: Workbench, piece: Piece): void {
  if (!/\d/.test(piece.text)) return;
  const parts = textNodes(piece.nodes).flatMap((node) =>
    cutParts(node, (part) => says('byline', part) && !/\d/.test(part) && part.split(' ').length <= 8),
  );
  bench.remove(parts, 'a byline');
}

function takeOut(bench: Workbench, piece: Piece, nodes: AnyNode[], holdsContent: ContentGuard): void {
  const whole = nodes.length === piece.nodes.length ? nodesOf(piece, holdsContent) : nodes;
  bench.remove(whole, 'a byline');
}

/** The pieces between the title and the first paragraph of the text. */
function openingOf(pieces: readonly Piece[], title: Element | undefined): Piece[] {
  const after = title === undefined ? [] : pieces.filter((piece) => isBefore(title, piece.box));
  const text = after.findIndex((piece) => piece.text.length > 200);
  return after.slice(0, Math.min(text < 0 ? 6 : text + 1, 6));
}

/** A piece without the date that stands in the same line. */
function wordsBesideDate(piece: Piece, isOpening: boolean): { nodes: AnyNode[]; text: string } {
  if (piece.text.length > LONGEST) return piece;
  const nodes = piece.nodes.filter((node) => !/\d/.test(textOf(node)));
  return nodes.length > 0 && (isOpening || /^[^\p{L}]*\d/u.test(piece.text))
    ? { nodes, text: foldSpace(nodes.map(textOf).join(' ')) }
    : piece;
}

function isNamed(element: Element): boolean {
  const { rel, itemprop } = element.attribs;
  if (rel?.split(/\s+/).includes('author') || itemprop?.trim() === 'author') return true;
  return (
    isMarked('byline', element) &&
    !/^(?:figure|figcaption|article|main|li)$/.test(element.name) &&
    !holdsTag(element, 'h1')
  );
}

function holdsDate(element: Element): boolean {
  return holdsTag(element, 'time') || /\d{4}/.test(textOf(element));
}

/** "Av Kari Nordmann, kommunikasjonsrådgiver", "Tekst: …", "Sendt inn av …". A sentence may begin with "Av" too: not above the text. */
function isByline(text: string, piece: Piece, isOpening: boolean): boolean {
  const { name } = piece.box;
  if (text.length > 100 || /^(?:h[1-6]|td|th|figcaption|summary)$/.test(name) || /[.!?]$/.test(text)) return false;
  if ((!isOpening && /^(?:li|dt|dd)$/.test(name)) || !says('byline', text)) return false;
  if (printedLines(piece.nodes).some(isEventFact)) return false;
  if (/^(?:av|by)(?!\p{L})/iu.test(text)) return isOpening && !/\d/.test(text) && text.split(' ').length <= 8;
  return /^[^:]{2,25}:/.test(text) ? !/\d/.test(text) : isOpening;
}

/** A few words (a department, a person) that share one small box with the date of publication. */
function besideDates(pieces: readonly Piece[], title: Element | undefined): Set<Piece> {
  if (title === undefined) return new Set();
  const dated = new Set<Element>();
  for (const piece of pieces) {
    const box = parentOf(piece.box);
    if (box !== undefined && DATE_LABEL.test(piece.text) && /\d/.test(piece.text)) dated.add(box);
  }
  return new Set(
    pieces.filter((piece) => {
      const box = parentOf(piece.box);
      return box !== undefined && dated.has(box) && isFewWords(piece, box, title);
    }),
  );
}

function isFewWords(piece: Piece, box: Element, title: Element): boolean {
  if (piece.text.length > 60 || !isBefore(title, piece.box) || isEventFact(piece.text)) return false;
  if (/^(?:h[1-6]|td|th|li|dt|dd|summary|figcaption)$/.test(piece.box.name) || /[.!?:]$|\d/.test(piece.text))
    return false;
  return lengthOf(box) <= LONGEST && proseLength(box) > 0;
}
