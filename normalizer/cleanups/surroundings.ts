import { type AnyNode, type Element, isTag } from 'domhandler';
import { defineCleanup } from '../cleanup.ts';
import { findContent } from '../content.ts';
import { bodyOf, isBefore } from '../pieces.ts';
import { findTitleHeading } from '../title-heading.ts';
import { childrenOf, insertAt, isWithin, nextElement, parentOf, textOf } from '../tree.ts';

/** What is left outside the content. A title that stands outside is brought in, with the lead that follows it. */
export default defineCleanup({
  purpose: 'everything outside the content',
  clean(bench) {
    const root = bench.root;
    const body = bodyOf(root);
    if (body === undefined) return;
    const title = findTitleHeading(root, bench.head);
    const content = findContent(root, title);
    if (title !== undefined && !isWithin(title, content) && isBefore(title, content)) bringIn(title, content);
    const outside: AnyNode[] = [];
    for (let at: Element | undefined = content; at !== undefined && at !== body; at = parentOf(at)) {
      const inside = at;
      if (at.parent !== null) outside.push(...childrenOf(at.parent as AnyNode).filter((node) => node !== inside));
    }
    bench.remove(outside, 'outside the content');
  },
});

function bringIn(title: Element, content: Element): void {
  const lead = nextElement(title);
  const isLead =
    lead !== undefined &&
    isTag(lead) &&
    !isWithin(content, lead) &&
    textOf(lead).length >= 40 &&
    textOf(lead).length <= 800;
  // Standing with the title and apart from the text is what makes it the lead: remembered for the rule.
  if (isLead) lead.attribs['data-lead'] = '';
  insertAt(content, 0, isLead ? [title, lead] : [title]);
}
