/** Finds the element that holds a page's content, by its own marks first, then by where the title and most of the prose stand. */

import { type Document, type Element, isTag, isText } from 'domhandler';
import { untilChanged } from './measures.ts';
import { bodyOf, linkedLength } from './pieces.ts';
import { holdsTag, withRole } from './tags.ts';
import {
  attribute,
  elementsOf,
  holdsBlocks,
  insertAt,
  isInline,
  isWithin,
  lengthOf,
  makeElement,
  parentOf,
} from './tree.ts';

/** A child that holds this share of its parent's prose is where the content is. */
const SHARE = 0.8;
/** The same for a part of a layout table that holds the title. */
const SHARE_OF_CELL = 0.5;

/**
 * The smallest element that holds the content; `<body>`, or what stands in for one that is missing, where nothing smaller is sure.
 * @param title the page's title: what is chosen never leaves it behind when it stands inside
 */
export function findContent(document: Document, title?: Element): Element {
  const body = bodyOf(document) ?? emptyBody(document);
  return descend(markedMain(body) ?? body, title);
}

/** A page that is all one comment or title that nobody closed holds no element. */
function emptyBody(document: Document): Element {
  const body = makeElement('body', {}, []);
  insertAt(document, 0, [body]);
  return body;
}

/** The page's `<main>`, unless it is empty beside what stands outside it. */
function markedMain(body: Element): Element | undefined {
  const mains = withRole(body, 'main').filter(
    (e) => (e.name === 'main' || attribute(e, 'role').toLowerCase() === 'main') && !isInLine(e, body) && proseIn(e) > 0,
  );
  const [main] = mains.sort((a, b) => proseIn(b) - proseIn(a));
  if (main === undefined) return undefined;
  const share = proseIn(main) / proseIn(body);
  return share >= 0.3 || holdsTag(main, 'h1') ? main : undefined;
}

/** Steps down as long as one child holds nearly all prose and the title stays inside. */
function descend(from: Element, title: Element | undefined): Element {
  let at = from;
  for (;;) {
    if (isLine(at)) return at;
    const inside = title !== undefined && isWithin(title, at);
    const most = proseIn(at);
    const next = elementsOf(at).find(
      (child) =>
        proseIn(child) >= shareOf(child, title) * most &&
        proseIn(child) > 0 &&
        !isInline(child) &&
        isBox(child) &&
        (!inside || isWithin(title as Element, child)),
    );
    if (next === undefined) return at;
    at = next;
  }
}

/** Cells and rows round a title (tidying marks them) lay the page out: beside them stand columns of links, below them the site's foot. */
function shareOf(child: Element, title: Element | undefined): number {
  const isPart = child.attribs['data-layout'] !== undefined || child.name === 'td';
  return isPart && title !== undefined && isWithin(title, child) ? SHARE_OF_CELL : SHARE;
}

/** Only boxes can be the content; a paragraph or list that holds it all stands in one. */
function isBox(element: Element): boolean {
  return (
    /^(?:div|section|article|main|body|form|center|td|tr|tbody|table|fieldset|header|span)$/.test(element.name) ||
    element.name.includes('-')
  );
}

/**
 * How much running text an element holds: characters outside links in pieces that read like prose, table cells and list items.
 * Links count a fifth: a list of documents is content, a menu hardly.
 */
const proseIn: (element: Element) => number = untilChanged((element: Element): number => {
  if (isLine(element)) return weigh(element);
  let prose = 0;
  for (const node of element.children) {
    if (isTag(node)) prose += proseIn(node);
    else if (isText(node) && node.data.trim().length > 20) prose += node.data.trim().length;
  }
  return prose;
});

/** What is weighed as a whole. */
function isLine(element: Element): boolean {
  return element.name !== 'body' && (!holdsBlocks(element) || isInline(element));
}

function isInLine(element: Element, body: Element): boolean {
  for (let at = parentOf(element); at !== undefined && at !== body; at = parentOf(at)) if (isLine(at)) return true;
  return false;
}

function weigh(element: Element): number {
  const all = lengthOf(element);
  const linked = element.name === 'a' ? all : linkedLength(element);
  return Math.max(0, all - linked) + linked / 5;
}
