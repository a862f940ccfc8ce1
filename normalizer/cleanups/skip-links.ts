import type { Document } from 'domhandler';
import { says } from '../boilerplate.ts';
import { defineCleanup } from '../cleanup.ts';
import { widen } from '../pieces.ts';
import { findElements, textOf } from '../tree.ts';

/** Links that jump within the page for those who read with a keyboard. */
export default defineCleanup({
  purpose: 'skip links',
  clean(bench) {
    const links = findElements(bench.$.root()[0] as Document, (e) => e.name === 'a' || e.name === 'button');
    const found = links.filter((link) => says('skip-link', textOf(link).slice(0, 100)));
    bench.remove(bench.$(found.map(widen)), 'a link that skips to another part of the page');
  },
});
