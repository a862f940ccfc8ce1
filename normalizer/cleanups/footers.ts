import type { Document, Element } from 'domhandler';
import { isMarked, says } from '../boilerplate.ts';
import { defineCleanup } from '../cleanup.ts';
import { documentLinks } from '../document-link.ts';
import {
  bodyOf,
  type ContentGuard,
  guardContent,
  isInMain,
  outermost,
  type Piece,
  piecesOf,
  proseLength,
} from '../pieces.ts';
import { ancestors, attribute, findElement, findElements, parentOf, textOf } from '../tree.ts';

const LONGEST = 1200;
const PHONE = /(?:tlf|telefon|sentralbord|tel)\.?:?\s{0,3}(?:\+47\s?)?\d/i;
const POST = /\b(?:postboks|pb\.?|boks) \d|\b\d{4} \p{Lu}\p{Ll}+/u;
const MAIL = /@[\w.-]+\.\w{2,}|\be-?post:?/i;

/** The site's foot: addresses, telephone numbers, statements, copyright. */
export default defineCleanup({
  purpose: 'footers and contact blocks of the site',
  clean(bench) {
    const root = bench.$.root()[0] as Document;
    const body = bodyOf(root);
    if (body === undefined) return;
    const holdsContent = guardContent(root);
    const landmarks = findElements(body, (e) => isLandmark(e) && !holdsContent(e) && documentLinks(e).length === 0);
    bench.remove(bench.$(outermost(landmarks)), 'the site’s foot by its landmark');
    const marked = findElements(
      body,
      (e) => isMarked('footer', e) && !holdsContent(e) && !hasTitle(e) && isFootLike(e),
    );
    bench.remove(bench.$(outermost(marked)), 'the site’s foot by its name');
    bench.remove(
      bench.$(outermost(contactBlocks(body, holdsContent))),
      'a block of addresses and statements at the end',
    );
  },
});

function isLandmark(element: Element): boolean {
  if (attribute(element, 'role').toLowerCase() === 'contentinfo') return true;
  return element.name === 'footer' && (!isInMain(element) || textOf(element).length <= 300);
}

function hasTitle(element: Element): boolean {
  return findElement(element, (e) => e.name === 'h1') !== undefined;
}

function isFootLike(element: Element): boolean {
  return (
    !/^(?:p|h[1-6]|td|li)$/.test(element.name) &&
    textOf(element).length <= LONGEST * 2 &&
    documentLinks(element).length === 0
  );
}

/** Boxes after most of the text that hold two kinds of contact details, or say what only a foot says. */
function contactBlocks(body: Element, holdsContent: ContentGuard): Element[] {
  const pieces = piecesOf(body);
  const late = pieces.slice(Math.floor(pieces.length / 2));
  const found: Element[] = [];
  for (const piece of late) {
    if (piece.text.length > 500 || !(says('footer', piece.text) || kinds(piece.text) >= 2)) continue;
    const box = footBox(piece, holdsContent);
    if (box !== undefined) found.push(box);
  }
  const boxes = [...new Set(late.flatMap((piece) => [...ancestors(piece.box)]))];
  for (const box of boxes) if (isContactBox(box, holdsContent)) found.push(box);
  return found;
}

/** A box whose lines together give two kinds of contact details and little else. */
function isContactBox(box: Element, holdsContent: ContentGuard): boolean {
  const length = textOf(box).length;
  if (
    length > 400 ||
    length === 0 ||
    holdsContent(box) ||
    hasTitle(box) ||
    !/^(?:div|section|aside|address)$/.test(box.name)
  )
    return false;
  return kinds(textOf(box)) >= 2 && documentLinks(box).length === 0;
}

function footBox(piece: Piece, holdsContent: ContentGuard): Element | undefined {
  let box: Element | undefined;
  for (
    let at: Element | undefined = piece.box;
    at !== undefined && !holdsContent(at) && !hasTitle(at);
    at = parentOf(at)
  ) {
    if (
      proseLength(at) > LONGEST ||
      documentLinks(at).length > 0 ||
      findElement(at, (e) => e.name === 'h2') !== undefined
    )
      break;
    if (!/^(?:p|li|td|tr)$/.test(at.name) || says('footer', textOf(at))) box = at;
  }
  return box !== undefined && (says('footer', textOf(box).slice(0, 600)) || kinds(textOf(box)) >= 2) ? box : undefined;
}

function kinds(text: string): number {
  return [PHONE, POST, MAIL].filter((pattern) => pattern.test(text.slice(0, 2000))).length;
}
