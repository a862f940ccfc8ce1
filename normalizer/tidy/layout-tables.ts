import type { Document, Element } from 'domhandler';
import { byTag } from '../tags.ts';
import { attribute, elementsBelow, findElement, textOf } from '../tree.ts';

const PARTS = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'colgroup', 'col']);
const LONGEST_CELL = 1200;

/** Tables that only place things on the page become boxes; tables that hold data stay tables. True when any became one. */
export function unwrapLayoutTables(document: Document): boolean {
  let found = false;
  for (const table of byTag(document, 'table')) {
    if (!isLayout(table)) continue;
    unwrap(table);
    found = true;
  }
  return found;
}

function isLayout(table: Element): boolean {
  const role = attribute(table, 'role').toLowerCase();
  if (role === 'presentation' || role === 'none') return true;
  const parts = ownParts(table);
  if (
    parts.some(
      (part) => part.name === 'caption' || part.name === 'thead' || (part.name === 'th' && textOf(part) !== ''),
    )
  )
    return false;
  const cells = parts.filter((part) => part.name === 'td');
  const rows = parts.filter((part) => part.name === 'tr');
  if (cells.length <= 1 || rows.length === 0) return true;
  return cells.every((cell) => countCells(cell) <= 1) && rows.length > 2 && !looksTabular(rows)
    ? true
    : cells.some((cell) => holdsPageParts(cell) || textOf(cell).length > LONGEST_CELL);
}

/** One column with no second cell in any row is a stack of boxes. */
function looksTabular(rows: Element[]): boolean {
  return rows.some(
    (row) => row.children.filter((node) => 'name' in node && (node.name === 'td' || node.name === 'th')).length > 1,
  );
}

function countCells(cell: Element): number {
  return byTag(cell, 'td', 'th').length;
}

function holdsPageParts(cell: Element): boolean {
  return (
    findElement(cell, (e) => /^(?:table|h[1-3]|form|nav|header|footer|main|article|iframe)$/.test(e.name)) !== undefined
  );
}

/** The parts of this table, those of tables inside it left out. */
function ownParts(table: Element): Element[] {
  const inner = new Set<Element>();
  for (const nested of byTag(table, 'table')) {
    if (nested === table) continue;
    for (const part of [nested, ...elementsBelow(nested)]) inner.add(part);
  }
  const parts = elementsBelow(table);
  return inner.size === 0 ? parts : parts.filter((part) => !inner.has(part));
}

function unwrap(table: Element): void {
  for (const part of [table, ...ownParts(table)]) {
    if (!PARTS.has(part.name)) continue;
    part.name = 'div';
    part.attribs['data-layout'] = '';
  }
}
