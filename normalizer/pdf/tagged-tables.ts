/** The tables that a PDF's own tags tell of: which cell each stretch of marked content stands in. Word and LibreOffice write them for screen readers. */
import type { PDFPageProxy } from 'unpdf/pdfjs';
import { inColumns, type LooseRow } from './columns.ts';
import type { CellTag, Line, Piece } from './layout.ts';

type Tree = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>;
type Node = Tree['children'][number];

const ROW = 'TR';
const CELLS = new Set(['TD', 'TH']);
/** A tree that leads into itself, or was made deep to do harm, is not followed further. */
const DEEPEST = 60;

/** By the name of each marked content, the cell that it stands in. Frames of one row or one column are no tables. */
export async function taggedCells(page: PDFPageProxy): Promise<Map<string, CellTag>> {
  const cells = new Map<string, CellTag>();
  const tree = await page.getStructTree().catch(() => null);
  if (!tree) return cells;
  for (const [table, rows] of tablesIn(tree.children, 0).entries()) {
    const columns = Math.max(...rows.map((row) => row.length));
    if (rows.length < 2 || columns < 2) continue;
    for (const [row, list] of rows.entries())
      for (const [at, cell] of list.entries())
        for (const id of contentIn(cell, 0)) cells.set(id, { table, row, at, of: list.length, columns });
  }
  return cells;
}

/** The rows of every table that stands in no other. */
function tablesIn(nodes: readonly Node[], depth: number): Node[][][] {
  return nodes.flatMap((node) => {
    if (!('role' in node) || depth > DEEPEST) return [];
    return node.role === 'Table' ? [rowsIn(node.children, depth)] : tablesIn(node.children, depth + 1);
  });
}

/** Rows stand in the table, or in its head, body and foot. */
function rowsIn(nodes: readonly Node[], depth: number): Node[][] {
  return nodes.flatMap((node) => {
    if (!('role' in node) || depth > DEEPEST) return [];
    return node.role === ROW
      ? [node.children.filter((cell) => 'role' in cell && CELLS.has(cell.role))]
      : rowsIn(node.children, depth + 1);
  });
}

function contentIn(node: Node, depth: number): string[] {
  if (!('role' in node)) return node.type === 'content' ? [node.id] : [];
  return depth > DEEPEST ? [] : node.children.flatMap((child) => contentIn(child, depth + 1));
}

/** A table as the file's own tags have it, however its lines are strewn over the page's content. */
export function taggedTable(lines: readonly Line[], table: number, columns: number): Piece {
  const rows = new Map<number, Line[]>();
  for (const line of lines)
    if (line.cell?.table === table) rows.set(line.cell.row, [...(rows.get(line.cell.row) ?? []), line]);
  const loose = [...rows].sort(([a], [b]) => a - b).map(([, row]) => taggedRow(row, columns));
  return { kind: 'table', table: { rows: inColumns(loose, columns) } };
}

/** Of a row with as many cells as there are columns it is told where each stands. */
function taggedRow(row: readonly Line[], columns: number): LooseRow {
  const at = [...new Set(row.map((line) => line.cell?.at ?? 0))].sort((a, b) => a - b);
  const cells = at.map((place) => row.filter((line) => line.cell?.at === place));
  return row[0]?.cell?.of === columns ? { cells, at } : { cells };
}
