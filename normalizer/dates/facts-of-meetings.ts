/** Facts of a meeting among which a date is the meeting's, not the page's. */
import { type AnyNode, type Element, isText } from 'domhandler';
import { isWord, labelsSource } from '../meetings/words.ts';
import { foldSpace } from '../text.ts';
import { ancestors, byTag, childrenOf, textOf } from '../tree.ts';
import { isWeakLabel } from './date-line.ts';

/** A document's or an event's own facts («Dato: …», «Tid: …», «Stad: …»): the date among them is the meeting's. */
export const MEETING_FACTS = new RegExp(
  `(?:^|\\s)(?:(?:${labelsSource('facts', 'where', 'present')})\\s?:|(?:${labelsSource('factHeadings')})(?!\\p{L}))`,
  'iu',
);

/** A general label («Dato:») beside a place or a time tells of a meeting, not of the page. */
export function isMeetingFact(node: AnyNode, text: string): boolean {
  if (!isWeakLabel(text)) return false;
  const parents = [...ancestors(node)].slice(0, 3);
  return parents.some((parent) => {
    const about = spacedText(parent);
    return MEETING_FACTS.test(`${about.slice(0, 1500)} `) || (about.length < 1500 && hasFactCells(parent));
  });
}

/** Rows or terms «Tid» and «Sted» without colons. */
function hasFactCells(parent: Element): boolean {
  return byTag(parent, 'th', 'td', 'dt', 'b', 'strong').some((cell) => {
    const text = textOf(cell);
    return isWord(text, 'facts') || isWord(text, 'where');
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
