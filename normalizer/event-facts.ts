/** Labels of an event's own facts («Når», «Stad», «Tid og sted»): where they stand is content, whatever stands round them. */
import type { AnyNode, Element } from 'domhandler';
import { isWord, labelled } from './meetings/words.ts';
import { piecesOf } from './pieces.ts';
import { foldSpace } from './text.ts';
import { linesOf } from './tree.ts';

/** The printed lines of some inline nodes, `<br>` being their ends; empty ones left out. */
export function printedLines(nodes: readonly AnyNode[]): string[] {
  return nodes
    .map(linesOf)
    .join('')
    .split('\n')
    .map(foldSpace)
    .filter((line) => line !== '');
}

/** True when a line is such a label, or begins with one and a colon. */
export function isEventFact(line: string): boolean {
  if (line.length > 300 || /^adresse/iu.test(line)) return false;
  return (['facts', 'where', 'factHeadings'] as const).some(
    (list) => isWord(line, list) || labelled(line, list) !== undefined,
  );
}

/** True when a line of the element is one. */
export function holdsEventFacts(element: Element): boolean {
  return piecesOf(element).some((piece) => printedLines(piece.nodes).some(isEventFact));
}
