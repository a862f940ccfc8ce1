import type { Document } from 'domhandler';
import { says } from '../boilerplate.ts';
import { defineCleanup } from '../cleanup.ts';
import { outermost, widen } from '../pieces.ts';
import { findElements, isInline, textOf } from '../tree.ts';

/** Links that jump within the page for those who read with a keyboard, and what those who hear it are told of links. */
export default defineCleanup({
  purpose: 'skip links, and words on how a link opens',
  clean(bench) {
    const links = findElements(bench.$.root()[0] as Document, (e) => e.name === 'a' || e.name === 'button');
    const found = links.filter((link) => says('skip-link', textOf(link).slice(0, 100)));
    bench.remove(bench.$(found.map(widen)), 'a link that skips to another part of the page');
    const asides = findElements(bench.$.root()[0] as Document, (e) => isInline(e) && e.name !== 'a');
    const windows = asides.filter((e) => textOf(e).length <= 60 && says('new-window', textOf(e)));
    bench.remove(bench.$(outermost(windows)), 'words on how a link opens');
  },
});
