import { type Element, isTag } from 'domhandler';
import { defineCleanup } from '../cleanup.ts';
import { guardContent, outermost } from '../pieces.ts';
import { attribute, findElements, parentOf, textOf } from '../tree.ts';

const INVISIBLE = /(?:^|;)\s{0,5}(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden)/i;

/** What the page never shows. Panels that a heading or a control just before them opens are content and stay. */
export default defineCleanup({
  purpose: 'hidden elements',
  clean(bench) {
    const root = bench.root;
    const holdsContent = guardContent(root);
    const hidden = outermost(findElements(root, (e) => isHidden(e) && !isPanel(e))).filter((e) => !holdsContent(e));
    bench.remove(hidden, 'hidden from readers');
  },
});

function isHidden(element: Element): boolean {
  const { attribs } = element;
  if (attribs.hidden !== undefined && attribs.hidden !== 'until-found') return true;
  if (attribs.style !== undefined && INVISIBLE.test(attribs.style.slice(0, 2000))) return true;
  return attribute(element, 'aria-hidden') === 'true' && element.name !== 'img';
}

function isPanel(element: Element): boolean {
  if (parentOf(element)?.name === 'details' || attribute(element, 'role') === 'tabpanel') return true;
  let before = element.prev;
  while (before !== null && before.type === 'text' && before.data.trim() === '') before = before.prev;
  if (before === null || !isTag(before)) return false;
  const { name, attribs } = before;
  const isControl =
    name === 'button' || attribs.tabindex !== undefined || attribs.onclick !== undefined || attribs.role === 'button';
  // A link without an address only runs a script: its `javascript:` was taken when links were resolved.
  const isScript = name === 'a' && attribs.href === undefined && textOf(before) !== '';
  return (
    /^h[2-6]$/.test(name) ||
    name === 'summary' ||
    isControl ||
    isScript ||
    (name === 'a' && attribs['data-fragment'] !== undefined)
  );
}
