import { describe, expect, test } from 'vitest';
import { decodeText as inUnderstanding } from '../../normalizer/charset.ts';
import { decodeText as inGathering } from '../../scraper/charset.ts';

const TEXT = '<p>Møte på Ålesund sjukehus om ærend: blåbær og øl, og så en gang til om pasientene.</p>';
const html = (meta: string): string =>
  `<!doctype html><html><head>${meta}<title>Årsmøte</title></head><body>${TEXT}</body></html>`;
const bytes = (text: string, encoding: BufferEncoding): Buffer => Buffer.from(text, encoding);
const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const LE = Buffer.from([0xff, 0xfe]);
const BE = Buffer.from([0xfe, 0xff]);
const meta = (name: string): string => `<meta charset="${name}">`;

/** What is sent, and the `charset` of Content-Type. */
const CASES: [string, Buffer, string | undefined][] = [
  ['UTF-8 that nobody declares', bytes(html(''), 'utf8'), undefined],
  ['UTF-8 that the header calls ISO-8859-1', bytes(html(''), 'utf8'), 'iso-8859-1'],
  ['UTF-8 that the page calls windows-1252', bytes(html(meta('windows-1252')), 'utf8'), undefined],
  ['UTF-8 that is called UTF-16', bytes(html(meta('utf-16')), 'utf8'), 'utf-16'],
  ['ISO-8859-1 that nobody declares', bytes(html(''), 'latin1'), undefined],
  ['ISO-8859-1 by header', bytes(html(''), 'latin1'), 'iso-8859-1'],
  ['ISO-8859-1 by meta', bytes(html(meta('iso-8859-1')), 'latin1'), undefined],
  ['ISO-8859-1 that header and page call UTF-8', bytes(html(meta('utf-8')), 'latin1'), 'utf-8'],
  ['windows-1252 by a name that nobody knows', bytes(html(meta('x-norsk')), 'latin1'), 'x-norsk'],
  ['UTF-16 LE with mark', Buffer.concat([LE, bytes(html(''), 'utf16le')]), undefined],
  ['UTF-16 BE with mark', Buffer.concat([BE, bigEndian(html(''))]), undefined],
  ['UTF-16 LE with mark that is called UTF-8', Buffer.concat([LE, bytes(html(meta('utf-8')), 'utf16le')]), 'utf-8'],
  ['UTF-16 LE by header, no mark', bytes(html(''), 'utf16le'), 'utf-16le'],
  ['UTF-16 BE by header, no mark', bigEndian(html('')), 'utf-16be'],
  ['UTF-16 BE whose header says UTF-16 alone', bigEndian(html('')), 'utf-16'],
  ['UTF-16 LE that nobody declares', bytes(html(''), 'utf16le'), undefined],
  ['UTF-16 BE that nobody declares', bigEndian(html('')), undefined],
  ['UTF-16 LE that is called UTF-8, no mark', bytes(html(meta('utf-8')), 'utf16le'), 'utf-8'],
];

describe.each([
  ['gathering', inGathering],
  ['understanding', inUnderstanding],
])('C1.7 %s keeps æøå', (_, decode) => {
  test.each(CASES)('of %s', (__, body, charset) => {
    expect(decode(body, charset)).toContain(TEXT);
  });
});
