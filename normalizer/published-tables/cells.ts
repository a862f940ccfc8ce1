/** Cells as the text of CSV files (RFC 4180), in the standard form and in the one that Norwegian Excel opens. */
import type { Value } from './table.ts';

/** Between the members of a list: no id, number or code holds it. */
export const LIST_DELIMITER = '|';

/** What the bytes of a CSV file are. */
export interface CsvForm {
  delimiter: ',' | ';';
  decimalComma: boolean;
  /** Excel shows what follows a line break in a cell as a row of its own in too many places. */
  oneLine: boolean;
}

/** RFC 4180: comma, decimal point. */
export const STANDARD: CsvForm = { delimiter: ',', decimalComma: false, oneLine: false };
/** What Excel opens with a double click in Norway: semicolon, decimal comma; the file begins with a BOM. */
export const EXCEL: CsvForm = { delimiter: ';', decimalComma: true, oneLine: true };

/** What a spreadsheet would take for a formula, also behind blanks and quotes and in full width (OWASP ASVS 1.2.10, CWE-1236). */
const FORMULA = /^[\s"'\u00a0]*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;

/** One row with its line end, CRLF. */
export function csvLine(row: readonly Value[], form: CsvForm): string {
  return `${row.map((value) => csvCell(value, form)).join(form.delimiter)}\r\n`;
}

function csvCell(value: Value, form: CsvForm): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return form.decimalComma ? String(value).replace('.', ',') : String(value);
  const text = safeText(Array.isArray(value) ? value.join(LIST_DELIMITER) : value);
  const whole = form.oneLine ? text.replace(/(?<!\s)\s*[\r\n\u2028\u2029]+\s*/g, ' ') : text;
  return /["\r\n]/.test(whole) || whole.includes(form.delimiter) ? `"${whole.replaceAll('"', '""')}"` : whole;
}

/** Text that no spreadsheet calculates: `'` before what looks like a formula. The other formats hold it as it is. */
export function safeText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
