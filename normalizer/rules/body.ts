import { type AnyNode, type Document, type Element, isTag } from 'domhandler';
import { normalise } from '../boilerplate.ts';
import { findLead } from '../lead.ts';
import { toMarkdown } from '../markdown.ts';
import type { Page } from '../page.ts';
import { defineRule } from '../rule.ts';
import { findTitleHeading } from '../title-heading.ts';
import { childrenOf, descendants, isWithin, textOf } from '../tree.ts';

/** The text as Markdown, without the title and the lead that have fields of their own. */
export default defineRule<string>({
  needs: ['title'],
  read(page, known) {
    const skip = new Set<AnyNode>(findLead(page)?.nodes ?? []);
    const title = titleIn(page, String(known.title?.value ?? ''));
    if (title !== undefined) skip.add(title);
    const value = toMarkdown(page.content, skip);
    return value === '' ? undefined : { value };
  },
});

/** The heading that says the title: on web pages the title's own; in documents a first heading of the same words. */
function titleIn(page: Page, title: string): Element | undefined {
  const heading = findTitleHeading(page.$.root()[0] as Document, page.head);
  const says = (element: Element) => normalise(textOf(element)) === normalise(title);
  if (heading !== undefined && isWithin(heading, page.content) && says(heading)) return heading;
  const line = page.format === 'html' ? openingLine(page.content, says) : undefined;
  if (line !== undefined) return line;
  for (const element of descendants(page.content))
    if (/^h[1-6]$/.test(element.name)) return says(element) ? element : undefined;
  return undefined;
}

/** Where no heading says it: what the content opens with, however deep in boxes and letters of its own it stands. */
function openingLine(content: Element, says: (element: Element) => boolean): Element | undefined {
  const first = (element: Element) => childrenOf(element).find((node) => textOf(node) !== '');
  for (let at = first(content); at !== undefined && isTag(at); at = first(at)) if (says(at)) return at;
  return undefined;
}
