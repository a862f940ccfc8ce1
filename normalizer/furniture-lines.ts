/** The lines of a source's pages, and those that several of them share. */
import { type Document, isTag } from 'domhandler';
import { normalise } from './boilerplate.ts';
import type { Page } from './page.ts';
import { bodyOf, type Piece, piecesOf } from './pieces.ts';
import { findTitleHeading } from './title-heading.ts';
import { textOf } from './tree.ts';

/** So many pages with titles of their own must have a line. */
const PAGES = 3;
/** Longer paragraphs are no lines. */
const LONGEST_PARAGRAPH = 600;
/** Nor is a longer row of labels. */
const LONGEST_ROW = 160;

/** What one page of a source says, line by line, before anything is taken out of it. */
export interface PageLines {
  /** Pages with one title are one page at several addresses. */
  title: string;
  lines: ReadonlySet<string>;
}

/** What two lines are compared by: letters and figures alone. Tidying sets spaces between labels that stood side by side. */
export function lineKey(text: string): string {
  return normalise(text).replaceAll(' ', '');
}

/** The lines of a tree as it was read. */
export function linesOfPage({ $, head }: Pick<Page, '$' | 'head'>): PageLines {
  const document = $.root()[0] as Document;
  const body = bodyOf(document);
  const title = findTitleHeading(document, head);
  const lines =
    body === undefined
      ? []
      : piecesOf(body).flatMap((piece) => (piece.text.length <= LONGEST_PARAGRAPH ? linesOf(piece) : []));
  return {
    title: lineKey(`${head.title ?? ''} ${title === undefined ? '' : textOf(title)}`),
    lines: new Set(lines.filter((line) => line !== '')),
  };
}

/** What a piece says; of a row of labels, links or buttons also what each says: clean-ups may take some of them out before. */
function linesOf({ text, nodes }: Piece): string[] {
  const parts = nodes.filter((node) => textOf(node) !== '');
  const isRow = parts.length > 1 && text.length <= LONGEST_ROW && parts.every(isTag);
  return [text, ...(isRow ? parts.map(textOf) : [])].map(lineKey);
}

/** The lines that stand on at least three of these pages of one source. */
export function findFurniture(pages: readonly PageLines[]): string[] {
  const titles = new Map<string, Set<string>>();
  for (const { title, lines } of pages)
    for (const line of lines) titles.set(line, (titles.get(line) ?? new Set()).add(title));
  return [...titles].filter(([, on]) => on.size >= PAGES).map(([line]) => line);
}
