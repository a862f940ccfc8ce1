import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, EXCEL, STANDARD, safeText } from '../../../normalizer/published-tables/cells.ts';

describe('the cells of CSV files', () => {
  it('A4.3 A4.4 read back whatever a text holds, one row a record', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 3 }), (cells) => {
        const options = { relax_column_count: false, record_delimiter: '\r\n' };
        const back = parseCsv(csvLine(cells, STANDARD), options) as string[][];
        expect(back).toEqual([cells.map(safeText)]);
        const excel = csvLine(cells, EXCEL);
        expect(excel.slice(0, -2)).not.toMatch(/[\r\n]/);
        expect((parseCsv(excel, { ...options, delimiter: ';' }) as string[][])[0]).toHaveLength(cells.length);
      }),
      { numRuns: 50 },
    );
  });

  it('A4.2 are numbers as they are, with a decimal comma where Excel opens them', () => {
    expect(csvLine([0.85, 1200, true, null, ['a', 'b'], '0301'], STANDARD)).toBe('0.85,1200,true,,a|b,0301\r\n');
    expect(csvLine([0.85, 1200, true, null, ['a', 'b'], '0301'], EXCEL)).toBe('0,85;1200;true;;a|b;0301\r\n');
  });

  it.each(['=1', ' =1', '"=1', '+47', '-Møte', '@SUM', '\t=1', '\r=1', '\0=1', '＝1', '＋1', '－1', '＠a', '\u00a0=1'])(
    'A4.3 are no formula: %j',
    (text) => {
      expect(safeText(text)).toBe(`'${text}`);
      expect(safeText(`Møte ${text}`)).toBe(`Møte ${text}`);
    },
  );
});
