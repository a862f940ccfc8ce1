/** What every reader of documents promises, over the same documents in every format. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Reader } from '../../../normalizer/reader.ts';
import docx from '../../../normalizer/readers/docx.ts';
import odp from '../../../normalizer/readers/odp.ts';
import odt from '../../../normalizer/readers/odt.ts';
import pdf from '../../../normalizer/readers/pdf.ts';
import pptx from '../../../normalizer/readers/pptx.ts';
import xlsx from '../../../normalizer/readers/xlsx.ts';
import { outline, readBytes } from './document-makers.ts';

const folder = new URL('../../fixtures/documents/', import.meta.url);
const readers: Record<string, Reader> = { docx, odp, odt, pdf, pptx, xlsx };
const fixtures = readdirSync(folder).filter((name) => (name.split('.').at(-1) ?? '') in readers);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const readFixture = (name: string) => readBytes(readers[name.split('.').at(-1) ?? ''] as Reader, bytesOf(name));

describe('every reader of documents', () => {
  it.each(Object.entries(readers))(
    '%s has a fixture, runs isolated and names its types and endings',
    (name, reader) => {
      expect(fixtures.some((file) => file.endsWith(`.${name}`))).toBe(true);
      expect(reader.isolated).toBe(true);
      expect(reader.mediaTypes.every((type) => type === type.toLowerCase() && type.includes('/'))).toBe(true);
      expect(reader.extensions).toContain(name);
    },
  );

  it.each(fixtures)('%s becomes a bare tree without any flag that tells of loss', async (name) => {
    const document = await readFixture(name);
    expect(document.bare).toBe(true);
    expect(document.format).toBe(name.split('.').at(-1));
    expect(document.flags.filter((flag) => flag !== 'has-notes')).toEqual([]);
    expect(document.$('body > main').length).toBe(1);
    expect(document.head.created).toMatch(/^20\d\d-\d\d-\d\dT/);
    expect(document.$('img, script, style, [style], [onclick]').length).toBe(0);
  });

  it.each(fixtures)('%s gives the same tree every time', async (name) => {
    expect((await readFixture(name)).$.html()).toBe((await readFixture(name)).$.html());
  });

  it.each(Object.entries(readers))('%s flags bytes that are nothing it knows, and never throws', async (_, reader) => {
    for (const text of [
      '',
      'not a document',
      '<html><body>Siden finnes ikke</body></html>',
      '%PDF-',
      'PK\u0003\u0004',
    ]) {
      const document = await readBytes(reader, new TextEncoder().encode(text));
      expect(document.flags).toContain('broken');
      expect(document.$('main').text()).toBe('');
    }
  });

  it.each(fixtures)('%s cut off anywhere is a flag, never an exception', async (name) => {
    const bytes = bytesOf(name);
    for (const share of [0.1, 0.5, 0.9]) {
      const document = await readBytes(
        readers[name.split('.').at(-1) ?? ''] as Reader,
        bytes.slice(0, bytes.length * share),
      );
      expect(document.bare).toBe(true);
      expect(document.flags.length > 0 || document.$('main').text().length > 100).toBe(true);
    }
  });
});

const agenda = [
  'h1: Saksliste for strategisk samarbeidsutvalg 12. mars 2026',
  'td: Dato',
  'td: Torsdag 12. mars 2026',
  'td: Tid',
  'td: Kl. 09.00–12.30',
  'td: Sted',
  'td: Møterom Skagerrak, Nesvik sykehus, og på Teams',
  'td: Innkalt',
  'td: Medlemmer og varamedlemmer i SSU, brukerrepresentanter',
  'p: Møtet settes kl. 09.00. Forfall meldes til sekretariatet så tidlig som mulig, slik at varamedlemmet rekker å lese sakspapirene. Sakene står i den rekkefølgen de er tenkt behandlet, men utvalget kan endre rekkefølgen når møtet åpner.',
  'h2: Sak 07/26 Godkjenning av innkalling og saksliste',
  'p: Det er ikke meldt saker til eventuelt da innkallingen ble sendt ut.',
  'p: Forslag til vedtak: Innkalling og saksliste godkjennes.',
  'h2: Sak 08/26 Plan for felles legevaktsamarbeid i de ytre kommunene',
];

describe('one agenda in three formats', () => {
  it.each(['saksliste-ssu.pdf', 'saksliste-ssu.docx', 'saksliste-ssu.odt'])(
    '%s gives headings, facts and text alike',
    async (name) => {
      const document = await readFixture(name);
      expect(outline(document).slice(0, agenda.length)).toEqual(agenda);
      expect(document.head.title).toBe('Saksliste SSU 12. mars 2026');
      expect(document.$('ul > li > ul > li').length).toBe(2);
      expect(document.$('a').attr('href')).toBe('https://fjordregionen.example.no/ssu/2026-03-12');
      expect(document.$('a').text()).toBe('nettsiden for møtet');
      expect(document.$('main').text()).not.toContain('Side 1 av 2');
    },
  );

  it.each(['referat-fsu-nynorsk.pdf', 'referat-fsu-nynorsk.docx', 'referat-fsu-nynorsk.odt'])(
    '%s: a program’s name for the file is no title',
    async (name) => {
      const document = await readFixture(name);
      expect(document.head.title).toBeUndefined();
      expect(document.$('h1').text()).toBe('Referat frå fagleg samarbeidsutval for barn og unge');
      expect(document.$('h2').length).toBe(4);
    },
  );
});

const deck = [
  'h1: Helseberedskap i Fjordregionen',
  'p: Partnerskapsmøtet 16. april 2026',
  'p: Nesvik kulturhus',
  'h2: Hvorfor en felles beredskapsplan?',
  'li: Flommen i 2024 viste at planene våre ikke hang sammen',
  'li: Tre svake punkter',
  'li: Ulike varslingslister i kommunene',
  'li: Ingen felles oversikt over reservestrøm',
  'li: Uklart hvem som leder når sambandet er nede',
  'li: Statsforvalteren har bedt om en samordnet plan',
  'h2: Framdrift',
];

describe('one presentation in three formats', () => {
  it.each([
    ['presentasjon-beredskap.pdf', 'page'],
    ['presentasjon-beredskap.pptx', 'slide'],
    ['presentasjon-beredskap.odp', 'slide'],
  ])('%s gives a section and a heading a slide, and keeps notes to itself', async (name, anchor) => {
    const document = await readFixture(name);
    expect(outline(document).slice(0, deck.length)).toEqual(deck);
    const anchors = document
      .$('section')
      .toArray()
      .map((section) => section.attribs['data-anchor']);
    expect(anchors).toEqual([1, 2, 3, 4].map((number) => `${anchor}-${number}`));
    expect(document.$('table tr').length).toBe(4);
    expect(document.$('main').text()).not.toContain('vertskommunen');
    expect(document.flags).toEqual(anchor === 'slide' ? ['has-notes'] : []);
    expect(document.head.title).toBeUndefined();
  });
});

describe('a spreadsheet', () => {
  it('gives a section and a table a sheet, dates as they are shown', async () => {
    const document = await readFixture('moteplan-2026.xlsx');
    expect(document.$('section[data-anchor="sheet-1"] h2').text()).toBe('Møteplan');
    expect(
      document
        .$('section')
        .first()
        .find('th')
        .toArray()
        .map((cell) => document.$(cell).text()),
    ).toEqual(['Dato', 'Klokkeslett', 'Møte', 'Sted']);
    expect(
      document
        .$('section')
        .first()
        .find('td')
        .slice(0, 4)
        .toArray()
        .map((cell) => document.$(cell).text()),
    ).toEqual(['12.03.2026', '09.00–12.30', 'Strategisk samarbeidsutvalg', 'Nesvik sykehus']);
  });
});
