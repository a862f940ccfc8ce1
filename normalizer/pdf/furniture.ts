/** Takes out what is printed on every page: running headers and footers, and page numbers. */
import { type Line, median, type PdfPage } from './layout.ts';

/** Share of the page's height at top and bottom where running lines stand. */
const margin = 0.11;
/** The same for lines that stand in one place on most pages (letterheads of several lines). */
const wideMargin = 0.2;

/** The pages without their furniture. Of slides only the foot is looked at: slides in a row often share a title. */
export function withoutFurniture(pages: readonly PdfPage[], slides: boolean): PdfPage[] {
  const repeated = findRepeated(pages, slides);
  return pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => !isPageNumber(line, page) && !repeated.has(line)),
  }));
}

function findRepeated(pages: readonly PdfPage[], slides: boolean): Set<Line> {
  const places = new Map<string, { line: Line; zone: number }[]>();
  for (const page of pages) {
    for (const line of page.lines) {
      const zone = line.baseline / page.height;
      if (zone > wideMargin && zone < 1 - wideMargin) continue;
      if (slides && zone < 0.5) continue;
      const key = `${zone < 0.5 ? 'top' : 'foot'} ${line.text.toLowerCase().replace(/\d+/g, '#')}`;
      places.set(key, [...(places.get(key) ?? []), { line, zone }]);
    }
  }
  const found = new Set<Line>();
  for (const same of places.values()) {
    for (const line of runningLines(same, pages.length, slides)) found.add(line);
  }
  return found;
}

function runningLines(same: readonly { line: Line; zone: number }[], pages: number, slides: boolean): Line[] {
  const count = new Set(same.map(({ line }) => line.page)).size;
  if (count < Math.max(2, (slides ? 0.6 : 0.4) * (pages - 1)) || (slides && count < 3)) return [];
  const place = median(same.map(({ zone }) => zone));
  const size = median(same.map(({ line }) => line.size));
  return (
    same
      .filter(({ zone }) => Math.abs(zone - place) < 0.01)
      .filter(({ zone }) => zone < margin || zone > 1 - margin || count >= Math.max(3, 0.6 * pages))
      // A title that later pages repeat in small letters stays where it stands large.
      .filter(({ line }) => line.size < 1.25 * size)
      .map(({ line }) => line)
  );
}

function isPageNumber(line: Line, page: PdfPage): boolean {
  const zone = line.baseline / page.height;
  if (zone > margin && zone < 1 - margin) return false;
  const bare = /^[-–—\s]*(\d{1,4})(\s*[/|]\s*\d{1,4})?[-–—\s]*$/.exec(line.text);
  // "Side 1 av 4", "Page 1 of 4", "s. 1": a word or two of few letters round this page's own number.
  const worded = /^\p{L}{1,5}\.?\s*(\d{1,4})(\s*(\p{L}{1,3}|[/|])\s*\d{1,4})?$/u.exec(line.text);
  const number = bare?.[1] ?? (zone > 0.5 || worded?.[2] ? worded?.[1] : undefined);
  return number !== undefined && Number(number) === page.number;
}
