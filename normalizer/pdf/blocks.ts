/** Lines -> paragraphs and list items. A line goes on in the next where the next word would not have fitted on it. */
import { bulletOf, isMarker, startsNumbered } from './glyphs.ts';
import { type Line, median, type PdfBlock, type PdfPage, type Piece, type TextBlock } from './layout.ts';
import { dropStart, flowLines, runsText, trimRuns, type Words } from './runs.ts';

/** What grouping needs to know of the document. */
export interface Setting {
  words: Words;
  slides: boolean;
  /** Every line of the document, to learn how far lines reach to the right. */
  lines: readonly Line[];
}

interface Group {
  lines: Line[];
  /** The bullet that the first line began with, and where its text starts. */
  bullet?: { left: number; textLeft: number };
}

/** The blocks of a page in reading order. */
export function toBlocks(pieces: readonly Piece[], page: PdfPage, setting: Setting): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  let group: Group | undefined;
  let bullets: number[] = [];
  const close = () => {
    if (group) blocks.push(toBlock(group, bullets, setting));
    group = undefined;
  };
  for (const piece of pieces) {
    if (piece.kind === 'table') {
      close();
      bullets = [];
      blocks.push({ kind: 'table', page: page.number, table: piece.table });
      continue;
    }
    if (group && goesOn(group, piece.line, page, setting)) {
      group.lines.push(piece.line);
      continue;
    }
    close();
    group = startGroup(piece.line);
    bullets = group.bullet ? nest(bullets, group.bullet.left) : [];
  }
  close();
  // A bullet without text is an item that nobody wrote.
  return blocks.filter((block) => block.kind === 'table' || !isMarker(block.text) || /[\p{L}\d]/u.test(block.text));
}

function startGroup(line: Line): Group {
  const mark = bulletOf(line.text);
  if (mark === undefined || line.text.length <= mark.length) return { lines: [line] };
  const perLetter = (line.right - line.left) / Math.max(1, line.text.length);
  return { lines: [line], bullet: { left: line.left, textLeft: line.left + mark.length * perLetter } };
}

/** The bullets that this one stands inside of, itself last: its depth is their number. */
function nest(bullets: readonly number[], left: number): number[] {
  const outer = bullets.filter((each) => each < left - 4);
  return [...outer, left].slice(-6);
}

function goesOn(group: Group, line: Line, page: PdfPage, setting: Setting): boolean {
  const last = group.lines.at(-1) as Line;
  const drop = line.baseline - last.baseline;
  const size = Math.max(last.size, line.size);
  if (bulletOf(line.text) !== undefined) return false;
  if (Math.abs(last.size - line.size) > 0.12 * size || drop < 0.5 * size || drop > 1.75 * size) return false;
  if (last.bold !== line.bold && (group.lines.every((each) => each.bold) || line.bold)) return false;
  if (group.bullet) return line.left > group.bullet.left + 3 && fills(last, line, page, setting);
  if (startsNumbered(line.text) && !startsNumbered(last.text) && !fills(last, line, page, setting)) return false;
  return Math.abs(line.left - last.left) < 2.5 * size || group.lines.length === 1
    ? fills(last, line, page, setting)
    : isCentred(last, line) && fills(last, line, page, setting);
}

function isCentred(a: Line, b: Line): boolean {
  return Math.abs(a.left + a.right - b.left - b.right) < 0.6 * b.size;
}

/** True when the next line's first word would not have fitted on the line: it was wrapped, not ended. */
function fills(last: Line, next: Line, page: PdfPage, setting: Setting): boolean {
  if (setting.slides && last.size > 0.97 * Math.max(...page.lines.map((line) => line.size))) return true;
  const perLetter = (next.right - next.left) / Math.max(1, next.text.length);
  const word = (/^\S+/.exec(next.text)?.[0].length ?? 0) * perLetter + 0.25 * last.size;
  const centred = isCentred(last, next) && Math.abs(last.left - next.left) > next.size;
  const edge = centred ? 0.94 * page.width : rightEdge(last, page, setting);
  // In a centred line a further word would push out on both sides.
  if (last.right + (centred ? word / 2 : word) > edge - 0.5) return true;
  // Running on in small letters without a stop: text set in a narrower box than the page tells.
  return (
    /^\p{Ll}/u.test(next.text) && !/[.:;!?]$/.test(last.text) && last.right - last.left > 0.45 * (edge - last.left)
  );
}

/** A page with little on it has a margin all the same. */
function leftMargin(page: PdfPage): number {
  return Math.min(0.12 * page.width, ...page.lines.map((line) => line.left));
}

/** Where lines that begin where this one does end at most: as seen, or else the page's width less its left margin. */
function rightEdge(line: Line, page: PdfPage, setting: Setting): number {
  const flush = flushEdge(line, page);
  if (flush !== undefined) return flush;
  const same = setting.lines.filter((each) => sameLeft(each, line));
  const seen = Math.max(line.right, ...same.map((each) => each.right));
  const atEdge = same.filter((each) => each.right > seen - 0.08 * (seen - line.left)).length;
  // Text beside it ends its column, wherever the page ends.
  const beside = page.lines.some(
    (each) => each.left > line.right && Math.abs(each.baseline - line.baseline) < line.size,
  );
  if (atEdge >= 4 || beside) return seen;
  return Math.max(seen, page.width - leftMargin(page) - 0.02 * page.width);
}

/** Where lines near this one end at one and the same point, they are set flush: that is the edge, whatever stands elsewhere. */
function flushEdge(line: Line, page: PdfPage): number | undefined {
  const rights = page.lines
    .filter((each) => sameLeft(each, line) && Math.abs(each.baseline - line.baseline) < 12 * line.size)
    .map((each) => each.right)
    .filter((right) => right > line.right - 1)
    .sort((a, b) => a - b);
  return rights.find((right) => rights.filter((each) => Math.abs(each - right) < 1).length >= 3);
}

function sameLeft(each: Line, line: Line): boolean {
  return Math.abs(each.left - line.left) < 3 && each.size < 1.15 * line.size;
}

function toBlock(group: Group, bullets: readonly number[], setting: Setting): TextBlock {
  const first = group.lines[0] as Line;
  const flowed = flowLines(group.lines, setting.words);
  const mark = group.bullet ? (bulletOf(runsText(flowed)) ?? '') : '';
  const runs = group.bullet ? dropStart(flowed, mark.length) : trimRuns(flowed);
  return {
    kind: group.bullet ? 'item' : 'paragraph',
    page: first.page,
    runs,
    text: runsText(runs),
    size: median(group.lines.map((line) => line.size)),
    bold: group.lines.every((line) => line.bold),
    baseline: first.baseline,
    level: group.bullet ? bullets.length : 0,
    lines: group.lines.length,
  };
}
