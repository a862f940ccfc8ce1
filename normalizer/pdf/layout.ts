/** The shapes between a PDF's glyph runs and the tree. Lengths are in points, y grows downwards from the page's top. */

/** The cell of a table that a PDF's own tags put text in. */
export interface CellTag {
  table: number;
  row: number;
  /** Which cell of its row, counted from 0, how many the row has, and how many the widest row of the table. */
  at: number;
  of: number;
  columns: number;
}

/** A stretch of text with one target: `href` where a link annotation covers it. */
export interface Run {
  text: string;
  href?: string;
}

/** Text on one baseline without a wide gap in it: a line, or one line of a table cell. */
export interface Line {
  page: number;
  runs: Run[];
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  /** Nine tenths of its letters or more are in a bold font. */
  bold: boolean;
  cell?: CellTag;
}

/** One line a cell holds, several where it wraps; cells in column order. */
export interface Table {
  rows: Line[][][];
}

/** A page's geometry and its lines in content order. */
export interface PdfPage {
  number: number;
  width: number;
  height: number;
  lines: Line[];
}

/** What a page is laid out as, in reading order. */
export type Piece = { kind: 'line'; line: Line } | { kind: 'table'; table: Table };

/** Lines that belong together, with what they are. */
export interface TextBlock {
  kind: 'heading' | 'paragraph' | 'item';
  page: number;
  runs: Run[];
  text: string;
  size: number;
  bold: boolean;
  /** Distance of the first line from the page's top. */
  baseline: number;
  /** A heading's level 1–6, an item's depth from 1. */
  level: number;
  lines: number;
}

/** A block of the document: text or a table. */
export type PdfBlock = TextBlock | { kind: 'table'; page: number; table: Table };

/** One line from several that stand side by side. */
export function joinLines(lines: readonly Line[]): Line {
  const [first] = lines;
  if (!first) throw new Error('joinLines: expected at least one line');
  return {
    ...first,
    runs: lines.flatMap((line, index) => (index > 0 ? [{ text: ' ' }, ...line.runs] : line.runs)),
    text: lines.map((line) => line.text).join(' '),
    right: Math.max(...lines.map((line) => line.right)),
    bold: lines.every((line) => line.bold),
  };
}

/** The value in the middle, 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The size that most letters are set in, to half a point. */
export function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + line.text.length);
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most?.[0] ?? 0;
}
