/** Tables as grids: spanning cells are repeated, headers are found with and without `<th>`. */
import type { Element } from 'domhandler';
import { byTag } from './tags.ts';
import { attribute, elementsOf, textOf } from './tree.ts';

const WIDEST = 60;
const MOST_CELLS = 20_000;

/** One place of a grid. */
export interface GridCell {
  element: Element;
  row: number;
  column: number;
  /** True where the cell names a column or a row. */
  header: boolean;
  /** False in the places that a spanning cell is repeated in. */
  first: boolean;
  columnHeader: string;
  rowHeader: string;
}

/** A table's rows; a row whose one cell spans the whole width has a single, first cell with `banner` set. */
export interface GridRow {
  cells: GridCell[];
  /** The text of a cell that spans all columns and so names the rows below it. */
  banner?: string;
}

/** Reads a table in its printed order (thead, bodies, tfoot as they stand). Cells of tables inside it are left out. */
export function readGrid(table: Element): GridRow[] {
  const rows = byTag(table, 'tr').filter((row) => tableOf(row) === table);
  const places = placeCells(rows);
  const width = Math.max(0, ...places.map((row) => row.length));
  const headers = headerRows(rows, places);
  return places.map((row, at) => readRow(row, at, { places, headers, width }));
}

interface Place {
  element: Element;
  first: boolean;
}
type Places = (Place | undefined)[][];

function placeCells(rows: Element[]): Places {
  const places: Places = rows.map(() => []);
  let count = 0;
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of elementsOf(row).filter((e) => e.name === 'td' || e.name === 'th')) {
      while (places[at]?.[column] !== undefined) column += 1;
      const [wide, high] = [span(cell, 'colspan', WIDEST), span(cell, 'rowspan', rows.length - at)];
      for (let y = at; y < at + high; y += 1) {
        for (let x = column; x < Math.min(column + wide, WIDEST); x += 1) {
          count += 1;
          if (count > MOST_CELLS) return places;
          const line = places[y];
          if (line !== undefined) line[x] ??= { element: cell, first: y === at && x === column };
        }
      }
      column += wide;
    }
  }
  return places;
}

function span(cell: Element, name: string, most: number): number {
  const value = Number.parseInt(attribute(cell, name), 10);
  if (value === 0) return name === 'rowspan' ? most : 1;
  return Number.isInteger(value) && value > 0 ? Math.min(value, Math.max(1, most)) : 1;
}

/** Rows that name the columns: in `<thead>`, all `<th>`, or a first row that is set apart in bold or by holding words over figures. */
function headerRows(rows: Element[], places: Places): Set<number> {
  const found = new Set<number>();
  for (const [at, row] of rows.entries()) {
    const cells = distinct(places[at] ?? []);
    const filled = cells.filter((cell) => textOf(cell) !== '');
    const inHead = row.parent !== null && 'name' in row.parent && row.parent.name === 'thead';
    if (inHead || (filled.every((cell) => cell.name === 'th') && (filled.length > 1 || isAllHeaders(cells, filled))))
      found.add(at);
  }
  if (found.size === 0 && rows.length > 1 && (isBoldRow(places, 0) || isWordsOverFigures(places))) found.add(0);
  return found;
}

/** One header and nothing beside it names the columns only where the empty places are headers too: «August» is a month without meetings. */
function isAllHeaders(cells: readonly Element[], filled: readonly Element[]): boolean {
  return filled.length === 1 && cells.length > 1 && cells.every((cell) => cell.name === 'th');
}

function isBoldRow(places: Places, at: number): boolean {
  const bold = (cell: Element) => {
    const strong = byTag(cell, 'b', 'strong');
    return textOf(cell) === '' || strong.map(textOf).join(' ').length >= textOf(cell).length * 0.9;
  };
  const cells = distinct(places[at] ?? []);
  const next = distinct(places[at + 1] ?? []);
  return cells.length > 1 && cells.some((cell) => textOf(cell) !== '') && cells.every(bold) && !next.every(bold);
}

function isWordsOverFigures(places: Places): boolean {
  const first = distinct(places[0] ?? []).map(textOf);
  if (first.length < 2 || first.filter((text) => text !== '').length < first.length - 1) return false;
  if (first.some((text) => text.length > 40 || /\d/.test(text))) return false;
  return first.some((_, column) => {
    const below = places
      .slice(1)
      .map((row) => row[column]?.element)
      .filter((cell) => cell !== undefined);
    return (
      below.length > 0 &&
      below.every((cell) => /\d/.test(textOf(cell)) || textOf(cell) === '') &&
      below.some((cell) => textOf(cell) !== '')
    );
  });
}

function distinct(row: (Place | undefined)[]): Element[] {
  return [...new Set(row.flatMap((place) => (place === undefined ? [] : [place.element])))];
}

function readRow(
  row: (Place | undefined)[],
  at: number,
  grid: { places: Places; headers: Set<number>; width: number },
): GridRow {
  const cells = distinct(row);
  const [only] = cells;
  if (
    cells.length === 1 &&
    only !== undefined &&
    grid.width > 1 &&
    row.filter(Boolean).length >= grid.width &&
    textOf(only) !== ''
  ) {
    const cell = { element: only, row: at, column: 0, header: true, first: true, columnHeader: '', rowHeader: '' };
    return { cells: [cell], banner: textOf(only) };
  }
  return { cells: row.flatMap((place, column) => (place === undefined ? [] : [readCell(place, at, column, grid)])) };
}

function readCell(place: Place, row: number, column: number, grid: { places: Places; headers: Set<number> }): GridCell {
  const header = grid.headers.has(row) || place.element.name === 'th';
  return {
    element: place.element,
    row,
    column,
    header,
    first: place.first,
    columnHeader: grid.headers.has(row) ? '' : columnHeader(row, column, grid),
    rowHeader: header ? '' : rowHeader(row, column, grid),
  };
}

/** The header rows nearest above, several on top of each other joined. */
function columnHeader(row: number, column: number, grid: { places: Places; headers: Set<number> }): string {
  let at = row - 1;
  while (at >= 0 && !grid.headers.has(at)) at -= 1;
  const texts: string[] = [];
  for (; at >= 0 && grid.headers.has(at); at -= 1) {
    const cell = grid.places[at]?.[column]?.element;
    const text = cell === undefined ? '' : textOf(cell);
    if (text !== '' && !texts.includes(text)) texts.unshift(text);
  }
  return texts.join(' ');
}

/** The `<th>` of the row, or without any the first cell when the table has headers for its columns. */
function rowHeader(row: number, column: number, grid: { places: Places; headers: Set<number> }): string {
  const line = grid.places[row] ?? [];
  const named = line.slice(0, column).filter((place) => place?.element.name === 'th');
  const cell = named.at(-1)?.element ?? (column > 0 && grid.headers.size > 0 ? line[0]?.element : undefined);
  return cell === undefined || cell === line[column]?.element ? '' : textOf(cell);
}

function tableOf(element: Element): Element | undefined {
  for (let node = element.parent; node !== null; node = node.parent)
    if ('name' in node && node.name === 'table') return node as Element;
  return undefined;
}
