import { describe, expect, it } from 'vitest';
import { mendGlyphs } from '../../../normalizer/pdf/glyphs.ts';
import { collectWords, joint } from '../../../normalizer/pdf/runs.ts';
import reader, { pdfDate } from '../../../normalizer/readers/pdf.ts';
import { makePdf, outline, type Placed, readBytes, setLines } from './document-makers.ts';

const read = (pages: Placed[][], info: Record<string, string> = {}) => readBytes(reader, makePdf({ pages, info }));

/** Running text that fills the page's width, so that other things stand out from it. */
const prose = (y: number) =>
  setLines(
    [
      'Utvalget drøftet hvordan kommunene og sykehuset kan dele på ansvaret når pasienter',
      'skal følges opp hjemme etter utskrivning. Flere pekte på at fastlegene må være med i',
      'planleggingen fra første stund, og at ansvaret må være avklart før ordningen starter.',
    ],
    70,
    y,
  );
const proseText = prose(0)
  .map((line) => line.text)
  .join(' ');

describe('a PDF’s paragraphs', () => {
  it('are joined over wrapped lines, and end where the next word would have fitted', async () => {
    const facts = setLines(['Tid: kl. 12.00-14.30', 'Sted: rådhuset i Nesvik', 'Til stede: ti medlemmer'], 70, 140);
    const document = await read([[{ text: 'Referat fra møte', x: 70, y: 100, size: 18 }, ...facts, ...prose(200)]]);
    expect(outline(document)).toEqual([
      'h1: Referat fra møte',
      'p: Tid: kl. 12.00-14.30',
      'p: Sted: rådhuset i Nesvik',
      'p: Til stede: ti medlemmer',
      `p: ${proseText}`,
    ]);
  });

  it.each([1, 2, 3] as const)('are read the same when the text was drawn turned by %i quarters', async (turned) => {
    const sheet = [
      { text: 'Referat fra møte', x: 70, y: 100, size: 18 },
      ...prose(140),
      ...setLines(['Sted: rådhuset'], 70, 220),
    ];
    const document = await readBytes(reader, makePdf({ pages: [sheet], turned, width: 842, height: 842 }));
    expect(outline(document)).toEqual(['h1: Referat fra møte', `p: ${proseText}`, 'p: Sted: rådhuset']);
  });

  it('that go on over the page’s end stand whole on the first page', async () => {
    const [first, second, third] = prose(700) as [Placed, Placed, Placed];
    const document = await read([
      [{ text: 'Rapport om legevakt', x: 70, y: 100, size: 18 }, ...prose(140), first, second],
      [{ ...third, y: 100 }, ...prose(200)],
    ]);
    expect(document.$('[data-anchor="page-1"] p').last().text()).toBe(proseText);
    expect(document.$('[data-anchor="page-2"] p').length).toBe(1);
  });

  it('lose a hyphen only where it parted a word', () => {
    const words = (...texts: string[]) =>
      collectWords(
        texts.map((text) => ({ page: 1, runs: [], text, left: 0, right: 0, baseline: 0, size: 11, bold: false })),
      );
    expect(joint('et helsefelles-', 'skap i regionen', words('om helsefellesskap'))).toBe('et helsefelles');
    expect(joint('helse-', 'og omsorgstjenester', words('helseog'))).toBe('helse- ');
    expect(joint('møte i SSU-', 'utvalget', words(''))).toBe('møte i SSU-');
    expect(joint('et nasjonalt e-', 'helseprogram', words(''))).toBe('et nasjonalt e-');
    expect(joint('uten delt ord', 'går videre', words(''))).toBe('uten delt ord ');
    expect(joint('lang\u00ad', 'tid', words(''))).toBe('lang');
  });

  it('have ligatures and symbol fonts’ bullets as plain characters', () => {
    expect(mendGlyphs('o\ufb00entlig \ufb01nansiering')).toBe('offentlig finansiering');
    expect(mendGlyphs('\uf0b7')).toBe('•');
    expect(mendGlyphs('a\u030a')).toBe('å');
  });
});

describe('a PDF’s headings', () => {
  it('follow size and weight; the title is the largest on the first page, letterhead aside', async () => {
    const document = await read([
      [
        { text: 'Nesvik sykehus', x: 380, y: 45, size: 22, bold: true },
        { text: 'Protokoll fra partnerskapsmøtet', x: 70, y: 120, size: 18, bold: true },
        { text: 'Saker til behandling', x: 70, y: 160, size: 14 },
        ...prose(190),
        { text: 'Sak 1/26 Årsplan', x: 70, y: 260, bold: true },
        ...prose(280),
      ],
    ]);
    expect(document.$('h1').text()).toBe('Protokoll fra partnerskapsmøtet');
    expect(document.$('h2').text()).toBe('Saker til behandling');
    expect(document.$('h3').text()).toBe('Sak 1/26 Årsplan');
  });

  it('go over two lines where the title wraps', async () => {
    const title = setLines(
      ['Referat frå møte i det faglege samarbeidsutvalet', 'for barn og unge 4. november 2025'],
      70,
      100,
      20,
    );
    const document = await read([[...title, ...prose(180)]]);
    expect(document.$('h1').text()).toBe(
      'Referat frå møte i det faglege samarbeidsutvalet for barn og unge 4. november 2025',
    );
  });

  it('a document of one size has its first short line as title; a first sentence is none', async () => {
    const plain = await read([[{ text: 'Referat SSU 8. mars', x: 70, y: 100 }, ...prose(130)]]);
    expect(plain.$('h1').text()).toBe('Referat SSU 8. mars');
    const sentence = await read([prose(100)]);
    expect(sentence.$('h1').length).toBe(0);
  });

  it('words that only lead into what follows are no headings', async () => {
    const document = await read([
      [{ text: 'Møtereferat', x: 70, y: 100, size: 18 }, { text: 'Vedtak:', x: 70, y: 140, bold: true }, ...prose(160)],
    ]);
    expect(outline(document)).toContain('p: Vedtak:');
  });
});

describe('a PDF of slides', () => {
  it('has a title a slide: the largest of its upper part, whatever figure is set huge below', async () => {
    const slides = [
      [
        { text: 'Samhandling i praksis', x: 200, y: 230, size: 40 },
        { text: 'Fellesmøte 3. juni 2026', x: 230, y: 280, size: 20 },
      ],
      [
        { text: 'Flere følges opp hjemme', x: 60, y: 80, size: 32 },
        { text: '42 prosent', x: 200, y: 250, size: 54 },
        { text: 'av pasientene får hjemmeoppfølging', x: 180, y: 320, size: 20 },
        { text: 'mot 31 prosent i fjor', x: 180, y: 350, size: 20 },
      ],
    ];
    const document = await readBytes(reader, makePdf({ pages: slides, width: 794, height: 446 }));
    expect(outline(document).filter((line) => line.startsWith('h'))).toEqual([
      'h1: Samhandling i praksis',
      'h2: Flere følges opp hjemme',
    ]);
  });
});

describe('a PDF’s furniture', () => {
  const page = (number: number): Placed[] => [
    { text: 'Helsefellesskapet i Fjordregionen', x: 70, y: 40, size: 9 },
    ...prose(250),
    { text: `Side ${number} av 4`, x: 280, y: 810, size: 9 },
  ];

  it('running headers, footers and page numbers are left out', async () => {
    const text = (await read([page(1), page(2), page(3), page(4)])).$('main').text();
    expect(text).not.toContain('Fjordregionen');
    expect(text).not.toContain('Side');
    expect(text.split('planleggingen').length).toBe(5);
  });

  it('a page number goes from a single page too, a year at the foot stays', async () => {
    const document = await read([[...prose(120), { text: '1', x: 297, y: 812 }, { text: '2026', x: 70, y: 790 }]]);
    expect(outline(document)).toEqual([`p: ${proseText}`, 'p: 2026']);
  });
});

describe('a PDF’s tables and columns', () => {
  it('cells stay in order, wrapped cells in one piece', async () => {
    const row = (y: number, cells: string[][]) =>
      cells.flatMap((lines, column) => setLines(lines, [70, 130, 420][column] ?? 0, y));
    const document = await read([
      [
        { text: 'Aksjonsliste', x: 70, y: 90, size: 18 },
        ...row(130, [['Sak'], ['Hva'], ['Frist']]),
        ...row(155, [['1/26'], ['Felles kurs for ansatte i kommunene', 'og på sykehuset'], ['1. mai']]),
        ...row(200, [['2/26'], ['Møteplan for høsten'], ['15. juni']]),
      ],
    ]);
    expect(document.$('tr').length).toBe(3);
    expect(outline(document).slice(4, 7)).toEqual([
      'td: 1/26',
      'td: Felles kurs for ansatte i kommunene og på sykehuset',
      'td: 1. mai',
    ]);
  });

  it('rows with fewer cells have them under those that they stand below, also where a cell of two lines is centred beside them', async () => {
    const document = await read([
      [
        { text: 'Møteplan 2026', x: 70, y: 90, size: 18 },
        ...[
          ['Utvalg', 70],
          ['Februar', 200],
          ['Mars', 300],
          ['April', 400],
        ].map(([text, x]) => ({
          text: String(text),
          x: Number(x),
          y: 130,
        })),
        ...setLines(['Strategisk', 'samarbeidsutvalg'], 70, 155),
        { text: '12.02.2026', x: 200, y: 162 },
        { text: '16.04.2026', x: 400, y: 162 },
        { text: 'Fagråd', x: 70, y: 195 },
        { text: '17.03.2026', x: 290, y: 195 },
      ],
    ]);
    expect(
      document
        .$('tr')
        .toArray()
        .map((row) =>
          document
            .$(row)
            .children()
            .toArray()
            .map((cell) => document.$(cell).text()),
        ),
    ).toEqual([
      ['Utvalg', 'Februar', 'Mars', 'April'],
      ['Strategisk samarbeidsutvalg', '12.02.2026', '', '16.04.2026'],
      ['Fagråd', '', '17.03.2026', ''],
    ]);
  });

  it('follow the file’s own tags where it has them, however close the cells stand', async () => {
    const cells = [
      ['Dato', 'Sted'],
      ['3. mars', 'Bodø'],
      ['4. mai', ''],
    ];
    const draw = cells.flatMap((row, y) =>
      row.flatMap((text, x) =>
        text === ''
          ? []
          : [
              `/P <</MCID ${2 * y + x}>> BDC BT /F1 11 Tf 1 0 0 1 ${70 + 40 * x} ${700 - 15 * y} Tm (${text.replace('ø', '\\370')}) Tj ET EMC`,
            ],
      ),
    );
    const node = (number: number, role: string, kids: string) =>
      `<</Type/StructElem/S/${role}/P ${number} 0 R/Pg 10 0 R/K ${kids}>>`;
    const rows = cells.map((row, y) => [
      [40 + y, node(31, 'TR', `[${row.map((_, x) => `${50 + 2 * y + x} 0 R`).join(' ')}]`)] as const,
      ...row.map((text, x) => [50 + 2 * y + x, node(40 + y, 'TD', text === '' ? '[]' : String(2 * y + x))] as const),
    ]);
    const extra: Record<number, string> = {
      1: '<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 30 0 R>>',
      10: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/StructParents 0/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents 11 0 R>>',
      11: `<</Length ${draw.join('\n').length}>>stream\n${draw.join('\n')}\nendstream`,
      30: `<</Type/StructTreeRoot/K 31 0 R/ParentTree<</Nums[0 [${[50, 51, 52, 53, 54].map((cell) => `${cell} 0 R`).join(' ')}]]>>>>`,
      31: node(30, 'Table', '[40 0 R 41 0 R 42 0 R]'),
      ...Object.fromEntries(rows.flat()),
    };
    const document = await readBytes(reader, makePdf({ pages: [[]], extra }));
    expect(outline(document)).toEqual(['td: Dato', 'td: Sted', 'td: 3. mars', 'td: Bodø', 'td: 4. mai', 'td: ']);
  });

  it('a sheet laid across with small letters is no deck of slides: it keeps its headings', async () => {
    const page = [
      { text: 'Årsplan', x: 70, y: 60, size: 20 },
      { text: 'Fagråd', x: 70, y: 100, size: 15 },
      ...setLines([proseText.slice(0, 90), proseText.slice(0, 80)], 70, 130),
      { text: 'Styringsgruppe', x: 70, y: 200, size: 15 },
      ...setLines([proseText.slice(0, 90)], 70, 230),
    ];
    const document = await readBytes(reader, makePdf({ pages: [page], width: 842, height: 595 }));
    expect(
      document
        .$('h2')
        .toArray()
        .map((heading) => document.$(heading).text()),
    ).toEqual(['Fagråd', 'Styringsgruppe']);
  });

  it('two columns of running text are read one after the other, even where the file weaves them', async () => {
    const left = [
      'Kommunene melder at ventetiden',
      'har gått ned det siste halvåret',
      'og at samarbeidet er blitt mye',
      'bedre etter at avtalen kom på',
      'plass. Likevel gjenstår det en',
      'god del arbeid før sommeren.',
    ];
    const right = [
      'Sykehuset ønsker seg flere av',
      'de felles møtene, og foreslår',
      'at fagutvalget lager en plan',
      'for opplæring av nyansatte og',
      'for hospitering. Planen kan',
      'behandles i neste fellesmøte.',
    ];
    const woven = left.flatMap((text, index) => [
      { text, x: 70, y: 120 + index * 14 },
      { text: right[index] ?? '', x: 320, y: 120 + index * 14 },
    ]);
    const text = (await read([woven])).$('main').text();
    expect(text).toContain('har gått ned det siste halvåret og at samarbeidet');
    expect(text).toContain('og foreslår at fagutvalget lager en plan');
  });

  it('bullets become lists with their depths', async () => {
    const document = await read([
      [
        ...prose(100),
        { text: '• Felles rutiner', x: 90, y: 180 },
        { text: '– for utskriving', x: 120, y: 196 },
        { text: '• Møteplan', x: 90, y: 212 },
      ],
    ]);
    expect(document.$('main ul > li').length).toBe(3);
    expect(document.$('ul ul > li').text()).toBe('for utskriving');
  });
});

describe('a PDF’s own properties', () => {
  it.each([
    ['Referat SSU 8. mars 2024', 'Referat SSU 8. mars 2024'],
    ['Microsoft Word - Referat SSU.docx', undefined],
    ['PowerPoint-presentasjon', undefined],
    ['Presentasjon1', undefined],
    ['referat_ssu_2024', undefined],
    ['20240308-Referat-SSU', undefined],
    ['untitled', undefined],
    ['Uten navn 1', undefined],
    ['12', undefined],
    ['Handlingsplan', 'Handlingsplan'],
    ['Mal for samarbeidsavtale', 'Mal for samarbeidsavtale'],
  ])('the title %j counts as %j', async (title, expected) => {
    expect((await read([prose(100)], { Title: title })).head.title).toBe(expected);
  });

  it('dates are ISO 8601 with the offset they say', () => {
    expect(pdfDate("D:20240312090000+01'00'")).toBe('2024-03-12T09:00:00+01:00');
    expect(pdfDate('D:20240312090000Z')).toBe('2024-03-12T09:00:00Z');
    expect(pdfDate("D:20261121212750Z'")).toBe('2026-11-21T21:27:50Z');
    expect(pdfDate('D:20240312')).toBe('2024-03-12T00:00:00');
    expect(pdfDate('D:20241345')).toBeUndefined();
    expect(pdfDate('i går')).toBeUndefined();
  });
});
