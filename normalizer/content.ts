/** Finds the element that holds a page's content, by its own marks first, then by where the title and most of the prose stand. */
import { type AnyNode, type Document, type Element, isText } from 'domhandler';
import { bodyOf } from './pieces.ts';
import {
  attribute,
  childrenOf,
  elementsOf,
  findElement,
  findElements,
  holdsBlocks,
  isInline,
  isWithin,
  linesOf,
  parentOf,
} from './tree.ts';

/** A child that holds this share of its parent's prose is where the content is. */
const SHARE = 0.8;

/**
 * The smallest element that holds the content; `<body>`, or what stands in for one that is missing, where nothing smaller is sure.
 * @param title the page's title: what is chosen never leaves it behind when it stands inside
 */
export function findContent(document: Document, title?: Element): Element {
  const body = bodyOf(document) as Element;
  const prose = measureProse(body);
  const main = markedMain(body, prose);
  return descend(main ?? body, prose, title);
}

/** The page's `<main>`, unless it is empty beside what stands outside it. */
function markedMain(body: Element, prose: Map<Element, number>): Element | undefined {
  const mains = findElements(body, (e) => e.name === 'main' || attribute(e, 'role').toLowerCase() === 'main').filter(
    (e) => (prose.get(e) ?? 0) > 0,
  );
  const [main] = mains.sort((a, b) => (prose.get(b) ?? 0) - (prose.get(a) ?? 0));
  if (main === undefined) return undefined;
  const share = (prose.get(main) ?? 0) / (prose.get(body) ?? 1);
  return share >= 0.3 || findElement(main, (e) => e.name === 'h1') !== undefined ? main : undefined;
}

/** Steps down as long as one child holds nearly all prose and the title stays inside. */
function descend(from: Element, prose: Map<Element, number>, title: Element | undefined): Element {
  let at = from;
  for (;;) {
    const inside = title !== undefined && isWithin(title, at);
    const next = elementsOf(at).find(
      (child) =>
        (prose.get(child) ?? 0) >= SHARE * (prose.get(at) ?? 0) &&
        (prose.get(child) ?? 0) > 0 &&
        !isInline(child) &&
        isBox(child) &&
        (!inside || isWithin(title as Element, child)),
    );
    if (next === undefined) return at;
    at = next;
  }
}

/** Only boxes can be the content; a paragraph or list that holds it all stands in one. */
function isBox(element: Element): boolean {
  return (
    /^(?:div|section|article|main|body|form|center|td|tr|tbody|table|fieldset|header|span)$/.test(element.name) ||
    element.name.includes('-')
  );
}

/**
 * How much running text each element holds: characters outside links in pieces that read like prose, table cells and list items.
 * Links count a fifth: a list of documents is content, a menu hardly.
 */
function measureProse(body: Element): Map<Element, number> {
  const prose = new Map<Element, number>();
  const add = (element: Element, amount: number): void => {
    for (let at: Element | undefined = element; at !== undefined; at = parentOf(at))
      prose.set(at, (prose.get(at) ?? 0) + amount);
  };
  const visit = (element: Element): void => {
    if (element !== body && (!holdsBlocks(element) || isInline(element))) add(element, weigh(element));
    else {
      const own = childrenOf(element).filter((node) => isText(node) && node.data.trim().length > 20);
      if (own.length > 0)
        add(
          element,
          own.reduce((sum, node) => sum + linesOf(node).trim().length, 0),
        );
      for (const child of elementsOf(element)) visit(child);
    }
  };
  visit(body);
  return prose;
}

function weigh(element: Element): number {
  const all = lengthOf(element);
  const linked = findElements(element, (e) => e.name === 'a').reduce((sum, link) => sum + lengthOf(link), 0);
  const whole = element.name === 'a' ? all : linked;
  return Math.max(0, all - whole) + whole / 5;
}

function lengthOf(node: AnyNode): number {
  return linesOf(node).replace(/\s+/g, ' ').trim().length;
}
