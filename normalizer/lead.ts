/** Finds the lead (ingress): a paragraph that is set apart before the body. */
import { type AnyNode, type Document, type Element, isTag } from 'domhandler';
import { normalise } from './boilerplate.ts';
import { isMarked, wordsOf } from './marks.ts';
import type { Head, Page } from './page.ts';
import { isBefore, outermost, type Piece, piecesOf, widen } from './pieces.ts';
import { byTag, holdsTag } from './tags.ts';
import { foldSpace } from './text.ts';
import { findTitleHeading } from './title-heading.ts';
import { ancestors, attribute, descendants, isWithin, parentOf, textOf } from './tree.ts';

const SHORTEST = 20;
const LONGEST = 800;

/** The lead and the nodes that hold it. */
export interface Lead {
  text: string;
  nodes: AnyNode[];
  /** What set it apart. */
  because: 'marked' | 'bold' | 'placed';
}

/** The lead of a web page; `undefined` where the first paragraph is like all others. Documents have none. */
export function findLead(page: Page): Lead | undefined {
  if (page.format !== 'html') return undefined;
  const title = findTitleHeading(page.$.root()[0] as Document, page.head);
  const opening = openingOf(page.content, title);
  return (
    markedLead(page.content, opening) ??
    boldLead(opening) ??
    heroLead(opening, title) ??
    placedLead(opening) ??
    classedLead(opening) ??
    describedLead(opening, page.head)
  );
}

/** The pieces between the title and the next heading, where a lead may stand, and one beyond. */
function openingOf(content: Element, title: Element | undefined): Piece[] {
  const captions = new Set(byTag(content, 'img').map((image) => foldSpace(attribute(image, 'data-caption'))));
  const opening: Piece[] = [];
  for (const piece of piecesOf(content)) {
    if (opening.length === MOST_PIECES) break;
    if (captions.has(piece.text) || piece.box.name === 'figcaption' || !WORD.test(piece.text)) continue;
    if (title === undefined || stands(piece, title)) opening.push(piece);
  }
  return opening;
}

/** So many pieces may belong to an opening. */
const MOST_PIECES = 12;
const WORD = /\p{L}{3}/u;

/** Whether a piece stands below the title. */
function stands({ box, nodes: [first] }: Piece, title: Element): boolean {
  return !isWithin(box, title) && first !== undefined && isBefore(title, first);
}

function isText(piece: Piece): boolean {
  if (piece.text.length < SHORTEST || piece.text.length > LONGEST) return false;
  return ![piece.box, ...ancestors(piece.box)].some((e) =>
    /^(?:h[1-6]|li|td|th|dt|dd|summary|details|figcaption|figure|blockquote)$/.test(e.name),
  );
}

/** Named as a lead by its author, and first among the text. */
function markedLead(content: Element, opening: Piece[]): Lead | undefined {
  const first = opening.findIndex((piece) => isText(piece));
  for (const [at, piece] of opening.slice(0, first + 2).entries()) {
    if (!isText(piece)) continue;
    const box = [piece.box, ...ancestors(piece.box)].find(
      (e) => e !== content && isWithin(e, content) && (e.attribs['data-lead'] !== undefined || isMarked('lead', e)),
    );
    if (box === undefined || textOf(box).length > LONGEST || holdsTag(box, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'))
      continue;
    if (isWholeText(box, opening)) continue;
    if (opening.slice(0, at).some((before) => isText(before) && !isWithin(before.box, box))) continue;
    return { text: textOf(box), nodes: [box], because: 'marked' };
  }
  return undefined;
}

/** `text-with-summary` and the like name the whole text: several paragraphs, and none beside them. */
function isWholeText(box: Element, opening: Piece[]): boolean {
  const texts = opening.filter(isText);
  return texts.length > 1 && texts.every((piece) => isWithin(piece.box, box));
}

/** A first paragraph in bold, and text that isn't below it. */
function boldLead(opening: Piece[]): Lead | undefined {
  const [first, ...rest] = opening.filter(isText);
  if (first === undefined || first !== opening[0] || first.text.length < 40 || rest.length === 0 || !isBold(first))
    return undefined;
  return rest.slice(0, 2).some(isBold) ? undefined : { text: first.text, nodes: first.nodes, because: 'bold' };
}

function isBold(piece: Piece): boolean {
  if ([piece.box, ...ancestors(piece.box)].some(isBoldElement)) return true;
  const inner = piece.nodes.flatMap((node) => (isTag(node) ? [node, ...descendants(node)] : []));
  const bold = outermost(inner.filter(isBoldElement)).reduce((sum, e) => sum + textOf(e).length, 0);
  return bold >= piece.text.length * 0.95;
}

function isBoldElement(element: Element): boolean {
  return (
    /^(?:b|strong)$/.test(element.name) ||
    /font-weight\s{0,3}:\s{0,3}(?:bold|[6-9]00)/i.test(attribute(element, 'style').slice(0, 300))
  );
}

/** A paragraph that shares a box with the title, while the text stands in another. */
function heroLead(opening: Piece[], title: Element | undefined): Lead | undefined {
  const [first, second] = opening;
  if (title === undefined || first === undefined || second === undefined || !isText(first)) return undefined;
  if (!first.alone || /[:]$/.test(first.text)) return undefined;
  const shared = [...ancestors(title)].find((box) => isWithin(first.box, box));
  return shared !== undefined && !isWithin(second.box, shared)
    ? { text: first.text, nodes: [first.box], because: 'placed' }
    : undefined;
}

/** A paragraph on its own beside the box of the running text, and not of the same make as what follows. */
function placedLead(opening: Piece[]): Lead | undefined {
  const [first, second] = opening;
  if (first === undefined || second === undefined || !isText(first)) return undefined;
  const third = opening[2] ?? second;
  const own = widen(first.box) as Element;
  const home = parentOf(own);
  if (home === undefined || !isText(second) || isWithin(first.box, second.box) || second.box === first.box)
    return undefined;
  const isDeeper = parentOf(second.box) !== home && isWithin(second.box, home) && !isWithin(second.box, own);
  const isOneBox = isWithin(third.box, boxUnder(second.box, home));
  return isDeeper && isOneBox && makeOf(own) !== makeOf(boxUnder(second.box, home))
    ? { text: first.text, nodes: [own], because: 'placed' }
    : undefined;
}

/** Set apart from the paragraphs beside it by a name of its own, while those after it share theirs. */
function classedLead(opening: Piece[]): Lead | undefined {
  const [first] = opening;
  if (first === undefined || !isText(first) || !first.alone) return undefined;
  const { box } = first;
  const others = opening.filter(
    (piece) => piece !== first && piece.box.name === box.name && parentOf(piece.box) === parentOf(box) && isText(piece),
  );
  const own = namesOf(box);
  const names = new Set(others.map((piece) => namesOf(piece.box)));
  return own !== '' && names.size === 1 && !names.has(own)
    ? { text: first.text, nodes: [box], because: 'placed' }
    : undefined;
}

/** The author's names for an element, without those that only say how its lines run. */
function namesOf(element: Element): string {
  return attribute(element, 'class')
    .split(/\s+/)
    .filter(
      (name) => !/^(?:has-|wp-|align|text-(?:left|right|center|justify|align)|mso|ms-)|drop-?cap|align/i.test(name),
    )
    .sort()
    .join(' ');
}

/** The first paragraph is what the page gives as its description, word for word. */
function describedLead(opening: Piece[], head: Head): Lead | undefined {
  const [first, ...rest] = opening;
  if (first === undefined || !isText(first) || first.text.length < 40 || !rest.some(isText)) return undefined;
  const said = ['description', 'og:description', 'dc.description'].flatMap((name) => head.meta.get(name) ?? []);
  return said.some((text) => normalise(text) === normalise(first.text))
    ? { text: first.text, nodes: first.nodes, because: 'placed' }
    : undefined;
}

/** The child of `home` that a piece stands in. */
function boxUnder(element: Element, home: Element): Element {
  let at = element;
  for (const parent of ancestors(element)) {
    if (parent === home) return at;
    at = parent;
  }
  return at;
}

function makeOf(element: Element): string {
  return [element.name, ...wordsOf(element)].join(' ');
}
