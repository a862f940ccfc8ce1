/** XLSX -> tree: a section with a table for each visible sheet, bounded in rows and columns. */
import { openArchive } from '../archive.ts';
import { documentFrom, elementHtml, emptyDocument, escapeHtml, sectionHtml, tableHtml } from '../document-tree.ts';
import { coreHead, relationshipsOf } from '../office-open.ts';
import type { ReadDocument } from '../page.ts';
import { defineReader } from '../reader.ts';
import { numberKinds } from '../spreadsheet/cells.ts';
import { readSheet, textOf, type Workbook } from '../spreadsheet/sheet.ts';
import { parseXml, UnsafeXmlError, xmlText } from '../xml.ts';

const wanted =
  /^(docProps\/core\.xml|xl\/(_rels\/)?workbook\.xml(\.rels)?|xl\/(sharedStrings|styles)\.xml|xl\/worksheets\/[^/]+\.xml)$/;
/** Sheets beyond these are left out, with the flag `truncated`. */
const mostSheets = 20;

type Parts = ReadonlyMap<string, Uint8Array>;

interface SheetPart {
  name: string;
  part: string;
  hidden: boolean;
}

export default defineReader({
  mediaTypes: [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.template',
    'application/vnd.ms-excel.sheet.macroenabled.12',
  ],
  extensions: ['xlsx', 'xltx', 'xlsm'],
  isolated: true,
  read(capture) {
    const archive = openArchive(capture.body, (name) => wanted.test(name));
    if (archive.refused !== undefined) return emptyDocument('xlsx', [archive.refused]);
    try {
      return readWorkbook(archive.parts);
    } catch (error) {
      // What is wrong is in the bytes: XML that no office program writes.
      return emptyDocument('xlsx', [error instanceof UnsafeXmlError ? 'unsafe' : 'broken']);
    }
  },
});

function readWorkbook(parts: Parts): ReadDocument {
  const $ = parseXml(parts.get('xl/workbook.xml'));
  const sheets = sheetParts(parts);
  if (sheets.length === 0) return emptyDocument('xlsx', ['broken']);
  const book: Workbook = {
    shared: parseXml(parts.get('xl/sharedStrings.xml'))('sst > si').toArray().map(textOf),
    kinds: numberKinds(parseXml(parts.get('xl/styles.xml'))),
    from1904: /^(1|true)$/.test($('workbookPr').attr('date1904') ?? ''),
  };
  const visible = sheets.filter((sheet) => !sheet.hidden);
  const flags = visible.length < sheets.length ? ['has-hidden-sheets'] : [];
  if (visible.length > mostSheets) flags.push('truncated');
  let html = '';
  for (const [index, sheet] of visible.slice(0, mostSheets).entries()) {
    const { rows, truncated } = readSheet(xmlText(parts.get(sheet.part)), book);
    if (truncated) flags.push('truncated');
    if (rows.length > 0) html += sectionHtml(`sheet-${index + 1}`, sheetHtml(sheet.name, rows, visible.length > 1));
  }
  return documentFrom('xlsx', html, coreHead(parts), html === '' ? [...flags, 'no-text'] : flags);
}

function sheetParts(parts: Parts): SheetPart[] {
  const relationships = relationshipsOf(parts, 'xl/workbook.xml');
  return parseXml(parts.get('xl/workbook.xml'))('sheets > sheet')
    .toArray()
    .flatMap(({ attribs }) => {
      const part = relationships.get(attribs['r:id'] ?? '')?.target;
      const hidden = /hidden/i.test(attribs.state ?? '');
      return part && parts.has(part) ? [{ name: attribs.name ?? '', part, hidden }] : [];
    });
}

/** Rows of one cell above the table are its title and notes; the first full row of words is its header. */
function sheetHtml(name: string, rows: readonly string[][], several: boolean): string {
  const start = rows.findIndex((row) => row.filter((text) => text.trim()).length > 1);
  const above = rows.slice(0, start < 0 ? rows.length : start).map((row) => row.find((text) => text.trim()) ?? '');
  const grid = start < 0 ? [] : rows.slice(start);
  const header = grid.length > 1 && (grid[0] ?? []).every((text) => /\p{L}/u.test(text) && !/^\d/.test(text));
  const cells = grid.map((row) => row.map((text) => escapeHtml(text.replace(/\s+/g, ' '))));
  const heading = several ? elementHtml('h2', escapeHtml(name)) : '';
  return heading + above.map((text) => elementHtml('p', escapeHtml(text))).join('') + tableHtml(cells, header);
}
