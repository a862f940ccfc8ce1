import { type Element, Text } from 'domhandler';
import { normalise, says } from '../boilerplate.ts';
import { splitCredit } from '../caption.ts';
import { defineCleanup, type Workbench } from '../cleanup.ts';
import { findMarked } from '../marks.ts';
import { bodyOf, type Piece, piecesOf } from '../pieces.ts';
import { byTag, firstByTag, holdsTag } from '../tags.ts';
import { ancestors, attribute, childrenOf, elementsOf, findElements, insertAt, parentOf } from '../tree.ts';

const LONGEST_CREDIT = 120;
const LONGEST_CAPTION = 300;

/**
 * Credits of pictures, and captions that say nothing of their own. A caption's words and credit are first noted on the picture
 * (`data-caption`, `data-credit`), because the rule for images reads them after this.
 */
export default defineCleanup({
  purpose: 'credits of pictures, and captions that only repeat the alternative text or a file name',
  clean(bench) {
    const root = bench.root;
    const body = bodyOf(root);
    if (body === undefined) return;
    for (const figure of figuresIn(body)) tidyFigure(bench, figure);
    for (const piece of piecesOf(body)) {
      if (isLooseCredit(piece)) moveCredit(bench, body, piece);
      else if (endsWithCredit(piece)) cutCredit(bench, piece);
    }
  },
});

function figuresIn(body: Element): Element[] {
  const figures = byTag(body, 'figure');
  const marked = findMarked(body, 'caption').filter(isMarkedCaption);
  return marked.length === 0 ? figures : findElements(body, (e) => figures.includes(e) || marked.includes(e));
}

/** A box with a picture and a caption that is not a `<figure>`. */
function isMarkedCaption(element: Element): boolean {
  return element.name === 'div' && holdsTag(element, 'img');
}

function tidyFigure(bench: Workbench, figure: Element): void {
  const image = firstByTag(figure, 'img');
  if (image === undefined) return;
  const pieces = piecesOf(figure).filter((piece) => piece.text !== '' && piece.text.length <= 600 && !isHeading(piece));
  const alt = normalise(attribute(image, 'alt'));
  for (const piece of pieces) {
    const { caption, credit } = splitCredit(piece.text);
    if (credit !== undefined) image.attribs['data-credit'] ??= credit;
    const says = normalise(caption);
    if (says !== '') image.attribs['data-caption'] = [image.attribs['data-caption'], caption].filter(Boolean).join(' ');
    if (says === '') bench.remove(piece.nodes, 'the credit of a picture');
    else if (says === alt || isFileName(caption) || isMachineMade(caption))
      bench.remove(piece.nodes, 'a caption that only repeats the picture');
    else if (credit !== undefined) replaceText(bench, piece, caption);
  }
}

/** Whoever writes for a machine gives a picture the words of the heading it stands below. */
function isHeading({ box }: Piece): boolean {
  return /^h[1-6]$/.test(box.name);
}

function isFileName(text: string): boolean {
  return /^[^\s]{1,80}(?: [^\s]{1,40}){0,6}\.(?:jpe?g|png|gif|webp|tiff?|heic)$/i.test(text);
}

function isMachineMade(text: string): boolean {
  return text.length <= 120 && says('machine-alt', text) && !/[.!?]$/.test(text);
}

function replaceText(bench: Workbench, piece: Piece, caption: string): void {
  const [first] = piece.nodes;
  if (first !== undefined) insertAt(piece.box, childrenOf(piece.box).indexOf(first), [new Text(caption)]);
  bench.remove(piece.nodes, 'the credit of a picture, its caption kept');
}

/** "Foto: Ola Nordmann" on a line of its own, outside any figure. */
function isLooseCredit(piece: Piece): boolean {
  if (piece.text.length > LONGEST_CREDIT || /^(?:h[1-6]|td|th|dt|dd)$/.test(piece.box.name)) return false;
  return /^[^:/]{2,30}[:/]/.test(piece.text) && says('credit', piece.text) && splitCredit(piece.text).caption === '';
}

/** "Utvalget samlet. (Foto: sekretariatet)" in a box that isn't marked as a caption. */
function endsWithCredit(piece: Piece): boolean {
  if (piece.text.length > LONGEST_CAPTION || /^(?:h[1-6]|td|th|dt|dd)$/.test(piece.box.name)) return false;
  const { caption, credit } = splitCredit(piece.text);
  return credit !== undefined && credit.length <= 60 && caption.length >= 3 && !/\d/.test(credit);
}

function cutCredit(bench: Workbench, piece: Piece): void {
  const { caption, credit = '' } = splitCredit(piece.text);
  const image = [piece.box, ...ancestors(piece.box)]
    .slice(0, 3)
    .map((box) => byTag(box, 'img'))
    .find((found) => found.length > 0);
  const [only] = image ?? [];
  if (only !== undefined && image?.length === 1) {
    only.attribs['data-credit'] ??= credit;
    only.attribs['data-caption'] ??= caption;
  }
  replaceText(bench, piece, caption);
}

function moveCredit(bench: Workbench, body: Element, piece: Piece): void {
  const credit = splitCredit(piece.text).credit;
  const image = [piece.box, ...ancestors(piece.box)]
    .map((box) => firstByTag(box, 'img'))
    .find((found) => found !== undefined);
  if (image !== undefined && credit !== undefined && parentOf(image) !== body) image.attribs['data-credit'] ??= credit;
  bench.remove(elementsOf(piece.box).length === 0 ? [piece.box] : piece.nodes, 'the credit of a picture');
}
