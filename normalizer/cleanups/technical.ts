import type { AnyNode, Element } from 'domhandler';
import { isComment, isTag } from 'domhandler';
import { defineCleanup } from '../cleanup.ts';
import { childrenOf } from '../tree.ts';

const TECHNICAL = new Set(
  'script style template noscript iframe frame object embed applet meta link base canvas map audio video source track svg math portal'.split(
    ' ',
  ),
);

/** Scripts, styles, embedded things and comments: nothing that is printed on the page. */
export default defineCleanup({
  purpose: 'scripts, styles, embedded things and comments',
  clean(bench) {
    const root = bench.root;
    const found: AnyNode[] = childrenOf(root).filter((node) => !isTag(node) && node.type !== 'text');
    for (const node of childrenOf(root)) if (isTag(node)) gather(node, found);
    bench.remove(found, 'not part of what the page shows');
  },
});

function gather(element: Element, found: AnyNode[]): void {
  if (TECHNICAL.has(element.name)) {
    found.push(element);
    return;
  }
  for (const node of element.children) {
    if (isTag(node)) gather(node, found);
    else if (isComment(node) || node.type === 'directive') found.push(node);
  }
}
