/** Rows of cards below a text that lead to other articles, each a link with a picture, a date or a line of its own. */
import type { Element } from 'domhandler';
import { documentLinks } from './document-link.ts';
import { type ContentGuard, isBefore, linkDensity, type Piece, piecesOf } from './pieces.ts';
import { holdsTag, linkHolders, linksIn } from './tags.ts';
import { attribute, elementsOf, findElement, isWithin, lengthOf, parentOf, textOf } from './tree.ts';

const LONGEST_CARD = 400;
/** The most characters of a line above the cards. */
const LONGEST_HEADLINE = 80;
const DATE =
  /\b\d{1,2}\.\s{0,2}(?:\d{1,2}\.\s{0,2}\d{2,4}|(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)\p{L}{0,6})/iu;

/**
 * Two or more boxes of one shape below the text, each with one place to go and a date or a picture; with the box round them and its
 * headline where it holds nothing else.
 */
export function cardRows(body: Element, title: Element | undefined, holdsContent: ContentGuard): Element[] {
  if (title === undefined) return [];
  const lists = linkHolders(body, 2).filter((list) => {
    const children = withoutHeadline(elementsOf(list));
    if (children.length < 2 || !isBefore(title, list)) return false;
    const shapes = new Set(children.map(shapeOf));
    return shapes.size === 1 && children.every(isCard);
  });
  return lists
    .filter((list) => !holdsContent(list) && !isWithin(title, list) && hasProseBefore(body, title, list))
    .map((list) => withHeadline(list, title, holdsContent));
}

/** The widest box that holds a short line above the cards, and nothing besides. */
function withHeadline(list: Element, title: Element, holdsContent: ContentGuard): Element {
  let box = list;
  for (let at = parentOf(list); at !== undefined && !holdsContent(at) && !isWithin(title, at); at = parentOf(at)) {
    const others = piecesOf(at).filter((piece) => !isWithin(piece.box, list));
    if (others.length > 1 || others.some((piece) => !isHeadline(piece) || isBefore(list, piece.box))) break;
    if (others.length === 1) box = at;
  }
  return box;
}

function isHeadline({ text, alone, box }: Piece): boolean {
  return (
    alone && text.length <= LONGEST_HEADLINE && !/[.!]$/.test(text) && box.name !== 'a' && linksIn(box).length === 0
  );
}

/** A short first line over the cards is not one of them. */
function withoutHeadline(elements: Element[]): Element[] {
  const [first, ...rest] = elements;
  const isHeadline =
    first !== undefined && lengthOf(first) <= LONGEST_HEADLINE && first.name !== 'a' && linksIn(first).length === 0;
  return isHeadline ? rest : elements;
}

function shapeOf(element: Element): string {
  return `${element.name} ${attribute(element, 'class').split(/\s+/)[0] ?? ''}`;
}

function isCard(element: Element): boolean {
  const links = element.name === 'a' ? [element] : linksIn(element);
  const targets = new Set(links.map((link) => attribute(link, 'href')).filter((href) => /^https?:/.test(href)));
  const length = lengthOf(element);
  if (targets.size !== 1 || length < 15 || length > LONGEST_CARD || documentLinks(element).length > 0) return false;
  const hasPicture = holdsTag(element, 'img', 'picture') || findElement(element, isPicture) !== undefined;
  const hasHeading = holdsTag(element, 'h2', 'h3', 'h4', 'h5', 'h6');
  return (
    hasPicture ||
    isTeaserLink(element) ||
    (hasHeading && isDated(element)) ||
    (linkDensity(element) >= 0.3 && isDated(element) && length > 40)
  );
}

/** A box that is drawn as a picture. */
function isPicture(element: Element): boolean {
  return (
    attribute(element, 'role') === 'img' ||
    /background(?:-image)?\s{0,3}:[^;]{0,80}url\(/i.test(attribute(element, 'style'))
  );
}

/** One link round two boxes or more: a title and the words below it. Links inside a text hold a line alone. */
function isTeaserLink(element: Element): boolean {
  const [link] = element.name === 'a' ? [element] : linksIn(element);
  if (link === undefined || lengthOf(link) < lengthOf(element)) return false;
  return new Set(piecesOf(link).map((piece) => piece.box)).size >= 2;
}

function isDated(element: Element): boolean {
  return holdsTag(element, 'time') || DATE.test(textOf(element));
}

function hasProseBefore(body: Element, title: Element, list: Element): boolean {
  let length = 0;
  for (const piece of piecesOf(body)) {
    if (isBefore(title, piece.box) && isBefore(piece.box, list)) length += piece.text.length;
  }
  return length >= 140;
}
