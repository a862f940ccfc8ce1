/** Tables of plain text that fit the terminal they are shown on. */

/** How a table is laid out. */
export interface TableLayout {
  /** Characters that a line may hold; nothing is cut when left out. */
  width?: number | undefined;
  /** Columns of numbers, set to the right. */
  right?: readonly number[];
  /** What stands before every line. */
  indent?: string;
}

const GAP = '  ';
/** A cut column keeps at least so much. */
const LEAST = 12;

/** One line a row; columns as wide as their widest cell. The last column is cut with an ellipsis where the line would be too long. */
export function tableLines(rows: readonly (readonly string[])[], layout: TableLayout = {}): string[] {
  const { width = Number.POSITIVE_INFINITY, right = [], indent = '' } = layout;
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...rows.map((cells) => lengthOf(cells[at] ?? ''))),
  );
  const before = indent.length + widths.slice(0, -1).reduce((sum, one) => sum + one + GAP.length, 0);
  const last = Math.max(LEAST, width - before);
  return rows.map((cells) => {
    const set = cells.map((cell, at) => {
      if (at === columns - 1) return right.includes(at) ? padStart(cell, widths[at] ?? 0) : cut(cell, last);
      return right.includes(at) ? padStart(cell, widths[at] ?? 0) : padEnd(cell, widths[at] ?? 0);
    });
    return `${indent}${set.join(GAP)}`.trimEnd();
  });
}

/** A text of at most so many characters, cut at a word's end where one is near; an ellipsis stands for what was left out. */
export function cut(text: string, length: number): string {
  const letters = [...text];
  if (letters.length <= length) return text;
  const kept = letters.slice(0, Math.max(0, length - 1)).join('');
  const isWhole = letters[length - 1] === ' ';
  const atWord = isWhole ? kept : kept.replace(/\s+\S{0,14}$/, '');
  return `${(atWord.trim() === '' ? kept : atWord).trimEnd()}…`;
}

function lengthOf(text: string): number {
  return [...text].length;
}

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - lengthOf(text)));
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - lengthOf(text))) + text;
}
