/** Makes small documents for the tests: PDF by hand, office formats as archives of XML. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { ReadDocument } from '../../../normalizer/page.ts';
import type { Reader } from '../../../normalizer/reader.ts';
import type { Capture } from '../../../scraper/index.ts';

/** A line of text on a page: points from the left and from the top. */
export interface Placed {
  text: string;
  x: number;
  y: number;
  size?: number;
  bold?: boolean;
}

export interface PdfSpec {
  pages: Placed[][];
  info?: Record<string, string>;
  width?: number;
  height?: number;
  /** How the text is drawn on the sheet, in quarters of a turn against the clock. */
  turned?: 0 | 1 | 2 | 3;
  /** Objects to add or replace, by number; 1 is the catalogue, 2 the page tree. */
  extra?: Record<number, string>;
  trailer?: string;
}

/** A PDF of Helvetica text; the characters must be in Latin-1. */
export function makePdf(spec: PdfSpec): Uint8Array {
  const { width = 595, height = 842 } = spec;
  const objects = new Map<number, string>();
  const kids = spec.pages.map((_, index) => `${10 + 2 * index} 0 R`).join(' ');
  objects.set(1, '<</Type/Catalog/Pages 2 0 R>>');
  objects.set(2, `<</Type/Pages/Count ${spec.pages.length}/Kids[${kids}]>>`);
  objects.set(3, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  objects.set(4, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>');
  const info = Object.entries(spec.info ?? {}).map(([key, value]) => `/${key}(${escapePdf(value)})`);
  objects.set(5, `<<${info.join('')}>>`);
  for (const [index, lines] of spec.pages.entries()) {
    const content = lines.map((line) => drawText(line, { width, height, turned: spec.turned ?? 0 })).join('\n');
    objects.set(
      10 + 2 * index,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents ${11 + 2 * index} 0 R>>`,
    );
    objects.set(11 + 2 * index, `<</Length ${content.length}>>stream\n${content}\nendstream`);
  }
  for (const [number, body] of Object.entries(spec.extra ?? {})) objects.set(Number(number), body);
  return assemble(objects, spec.trailer ?? '');
}

function drawText(
  { text, x, y, size = 11, bold = false }: Placed,
  { width, height, turned }: Required<Pick<PdfSpec, 'width' | 'height' | 'turned'>>,
): string {
  const ways = [
    `1 0 0 1 ${x} ${height - y}`,
    `0 1 -1 0 ${y} ${x}`,
    `-1 0 0 -1 ${width - x} ${y}`,
    `0 -1 1 0 ${width - y} ${height - x}`,
  ];
  return `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${ways[turned]} Tm (${escapePdf(text)}) Tj ET`;
}

function escapePdf(text: string): string {
  return text
    .replace(/[\\()]/g, '\\$&')
    .replace('•', '\x95')
    .replaceAll('–', '\x96');
}

function assemble(objects: ReadonlyMap<number, string>, trailer: string): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = new Map<number, number>();
  for (const [number, body] of objects) {
    offsets.set(number, file.length);
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(...objects.keys()) + 1;
  const start = file.length;
  file += `xref\n0 1\n0000000000 65535 f \n`;
  for (const [number, offset] of offsets) file += `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<</Size ${size}/Root 1 0 R/Info 5 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, 'latin1'));
}

/** Lines of one size below each other, as a word processor sets a paragraph. */
export function setLines(lines: readonly string[], x: number, y: number, size = 11): Placed[] {
  return lines.map((text, index) => ({ text, x, y: y + index * size * 1.3, size }));
}

/** An archive of text parts. */
export function makeZip(parts: Record<string, string | Uint8Array>): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts))
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files, { level: 9 });
}

const wordNames =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relationshipNames = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A DOCX from the XML of its body; `extra` adds or replaces parts. */
export function makeDocx(body: string, extra: Record<string, string | Uint8Array> = {}): Uint8Array {
  return makeZip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships ${relationshipNames}><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${wordNames}><w:body>${body}</w:body></w:document>`,
    ...extra,
  });
}

/** The XML of one Word paragraph of one run. */
export function wordParagraph(text: string, look: { bold?: boolean; size?: number; style?: string } = {}): string {
  const style = look.style ? `<w:pPr><w:pStyle w:val="${look.style}"/></w:pPr>` : '';
  const run = `${look.bold ? '<w:b/>' : ''}${look.size ? `<w:sz w:val="${look.size * 2}"/>` : ''}`;
  return `<w:p>${style}<w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

const slideNames =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A PPTX whose presentation lists the slides in the order given; each slide is the XML of its shapes. */
export function makePptx(slides: readonly string[], extra: Record<string, string | Uint8Array> = {}): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {
    'ppt/presentation.xml': `<p:presentation ${slideNames}><p:sldIdLst>${slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="rId${index}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    // Files are numbered against the order, as they are after slides have been moved.
    'ppt/_rels/presentation.xml.rels': `<Relationships ${relationshipNames}>${slides.map((_, index) => `<Relationship Id="rId${index}" Type="${office}/slide" Target="slides/slide${slides.length - index}.xml"/>`).join('')}</Relationships>`,
  };
  for (const [index, shapes] of slides.entries()) {
    parts[`ppt/slides/slide${slides.length - index}.xml`] =
      `<p:sld ${slideNames}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`;
  }
  return makeZip({ ...parts, ...extra });
}

/** The XML of a shape; `type` is its placeholder's, `null` for a plain text box. */
export function slideShape(
  type: string | null,
  paragraphs: readonly (string | { level: number; text: string })[],
): string {
  const place = type === null ? '' : `<p:ph type="${type}"/>`;
  const inner = paragraphs.map((each) => {
    const { level, text } = typeof each === 'string' ? { level: 0, text: each } : each;
    return `<a:p><a:pPr lvl="${level}"/><a:r><a:t>${text}</a:t></a:r></a:p>`;
  });
  return `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/><p:cNvSpPr/><p:nvPr>${place}</p:nvPr></p:nvSpPr><p:txBody>${inner.join('')}</p:txBody></p:sp>`;
}

const odfNames =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"';

/** An ODF package: `kind` is `text` or `presentation`, `content` the XML inside it. */
export function makeOdf(
  kind: 'text' | 'presentation',
  content: string,
  extra: Record<string, string | Uint8Array> = {},
): Uint8Array {
  return makeZip({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': `<office:document-content ${odfNames}><office:body><office:${kind}>${content}</office:${kind}></office:body></office:document-content>`,
    ...extra,
  });
}

const sheetNames =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** An XLSX of one sheet from the XML of its rows. */
export function makeXlsx(rows: string, extra: Record<string, string | Uint8Array> = {}): Uint8Array {
  return makeZip({
    'xl/workbook.xml': `<workbook ${sheetNames}><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${relationshipNames}><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${sheetNames}><sheetData>${rows}</sheetData></worksheet>`,
    ...extra,
  });
}

/** The XML of a row of texts. */
export function sheetRow(texts: readonly string[]): string {
  return `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
}

/** A capture of bytes. */
export function captureOf(body: Uint8Array, url = 'https://example.no/dokument'): Capture {
  return { url, status: 200, headers: {}, body, capturedAt: '2026-01-01T00:00:00Z' };
}

/** Reads bytes with a reader in this thread. */
export async function readBytes(reader: Reader, body: Uint8Array): Promise<ReadDocument> {
  return await reader.read(captureOf(body));
}

/** The tree's elements with text as `tag: text` lines, to compare whole documents at a glance. */
export function outline({ $ }: ReadDocument): string[] {
  return $('h1, h2, h3, h4, h5, h6, p, li, th, td')
    .toArray()
    .map((element) => {
      const own = $(element).clone();
      own.children('ul, ol').remove();
      own.find('br').replaceWith(' / ');
      return `${element.tagName}: ${own.text().replace(/\s+/g, ' ').trim()}`;
    });
}
