/** Documents that were made to do harm, or that are only badly broken: each is one flag. */
import { afterAll, describe, expect, it } from 'vitest';
import { closeIsolation, readIsolated } from '../../../normalizer/isolation.ts';
import type { Reader } from '../../../normalizer/reader.ts';
import docx from '../../../normalizer/readers/docx.ts';
import odp from '../../../normalizer/readers/odp.ts';
import odt from '../../../normalizer/readers/odt.ts';
import pdf from '../../../normalizer/readers/pdf.ts';
import pptx from '../../../normalizer/readers/pptx.ts';
import xlsx from '../../../normalizer/readers/xlsx.ts';
import {
  captureOf,
  makeDocx,
  makeOdf,
  makePdf,
  makePptx,
  makeXlsx,
  makeZip,
  readBytes,
  sheetRow,
  slideShape,
  wordParagraph,
} from './document-makers.ts';

afterAll(closeIsolation);

type Make = (extra?: Record<string, string | Uint8Array>) => Uint8Array;

const archives: [string, Reader, string, Make][] = [
  ['docx', docx, 'word/document.xml', (extra) => makeDocx(wordParagraph('Vedtak'), extra)],
  ['pptx', pptx, 'ppt/slides/slide1.xml', (extra) => makePptx([slideShape('title', ['Vedtak'])], extra)],
  ['xlsx', xlsx, 'xl/worksheets/sheet1.xml', (extra) => makeXlsx(sheetRow(['Vedtak']), extra)],
  ['odt', odt, 'content.xml', (extra) => makeOdf('text', '<text:p>Vedtak</text:p>', extra)],
  [
    'odp',
    odp,
    'content.xml',
    (extra) =>
      makeOdf(
        'presentation',
        '<draw:page><draw:frame><draw:text-box><text:p>Vedtak</text:p></draw:text-box></draw:frame></draw:page>',
        extra,
      ),
  ],
];

const bomb = new Uint8Array(8 * 1024 * 1024).fill(32);
const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>';

describe.each(archives)('a hostile %s', (_, reader, part, make) => {
  it('is read when it is harmless', async () => {
    const document = await readBytes(reader, make());
    expect(document.flags).toEqual([]);
    expect(document.$('main').text()).toBe('Vedtak');
  });

  it('C2.8 that unpacks to far more than it weighs is refused before it is unpacked', async () => {
    const bytes = make({ [part]: bomb });
    expect(bytes.length).toBeLessThan(80_000);
    expect((await readBytes(reader, bytes)).flags).toEqual(['too-large']);
  });

  it('C2.13 whose names climb out of the archive is refused', async () => {
    for (const name of ['../../etc/passwd', '/etc/passwd', 'C:\\windows\\x', 'a/../../b', 'x\u0000.xml']) {
      expect((await readBytes(reader, make({ [name]: 'x' }))).flags).toEqual(['unsafe']);
    }
  });

  it('C2.9 with a document type is refused and no entity is expanded', async () => {
    const document = await readBytes(reader, make({ [part]: laughs }));
    expect(document.flags).toEqual(['unsafe']);
    expect(document.$('main').text()).toBe('');
  });

  it('with a part that is no XML, or none at all, is a flag', async () => {
    for (const content of ['<<<&&& no XML', '', new Uint8Array([0xff, 0xfe, 0x00])]) {
      const document = await readBytes(reader, make({ [part]: content }));
      expect(document.$('main').text()).not.toContain('Vedtak');
      expect(document.flags.length).toBeGreaterThan(0);
    }
    expect((await readBytes(reader, makeZip({ 'other.txt': 'x' }))).flags).toEqual(['broken']);
  });

  it('that is an encrypted or an old binary container says so', async () => {
    const container = (text: string) => {
      const bytes = new Uint8Array(2048);
      bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
      bytes.set(Buffer.from(text, 'utf16le'), 1024);
      return bytes;
    };
    expect((await readBytes(reader, container('EncryptedPackage'))).flags).toEqual(['encrypted']);
    expect((await readBytes(reader, container('WordDocument'))).flags).toEqual(['legacy-format']);
  });
});

describe('hostile office documents', () => {
  it('C2.13 external pictures and templates of a DOCX are never asked for, and leave no trace', async () => {
    const picture =
      '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="rId9"/></w:drawing></w:r></w:p>';
    const relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`;
    const document = await readBytes(
      docx,
      makeDocx(picture + wordParagraph('Vedtak'), { 'word/_rels/document.xml.rels': relationships }),
    );
    expect(document.$.html()).not.toContain('passwd');
    expect(document.$('img').length).toBe(0);
  });

  it('C2.5 addresses that are no web addresses are left out of the tree', async () => {
    const odf = makeOdf(
      'text',
      '<text:p><text:a xlink:href="javascript:alert(1)">klikk</text:a> &lt;script&gt;x&lt;/script&gt;</text:p>',
    );
    const document = await readBytes(odt, odf);
    expect(document.$('a, script').length).toBe(0);
    expect(document.$('p').text()).toBe('klikk <script>x</script>');
  });

  it('an encrypted ODF says so', async () => {
    const manifest =
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    expect((await readBytes(odt, makeOdf('text', '', { 'META-INF/manifest.xml': manifest }))).flags).toEqual([
      'encrypted',
    ]);
  });

  it('tables and lists nested without end are cut, not followed', async () => {
    const depth = 3000;
    const nested =
      '<text:list><text:list-item>'.repeat(depth) +
      '<text:p>x</text:p>' +
      '</text:list-item></text:list>'.repeat(depth);
    const document = await readIsolated('odt', captureOf(makeOdf('text', `<text:p>Vedtak</text:p>${nested}`)));
    expect(document.$('main').text().startsWith('Vedtak') || document.flags.length > 0).toBe(true);
  });

  it('a sheet of many rows is read as far as the bound, with a flag', async () => {
    const document = await readBytes(xlsx, makeXlsx(sheetRow(['1', 'Sak']).repeat(5000)));
    expect(document.flags).toEqual(['truncated']);
    expect(document.$('tr').length).toBe(1000);
  });

  it('a deck of many slides is read as far as the bound, with a flag', async () => {
    const document = await readBytes(pptx, makePptx(Array(320).fill(slideShape('title', ['Sak']))));
    expect(document.flags).toEqual(['truncated']);
    expect(document.$('section').length).toBe(300);
  });
});

const page = [{ text: 'Referat fra møte', x: 70, y: 300, size: 18 }];

describe('a hostile PDF', () => {
  it('C2.12 that asks for a password is flagged as encrypted', async () => {
    const key = `<${'5a'.repeat(32)}>`;
    const trailer = `/Encrypt 6 0 R/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]`;
    const extra = { 6: `<</Filter/Standard/V 1/R 2/O ${key}/U ${key}/P -4>>` };
    expect((await readBytes(pdf, makePdf({ pages: [page], extra, trailer }))).flags).toEqual(['encrypted']);
  });

  it('with pictures only is flagged as without text', async () => {
    const picture = { 11: '<</Length 12>>stream\nq /Im0 Do Q \nendstream' };
    expect((await readBytes(pdf, makePdf({ pages: [[]], extra: picture }))).flags).toEqual(['no-text']);
  });

  it('C2.12 cut off in the middle is flagged, or read as far as it goes', async () => {
    const whole = makePdf({ pages: [page, page, page] });
    for (const share of [0.2, 0.4, 0.6, 0.8]) {
      const document = await readIsolated('pdf', captureOf(whole.slice(0, whole.length * share)));
      expect(document.flags.length > 0 || document.$('h1').text() === 'Referat fra møte').toBe(true);
    }
  });

  it('C2.12 whose pages, forms and lengths refer to themselves comes to an end', async () => {
    const loops: Record<number, string>[] = [
      { 2: '<</Type/Pages/Count 1/Kids[2 0 R]>>' },
      { 2: '<</Type/Pages/Count 100000/Kids[2 0 R 2 0 R 2 0 R]>>' },
      { 11: '<</Length 11 0 R>>stream\nBT ET\nendstream' },
      { 10: '10 0 R' },
      {
        10: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 20 0 R>>>>/Contents 21 0 R>>',
        20: '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 20 0 R>>>>/Length 5>>stream\n/X Do\nendstream',
        21: '<</Length 5>>stream\n/X Do\nendstream',
      },
    ];
    for (const extra of loops) {
      const document = await readIsolated('pdf', captureOf(makePdf({ pages: [page], extra })), { timeoutMs: 5000 });
      expect(document.flags.length).toBeGreaterThan(0);
    }
  });

  it('C2.12 of 10,000 pages is read as far as the bound, with a flag', async () => {
    const document = await readIsolated('pdf', captureOf(makePdf({ pages: Array(10_000).fill(page) })));
    expect(document.flags).toContain('truncated');
    expect(document.$('section').length).toBe(200);
  });

  it('with garbage in front of it, or a page that cannot be read, keeps what can', async () => {
    const shifted = Buffer.concat([Buffer.from('HTTP junk\r\n\r\n'), makePdf({ pages: [page] })]);
    expect((await readBytes(pdf, new Uint8Array(shifted))).$('h1').text()).toBe('Referat fra møte');
  });
});
