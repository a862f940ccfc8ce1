/** Blocks -> HTML: a section a page, bullets as nested lists, tables as tables. */
import { elementHtml, sectionHtml, tableHtml } from '../document-tree.ts';
import { leveledHtml } from '../list-tree.ts';
import { bulletOf, startsNumbered } from './glyphs.ts';
import type { Line, PdfBlock, TextBlock } from './layout.ts';
import { flowLines, joint, runsHtml, runsText, type Words } from './runs.ts';

/** The document's pages as sections `page-1`, `page-2` …; a paragraph that goes on over a page's end stands whole on the first. */
export function blocksHtml(blocks: readonly PdfBlock[], words: Words): string {
  const pages = new Map<number, PdfBlock[]>();
  for (const block of joinOverPages(blocks, words)) pages.set(block.page, [...(pages.get(block.page) ?? []), block]);
  return [...pages].map(([number, here]) => sectionHtml(`page-${number}`, pageHtml(here, words))).join('');
}

function joinOverPages(blocks: readonly PdfBlock[], words: Words): PdfBlock[] {
  const joined: PdfBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last && isBroken(last, block))
      joined[joined.length - 1] = joinText(last as TextBlock, block as TextBlock, words);
    else joined.push(block);
  }
  return joined;
}

function isBroken(last: PdfBlock, next: PdfBlock): boolean {
  if (last.kind === 'table' || last.kind === 'heading' || next.kind !== 'paragraph') return false;
  // On one page, text that goes up went on in the next column.
  if (last.page === next.page && next.baseline >= last.baseline) return false;
  if (Math.abs(last.size - next.size) > 0.6) return false;
  const runsOn = /^\p{Ll}/u.test(next.text) || (last.lines > 1 && /^\d/.test(next.text) && !startsNumbered(next.text));
  return runsOn && /[\p{Ll},-]$/u.test(last.text);
}

function joinText(last: TextBlock, next: TextBlock, words: Words): TextBlock {
  const runs = last.runs.map((run) => ({ ...run }));
  const end = runs.at(-1);
  if (end) end.text = joint(end.text, next.text, words);
  const whole = [...runs, ...next.runs];
  return { ...last, runs: whole, text: runsText(whole) };
}

function pageHtml(blocks: readonly PdfBlock[], words: Words): string {
  let html = '';
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as PdfBlock;
    if (block.kind === 'item') {
      const items = takeItems(blocks, at);
      html += leveledHtml(items.map((item) => ({ html: runsHtml(item.runs), depth: item.level })));
      at += items.length;
      continue;
    }
    html += block.kind === 'table' ? gridHtml(block.table.rows, words) : textHtml(block);
    at += 1;
  }
  return html;
}

function textHtml(block: TextBlock): string {
  return elementHtml(block.kind === 'heading' ? `h${block.level}` : 'p', runsHtml(block.runs));
}

function gridHtml(rows: readonly (readonly (readonly Line[])[])[], words: Words): string {
  const edges: number[] = [];
  for (const cells of rows) {
    for (const [column, lines] of cells.entries()) {
      edges[column] = Math.max(edges[column] ?? 0, ...lines.map((line) => line.right));
    }
  }
  return tableHtml(rows.map((cells) => cells.map((lines, column) => cellHtml(lines, edges[column] ?? 0, words))));
}

/** A cell's lines, broken where one ends though the next word would have fitted in the column. */
function cellHtml(lines: readonly Line[], edge: number, words: Words): string {
  const parts: Line[][] = [];
  for (const line of lines) {
    const last = parts.at(-1)?.at(-1);
    if (last && wrapsInto(last, line, edge)) parts.at(-1)?.push(line);
    else parts.push([line]);
  }
  return parts.map((part) => runsHtml(flowLines(part, words))).join('<br>');
}

function wrapsInto(last: Line, next: Line, edge: number): boolean {
  if (bulletOf(next.text) !== undefined) return false;
  const perLetter = (next.right - next.left) / Math.max(1, next.text.length);
  const word = (/^\S+/.exec(next.text)?.[0].length ?? 0) * perLetter;
  return last.right + 0.25 * last.size + word > edge || /^\p{Ll}/u.test(next.text);
}

function takeItems(blocks: readonly PdfBlock[], start: number): TextBlock[] {
  const items: TextBlock[] = [];
  for (let at = start; at < blocks.length; at += 1) {
    const block = blocks[at] as PdfBlock;
    if (block.kind !== 'item') break;
    items.push(block);
  }
  return items;
}
