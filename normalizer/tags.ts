/** Elements by their tags. What tags a box holds is one number, told once of each, so that walks pass by what holds none of those looked for. */
import { type AnyNode, type Element, isTag } from 'domhandler';
import { untilChanged } from './measures.ts';

const TRACKED =
  'a article aside button details dialog dl figure footer form h1 h2 h3 h4 h5 h6 header img input label main nav picture table template textarea time';
const bits = new Map(TRACKED.split(' ').map((name, at) => [name, 1 << at]));
const ROLE = 1 << 29;
/** All other tags share one. */
const OTHER = 1 << 30;

/** All elements below `root` with one of these tag names, in document order. */
export function byTag(root: AnyNode, ...names: string[]): Element[] {
  const found: Element[] = [];
  gather(root, { bits: bitsOf(names), names }, found);
  return found;
}

/** The first element below `root` with one of these tag names. */
export function firstByTag(root: AnyNode, ...names: string[]): Element | undefined {
  return first(root, { bits: bitsOf(names), names });
}

/** True when an element below `root` has one of these tag names. */
export function holdsTag(root: AnyNode, ...names: string[]): boolean {
  const wanted = bitsOf(names);
  return (
    (tagsWithin(root) & wanted & ~OTHER) !== 0 || ((wanted & OTHER) !== 0 && firstByTag(root, ...names) !== undefined)
  );
}

/** The links and anchors below `root`. */
export const linksIn: (root: AnyNode) => readonly Element[] = untilChanged((root: AnyNode): readonly Element[] => {
  const parts: (readonly Element[])[] = [];
  for (const child of 'children' in root ? root.children : []) {
    if (!isTag(child)) continue;
    if (child.name === 'a') parts.push([child]);
    const inside = linksIn(child);
    if (inside.length > 0) parts.push(inside);
  }
  // Most boxes hold none, or all of theirs in one of the boxes in them.
  return parts.length > 1 ? parts.flat() : (parts[0] ?? NONE);
});

const NONE: readonly Element[] = [];

/** All elements below `root` that hold at least so many links. */
export function linkHolders(root: AnyNode, least: number): Element[] {
  const found: Element[] = [];
  gatherHolders(root, least, found);
  return found;
}

function gatherHolders(node: AnyNode, least: number, found: Element[]): void {
  if (!('children' in node)) return;
  for (const child of node.children) {
    if (!isTag(child) || linksIn(child).length < least) continue;
    found.push(child);
    gatherHolders(child, least, found);
  }
}

/** All elements below `root` with a role, or with one of these tag names. */
export function withRole(root: AnyNode, ...names: string[]): Element[] {
  const found: Element[] = [];
  gather(root, { bits: ROLE | bitsOf(names), names, anyRole: true }, found);
  return found;
}

interface Wanted {
  bits: number;
  names: readonly string[];
  /** Those with a role too. */
  anyRole?: true;
}

function gather(node: AnyNode, wanted: Wanted, found: Element[]): void {
  if (!('children' in node) || (tagsWithin(node) & wanted.bits) === 0) return;
  for (const child of node.children) {
    if (!isTag(child)) continue;
    if (isWanted(child, wanted)) found.push(child);
    gather(child, wanted, found);
  }
}

function first(node: AnyNode, wanted: Wanted): Element | undefined {
  if (!('children' in node) || (tagsWithin(node) & wanted.bits) === 0) return undefined;
  for (const child of node.children) {
    if (!isTag(child)) continue;
    const found = isWanted(child, wanted) ? child : first(child, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isWanted(element: Element, { names, anyRole }: Wanted): boolean {
  return names.includes(element.name) || (anyRole === true && element.attribs.role !== undefined);
}

const tagsWithin = untilChanged((node: AnyNode): number => {
  let tags = 0;
  if ('children' in node)
    for (const child of node.children) if (isTag(child)) tags |= ownBits(child) | tagsWithin(child);
  return tags;
});

function ownBits(element: Element): number {
  const tag = bits.get(element.name) ?? OTHER;
  return element.attribs.role === undefined ? tag : tag | ROLE;
}

function bitsOf(names: readonly string[]): number {
  return names.reduce((all, name) => all | (bits.get(name) ?? OTHER), 0);
}
