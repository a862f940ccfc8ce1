/** Puts the cells of rows under each other: rows with fewer cells than others have empty ones, or cells that span several. */
import type { Line } from './layout.ts';

/** A row's cells as lines; `at` where it is known which columns they stand in. */
export interface LooseRow {
  cells: readonly (readonly Line[])[];
  at?: readonly number[];
}

interface Column {
  left: number;
  right: number;
}

/** Rows of as many cells as there are columns, empty where nothing stands; the rows as they came where their cells cannot be told apart. */
export function inColumns(rows: readonly LooseRow[], width = 0): Line[][][] {
  const count = Math.max(width, ...rows.map(({ cells }) => cells.length));
  const placed = rows.map((row) => row.at ?? (row.cells.length === count ? row.cells.map((_, at) => at) : undefined));
  const columns = columnsOf(rows, placed, count);
  return rows.map(({ cells }, index) => {
    const at = placed[index] ?? placesOf(cells, columns) ?? cells.map((_, column) => column);
    const row: Line[][] = Array.from({ length: count }, () => []);
    for (const [cell, lines] of cells.entries()) row[at[cell] ?? cell]?.push(...lines);
    return row;
  });
}

/** Where the columns stand, by the cells whose column is known. */
function columnsOf(
  rows: readonly LooseRow[],
  placed: readonly (readonly number[] | undefined)[],
  count: number,
): Column[] {
  const columns = Array.from({ length: count }, () => ({
    left: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
  }));
  for (const [index, { cells }] of rows.entries())
    for (const [cell, lines] of cells.entries()) {
      const column = columns[placed[index]?.[cell] ?? -1];
      if (!column || lines.length === 0) continue;
      column.left = Math.min(column.left, leftOf(lines));
      column.right = Math.max(column.right, rightOf(lines));
    }
  return columns;
}

/** The column of each cell: the first that it stands over, or else the nearest. `undefined` when two would share one. */
function placesOf(cells: readonly (readonly Line[])[], columns: readonly Column[]): number[] | undefined {
  const places = cells.map((lines) => placeOf(lines, columns));
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1)) ? places : undefined;
}

function placeOf(lines: readonly Line[], columns: readonly Column[]): number {
  const [left, right] = [leftOf(lines), rightOf(lines)];
  const distances = columns.map((column) => Math.max(0, column.left - right, left - column.right));
  return distances.indexOf(Math.min(...distances));
}

function leftOf(lines: readonly Line[]): number {
  return Math.min(...lines.map((line) => line.left));
}

function rightOf(lines: readonly Line[]): number {
  return Math.max(...lines.map((line) => line.right));
}
