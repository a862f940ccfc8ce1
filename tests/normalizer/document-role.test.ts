import { describe, expect, test } from 'vitest';
import { documentRole } from '../../normalizer/document-role.ts';

const at = (name: string) => `https://eksempel.example.no/filer/${name}`;

describe('words that only look like a paper’s', () => {
  test.each([
    'Protokoll for behandling av sepsis',
    'Rapporter avvik her',
    'Lesplan',
    'Timeplan for bussen',
    'Behandlingsprotokoll',
  ])('“%s” has no role', (text) => expect(documentRole(text, 'https://eksempel.example.no/a')).toBeUndefined());

  test.each([
    ['Protokoll for SSU', 'minutes'],
    ['Referat for møtet i mai', 'minutes'],
    ['Protokoll for samarbeidsutvalet', 'minutes'],
    ['Rapporter', 'report'],
    ['Rapporter fra utvalget', 'report'],
    ['Møteplan', 'plan'],
    ['Vedtaksliste SSU', 'minutes'],
    ['innk ssu nov', 'agenda'],
    ['Avtaleoversikt', 'agreement'],
  ])('“%s” is %s', (text, role) => expect(documentRole(text, 'https://eksempel.example.no/a')?.role).toBe(role));
});

describe('the role of a linked document', () => {
  test.each([
    ['Møtereferat 12. mars', 'a1.pdf', '', 'minutes'],
    ['Refarat frå møtet', 'a1.pdf', '', 'minutes'],
    ['PROTOKOLOL (PDF, 2 MB)', 'a1.pdf', '', 'minutes'],
    ['Innkallingar og saklister', 'a1.docx', '', 'agenda'],
    ['Møteinnkalling', 'a1.pdf', '', 'agenda'],
    ['Sakspapira til møtet', 'a1.pdf', '', 'agenda'],
    ['Tenesteavtalar 2022', 'a1.pdf', '', 'agreement'],
    ['Retningsline for utskriving', 'a1.pdf', '', 'agreement'],
    ['Handlingsplanen 2024–2027', 'a1.pdf', '', 'plan'],
    ['Årsmelding 2023', 'a1.pdf', '', 'report'],
    ['Presentasjon av handlingsplanen', 'a1.pdf', '', 'presentation'],
    ['Innkalling og protokoll', 'a1.pdf', '', 'minutes'],
  ])('“%s” is read from the link’s own text', (text, file, context, role) => {
    expect(documentRole(text, at(file), context)?.role).toBe(role);
  });

  test.each([
    ['Last ned', 'arsrapport-2022.pdf', 'report'],
    ['her', 'ReferatFSU2023.pdf', 'minutes'],
    ['Møtet i juni (PDF)', 'protokoll_ssu_0406.pdf', 'minutes'],
    ['PDF', 'm%C3%B8teinnkalling.pdf', 'agenda'],
    ['https://eksempel.example.no/avtaler/Samarbeidsavtale-1.pdf', 'Samarbeidsavtale-1.pdf', 'agreement'],
  ])('“%s” to %s is read from the file name', (text, file, role) => {
    expect(documentRole(text, at(file))?.role).toBe(role);
  });

  test('the heading above decides when link and file name are silent', () => {
    expect(documentRole('Første møte', at('moete1.pdf'), 'Protokollar')).toEqual({
      role: 'minutes',
      word: 'Protokollar',
    });
    expect(documentRole('Digital framtid', at('digital.pdf'), 'Presentasjoner')?.role).toBe('presentation');
  });

  test('a slide show is a presentation, whatever it is about, unless it is an agenda or minutes', () => {
    expect(documentRole('Utviklingsplan', at('utviklingsplan.pptx'))?.role).toBe('presentation');
    expect(documentRole('Saksliste', at('sak.pptx'))?.role).toBe('agenda');
  });

  test('what belongs to a case is other', () => {
    expect(documentRole('Vedlegg 2 til protokoll', at('v2.pdf'))?.role).toBe('other');
    expect(documentRole('Mal for referat', at('mal.docx'))?.role).toBe('other');
    expect(documentRole('Høyringssvar til samarbeidsavtalen', at('h.pdf'))?.role).toBe('other');
  });

  test.each([
    'Plantegning',
    'Normaltekst',
    'Representasjon',
    'Sentral',
    'Rekrutteringsprogram',
    'Planlegging',
    'Normal',
  ])('“%s” says nothing', (text) => {
    expect(documentRole(text, at('fil.pdf'))).toBeUndefined();
  });

  test('a broken address does no harm', () => {
    expect(documentRole('x', 'https://eksempel.example.no/%E0%A4%A/referat%.pdf')?.role).toBe('minutes');
  });

  test('a file that is called nothing but “Saker” is an agenda, a page of that name is not', () => {
    expect(documentRole('Sakene', at('s4.docx'), 'Protokoller')?.role).toBe('agenda');
    expect(documentRole('Saker', 'https://eksempel.example.no/saker/')).toBeUndefined();
    expect(documentRole('Saker vi liker', at('s5.pdf'))).toBeUndefined();
  });
});
