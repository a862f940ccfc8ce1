/** What authors name elements with (class, id), and which groups of `data/vocabulary/boilerplate.yaml` the names belong to. */
import { type AnyNode, type Element, isTag } from 'domhandler';
import { boilerplate } from './boilerplate.ts';
import { untilChanged } from './measures.ts';
import { remembered } from './remembered.ts';

/** Each group is one bit, so that what a whole box holds is one number. */
const bits = new Map(Object.keys(boilerplate.marks).map((group, at) => [group, 2 ** at]));
if (bits.size > 31) throw new Error('data/vocabulary/boilerplate.yaml: expected at most 31 groups of marks');
const groupsByWord = new Map<string, number>();
for (const [group, words] of Object.entries(boilerplate.marks))
  for (const word of words) groupsByWord.set(word, (groupsByWord.get(word) ?? 0) | bitOf(group));

/** True when the element's class, id, naming data attributes or custom tag name holds one of the group's words. */
export function isMarked(group: string, element: Element): boolean {
  return (naming(element).groups & bitOf(group)) !== 0;
}

/** All elements below `root` that are marked with one of the groups, in document order. */
export function findMarked(root: AnyNode, ...groups: string[]): Element[] {
  const found: Element[] = [];
  gatherMarked(
    root,
    groups.reduce((all, group) => all | bitOf(group), 0),
    found,
  );
  return found;
}

function gatherMarked(node: AnyNode, wanted: number, found: Element[]): void {
  if (!('children' in node) || (marksWithin(node) & wanted) === 0) return;
  for (const child of node.children) {
    if (!isTag(child)) continue;
    if ((naming(child).groups & wanted) !== 0) found.push(child);
    gatherMarked(child, wanted, found);
  }
}

/** The groups that elements below a node are marked with. */
const marksWithin = untilChanged((node: AnyNode): number => {
  let groups = 0;
  if ('children' in node)
    for (const child of node.children) if (isTag(child)) groups |= naming(child).groups | marksWithin(child);
  return groups;
});

/** The words that an element's author named it with: `site-header__navBar` gives site, header, nav, bar and navbar. */
export function wordsOf(element: Element): readonly string[] {
  return naming(element).words;
}

function bitOf(group: string): number {
  const bit = bits.get(group);
  if (bit === undefined) throw new Error(`data/vocabulary/boilerplate.yaml: expected a group of marks "${group}"`);
  return bit;
}

interface Naming {
  words: readonly string[];
  /** The groups of marks that hold one of the words, a bit each. */
  groups: number;
}

const NAMELESS: Naming = { words: [], groups: 0 };

const naming = untilChanged((element: Element): Naming => {
  const names = namesOf(element);
  return names === '' ? NAMELESS : byNames(names);
});

/** A page has many elements of one name. */
const byNames = remembered((names): Naming => {
  const words = splitNames(names);
  return { words, groups: words.reduce((groups, word) => groups | (groupsByWord.get(word) ?? 0), 0) };
});

function namesOf({ name, attribs }: Element): string {
  const names: string[] = name.includes('-') ? [name] : [];
  for (const key in attribs) {
    if (key === 'class' || key === 'id' || (key.startsWith('data-') && isNaming(key, attribs[key] ?? '')))
      names.push(attribs[key]?.trim() ?? '');
  }
  return names.join(' ').trim();
}

/** Page builders name the parts of a page in attributes of their own: `data-elementor-type="footer"`, `data-section="newsletter"`. */
const NAMING = /^data-(?:[a-z]+-)*(?:component|type|region|section|area|module|zone|slot|location|testid|hook|block)$/;
const NAME = /^[A-Za-zÆØÅæøå][\w.ÆØÅæøå-]{1,40}$/;

function isNaming(key: string, value: string): boolean {
  return NAMING.test(key) && (key === 'data-component' || NAME.test(value));
}

function splitNames(names: string): string[] {
  const words = new Set<string>();
  for (const name of names.slice(0, 1000).split(/[\s_:/[\]()-]+/)) {
    if (name === '') continue;
    words.add(name.toLowerCase());
    for (const part of name.split(/(?<=[a-zæøå0-9])(?=[A-ZÆØÅ])/)) words.add(part.toLowerCase());
  }
  return [...words];
}
