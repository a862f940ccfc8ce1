import { says } from '../boilerplate.ts';
import { defineCleanup, type Workbench } from '../cleanup.ts';
import { outermost, widen } from '../pieces.ts';
import { byTag } from '../tags.ts';
import { findElements, isInline, lengthOf, textOf } from '../tree.ts';

/** Links that jump within the page for those who read with a keyboard, and what those who hear it are told of links. */
export default defineCleanup({
  purpose: 'skip links, and words on how a link opens',
  clean(bench) {
    if (bench.maySay('skip-link')) removeSkipLinks(bench);
    if (bench.maySay('new-window')) removeAsides(bench);
  },
});

function removeSkipLinks(bench: Workbench): void {
  const found = byTag(bench.root, 'a', 'button').filter((link) => says('skip-link', textOf(link).slice(0, 100)));
  bench.remove(found.map(widen), 'a link that skips to another part of the page');
}

function removeAsides(bench: Workbench): void {
  const asides = findElements(bench.root, (e) => isInline(e) && e.name !== 'a');
  const windows = asides.filter((e) => lengthOf(e) <= 60 && says('new-window', textOf(e)));
  bench.remove(outermost(windows), 'words on how a link opens');
}
