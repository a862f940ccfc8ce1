import type { Document, Element } from 'domhandler';
import { attribute, findElements } from '../tree.ts';

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

/** Gives generic elements with a role the tag that means the same: `<div role=heading aria-level=2>` is an `<h2>`. True when it gave any. */
export function namedByRole(document: Document): boolean {
  const found = findElements(document, (e) => e.attribs.role !== undefined || e.name === 'amp-img');
  for (const element of found) element.name = nameOf(element);
  return found.length > 0;
}

function nameOf(element: Element): string {
  if (element.name === 'amp-img') return 'img';
  const role = attribute(element, 'role').toLowerCase();
  if (role === '' || !isGeneric(element)) return element.name;
  return role === 'heading' ? `h${levelOf(element)}` : (NAMES[role] ?? element.name);
}

function isGeneric(element: Element): boolean {
  return element.name === 'div' || element.name === 'span' || element.name === 'section' || element.name.includes('-');
}

function levelOf(element: Element): number {
  const level = Number.parseInt(attribute(element, 'aria-level'), 10);
  return Number.isInteger(level) ? Math.min(6, Math.max(1, level)) : 2;
}
