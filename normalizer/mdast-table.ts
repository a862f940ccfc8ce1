/** Tables of mdast: every row has all columns, and the first one is the header. */
import type { Element } from 'hast';
import type { Parents, RootContent, Table, TableCell, TableRow } from 'mdast';

/** The table that was made of an element's rows; an empty header row goes on top of one that has none. */
export function tableOf(element: Element, made: RootContent[]): Table {
  const rows = gathered(made, emptyRow);
  if (!hasHeader(element)) rows.unshift(emptyRow());
  for (const row of rows) row.children = gathered(row.children, emptyCell);
  const columns = Math.max(1, ...rows.map((row) => row.children.length));
  for (const row of rows) while (row.children.length < columns) row.children.push(emptyCell());
  return { type: 'table', align: new Array<null>(columns).fill(null), children: rows };
}

/** The row of some cells. */
export function rowOf(made: RootContent[]): TableRow {
  return { type: 'tableRow', children: gathered(made, emptyCell) };
}

function emptyRow(): TableRow {
  return { type: 'tableRow', children: [] };
}

function emptyCell(): TableCell {
  return { type: 'tableCell', children: [] };
}

/** A `<thead>`, or a `<th>` in the first row. */
function hasHeader({ children }: Element): boolean {
  const parts = children.filter((node) => node.type === 'element');
  if (parts.some((part) => part.tagName === 'thead')) return true;
  const [first] = parts.flatMap((part) => (part.tagName === 'tr' ? [part] : part.children.filter(isRow)));
  return first?.type === 'element' && first.children.some((cell) => cell.type === 'element' && cell.tagName === 'th');
}

function isRow(node: Element['children'][number]): boolean {
  return node.type === 'element' && node.tagName === 'tr';
}

/** Nodes of one kind; what stands among them goes to the front of the next, and what is left at the end to the last. */
export function gathered<T extends Parents>(nodes: readonly RootContent[], build: () => T): T[] {
  const { type } = build();
  const found: T[] = [];
  let waiting: RootContent[] = [];
  for (const node of nodes) {
    if (node.type !== type) {
      waiting.push(node);
      continue;
    }
    const own = node as unknown as T;
    own.children.unshift(...(waiting as never[]));
    waiting = [];
    found.push(own);
  }
  if (waiting.length > 0 && found.length === 0) found.push(build());
  found.at(-1)?.children.push(...(waiting as never[]));
  return found;
}
