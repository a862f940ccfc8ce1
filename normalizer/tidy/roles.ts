import type { Document, Element } from 'domhandler';
import { attribute, descendants } from '../tree.ts';

const NAMES: Record<string, string> = {
  list: 'ul',
  listitem: 'li',
  table: 'table',
  grid: 'table',
  row: 'tr',
  cell: 'td',
  gridcell: 'td',
  columnheader: 'th',
  rowheader: 'th',
  rowgroup: 'tbody',
  term: 'dt',
  definition: 'dd',
  paragraph: 'p',
  blockquote: 'blockquote',
  article: 'article',
  main: 'main',
};

/** Gives generic elements with a role the tag that means the same: `<div role=heading aria-level=2>` is an `<h2>`. */
export function namedByRole(document: Document): void {
  for (const element of descendants(document)) {
    if (element.name === 'amp-img') element.name = 'img';
    const role = attribute(element, 'role').toLowerCase();
    if (role === '' || !isGeneric(element)) continue;
    if (role === 'heading') element.name = `h${levelOf(element)}`;
    else element.name = NAMES[role] ?? element.name;
  }
}

function isGeneric(element: Element): boolean {
  return element.name === 'div' || element.name === 'span' || element.name === 'section' || element.name.includes('-');
}

function levelOf(element: Element): number {
  const level = Number.parseInt(attribute(element, 'aria-level'), 10);
  return Number.isInteger(level) ? Math.min(6, Math.max(1, level)) : 2;
}
