/** Lines that several things share («27.8.2025 · 4 min lesing», «Oppretta 14.11.2023 - Skrive av …»): parts of one text node on their own. */
import { type AnyNode, type Element, isTag, isText, Text } from 'domhandler';
import { makeElement, replaceWith } from './tree.ts';

const BORDER = /(\s{1,3}[·•|–—-]\s{1,3}|\s{0,3}[·•|]\s{0,3}|,\s)/;
const LONGEST = 200;

/** The text nodes below some nodes. */
export function textNodes(nodes: readonly AnyNode[]): Text[] {
  const found: Text[] = [];
  gatherText(nodes, found);
  return found;
}

function gatherText(nodes: readonly AnyNode[], found: Text[]): void {
  for (const node of nodes) {
    if (isText(node)) found.push(node);
    else if (isTag(node)) gatherText(node.children, found);
  }
}

/**
 * Sets the parts of a text that `test` holds for apart in elements of their own, the border before each with it, and gives these
 * back for removal. Nothing happens to a text of one part, or when all parts are meant.
 */
export function cutParts(node: Text, test: (part: string) => boolean): Element[] {
  if (node.data.length > LONGEST) return [];
  const pieces = node.data.split(BORDER);
  const isMeant = pieces.map((piece, at) => at % 2 === 0 && piece.trim() !== '' && test(piece.trim()));
  if (pieces.length < 3 || !isMeant.includes(true)) return [];
  const cut: Element[] = [];
  const nodes: AnyNode[] = [];
  for (const [at, piece] of pieces.entries()) {
    const isBorder = at % 2 === 1 && (isMeant[at + 1] === true || (isMeant[at - 1] === true && at === 1));
    if (isMeant[at] === true || isBorder) {
      const element = makeElement('span', {}, [new Text(piece)]);
      cut.push(element);
      nodes.push(element);
      continue;
    }
    // What stays together stays one text: «man. 13.4.2026 - 09:12».
    const last = nodes.at(-1);
    if (last !== undefined && isText(last)) last.data += piece;
    else nodes.push(new Text(piece));
  }
  replaceWith(node, nodes);
  return cut;
}
