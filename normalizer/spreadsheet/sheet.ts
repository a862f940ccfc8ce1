/** One sheet of an XLSX as rows of text. */

import { load } from 'cheerio';
import type { Element } from 'domhandler';
import { childElement, childElements } from '../xml.ts';
import { columnOf, type NumberKind, numberText } from './cells.ts';

/** What the cells of all sheets refer to. */
export interface Workbook {
  /** Texts that cells name by number. */
  shared: readonly string[];
  kinds: readonly NumberKind[];
  from1904: boolean;
}

/** Rows and columns beyond these are left out. */
export const mostRows = 1000;
export const mostColumns = 60;

/** The rows of a sheet's XML, empty rows and columns at the edges dropped; `truncated` when there were more. */
export function readSheet(xml: string, book: Workbook): { rows: string[][]; truncated: boolean } {
  const end = nthRowEnd(xml, mostRows);
  const truncated = end !== undefined && xml.indexOf('</row>', end) >= 0;
  const $ = load(end === undefined ? xml : `${xml.slice(0, end)}</sheetData></worksheet>`, { xml: true });
  const shown = $('sheetData > row')
    .toArray()
    .filter((row) => !/^(1|true)$/.test(row.attribs.hidden ?? ''));
  return { rows: trimGrid(shown.map((row) => rowTexts(row, book))), truncated };
}

/** Where the n-th row ends: a sheet of a million rows is not parsed to be thrown away. */
function nthRowEnd(xml: string, count: number): number | undefined {
  let at = 0;
  for (let row = 0; row < count; row += 1) {
    const found = xml.indexOf('</row>', at);
    if (found < 0) return undefined;
    at = found + '</row>'.length;
  }
  return at;
}

function rowTexts(row: Element, book: Workbook): string[] {
  const texts: string[] = [];
  for (const cell of childElements(row, 'c')) {
    const column = columnOf(cell.attribs.r) ?? texts.length;
    if (column >= mostColumns) break;
    while (texts.length < column) texts.push('');
    texts[column] = cellText(cell, book);
  }
  return texts;
}

function cellText(cell: Element, book: Workbook): string {
  const value = textOf(childElement(cell, 'v'));
  switch (cell.attribs.t) {
    case 's':
      return book.shared[Number(value)] ?? '';
    case 'inlineStr':
      return textOf(childElement(cell, 'is'));
    case 'b':
      return value === '1' ? '✓' : '';
    case 'e':
      return '';
    case 'str':
      return value;
    case 'd':
      return value.slice(0, 10).split('-').reverse().join('.');
    default:
      return numberText(value, book.kinds[Number(cell.attribs.s ?? 0)] ?? 'number', book.from1904);
  }
}

/** The text of an element without phonetic readings. */
export function textOf(element: Element | undefined): string {
  if (!element || element.name === 'rPh') return '';
  return element.children
    .map((child) => (child.type === 'text' ? child.data : child.type === 'tag' ? textOf(child) : ''))
    .join('');
}

function trimGrid(rows: readonly string[][]): string[][] {
  const filled = rows.filter((row) => row.some((text) => text.trim()));
  const first = Math.min(...filled.map((row) => row.findIndex((text) => text.trim())));
  const width = Math.max(0, ...filled.map((row) => row.findLastIndex((text) => text.trim()) + 1));
  return filled.map((row) => Array.from({ length: width - first }, (_, index) => row[first + index] ?? ''));
}
