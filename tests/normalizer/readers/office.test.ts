/** What each office format has of its own: styles, placeholders, diagrams, numbering, number formats. */
import { describe, expect, it } from 'vitest';
import docx from '../../../normalizer/readers/docx.ts';
import odp from '../../../normalizer/readers/odp.ts';
import odt from '../../../normalizer/readers/odt.ts';
import pptx from '../../../normalizer/readers/pptx.ts';
import xlsx from '../../../normalizer/readers/xlsx.ts';
import {
  makeDocx,
  makeOdf,
  makePptx,
  makeXlsx,
  outline,
  readBytes,
  sheetRow,
  slideShape,
  wordParagraph,
} from './document-makers.ts';

const long = 'Utvalget drøftet saken og ba sekretariatet om å legge fram tall fra alle kommunene i neste møte.';
const words = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

describe('a DOCX', () => {
  it('without heading styles has its bold or large paragraphs as headings, labels excepted', async () => {
    const body = [
      wordParagraph('Referat frå områdemøte', { bold: true, size: 16 }),
      wordParagraph('Stad: Nesvik rådhus', {}),
      wordParagraph('Sak 1/26 Beredskap', { bold: true }),
      wordParagraph(long),
      wordParagraph('Vedtak:', { bold: true }),
      wordParagraph(long),
    ].join('');
    expect(outline(await readBytes(docx, makeDocx(body)))).toEqual([
      'h1: Referat frå områdemøte',
      'p: Stad: Nesvik rådhus',
      'h2: Sak 1/26 Beredskap',
      `p: ${long}`,
      'p: Vedtak:',
      `p: ${long}`,
    ]);
  });

  it('has headings by styles of its own that build on heading styles, and by the title style', async () => {
    const styles = `<w:styles ${words}>
      <w:style w:type="paragraph" w:styleId="Overskrift2"><w:name w:val="heading 2"/></w:style>
      <w:style w:type="paragraph" w:styleId="Sak"><w:name w:val="Sakstittel"/><w:basedOn w:val="Overskrift2"/></w:style>
      <w:style w:type="paragraph" w:styleId="Tittel"><w:name w:val="Title"/></w:style>
      <w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style></w:styles>`;
    const body =
      wordParagraph('Møtebok', { style: 'Tittel' }) +
      wordParagraph('Sak 2/26', { style: 'Sak' }) +
      wordParagraph('Uthevet', { bold: true, style: 'Ring' });
    const document = await readBytes(
      docx,
      makeDocx(body, { 'word/styles.xml': styles, 'word/_rels/document.xml.rels': styleLink }),
    );
    expect(outline(document)).toEqual(['h1: Møtebok', 'h2: Sak 2/26', 'p: Uthevet']);
  });

  it('whose styled headings are the sections has the large line above them as title', async () => {
    const styles = `<w:styles ${words}><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>`;
    const section = (text: string) => wordParagraph(text, { style: 'H1' }) + wordParagraph(long);
    const title = wordParagraph('Protokoll frå partnarskapsmøtet', { bold: true, size: 18 });
    const parts = { 'word/styles.xml': styles, 'word/_rels/document.xml.rels': styleLink };
    const read = async (body: string) => outline(await readBytes(docx, makeDocx(body, parts)))[0];
    expect(await read(title + section('Sak 1') + section('Sak 2'))).toBe('h1: Protokoll frå partnarskapsmøtet');
    expect(await read(wordParagraph('Nesvik sjukehus', { bold: true }) + section('Protokoll'))).toBe(
      'p: Nesvik sjukehus',
    );
  });

  it.each([
    ['UTF-16', (xml: string) => Buffer.from(`\ufeff${xml}`, 'utf16le')],
    ['ISO-8859-1', (xml: string) => Buffer.from(xml, 'latin1')],
    ['UTF-8', (xml: string) => Buffer.from(`\ufeff${xml}`, 'utf8')],
  ])('is read in the encoding that its parts declare: %s', async (encoding, write) => {
    const xml = `<?xml version="1.0" encoding="${encoding}"?><w:document ${words}><w:body>${wordParagraph('Møte på Ål')}</w:body></w:document>`;
    const document = await readBytes(docx, makeDocx('', { 'word/document.xml': new Uint8Array(write(xml)) }));
    expect(document.flags).toEqual([]);
    expect(document.$('main').text()).toBe('Møte på Ål');
  });

  it('has text in cells, deleted text and comments left out', async () => {
    const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const table = `<w:tbl><w:tr>${cell('Dato')}${cell('12. mars')}</w:tr><w:tr>${cell('')}${cell('')}</w:tr></w:tbl>`;
    const removed = '<w:p><w:del><w:r><w:delText>Fortrolig</w:delText></w:r></w:del><w:r><w:t>Åpent</w:t></w:r></w:p>';
    const document = await readBytes(docx, makeDocx(table + removed));
    expect(document.$('table').html()).toContain('<td>Dato</td><td>12. mars</td>');
    expect(document.$('tr').length).toBe(1);
    expect(outline(document).at(-1)).toBe('p: Åpent');
  });
});

const styleLink =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>';

describe('a PPTX', () => {
  it('has slides in the presentation’s order, whatever their files are called', async () => {
    const document = await readBytes(pptx, makePptx(['Ein', 'To', 'Tre'].map((title) => slideShape('title', [title]))));
    expect(outline(document)).toEqual(['h1: Ein', 'h2: To', 'h2: Tre']);
  });

  it('has titles first even where they are drawn last, and none of the date, footer and number boxes', async () => {
    const slide = [
      slideShape('ftr', ['Nesvik sykehus']),
      slideShape('sldNum', ['4']),
      slideShape('body', ['Felles mål', { level: 1, text: 'Trygg utskriving' }, 'Felles tall']),
      slideShape('title', ['Strategi']),
    ].join('');
    expect(outline(await readBytes(pptx, makePptx([slide])))).toEqual([
      'h1: Strategi',
      'li: Felles mål',
      'li: Trygg utskriving',
      'li: Felles tall',
    ]);
  });

  it('without a title box takes the first text as title, a list’s first item excepted', async () => {
    const text = await readBytes(pptx, makePptx([slideShape(null, ['Takk for oss', 'Spørsmål?'])]));
    expect(outline(text)).toEqual(['h1: Takk for oss', 'p: Spørsmål?']);
    const list = await readBytes(pptx, makePptx([slideShape('body', ['En', 'To'])]));
    expect(outline(list)).toEqual(['li: En', 'li: To']);
  });

  it('has shapes in groups and the texts of diagrams, and flags hidden slides without their text', async () => {
    const group = `<p:grpSp>${slideShape(null, ['Inne i en gruppe'])}</p:grpSp>`;
    const frame =
      '<p:graphicFrame><a:graphic><a:graphicData><dgm:relIds xmlns:dgm="d" r:dm="rId7"/></a:graphicData></a:graphic></p:graphicFrame>';
    const relationships =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="x/diagramData" Target="../diagrams/data1.xml"/></Relationships>';
    const diagram =
      '<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:pt><dgm:t><a:p><a:r><a:t>Kartlegge</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>';
    const hidden =
      '<p:sld xmlns:p="p" xmlns:a="a" show="0"><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>Skjult</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>';
    const document = await readBytes(
      pptx,
      makePptx([slideShape('title', ['Prosess']) + group + frame, slideShape('title', ['x'])], {
        'ppt/slides/_rels/slide2.xml.rels': relationships,
        'ppt/diagrams/data1.xml': diagram,
        'ppt/slides/slide1.xml': hidden,
      }),
    );
    expect(outline(document)).toEqual(['h1: Prosess', 'p: Inne i en gruppe', 'li: Kartlegge']);
    expect(document.flags).toEqual(['has-hidden-slides']);
  });
});

describe('an ODT', () => {
  it('has numbered lists, links, line breaks and repeated cells; deleted text and comments stay out', async () => {
    const content = `
      <text:tracked-changes><text:changed-region><text:deletion><text:p>Fortrolig</text:p></text:deletion></text:changed-region></text:tracked-changes>
      <text:h text:outline-level="1">Vedtekter</text:h>
      <text:list text:style-name="L1"><text:list-item><text:p>Formål</text:p></text:list-item><text:list-item><text:p>Parter</text:p></text:list-item></text:list>
      <text:p>Sjå<text:s text:c="2"/><text:a xlink:href="https://example.no/avtale">avtala</text:a><office:annotation><text:p>internt</text:p></office:annotation><text:line-break/>side 2</text:p>
      <table:table><table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>–</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row></table:table>`;
    const styles =
      '<office:document-styles xmlns:office="o" xmlns:text="t" xmlns:style="s"><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style></office:document-styles>';
    const document = await readBytes(odt, makeOdf('text', content, { 'styles.xml': styles }));
    expect(outline(document)).toEqual([
      'h1: Vedtekter',
      'li: Formål',
      'li: Parter',
      'p: Sjå avtala / side 2',
      'td: –',
      'td: –',
    ]);
    expect(document.$('ol > li').length).toBe(2);
    expect(document.$('a').attr('href')).toBe('https://example.no/avtale');
  });

  it('without headings has its bold paragraphs as headings', async () => {
    const content =
      '<text:p text:style-name="B">Innkalling til fellesmøte</text:p><text:p>' +
      long +
      '</text:p><text:p text:style-name="B">Saker</text:p><text:p>' +
      long +
      '</text:p>';
    const styles =
      '<office:document-styles xmlns:office="o" xmlns:fo="f" xmlns:style="s"><style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style></office:document-styles>';
    const document = await readBytes(odt, makeOdf('text', content, { 'styles.xml': styles }));
    expect(outline(document).filter((line) => line.startsWith('h'))).toEqual([
      'h1: Innkalling til fellesmøte',
      'h2: Saker',
    ]);
  });
});

describe('an ODP', () => {
  it('has shapes in groups, and a title from the first text where there is no title box', async () => {
    const content =
      '<draw:page><draw:g><draw:custom-shape><text:p>Møteplan</text:p></draw:custom-shape></draw:g><draw:frame presentation:class="footer"><draw:text-box><text:p>bunntekst</text:p></draw:text-box></draw:frame><draw:frame><draw:text-box><text:p>Våren 2026</text:p></draw:text-box></draw:frame></draw:page>';
    expect(outline(await readBytes(odp, makeOdf('presentation', content)))).toEqual(['h1: Møteplan', 'p: Våren 2026']);
  });
});

describe('an XLSX', () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="9"/><xf numFmtId="170"/></cellXfs></styleSheet>`;
  const cells = (values: string[]) => `<row>${values.join('')}</row>`;

  it('has dates, times, shares and decimals as they are shown', async () => {
    const row = cells([
      '<c r="A2" s="1"><v>46093</v></c>',
      '<c r="B2" s="2"><v>0.375</v></c>',
      '<c r="C2" s="3"><v>0.125</v></c>',
      '<c r="D2"><v>0.30000000000000004</v></c>',
      '<c r="E2" s="4"><v>46093.5</v></c>',
      '<c r="G2" t="e"><v>#REF!</v></c>',
      '<c r="H2" t="str"><v>Nesvik</v></c>',
    ]);
    const document = await readBytes(xlsx, makeXlsx(row, { 'xl/styles.xml': styles }));
    expect(outline(document).map((line) => line.slice(4))).toEqual([
      '12.03.2026',
      '09:00',
      '12,5 %',
      '0,3',
      '12.03.2026 12:00',
      '',
      '',
      'Nesvik',
    ]);
  });

  it('has a title above the table as text, the first row of words as header, hidden rows and sheets left out', async () => {
    const rows =
      sheetRow(['Møteplan 2026']) +
      sheetRow(['Dato', 'Møte']) +
      sheetRow(['12. mars', 'SSU']) +
      sheetRow(['Utkast', 'internt']).replace('<row>', '<row hidden="1">');
    const document = await readBytes(xlsx, makeXlsx(rows));
    expect(outline(document)).toEqual(['p: Møteplan 2026', 'th: Dato', 'th: Møte', 'td: 12. mars', 'td: SSU']);
  });
});
