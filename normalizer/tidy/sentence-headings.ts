import type { Document, Element } from 'domhandler';
import { byTag } from '../tags.ts';
import { findElements, isWithin, linesOf, textOf } from '../tree.ts';

const SHORTEST = 50;
const LONGEST = 600;
/** Text (a date, a byline) that may stand between the title and its lead. */
const GAP = 120;

/**
 * A heading right below the title that is a whole sentence is the lead set as a heading: it becomes a paragraph. A second heading
 * as long as that, or another title, leaves all as it is. True when there was one.
 */
export function turnSentenceHeadings(document: Document): boolean {
  const [title, another] = byTag(document, 'h1');
  if (title === undefined || another !== undefined) return false;
  const after = byTag(document, 'h2', 'h3', 'h4', 'h5', 'h6').filter((e) => !isWithin(e, title));
  const next = after.find((e) => (e.startIndex ?? 0) > (title.startIndex ?? 0));
  if (next === undefined || !isSentence(next) || gapBetween(document, title, next) > GAP) return false;
  if (after.some((e) => e !== next && e.name === next.name && isSentence(e))) return false;
  next.name = 'p';
  next.attribs['data-lead'] = '';
  return true;
}

function isSentence(heading: Element): boolean {
  const text = textOf(heading);
  return text.length >= SHORTEST && text.length <= LONGEST && /[.!?»”"]$/.test(text) && text.split(' ').length >= 8;
}

/** Characters of text between the two, 1,000 at most. */
function gapBetween(document: Document, title: Element, next: Element): number {
  const texts = findElements(document, (e) => e.children.some((node) => node.type === 'text'));
  let gap = 0;
  for (const element of texts) {
    const at = element.startIndex ?? 0;
    if (at <= (title.endIndex ?? title.startIndex ?? 0) || at >= (next.startIndex ?? 0) || isWithin(element, title))
      continue;
    if (/^(?:script|style|noscript|title)$/.test(element.name)) continue;
    for (const node of element.children) if (node.type === 'text') gap += linesOf(node).trim().length;
    if (gap > 1000) break;
  }
  return gap;
}
