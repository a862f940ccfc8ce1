/** The clean-ups in their order. */
import { type AnyNode, type Document, isTag } from 'domhandler';
import { forgetHeard, groupsIn } from './boilerplate.ts';
import type { Cleanup, Workbench } from './cleanup.ts';
import type { ReadDocument, Removal } from './page.ts';
import { bodyOf, piecesOf } from './pieces.ts';
import { loadShelf } from './shelf.ts';
import { childrenOf, detach, textOf } from './tree.ts';

/** A clean-up, whether it also works on trees without chrome (documents, interface answers), and the reason for its place. */
export interface Step {
  name: string;
  bare?: true;
  because: string;
}

/** The clean-ups in the order in which they run. */
export const cleanupOrder: readonly Step[] = [
  { name: 'technical', bare: true, because: 'all measures of text must be of text that is shown' },
  { name: 'hidden', bare: true, because: 'the same; accordions have been unfolded by tidying before' },
  { name: 'shortcodes', bare: true, because: 'they are no words of the page: before lines are judged by theirs' },
  { name: 'notices', because: 'banners hold headings, links and buttons that would mislead everything below' },
  { name: 'skip-links', because: 'they are short links above the title, told apart from menus only for the reason' },
  { name: 'feedback', bare: true, because: 'a question is known by its form: before forms go' },
  { name: 'share', bare: true, because: 'rows are known by their buttons: before forms go' },
  { name: 'forms', because: 'search boxes stand among menus and would make them look like text' },
  { name: 'navigation', because: 'menus before teasers: both are links, a menu is the surer of the two' },
  { name: 'back-to-top', because: 'a last link would keep a footer from being recognised' },
  { name: 'age-warnings', because: 'they stand between title and lead, where the lead is looked for' },
  { name: 'related', bare: true, because: 'teasers carry dates and credits of other pages: before both are read' },
  { name: 'calls', bare: true, because: 'after menus and teasers, which are told by all their links' },
  { name: 'page-facts', because: 'they share lines with dates and names: both are looked for afterwards' },
  { name: 'captions', bare: true, because: '“Foto:” must not look like a byline' },
  { name: 'bylines', because: 'a byline is known by the date beside it: before date lines go' },
  { name: 'datelines', because: 'footers often hold the page’s own date: before footers go' },
  { name: 'leftovers', because: 'lists are empty when dates and bylines have gone from them' },
  { name: 'footers', because: 'after all that could make a footer look like content' },
  { name: 'above-title', because: 'only short lines are left above the title now' },
  { name: 'beside-text', because: 'after all that is known by its name or its words: this goes by shape alone' },
  { name: 'surroundings', because: 'what the content is can only be measured when chrome is gone' },
];

const shelf = await loadShelf<Cleanup>(new URL('./cleanups/', import.meta.url));
const LONGEST_TEXT = 500;

/** Runs all clean-ups over a tidied document, in place, and tells what went and why, in the order of the document. */
export function cleanUp(document: ReadDocument, url: string): Removal[] {
  const work = new Work(document, url);
  for (const { name, bare } of cleanupOrder)
    if (!document.bare || bare === true) shelf.get(name)?.clean(work.bench(name));
  forgetHeard();
  return work.told();
}

/** A removal and where in the page's text it began. */
interface Placed {
  removal: Removal;
  at: number;
}

/** One document on its way through all clean-ups. */
class Work {
  private readonly document: ReadDocument;
  private readonly url: string;
  private readonly root: Document;
  private readonly removed: Placed[] = [];
  /** What its pieces may say; what goes takes words with it and brings none. */
  private groups: ReadonlySet<string> | undefined;

  constructor(document: ReadDocument, url: string) {
    this.document = document;
    this.url = url;
    this.root = document.$.root()[0] as Document;
  }

  bench(cleanup: string): Workbench {
    return {
      root: this.root,
      url: this.url,
      head: this.document.head,
      maySay: (group) => this.maySay(group),
      remove: (nodes, reason) => {
        for (const node of nodes.flatMap(belowBody)) this.remove(node, cleanup, reason);
      },
    };
  }

  /** The removals in the order of the document. */
  told(): Removal[] {
    return this.removed.sort((a, b) => a.at - b.at).map(({ removal }) => removal);
  }

  private maySay(group: string): boolean {
    this.groups ??= groupsOn(this.root);
    return this.groups.has(group);
  }

  private remove(node: AnyNode, cleanup: string, reason: string): void {
    const text = textOf(node).slice(0, LONGEST_TEXT);
    if (text !== '') this.removed.push({ removal: { cleanup, reason, text }, at: placeOf(node) });
    detach(node);
  }
}

function groupsOn(root: Document): ReadonlySet<string> {
  const body = bodyOf(root);
  const groups = new Set<string>();
  if (body !== undefined) for (const { text } of piecesOf(body)) for (const group of groupsIn(text)) groups.add(group);
  return groups;
}

/** The body itself always stays: of it, what is in it goes. */
function belowBody(node: AnyNode): AnyNode[] {
  return isTag(node) && (node.name === 'body' || node.name === 'html')
    ? [...childrenOf(node)].flatMap(belowBody)
    : [node];
}

/** Elements that tidying made have no place of their own: theirs is that of the first thing in them. */
function placeOf(node: AnyNode): number {
  for (let at: AnyNode | undefined = node; at !== undefined; at = childrenOf(at)[0]) {
    if (typeof at.startIndex === 'number') return at.startIndex;
  }
  return Number.MAX_SAFE_INTEGER;
}
