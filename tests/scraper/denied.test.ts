import { expect, test } from 'vitest';
import { isDenied } from '../../scraper/denied.ts';

test.each([
  'https://example.no/postliste/',
  'https://example.no/om-oss/Postliste/2024/',
  'https://example.no/offentlig-journal',
  'https://example.no/politikk/moteinnsyn/',
  'https://example.no/innsyn.aspx?response=journalpost_detaljer',
  'https://example.no/einnsyn/sok',
  'https://example.no/saksarkiv/2023',
  'https://example.no/elements/sak/14',
  'https://example.no/acos/innsyn',
  'https://innsyn.example.no/wfinnsyn.ashx',
  'https://prod01.elementscloud.no/publikum/1/',
  'https://example.no/tjeneste?modul=postliste',
])('B4.4 %s is never asked for', (url) => {
  expect(isDenied(url)).toBe(true);
});

test.each([
  'https://example.no/aktuelt/partnerskapsmotet.44101.aspx',
  'https://example.no/wp-content/uploads/elementor/a.pdf',
  'https://example.no/acosta/om-oss',
  'https://example.no/samhandling/postadresse/',
  'https://example.no/journal-for-samhandling/',
])('B4.4 %s may be asked for', (url) => {
  expect(isDenied(url)).toBe(false);
});
