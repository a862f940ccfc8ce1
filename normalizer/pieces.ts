/** A tree as its pieces: the runs of inline nodes that a reader sees as one paragraph, line or label. */

import { type AnyNode, type Document, type Element, isTag } from 'domhandler';
import { untilChanged } from './measures.ts';
import { firstByTag, holdsTag } from './tags.ts';
import { foldSpace } from './text.ts';
import { attribute, holdsBlocks, isInline, isWithin, lengthOf, linesOf, parentOf, textOf } from './tree.ts';

/** One run of inline nodes and the box that it stands in. */
export interface Piece {
  nodes: AnyNode[];
  /** Folded, never empty. */
  text: string;
  box: Element;
  /** True when the box holds no other text. */
  alone: boolean;
}

/** All pieces below an element in document order; those of a box in it stay the same as long as nothing in that box changes. */
export const piecesOf: (root: Element) => readonly Piece[] = untilChanged((box: Element): Piece[] => {
  const pieces: Piece[] = [];
  let start = 0;
  for (let at = 0; at < box.children.length; at += 1) {
    const node = box.children[at] as AnyNode;
    if (!isTag(node) || (isInline(node) && !holdsBlocks(node))) continue;
    if (at > start) addRun(pieces, box.children.slice(start, at), box);
    start = at + 1;
    if (!NOT_SHOWN.has(node.name)) for (const piece of piecesOf(node)) pieces.push(piece);
  }
  if (box.children.length > start) addRun(pieces, box.children.slice(start), box);
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1 && only.box === box) only.alone = true;
  return pieces;
});

function addRun(pieces: Piece[], run: AnyNode[], box: Element): void {
  const isAll = run.length === box.children.length;
  const text = isAll ? textOf(box) : foldSpace(run.map(linesOf).join(''));
  if (text !== '') pieces.push({ nodes: run, text, box, alone: false });
}

const NOT_SHOWN = new Set(['head', 'script', 'style', 'template', 'noscript']);

/** The page's `<body>`; parsing sees to it that there is one. Document trees may have none: then the root's first element. */
export function bodyOf(document: Document): Element | undefined {
  return firstByTag(document, 'body') ?? document.children.find(isTag);
}

/** Characters of text outside links and controls: what a menu has none of. */
export function proseLength(element: Element): number {
  return element.name === 'a' ? 0 : Math.max(0, lengthOf(element) - controlLength(element));
}

/** Characters in links, buttons and labels; counted twice where one stands in another. */
const controlLength: (element: Element) => number = untilChanged((element: Element): number => {
  let length = 0;
  for (const child of element.children) {
    if (!isTag(child)) continue;
    if (child.name === 'a' || child.name === 'button' || child.name === 'label') length += lengthOf(child);
    length += controlLength(child);
  }
  return length;
});

/** Share of an element's text that stands in links, 0 to 1. */
export function linkDensity(element: Element): number {
  const length = lengthOf(element);
  if (length === 0) return 0;
  return element.name === 'a' ? 1 : linkedLength(element) / length;
}

/** Characters of text in the links below an element. */
export const linkedLength: (element: Element) => number = untilChanged((element: Element): number => {
  let length = 0;
  for (const child of element.children) {
    if (!isTag(child)) continue;
    if (child.name === 'a') length += lengthOf(child);
    length += linkedLength(child);
  }
  return length;
});

/** Says of an element whether it holds the page's content, so that a clean-up must not take it whatever it is called. */
export type ContentGuard = (element: Element) => boolean;

const TITLE_AND_TEXT = 140;

/** Measures the page once; the guard holds for elements with the main landmark, the title and its text, or half of all prose. */
export function guardContent(document: Document): ContentGuard {
  const body = bodyOf(document);
  const all = body === undefined ? 0 : proseLength(body);
  return (element) => {
    if (element.name === 'main' || element.name === 'body' || element.name === 'html') return true;
    if (holdsTag(element, 'main')) return true;
    const prose = proseLength(element);
    const title = firstByTag(element, 'h1');
    if (title !== undefined && prose - lengthOf(title) >= TITLE_AND_TEXT) return true;
    return prose > 200 && prose > all / 2;
  };
}

/** The outermost element round `node` that says nothing more than it does. */
export function widen(node: AnyNode): AnyNode {
  const text = textOf(node);
  let at = node;
  for (
    let parent = parentOf(at);
    parent !== undefined && parent.name !== 'body' && parent.name !== 'main';
    parent = parentOf(parent)
  ) {
    if (textOf(parent) !== text) break;
    at = parent;
  }
  return at;
}

/**
 * What to take out so that a piece is gone: its whole box with the wrappers round it when it says nothing else and holds no content,
 * else its own nodes alone.
 */
export function nodesOf(piece: Piece, holdsContent: ContentGuard = () => false): AnyNode[] {
  if (!piece.alone || /^(?:td|th)$/.test(piece.box.name)) return piece.nodes;
  const box = widen(piece.box);
  if (!isTag(box) || !holdsContent(box)) return [box];
  return holdsContent(piece.box) ? piece.nodes : [piece.box];
}

/** True when an element stands in the page's main part, however that is marked up. */
export function isInMain(element: Element): boolean {
  for (let at = parentOf(element); at !== undefined; at = parentOf(at)) {
    if (at.name === 'main' || at.name === 'article' || attribute(at, 'role').toLowerCase() === 'main') return true;
  }
  return false;
}

/** Elements of a list that do not stand inside another one of it. */
export function outermost(elements: Element[]): Element[] {
  const all = new Set(elements);
  return elements.filter((element) => {
    for (let at = parentOf(element); at !== undefined; at = parentOf(at)) if (all.has(at)) return false;
    return true;
  });
}

/** True when `left` begins before `right` in document order, and `right` does not stand in it. */
export function isBefore(left: AnyNode, right: AnyNode): boolean {
  // What tidying made has no place in the source: then the tree is asked, which takes longer.
  if (left.startIndex !== null && right.startIndex !== null)
    return left.startIndex < right.startIndex && !isWithin(right, left);
  const path = pathOf(right);
  const own = pathOf(left);
  for (let i = 0; i < Math.min(path.length, own.length); i += 1) {
    if (path[i] !== own[i]) return (own[i] as number) < (path[i] as number);
  }
  return false;
}

function pathOf(node: AnyNode): number[] {
  const path: number[] = [];
  for (let at: AnyNode = node; at.parent !== null; at = at.parent as AnyNode) {
    path.unshift(at.parent.children.indexOf(at as (typeof at.parent.children)[number]));
  }
  return path;
}
