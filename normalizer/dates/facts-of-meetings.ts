/** Facts of a meeting among which a date is the meeting's, not the page's. */
import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { isWord, labelsSource } from '../meetings/words.ts';
import { foldSpace } from '../text.ts';
import { ancestors, childrenOf, descendants, textOf } from '../tree.ts';
import { isWeakLabel } from './date-line.ts';

/** A document's or an event's own facts («Dato: …», «Tid: …», «Stad: …»): the date among them is the meeting's. */
export const MEETING_FACTS = new RegExp(
  `(?:^|\\s)(?:(?:${labelsSource('facts', 'where', 'present')})\\s?:|(?:${labelsSource('factHeadings')})(?!\\p{L}))`,
  'iu',
);

/** A general label («Dato:») beside a place or a time tells of a meeting, not of the page. */
export function isMeetingFact(node: AnyNode, text: string): boolean {
  return isWeakLabel(text) && standsAmongFacts(node);
}

/** Whether the boxes round a node hold a time or a place under its label. */
export function standsAmongFacts(node: AnyNode): boolean {
  const parents = [...ancestors(node)].slice(0, 3);
  return parents.some((parent) => {
    const about = spacedText(parent);
    return MEETING_FACTS.test(`${about.slice(0, 1500)} `) || (about.length < 1500 && hasFactCells(parent));
  });
}

/** So long a label may be. */
const LABEL = 30;

/** Cells, terms or boxes «Tid» and «Sted» without colons, whatever they are made of. */
function hasFactCells(parent: Element): boolean {
  return [...descendants(parent)].some((cell) => {
    if (childrenOf(cell).some(isTag)) return false;
    const text = textOf(cell);
    return text.length <= LABEL && (isWord(text, 'facts') || isWord(text, 'where'));
  });
}

/** Text with a space at every tag border, so that `<dt>Publisert</dt><dd>…` reads as one line. */
export function spacedText(element: Element): string {
  const parts: string[] = [];
  const stack: AnyNode[] = [element];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) parts.push(node.data);
    for (const child of [...childrenOf(node)].reverse()) stack.push(child);
  }
  return foldSpace(parts.join(' '));
}
