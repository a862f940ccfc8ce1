import type { AnyNode, Document } from 'domhandler';
import { isComment, isTag } from 'domhandler';
import { defineCleanup } from '../cleanup.ts';
import { childrenOf, descendants } from '../tree.ts';

const TECHNICAL = new Set(
  'script style template noscript iframe frame object embed applet meta link base canvas map audio video source track svg math portal'.split(
    ' ',
  ),
);

/** Scripts, styles, embedded things and comments: nothing that is printed on the page. */
export default defineCleanup({
  purpose: 'scripts, styles, embedded things and comments',
  clean(bench) {
    const root = bench.$.root()[0] as Document;
    const found: AnyNode[] = childrenOf(root).filter((node) => !isTag(node) && node.type !== 'text');
    for (const element of descendants(root)) {
      if (TECHNICAL.has(element.name) && element.parent !== null) found.push(element);
      else found.push(...childrenOf(element).filter((node) => isComment(node) || node.type === 'directive'));
    }
    bench.remove(bench.$(found), 'not part of what the page shows');
  },
});
