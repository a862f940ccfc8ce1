import { type Document, type Element, isTag } from 'domhandler';
import { isMarked, says } from '../boilerplate.ts';
import { defineCleanup } from '../cleanup.ts';
import { cutParts, textNodes } from '../cut-parts.ts';
import { documentLinks } from '../document-link.ts';
import { bodyOf, guardContent, linkDensity, nodesOf, outermost, type Piece, piecesOf } from '../pieces.ts';
import { attribute, findElement, findElements, textOf } from '../tree.ts';

const LONGEST = 120;
const REASON = 'what the site counts or files of the page';

/** Reading time, hits, numbers of comments and categories. */
export default defineCleanup({
  purpose: 'reading time, hits, comments and categories',
  clean(bench) {
    const root = bench.$.root()[0] as Document;
    const body = bodyOf(root);
    if (body === undefined) return;
    const holdsContent = guardContent(root);
    const filed = findElements(body, (e) => isMarked('taxonomy', e) && isOnlyLinks(e) && !holdsContent(e));
    bench.remove(bench.$(outermost(filed)), 'what the page is filed under');
    for (const piece of piecesOf(body)) {
      if (piece.text.length > LONGEST || /^(?:h[1-6]|td|th)$/.test(piece.box.name) || isDated(piece)) continue;
      if (isFiled(piece)) bench.remove(bench.$(nodesOf(piece, holdsContent)), REASON);
      else {
        const words = findWords(piece);
        bench.remove(bench.$(words), REASON);
        const parts = textNodes(piece.nodes).flatMap((node) => cutParts(node, (part) => says('page-facts', part)));
        bench.remove(bench.$(parts), REASON);
      }
    }
  },
});

/** A machine-readable time beside relative words ("two hours ago") is the page's date: it is the date lines' to take. */
function isDated(piece: Piece): boolean {
  return piece.nodes.some((node) => isTag(node) && (isTime(node) || findElement(node, isTime) !== undefined));
}

function isTime(element: Element): boolean {
  return element.name === 'time' && attribute(element, 'datetime') !== '';
}

/** Nothing but a few short links to lists. */
function isOnlyLinks(element: Element): boolean {
  if (/^(?:a|h[1-6]|td|th|main|article)$/.test(element.name) || documentLinks(element).length > 0) return false;
  const links = findElements(element, (e) => e.name === 'a').map(textOf);
  return links.length > 0 && links.every((text) => text.length <= 40) && linkDensity(element) >= 0.85;
}

/** Elements inside a line that say nothing else: `<span>20. mai</span><span>3 min</span>`. */
function findWords(piece: Piece): Element[] {
  return piece.nodes.filter(isTag).filter((e) => e.name !== 'a' && says('page-facts', textOf(e)));
}

/** "Kategori: Avtaler" names one; a sentence that begins so has an end. */
function isFiled(piece: Piece): boolean {
  return says('page-facts', piece.text) && !/[.!?]$/.test(piece.text) && !leadsToDocuments(piece);
}

function leadsToDocuments(piece: Piece): boolean {
  return piece.nodes.some(
    (node) =>
      'name' in node &&
      (documentLinks(node as Element).length > 0 ||
        (findElement(node, (e) => e.name === 'a') === undefined && documentLinks(piece.box).length > 0)),
  );
}
