import type { Document } from 'domhandler';
import { says } from '../boilerplate.ts';
import { defineCleanup } from '../cleanup.ts';
import { widen } from '../pieces.ts';
import { findElements, textOf } from '../tree.ts';

/** Links to the top of the page. */
export default defineCleanup({
  purpose: 'links to the top of the page',
  clean(bench) {
    const links = findElements(bench.$.root()[0] as Document, (e) =>
      ['a', 'button', 'p', 'span', 'div'].includes(e.name),
    );
    const found = links.filter((e) => textOf(e).length <= 40 && says('back-to-top', textOf(e)));
    bench.remove(bench.$(found.filter((e) => e.parent !== null).map(widen)), 'a link to the top of the page');
  },
});
