/** Cell values of an XLSX as a reader of the sheet sees them. */
import type { CheerioAPI } from 'cheerio';

/** Number formats that are dates or times without a format text of their own (ECMA-376, 18.8.30). */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);
const builtInTimes = new Set([18, 19, 20, 21, 45, 46, 47]);

/** What a cell's style makes of its number. */
export type NumberKind = 'number' | 'date' | 'time' | 'date-time' | 'percent';

/** The kind of number for each cell style in order, read from styles.xml. */
export function numberKinds($: CheerioAPI): NumberKind[] {
  const formats = new Map<number, string>();
  for (const format of $('numFmts > numFmt').toArray()) {
    formats.set(Number(format.attribs.numFmtId), format.attribs.formatCode ?? '');
  }
  return $('cellXfs > xf')
    .toArray()
    .map((style) => kindOf(Number(style.attribs.numFmtId), formats.get(Number(style.attribs.numFmtId))));
}

function kindOf(id: number, format: string | undefined): NumberKind {
  if (format === undefined) {
    if (builtInDates.has(id)) return id === 22 ? 'date-time' : 'date';
    if (builtInTimes.has(id)) return 'time';
    return id === 9 || id === 10 ? 'percent' : 'number';
  }
  // Literal text, colours and escaped characters are no format letters.
  const letters = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').split(';')[0] ?? '';
  const date = /[dy]/i.test(letters);
  const time = /[hs]/i.test(letters);
  if (date || time) return date && time ? 'date-time' : date ? 'date' : 'time';
  return letters.includes('%') ? 'percent' : 'number';
}

const dayMs = 86_400_000;

/**
 * A number as text: dates as `12.03.2026`, times as `09.30` with a colon (`09:30`), other numbers with a decimal comma.
 * `from1904`: the workbook counts days from 1904.
 */
export function numberText(value: string, kind: NumberKind, from1904: boolean): string {
  const number = Number(value);
  if (!Number.isFinite(number) || value.trim() === '') return value;
  if (kind === 'percent') return `${decimal(number * 100)} %`;
  if (kind === 'number') return decimal(number);
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const moment = new Date(start + Math.round((number * dayMs) / 1000) * 1000);
  if (Number.isNaN(moment.getTime())) return value;
  const iso = moment.toISOString();
  const date = `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;
  const time = iso.slice(11, 16);
  return kind === 'date' ? date : kind === 'time' ? time : `${date} ${time}`;
}

function decimal(number: number): string {
  return String(Number(number.toPrecision(12))).replace('.', ',');
}

/** The column of a cell's name counted from 0: `C7` is 2; `undefined` for what is no name. */
export function columnOf(name: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(name ?? '')?.[1];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
