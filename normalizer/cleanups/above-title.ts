import type { Element } from 'domhandler';
import { defineCleanup } from '../cleanup.ts';
import { bodyOf, isBefore, linkDensity, nodesOf, type Piece, piecesOf } from '../pieces.ts';
import { findTitleHeading } from '../title-heading.ts';
import { isWithin } from '../tree.ts';

const LONGEST = 100;

/** The site's name, bars, paths and kickers: short pieces above the title that are no sentence. */
export default defineCleanup({
  purpose: 'site names, bars and kickers above the title',
  clean(bench) {
    const root = bench.root;
    const body = bodyOf(root);
    const title = findTitleHeading(root, bench.head);
    if (body === undefined || title === undefined) return;
    for (const piece of piecesOf(body)) {
      if (piece.box === title || isWithin(piece.box, title) || !isAbove(piece, title)) continue;
      if (/^h[1-6]$/.test(title.name) && isWithin(title, piece.box) && piece.text.length > LONGEST) continue;
      const isShort = piece.text.length <= LONGEST && !/[.!?]$/.test(piece.text);
      if (!isShort && linkDensity(piece.box) < 0.7) continue;
      bench.remove(
        nodesOf(piece, (box) => isWithin(title, box)),
        'a short line above the title',
      );
    }
  },
});

function isAbove(piece: Piece, title: Element): boolean {
  const [first] = piece.nodes;
  return first !== undefined && isBefore(first, title);
}
