import type { Document, Element } from 'domhandler';
import { isMarked, says } from '../boilerplate.ts';
import { defineCleanup } from '../cleanup.ts';
import { bodyOf, guardContent, isBefore, outermost, type Piece, piecesOf, proseLength, widen } from '../pieces.ts';
import { findTitleHeading } from '../title-heading.ts';
import { attribute, findElement, findElements, parentOf, textOf } from '../tree.ts';

const LONGEST = 160;
const DATE_LABEL = /^(?:publisert|sist (?:oppdatert|endret|endra)|oppdatert|lagt ut|endret|endra|dato)\b/iu;

/** Who wrote a page: names of persons never leave the pipeline as part of the text. */
export default defineCleanup({
  purpose: 'bylines',
  clean(bench) {
    const root = bench.$.root()[0] as Document;
    const body = bodyOf(root);
    if (body === undefined) return;
    const holdsContent = guardContent(root);
    const named = findElements(
      body,
      (e) => isNamed(e) && textOf(e).length <= LONGEST && !holdsContent(e) && !holdsDate(e),
    );
    bench.remove(bench.$(outermost(named)), 'a byline by its name');
    const title = findTitleHeading(root, bench.head);
    for (const piece of piecesOf(body)) {
      if (isByline(piece) || isBesideDate(piece, title)) {
        const box = widen(piece.box) as Element;
        bench.remove(holdsContent(box) || box.name === 'td' ? bench.$(piece.nodes) : bench.$(box), 'a byline');
      }
    }
  },
});

function isNamed(element: Element): boolean {
  if (attribute(element, 'rel').split(/\s+/).includes('author') || attribute(element, 'itemprop') === 'author')
    return true;
  return (
    isMarked('byline', element) &&
    !/^(?:figure|figcaption|article|main|li)$/.test(element.name) &&
    findElement(element, (e) => e.name === 'h1') === undefined
  );
}

function holdsDate(element: Element): boolean {
  return findElement(element, (e) => e.name === 'time') !== undefined || /\d{4}/.test(textOf(element));
}

/** "Av Kari Nordmann, kommunikasjonsrådgiver", "Tekst: …". */
function isByline(piece: Piece): boolean {
  if (
    piece.text.length > 100 ||
    /^(?:h[1-6]|td|th|li|dt|dd|figcaption|summary)$/.test(piece.box.name) ||
    /[.!?]$/.test(piece.text)
  )
    return false;
  if (/\d/.test(piece.text) || !says('byline', piece.text)) return false;
  return /^(?:av|by)\b/i.test(piece.text)
    ? isNameLike(piece.text)
    : /^[^:]{2,25}:|^(?:skrevet|skrive|skriven|publisert|lagt ut|posted|written) (?:av|by)\b/i.test(piece.text);
}

function isNameLike(text: string): boolean {
  return /^(?:av|by):?(?: \p{Lu}[\p{L}.-]+){1,4}(?:,.{0,60})?$/iu.test(text) && /\p{Lu}/u.test(text.slice(3));
}

/** A few words (a department, a person) in one small box with the date of publication. */
function isBesideDate(piece: Piece, title: Element | undefined): boolean {
  const box = parentOf(piece.box);
  if (title === undefined || box === undefined || piece.text.length > 60 || !isBefore(title, piece.box)) return false;
  if (/^(?:h[1-6]|td|th|li|dt|dd|summary|figcaption)$/.test(piece.box.name) || /[.!?:]$|\d/.test(piece.text))
    return false;
  if (textOf(box).length > LONGEST || proseLength(box) === 0) return false;
  return piecesOf(box).some((other) => other.box !== piece.box && DATE_LABEL.test(other.text) && /\d/.test(other.text));
}
