/** Glyph runs -> lines. Runs on one baseline are joined; a gap wider than a tab's starts a new line, the next cell. */
import type { PDFPageProxy } from 'unpdf/pdfjs';
import { isMarker, mendGlyphs } from './glyphs.ts';
import type { CellTag, Line, PdfPage, Run } from './layout.ts';
import type { BoldFonts } from './open.ts';
import { taggedCells } from './tagged-tables.ts';
import { multiply, uprightView } from './upright.ts';

interface Glyphs {
  text: string;
  font: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  /** White space stood before it in the content. */
  spaced: boolean;
  cell: CellTag | undefined;
}

interface LinkArea {
  href: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** In units of the letters' size: a wider gap parts two cells. */
const cellGap = 1.8;
/** A bullet or number may stand this far from its text. */
const markerGap = 5;
/** A gap from here on is a space that nobody wrote. */
const spaceGap = 0.16;

/** The lines of a page in content order, without text that runs another way than most of it (watermarks, marginal notes). */
export async function pageLines(page: PDFPageProxy, bold: BoldFonts): Promise<PdfPage> {
  const cells = await taggedCells(page);
  const content = await page.getTextContent({ includeMarkedContent: cells.size > 0 });
  const view = uprightView(page.getViewport({ scale: 1 }), content.items);
  const glyphs = toGlyphs(content.items, view.transform, cells);
  await bold.learn(page, new Set(glyphs.map((each) => each.font)));
  const links = await linkAreas(page, view.transform);
  const lines = joinGlyphs(glyphs).map((group) => toLine(page.pageNumber, group, bold, links));
  return {
    number: page.pageNumber,
    width: view.width,
    height: view.height,
    lines: lines.filter((line) => line.text !== ''),
  };
}

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

function toGlyphs(items: TextContent['items'], view: readonly number[], cells: ReadonlyMap<string, CellTag>): Glyphs[] {
  const glyphs: Glyphs[] = [];
  const marks: (string | undefined)[] = [];
  let spaced = false;
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') marks.pop();
      else marks.push(item.id);
      continue;
    }
    const cell = cells.get(marks.findLast((mark) => mark !== undefined) ?? '');
    const text = mendGlyphs(item.str);
    if (text.trim() === '') {
      spaced ||= text !== '';
      continue;
    }
    // The view turns the y axis, so that upright text comes out with a negative d; a and b tell the direction.
    const [a, b, , , x, y] = multiply(view, item.transform as number[]);
    const size = Math.hypot(item.transform[2] as number, item.transform[3] as number);
    if (Math.abs(b) > 0.2 * Math.abs(a) || a < 0 || !(size > 0)) continue;
    glyphs.push({ text, font: item.fontName, left: x, right: x + item.width, baseline: y, size, spaced, cell });
    spaced = false;
  }
  return glyphs;
}

function joinGlyphs(glyphs: readonly Glyphs[]): Glyphs[][] {
  const groups: Glyphs[][] = [];
  for (const next of glyphs) {
    const group = groups.at(-1);
    if (group && continuesLine(group, next)) group.push(next);
    else groups.push([next]);
  }
  return groups;
}

function continuesLine(group: readonly Glyphs[], next: Glyphs): boolean {
  const last = group.at(-1);
  const first = group[0];
  if (!last || !first || last.cell !== next.cell) return false;
  const size = Math.max(last.size, next.size);
  // Raised and lowered figures are smaller and stand off the baseline.
  const rise = next.size < 0.8 * first.size || last.size < 0.8 * next.size ? 0.55 : 0.3;
  if (Math.abs(next.baseline - first.baseline) > rise * size) return false;
  const gap = next.left - last.right;
  const widest = group.length === 1 && isMarker(last.text) ? markerGap : cellGap;
  return gap > -0.6 * size && gap < widest * size;
}

function toLine(page: number, group: readonly Glyphs[], bold: BoldFonts, links: readonly LinkArea[]): Line {
  const line: Line = { page, runs: [], text: '', left: 0, right: 0, baseline: 0, size: 0, bold: false };
  let boldLetters = 0;
  let letters = 0;
  let before: Glyphs | undefined;
  for (const each of group) {
    const gap = before && (each.spaced || each.left - before.right > spaceGap * each.size);
    if (gap && !/\s$/.test(line.text)) addRun(line, ' ', line.runs.at(-1)?.href);
    for (const run of linkedRuns(each, links)) addRun(line, run.text, run.href);
    const count = each.text.replace(/[^\p{L}\d]/gu, '').length;
    letters += count;
    if (bold.has(each.font)) boldLetters += count;
    before = each;
  }
  const main = [...group].sort((a, b) => b.text.length - a.text.length)[0];
  return {
    ...line,
    text: line.text.replace(/\s+/g, ' ').trim(),
    left: group[0]?.left ?? 0,
    right: before?.right ?? 0,
    baseline: main?.baseline ?? 0,
    size: main?.size ?? 0,
    bold: letters > 0 && boldLetters >= 0.9 * letters,
    ...(main?.cell ? { cell: main.cell } : {}),
  };
}

function addRun(line: Line, text: string, href: string | undefined): void {
  line.text += text;
  const last = line.runs.at(-1);
  if (last && last.href === href) last.text += text;
  else line.runs.push(href ? { text, href } : { text });
}

/** The words of a stretch with the links over them; a word's place is reckoned from its share of the letters. */
function linkedRuns(glyphs: Glyphs, links: readonly LinkArea[]): Run[] {
  const y = glyphs.baseline - 0.3 * glyphs.size;
  const here = links.filter((link) => y >= link.top && y <= link.bottom);
  if (here.length === 0) return [{ text: glyphs.text }];
  const perLetter = (glyphs.right - glyphs.left) / glyphs.text.length;
  let at = glyphs.left;
  let before: LinkArea | undefined;
  return (glyphs.text.match(/\s+|[.,;:)]+(?=\s|$)|\S+?(?=[.,;:)]*(?:\s|$))/g) ?? []).map((text) => {
    const centre = at + (text.length * perLetter) / 2;
    at += text.length * perLetter;
    const link = here.find((each) => centre >= each.left && centre <= each.right);
    // Space between a link and what follows belongs to neither.
    before = text.trim() === '' && link !== before ? undefined : link;
    return before ? { text, href: before.href } : { text };
  });
}

/** More links than this on a page are not looked at. */
const mostLinks = 500;

async function linkAreas(page: PDFPageProxy, view: readonly number[]): Promise<LinkArea[]> {
  let annotations: { url?: string; rect?: number[] }[];
  try {
    annotations = await page.getAnnotations();
  } catch {
    // Broken annotations: the text stands without its links.
    return [];
  }
  return annotations.slice(0, mostLinks).flatMap(({ url, rect }) => {
    if (!url || !/^https?:/i.test(url) || rect?.length !== 4) return [];
    const [x1, y1, x2, y2] = rect as [number, number, number, number];
    const [, , , , left, top] = multiply(view, [1, 0, 0, 1, x1, y1]);
    const [, , , , right, bottom] = multiply(view, [1, 0, 0, 1, x2, y2]);
    const [xs, ys] = [
      [left, right],
      [top, bottom],
    ];
    return [
      { href: url, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) },
    ];
  });
}
