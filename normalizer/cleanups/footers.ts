import type { Document, Element } from 'domhandler';
import { says } from '../boilerplate.ts';
import { defineCleanup } from '../cleanup.ts';
import { findContent } from '../content.ts';
import { documentLinks } from '../document-link.ts';
import { holdsEventFacts } from '../event-facts.ts';
import { namesGathering } from '../gathering-words.ts';
import { findMarked } from '../marks.ts';
import {
  bodyOf,
  type ContentGuard,
  guardContent,
  isInMain,
  linkDensity,
  outermost,
  type Piece,
  piecesOf,
  proseLength,
} from '../pieces.ts';
import { holdsTag, withRole } from '../tags.ts';
import { findTitleHeading } from '../title-heading.ts';
import { attribute, elementsOf, isWithin, lengthOf, parentOf, textOf } from '../tree.ts';

const LONGEST = 1200;
const PARAGRAPH = 80;
const LONGEST_HOURS = 160;
/** A day of the year; "15.30." is none. */
const DATE =
  /\b\d{1,2}\.\s{0,2}(?:(?:0?[1-9]|1[0-2])\.|(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)\p{L}{0,6})|\b20\d\d-\d\d/iu;
const PHONE =
  /(?:tlf|telefon|sentralbord|tel|(?<!\p{L})ring(?: oss)?(?: på)?)\.?:?\s{0,3}(?:\+47\s?)?\d|(?<![\d.,])\d{2}(?:[ \u00a0]\d{2}){3}(?![\d.,]\d| \d)/iu;
const POST = /\b(?:postboks|pb\.?|boks) \d|\b\d{4} \p{Lu}\p{Ll}+/u;
const MAIL = /@[\w.-]+\.\w{2,}|\be-?post:?/i;

/** All three have one of these. */
const MAY_BE_CONTACT = /\d|@|e-?post/i;

/** The site's foot: addresses, telephone numbers, statements, copyright. */
export default defineCleanup({
  purpose: 'footers and contact blocks of the site',
  clean(bench) {
    const root = bench.root;
    const body = bodyOf(root);
    if (body === undefined) return;
    const holdsContent = guardContent(root);
    const article = articleOf(root, body, findTitleHeading(root, bench.head));
    const landmarks = withRole(body, 'footer').filter(
      (e) => isLandmark(e) && !holdsContent(e) && documentLinks(e).length === 0,
    );
    bench.remove(outermost(landmarks), 'the site’s foot by its landmark');
    const marked = findMarked(body, 'footer').filter((e) => !holdsContent(e) && !hasTitle(e) && isFootLike(e));
    bench.remove(outermost(marked), 'the site’s foot by its name');
    bench.remove(
      outermost(contactBlocks(body, holdsContent, article)),
      'a block of addresses and statements at the end',
    );
  },
});

function isLandmark(element: Element): boolean {
  if (attribute(element, 'role').toLowerCase() === 'contentinfo') return true;
  return element.name === 'footer' && (!isInMain(element) || lengthOf(element) <= 300);
}

function hasTitle(element: Element): boolean {
  return holdsTag(element, 'h1');
}

function isFootLike(element: Element): boolean {
  return (
    !/^(?:p|h[1-6]|td|li)$/.test(element.name) &&
    lengthOf(element) <= LONGEST * 2 &&
    documentLinks(element).length === 0
  );
}

/**
 * Boxes after most of the text that hold two kinds of contact details, or say what only a foot says. Inside the article itself whom to
 * ask is content: there only the words of a foot count.
 */
function contactBlocks(body: Element, holdsContent: ContentGuard, article: Element | undefined): Element[] {
  const pieces = piecesOf(body);
  const late = pieces.slice(Math.floor(pieces.length / 2));
  const isInArticle = (e: Element) => article !== undefined && isWithin(e, article);
  const found: Element[] = [];
  for (const piece of late) {
    if (piece.text.length > 500) continue;
    const says = isFoot(piece.text) || (isContact(piece.text) && !isInArticle(piece.box));
    if (!says || (isHours(piece.text) && isAmongParagraphs(piece.box))) continue;
    const box = footBox(piece, holdsContent);
    if (box !== undefined) found.push(box);
  }
  for (const box of boxesRound(late)) {
    if (isInArticle(box) ? isAskBox(box, holdsContent) : isContactBox(box, holdsContent)) found.push(box);
  }
  return found.filter((box) => !holdsEventFacts(box));
}

/** The boxes that the boxes of some pieces stand in, each once. */
function boxesRound(pieces: readonly Piece[]): ReadonlySet<Element> {
  const boxes = new Set<Element>();
  for (const { box } of pieces)
    for (let at = parentOf(box); at !== undefined && !boxes.has(at); at = parentOf(at)) boxes.add(at);
  return boxes;
}

/** What only a site says of itself: who answers for it, who made it, whose it is. */
function isFoot(text: string): boolean {
  return says('foot', text) || (text.length <= 150 && /^(?:©|\(c\)|&copy;)/iu.test(text));
}

function isContact(text: string): boolean {
  return isOffer(text) || ((says('footer', text) || kinds(text) >= 2) && !isSentence(text));
}

/** A line beside a paragraph or the title in the same box is the text's, whatever it says of telephones. */
function isAmongParagraphs(box: Element): boolean {
  let at = (box.name === 'li' && parentOf(box)) || box;
  for (let up = parentOf(at); up !== undefined && elementsOf(up).length === 1; up = parentOf(at)) at = up;
  const beside = parentOf(at);
  return beside !== undefined && elementsOf(beside).some((e) => e !== at && (e.name === 'h1' || isParagraph(e)));
}

function isParagraph(element: Element): boolean {
  const text = textOf(element);
  if (text.length < PARAGRAPH || text.length > LONGEST || !isSentence(text) || saysFoot(text)) return false;
  return piecesOf(element).length === 1 && linkDensity(element) === 0;
}

/** When a desk is open, a letter that one can have. */
function isOffer(text: string): boolean {
  return isHours(text) || (says('newsletter', text) && says('reader', text));
}

/** What is told of a body or of a day of the year is no opening hours. */
function isHours(text: string): boolean {
  return text.length <= LONGEST_HOURS && says('hours', text) && !DATE.test(text) && !namesGathering(text);
}

/** Parties to an agreement are told with their numbers and addresses too, in running text. */
function isSentence(text: string): boolean {
  return /[.!?]$/.test(text) && text.split(' ').length >= 10;
}

/** The box of title and text, where it is sure that there is one. */
function articleOf(root: Document, body: Element, title: Element | undefined): Element | undefined {
  const content = findContent(root, title);
  return lengthOf(content) < lengthOf(body) ? content : undefined;
}

/** A box whose lines together give two kinds of contact details and little else. */
function isContactBox(box: Element, holdsContent: ContentGuard): boolean {
  const length = lengthOf(box);
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

/** A box in the article's own column under "Spør oss": nothing but telephones, addresses and opening hours. */
function isAskBox(box: Element, holdsContent: ContentGuard): boolean {
  const [heading, ...lines] = piecesOf(box);
  if (!heading || lines.length === 0 || lines.length > 8 || holdsContent(box) || hasTitle(box)) return false;
  if (!/^h[2-6]$|^strong$|^b$/.test(heading.box.name) || !says('footer', heading.text)) return false;
  return lines.every(({ text }) => text.length <= 120 && (says('footer', text) || kinds(text) > 0));
}

function footBox(piece: Piece, holdsContent: ContentGuard): Element | undefined {
  let box: Element | undefined;
  for (
    let at: Element | undefined = piece.box;
    at !== undefined && !holdsContent(at) && !hasTitle(at);
    at = parentOf(at)
  ) {
    if (proseLength(at) > LONGEST || documentLinks(at).length > 0 || holdsTag(at, 'h2')) break;
    if (!/^(?:p|li|td|tr)$/.test(at.name) || saysFoot(textOf(at))) box = at;
  }
  if (box === undefined) return undefined;
  const text = textOf(box);
  const begins = text.slice(0, 600);
  return isFoot(begins) || isContact(begins) || kinds(text) >= 2 || isAllContact(box) ? box : undefined;
}

function saysFoot(text: string): boolean {
  return isFoot(text) || isOffer(text) || says('footer', text);
}

/** Two lines or more, and each gives an address, a number or opening hours. */
function isAllContact(box: Element): boolean {
  const lines = piecesOf(box);
  return lines.length >= 2 && lines.every(({ text }) => saysFoot(text) || kinds(text) > 0);
}

function kinds(text: string): number {
  if (!MAY_BE_CONTACT.test(text)) return 0;
  return [PHONE, POST, MAIL].filter((pattern) => pattern.test(text.slice(0, 2000))).length;
}
