/** Finds lines that stand side by side and makes rows and tables of them. Text order is always kept as the file has it. */
import { inColumns } from './columns.ts';
import { joinLines, type Line, type PdfPage, type Piece } from './layout.ts';
import { taggedTable } from './tagged-tables.ts';

/** A row: its cells' lines, and how many lines of the page it took. */
interface Row {
  cells: Line[][];
  taken: number;
}

/** A first cell of more lines than this is a column of prose, not a cell. */
const mostLinesInFirstCell = 10;
/** Beside a cell of at most so many lines others are centred; beside more stands a column of its own. */
const mostLinesBeside = 4;

/** A page's lines as single lines and tables. */
export function layOut(page: PdfPage): Piece[] {
  const pieces: Piece[] = [];
  let rows: Row[] = [];
  const close = () => {
    pieces.push(...closeRows(rows));
    rows = [];
  };
  const told = new Set<number>();
  for (let at = 0; at < page.lines.length; ) {
    const tag = page.lines[at]?.cell;
    if (tag) {
      close();
      if (!told.has(tag.table)) pieces.push(taggedTable(page.lines, tag.table, tag.columns));
      told.add(tag.table);
      at += 1;
      continue;
    }
    const row = rowAt(page.lines, at);
    if (row && rows.length > 0 && !sameColumns(rows, row)) close();
    if (row) {
      rows.push(row);
      at += row.taken;
      continue;
    }
    close();
    const line = page.lines[at];
    if (line) pieces.push({ kind: 'line', line });
    at += 1;
  }
  close();
  return pieces;
}

function rowAt(lines: readonly Line[], start: number): Row | undefined {
  const second = secondCell(lines, start);
  if (second === undefined) return undefined;
  const cells = [lines.slice(start, second)];
  const level = levelOf(cells[0] ?? []);
  let at = second;
  for (; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    if (line.cell) break;
    const cell = cells.at(-1) as Line[];
    const last = cell.at(-1) as Line;
    if (at === second || startsCell(cell, line, level)) cells.push([line]);
    else if (continuesCell(cells, last, line)) cell.push(line);
    else break;
  }
  return { cells, taken: at - start };
}

/** Where the cell to the right of the one at `start` begins, if there is one. */
function secondCell(lines: readonly Line[], start: number): number | undefined {
  const first = lines[start];
  if (!first) return undefined;
  const cell = [first];
  for (let at = start + 1; at < lines.length && cell.length <= mostLinesInFirstCell; at += 1) {
    const line = lines[at] as Line;
    if (line.cell) return undefined;
    if (startsCell(cell, line, levelOf(cell))) return at;
    if (!continuesCell([cell], cell.at(-1) as Line, line)) return undefined;
    cell.push(line);
  }
  return undefined;
}

/** To the right of all of the cell, and no lower than the row stands (a centred cell may begin higher). */
function startsCell(cell: readonly Line[], line: Line, level: number): boolean {
  const right = Math.max(...cell.map((each) => each.right));
  const rise = level - line.baseline;
  return line.left > right + 0.4 * line.size && rise > -0.6 * line.size && rise < 6 * line.size;
}

/** Where a row stands: on its first line, or in the middle of the few lines of its first cell. */
function levelOf(cell: readonly Line[]): number {
  const baselines = cell.map((line) => line.baseline);
  const [top, bottom] = [Math.min(...baselines), Math.max(...baselines)];
  return cell.length <= mostLinesBeside ? (top + bottom) / 2 : top;
}

function continuesCell(cells: readonly Line[][], last: Line, line: Line): boolean {
  const cell = cells.at(-1) as Line[];
  const left = Math.min(...cell.map((each) => each.left));
  const drop = line.baseline - last.baseline;
  const size = Math.max(last.size, line.size);
  if (drop < 0.5 * size || drop > 2.2 * size) return false;
  // Lines of the first cell must line up with it; those further right may be indented or centred.
  return cells.length === 1 ? Math.abs(line.left - left) < size : line.left > left - size;
}

/** One cell at least stands under one of the rows above. */
function sameColumns(rows: readonly Row[], row: Row): boolean {
  const last = rows.at(-1);
  const gap = (row.cells[0]?.[0]?.baseline ?? 0) - (last?.cells[0]?.[0]?.baseline ?? 0);
  if (gap < 0) return false;
  const above = rows.flatMap((each) => each.cells.slice(1).flatMap((cell) => cell.slice(0, 1)));
  return row.cells.slice(1).some(([line]) => line && above.some((other) => isUnder(other, line)));
}

/** Begins where the other does, or stands below most of it: headers and days are often centred in their columns. */
function isUnder(above: Line, line: Line): boolean {
  if (Math.abs(above.left - line.left) < 1.2 * line.size) return true;
  const shared = Math.min(above.right, line.right) - Math.max(above.left, line.left);
  return shared > 0.5 * Math.min(above.right - above.left, line.right - line.left);
}

function closeRows(rows: readonly Row[]): Piece[] {
  if (rows.length === 0) return [];
  if (isWovenProse(rows)) {
    const columns = [0, 1].flatMap((column) => rows.flatMap((row) => row.cells[column] ?? []));
    return columns.map((line) => ({ kind: 'line', line }));
  }
  if (rows.length === 1) return singleRow(rows[0] as Row);
  return [{ kind: 'table', table: { rows: inColumns(mergeWrapped(rows)) } }];
}

/** One row alone is a line with tabs in it, or text beside text. */
function singleRow(row: Row): Piece[] {
  const lines = row.cells.flat();
  if (row.cells.every((cell) => cell.length === 1)) {
    const line = joinLines(lines);
    // Three bold cells side by side are a table's header, not a heading.
    return [{ kind: 'line', line: { ...line, bold: line.bold && row.cells.length < 3 } }];
  }
  return lines.map((line) => ({ kind: 'line', line }));
}

/** Two columns of running text that the file holds line by line across both. */
function isWovenProse(rows: readonly Row[]): boolean {
  if (rows.length < 6 || rows.some((row) => row.cells.length !== 2)) return false;
  const average = (column: number) =>
    rows.reduce((sum, row) => sum + (row.cells[column]?.[0]?.text.length ?? 0), 0) / rows.length;
  const even = rows.slice(1).filter((row, index) => rowGap(rows[index], row) <= 1.5).length;
  return average(0) > 25 && average(1) > 25 && even >= 0.8 * (rows.length - 1);
}

/** Rows that are the second line of cells that wrap: set tight where other rows are set apart. */
function mergeWrapped(rows: readonly Row[]): Row[] {
  const apart = rows.slice(1).some((row, index) => rowGap(rows[index], row) > 1.55);
  if (!apart) return [...rows];
  const merged: Row[] = [];
  let before: Row | undefined;
  for (const row of rows) {
    const target = merged.at(-1);
    const gap = rowGap(before, row);
    // Beside a cell that spans rows the next one begins no lower than it.
    if (target && before && gap > 0.4 && gap < 1.4) appendRow(target, row);
    else merged.push({ ...row, cells: row.cells.map((cell) => [...cell]) });
    before = row;
  }
  return merged;
}

function appendRow(target: Row, row: Row): void {
  for (const cell of row.cells) {
    const left = cell[0]?.left ?? 0;
    const nearest = [...target.cells].sort(
      (a, b) => Math.abs((a[0]?.left ?? 0) - left) - Math.abs((b[0]?.left ?? 0) - left),
    )[0];
    nearest?.push(...cell);
  }
}

/** From the lowest line of one row to the first of the next, in units of the letters' size. */
function rowGap(above: Row | undefined, below: Row): number {
  const bottom = Math.max(...(above?.cells.flat().map((line) => line.baseline) ?? [0]));
  const first = below.cells[0]?.[0];
  return first ? (first.baseline - bottom) / first.size : 0;
}
