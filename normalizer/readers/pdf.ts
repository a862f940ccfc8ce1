/** PDF -> tree, by way of pdf.js: text with its place and size becomes headings, paragraphs, lists and tables. */
import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { usableTitle } from '../document-title.ts';
import { documentFrom, emptyDocument, emptyHead } from '../document-tree.ts';
import type { Head, ReadDocument } from '../page.ts';
import { toBlocks } from '../pdf/blocks.ts';
import { withoutFurniture } from '../pdf/furniture.ts';
import { markHeadings } from '../pdf/headings.ts';
import { blocksHtml } from '../pdf/html.ts';
import { bodySize, type PdfPage } from '../pdf/layout.ts';
import { pageLines } from '../pdf/lines.ts';
import { BoldFonts, openPdf } from '../pdf/open.ts';
import { collectWords } from '../pdf/runs.ts';
import { layOut } from '../pdf/tables.ts';
import { defineReader } from '../reader.ts';

/** Pages and letters beyond these are left out, with the flag `truncated` (STANDARDS C2.12). */
const mostPages = 200;
const mostLetters = 2_000_000;
/** A4, A3 and Letter laid across, in points. */
const paper = [
  [842, 595],
  [1191, 842],
  [792, 612],
] as const;
/** Slides are set in larger letters. */
const readingSize = 12.5;

export default defineReader({
  mediaTypes: ['application/pdf', 'application/x-pdf'],
  extensions: ['pdf'],
  isolated: true,
  async read(capture) {
    const opened = await openPdf(capture.body);
    if (typeof opened === 'string') return emptyDocument('pdf', [opened]);
    try {
      return await readPdf(opened);
    } catch {
      // Opened, but its inside cannot be followed: pages that are no pages, references that lead nowhere.
      return emptyDocument('pdf', ['broken']);
    } finally {
      await opened.destroy().catch(() => undefined);
    }
  },
});

async function readPdf(pdf: PDFDocumentProxy): Promise<ReadDocument> {
  const head = await readHead(pdf);
  const { pages, flags } = await readPages(pdf);
  if (pages.every((page) => page.lines.length === 0)) {
    return emptyDocument('pdf', flags.includes('broken') ? flags : [...flags, 'no-text'], head);
  }
  return documentFrom('pdf', pagesHtml(pages, head), head, flags);
}

function pagesHtml(all: readonly PdfPage[], head: Head): string {
  const slides = all.filter(isSlide).length > all.length / 2;
  const pages = withoutFurniture(all, slides);
  const lines = pages.flatMap((page) => page.lines);
  const words = collectWords(lines);
  const blocks = pages.flatMap((page) => toBlocks(layOut(page), page, { words, slides, lines }));
  const ownTitle = head.title ? { ownTitle: head.title } : {};
  markHeadings(blocks, pages, { bodySize: bodySize(lines), slides, ...ownTitle });
  return blocksHtml(blocks, words);
}

/** Wider than high, and not a sheet of paper laid across with text for reading: a plan or a table. */
function isSlide({ width, height, lines }: PdfPage): boolean {
  const isPaper = paper.some(([long, short]) => Math.abs(width - long) < 4 && Math.abs(height - short) < 4);
  return width > 1.2 * height && !(isPaper && bodySize(lines) <= readingSize);
}

async function readPages(pdf: PDFDocumentProxy): Promise<{ pages: PdfPage[]; flags: string[] }> {
  const flags = pdf.numPages > mostPages ? ['truncated'] : [];
  const pages: PdfPage[] = [];
  const bold = new BoldFonts();
  let letters = 0;
  for (let number = 1; number <= Math.min(pdf.numPages, mostPages) && letters <= mostLetters; number += 1) {
    try {
      const page = await pdf.getPage(number);
      const read = await pageLines(page, bold);
      letters += read.lines.reduce((sum, line) => sum + line.text.length, 0);
      pages.push(read);
      page.cleanup();
    } catch {
      // One page that cannot be read costs itself, not the others.
      flags.push('broken');
    }
  }
  if (letters > mostLetters) flags.push('truncated');
  return { pages, flags };
}

async function readHead(pdf: PDFDocumentProxy): Promise<Head> {
  const head = emptyHead();
  let info: Record<string, unknown> = {};
  try {
    info = (await pdf.getMetadata()).info as Record<string, unknown>;
  } catch {
    // Properties that cannot be read are as good as none.
  }
  const title = usableTitle(typeof info.Title === 'string' ? info.Title : undefined);
  const created = pdfDate(info.CreationDate);
  const modified = pdfDate(info.ModDate);
  return { ...head, ...(title ? { title } : {}), ...(created ? { created } : {}), ...(modified ? { modified } : {}) };
}

const pdfDateForm = /^D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\s*(Z|[+-]\d\d'?(?:\d\d)?)?/;

/** "D:20240312090000+01'00'" as ISO 8601; `undefined` for what is no date. A date without an offset is given without one. */
export function pdfDate(value: unknown): string | undefined {
  const parts = typeof value === 'string' ? pdfDateForm.exec(value) : null;
  if (!parts) return undefined;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', zone] = parts;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  if (Number.isNaN(Date.parse(`${local}Z`))) return undefined;
  const offset = zone && zone !== 'Z' ? /([+-]\d\d)'?(\d\d)?/.exec(zone) : null;
  if (offset) return `${local}${offset[1]}:${offset[2] ?? '00'}`;
  return zone === 'Z' ? `${local}Z` : local;
}
