import { says } from '../boilerplate.ts';
import { defineCleanup } from '../cleanup.ts';
import { bodyOf, guardContent, nodesOf, piecesOf } from '../pieces.ts';

/** Words that the site itself puts on old pages. */
export default defineCleanup({
  purpose: 'warnings that a page is old',
  clean(bench) {
    const root = bench.root;
    const body = bodyOf(root);
    if (body === undefined || !bench.maySay('age')) return;
    const holdsContent = guardContent(root);
    for (const piece of piecesOf(body)) {
      if (piece.text.length > 250 || !says('age', piece.text)) continue;
      bench.remove(nodesOf(piece, holdsContent), 'a warning that the page is old');
    }
  },
});
