import { says } from '../boilerplate.ts';
import { defineCleanup } from '../cleanup.ts';
import { widen } from '../pieces.ts';
import { byTag } from '../tags.ts';
import { lengthOf, textOf } from '../tree.ts';

/** Links to the top of the page. */
export default defineCleanup({
  purpose: 'links to the top of the page',
  clean(bench) {
    if (!bench.maySay('back-to-top')) return;
    const links = byTag(bench.root, 'a', 'button', 'p', 'span', 'div');
    const found = links.filter((e) => lengthOf(e) <= 40 && says('back-to-top', textOf(e)));
    bench.remove(found.filter((e) => e.parent !== null).map(widen), 'a link to the top of the page');
  },
});
