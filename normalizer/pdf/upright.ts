/** Pages whose text was drawn sideways or upside down, as scanners and old printer drivers leave them, are turned before they are read. */
import type { PageViewport, PDFPageProxy } from 'unpdf/pdfjs';

export type Matrix = [number, number, number, number, number, number];

/** How a page is looked at: its coordinates and, after them, its size. */
export interface View {
  transform: readonly number[];
  width: number;
  height: number;
}

/** The part of a page's letters that must run one way for the page to be turned. */
const MOST = 0.8;

/** The view of a page in which most of its text runs from left to right; the page's own where there is no such. */
export function uprightView(
  page: PageViewport,
  items: Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'],
): View {
  const letters = [0, 0, 0, 0];
  for (const item of items) {
    if (!('str' in item)) continue;
    const quarter = quarterOf(multiply(page.transform, item.transform as number[]));
    letters[quarter] = (letters[quarter] ?? 0) + item.str.trim().length;
  }
  const all = letters.reduce((sum, count) => sum + count, 0);
  return turned(
    page,
    Math.max(
      0,
      letters.findIndex((count) => all > 0 && count >= MOST * all),
    ),
  );
}

/** In quarters of a turn, clockwise, from text that runs to the right. */
function quarterOf([a, b]: Matrix): number {
  return (Math.round((2 * Math.atan2(b, a)) / Math.PI) + 4) % 4;
}

function turned({ transform, width, height }: PageViewport, quarter: number): View {
  const back: readonly Matrix[] = [
    [1, 0, 0, 1, 0, 0],
    [0, -1, 1, 0, 0, width],
    [-1, 0, 0, -1, width, height],
    [0, 1, -1, 0, height, 0],
  ];
  const isSideways = quarter % 2 === 1;
  return {
    transform: quarter === 0 ? transform : multiply(back[quarter] ?? transform, transform),
    width: isSideways ? height : width,
    height: isSideways ? width : height,
  };
}

/** One change of coordinates after another, `n` first. */
export function multiply(m: readonly number[], n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
