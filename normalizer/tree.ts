/** Small steps on trees of HTML elements that readers, clean-ups, blocks and rules share. All walks are iterative: depth is the world's choice. */
import { type AnyNode, Element, isTag, isText, NodeWithChildren, type ParentNode } from 'domhandler';
import { forgetMeasuresAbove, untilChanged } from './measures.ts';
import { foldSpace } from './text.ts';

const INLINE = new Set(
  (
    'a abbr acronym b basefont bdi bdo big button cite code data del dfn em font i img ins kbd label mark math meter nobr ' +
    'output picture progress q rb rp rt rtc ruby s samp slot small span strike strong sub sup svg time tt u var wbr'
  ).split(' '),
);

/** The children of an element or document; none for text and comments. */
export function childrenOf(node: AnyNode): AnyNode[] {
  return 'children' in node ? node.children : [];
}

/** The element children alone. */
export function elementsOf(node: AnyNode): Element[] {
  return childrenOf(node).filter(isTag);
}

/** The element that a node stands in; undefined at the top. */
export function parentOf(node: AnyNode): Element | undefined {
  return node.parent !== null && isTag(node.parent) ? node.parent : undefined;
}

/** An attribute's value, trimmed; '' when there is none. */
export function attribute(element: Element, name: string): string {
  return element.attribs[name]?.trim() ?? '';
}

/** All elements below `root` in document order, `root` left out. */
export function* descendants(root: AnyNode): Generator<Element> {
  let at: AnyNode | null = firstBelow(root);
  while (at !== null) {
    if (at instanceof Element) yield at;
    at = firstBelow(at) ?? nextAfter(at, root);
  }
}

/** The same as a list. */
export function elementsBelow(root: AnyNode): Element[] {
  return findElements(root, isAny);
}

function isAny(): boolean {
  return true;
}

/** The first element below `root` that `test` holds for. */
export function findElement(root: AnyNode, test: (element: Element) => boolean): Element | undefined {
  let at: AnyNode | null = firstBelow(root);
  while (at !== null) {
    if (at instanceof Element && test(at)) return at;
    at = firstBelow(at) ?? nextAfter(at, root);
  }
  return undefined;
}

function firstBelow(node: AnyNode): AnyNode | null {
  return node instanceof NodeWithChildren ? ((node.children[0] as AnyNode | undefined) ?? null) : null;
}

/** The node that comes after this one and all below it in document order; none of it leaves `root`. */
function nextAfter(node: AnyNode, root: AnyNode): AnyNode | null {
  let at: AnyNode | null = node;
  while (at !== null && at !== root) {
    if (at.next !== null) return at.next as AnyNode;
    at = at.parent as AnyNode | null;
  }
  return null;
}

/** All elements below `root` that `test` holds for, in document order. */
export function findElements(root: AnyNode, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  let at: AnyNode | null = firstBelow(root);
  while (at !== null) {
    if (at instanceof Element && test(at)) found.push(at);
    at = firstBelow(at) ?? nextAfter(at, root);
  }
  return found;
}

/** The elements that `node` stands in, nearest first. */
export function* ancestors(node: AnyNode): Generator<Element> {
  for (let parent = parentOf(node); parent !== undefined; parent = parentOf(parent)) yield parent;
}

/** True when `node` is `root` or stands below it. */
export function isWithin(node: AnyNode, root: AnyNode): boolean {
  for (let at: ParentNode | AnyNode | null = node; at !== null; at = at.parent) if (at === root) return true;
  return false;
}

/**
 * True for elements that stand in a line of text. A custom element does where its parent has words of its own,
 * because nothing in its name says how it is shown.
 */
export function isInline(element: Element): boolean {
  // `o:p`, `st1:place`: what word processors leave in exported pages.
  if (INLINE.has(element.name) || element.name.includes(':')) return true;
  if (!element.name.includes('-')) return false;
  return element.parent !== null && childrenOf(element.parent).some((node) => isText(node) && node.data.trim() !== '');
}

/** True when an element holds something that starts a line of its own. */
export const holdsBlocks: (element: Element) => boolean = untilChanged((element: Element): boolean =>
  element.children.some((child) => isTag(child) && child.name !== 'br' && (!isInline(child) || holdsBlocks(child))),
);

const SILENT = new Set(['script', 'style', 'template', 'noscript', 'head', 'title']);

/**
 * The text below a node: block borders and `<br>` are line ends, nothing folded. Scripts, styles and templates say nothing.
 * Trees are at most 256 deep (see `parse.ts`), so it may call itself.
 */
export function linesOf(node: AnyNode): string {
  if (isText(node)) return node.data;
  if (!isTag(node)) return childrenOf(node).map(linesOf).join('');
  if (SILENT.has(node.name)) return '';
  if (node.name === 'br') return '\n';
  return linesOfElement(node);
}

const linesOfElement = untilChanged((element: Element): string => {
  const border = isInline(element) ? '' : '\n';
  let text = border;
  for (const child of element.children) text += linesOf(child);
  return text + border;
});

/** The text below a node on one line, words never glued at the borders of blocks. */
export function textOf(node: AnyNode): string {
  return isTag(node) ? textOfElement(node) : foldSpace(linesOf(node));
}

const textOfElement = untilChanged((element: Element): string => foldSpace(linesOf(element)));

/** How many characters {@link textOf} has; put together from what is below, so that it costs little after a change. */
export function lengthOf(node: AnyNode): number {
  const extent = extentOf(node);
  return Math.max(0, extent >> 2) - (extent === BLANK ? 1 : ((extent >> 1) & 1) + (extent & 1));
}

/** Length of text with single spaces, not trimmed, times four; 2 when it begins with a space, 1 when it ends with one. */
type Extent = number;
/** One space and nothing else. */
const BLANK: Extent = 4 + 2 + 1;

function extentOf(node: AnyNode): Extent {
  return isText(node) ? extentOfText(node.data) : extentBelow(node);
}

const extentBelow: (node: AnyNode) => Extent = untilChanged((node: AnyNode): Extent => {
  if (isTag(node) && SILENT.has(node.name)) return 0;
  if (isTag(node) && node.name === 'br') return BLANK;
  const border = isTag(node) && !isInline(node) ? BLANK : 0;
  let extent = border;
  for (const child of childrenOf(node)) extent = joined(extent, extentOf(child));
  return joined(extent, border);
});

function extentOfText(text: string): Extent {
  if (text === '') return 0;
  const { length } = foldSpace(text);
  const opens = isSpace(text.charCodeAt(0));
  if (length === 0) return opens ? BLANK : 0;
  const closes = isSpace(text.charCodeAt(text.length - 1));
  return (length + (opens ? 1 : 0) + (closes ? 1 : 0)) * 4 + (opens ? 2 : 0) + (closes ? 1 : 0);
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0;
}

function joined(left: Extent, right: Extent): Extent {
  if (left === 0 || right === 0) return left + right;
  const shared = (left & 1) === 1 && (right & 2) === 2 ? 1 : 0;
  return ((left >> 2) + (right >> 2) - shared) * 4 + (left & 2) + (right & 1);
}

/** Takes a node out of its tree. */
export function detach(node: AnyNode): void {
  const { parent } = node;
  if (parent === null) return;
  forgetMeasuresAbove(node);
  const at = parent.children.indexOf(node as (typeof parent.children)[number]);
  if (at >= 0) parent.children.splice(at, 1);
  if (node.prev) node.prev.next = node.next;
  if (node.next) node.next.prev = node.prev;
  node.parent = node.prev = node.next = null;
}

/** Puts nodes under `parent` from position `at`, with all references set. */
export function insertAt(parent: ParentNode, at: number, nodes: AnyNode[]): void {
  for (const node of nodes) detach(node);
  // Where the nodes stood in it themselves the parent has become shorter.
  const start = Math.min(at, parent.children.length);
  parent.children.splice(start, 0, ...(nodes as typeof parent.children));
  for (let i = Math.max(0, start - 1); i <= Math.min(start + nodes.length, parent.children.length - 1); i += 1) {
    const child = parent.children[i] as (typeof parent.children)[number];
    child.parent = parent;
    child.prev = parent.children[i - 1] ?? null;
    child.next = parent.children[i + 1] ?? null;
  }
  forgetMeasuresAbove(parent);
}

/** Replaces all children of an element. */
export function setChildren(parent: Element, nodes: AnyNode[]): void {
  parent.children = [];
  for (const node of nodes) node.parent = null;
  insertAt(parent, 0, nodes);
}

/** Puts `replacement` where `node` stood. */
export function replaceWith(node: AnyNode, replacement: AnyNode[]): void {
  const { parent } = node;
  if (parent === null) return;
  const at = parent.children.indexOf(node as (typeof parent.children)[number]);
  detach(node);
  insertAt(parent, at, replacement);
}

/** A new element that takes over the given nodes. */
export function makeElement(name: string, attribs: Record<string, string>, nodes: AnyNode[]): Element {
  const element = new Element(name, attribs, []);
  // It stands where the first of them stood: order in the document is told by that.
  element.startIndex = nodes[0]?.startIndex ?? null;
  insertAt(element, 0, nodes);
  return element;
}

/** The element beside this one, text of white space alone passed over; undefined when words stand between. */
export function nextElement(element: Element): Element | undefined {
  for (let node = element.next; node !== null; node = node.next) {
    if (isTag(node)) return node;
    if (isText(node) && node.data.trim() !== '') return undefined;
  }
  return undefined;
}
