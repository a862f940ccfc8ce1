import { type AnyNode, type Document, type Element, isTag, isText, Text } from 'domhandler';
import { childrenOf, elementsBelow, isInline, linesOf, setChildren } from '../tree.ts';

/**
 * Words never glue where two inline elements meet with nothing between them: a space goes in where a word or sentence ends
 * and another begins (`samarbeidsutvalg.</span><span>Fant`, `Representerer</span><span>Kommunene`), and always between two links.
 */
export function spaceBorders(document: Document): void {
  for (const element of elementsBelow(document)) {
    const glued = gluedIn(element);
    if (glued.size > 0)
      setChildren(
        element,
        childrenOf(element).flatMap((node) => (glued.has(node) ? [new Text(' '), node] : [node])),
      );
  }
}

const NONE: ReadonlySet<AnyNode> = new Set();

/** The children with no space before them where there should be one; hardly any element has such. */
function gluedIn({ children }: Element): ReadonlySet<AnyNode> {
  let glued: Set<AnyNode> | undefined;
  for (let at = 1; at < children.length; at += 1) {
    const node = children[at] as AnyNode;
    if (isGluedBorder(children[at - 1] as AnyNode, node)) glued = (glued ?? new Set()).add(node);
  }
  return glued ?? NONE;
}

function isGluedBorder(left: AnyNode, right: AnyNode): boolean {
  if (!isPiece(left) || !isPiece(right) || (isText(left) && isText(right))) return false;
  const before = linesOf(left);
  const after = linesOf(right);
  if (before === '' || after === '' || /\s$/.test(before) || /^\s/.test(after)) return false;
  if (isLink(left) && isLink(right)) return true;
  if (/^\d{1,2}\.\s?[\p{L}\d]/u.test(after)) return isTag(left) && isTag(right) && /\p{L}{2}$/u.test(before);
  if (/^[([]/.test(after)) return /[\p{L}\p{N}]$/u.test(before) && isTag(left);
  if (isText(left) || isText(right)) return /[\p{Ll}\p{N}).!?:»”]$/u.test(before) && isSentenceBorder(before, after);
  return /[\p{Ll}\p{N}).!?:;»”]$/u.test(before) && /^[\p{Lu}«“–]/u.test(after);
}

/** Between words and an element the page itself set no space: only a new sentence or a word after a bracket is sure. */
function isSentenceBorder(before: string, after: string): boolean {
  return /[\p{Ll})][.!?]$|\)$/u.test(before) && /^\p{Lu}/u.test(after);
}

function isLink(node: AnyNode): boolean {
  return isTag(node) && node.name === 'a' && (node as Element).attribs.href !== undefined;
}

function isPiece(node: AnyNode): boolean {
  return isText(node) || (isTag(node) && node.name !== 'br' && node.name !== 'wbr' && isInline(node));
}
