import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalAddress, siteOf } from '../../scraper/address.ts';

describe('canonicalAddress', () => {
  test.each([
    ['HTTPS://WWW.Example.NO:443/Aktuelt/', 'https://www.example.no/Aktuelt/'],
    ['http://example.no:80', 'http://example.no/'],
    ['http://example.no:8080/a#del-2', 'http://example.no:8080/a'],
    ['https://example.no/møter?o=øst', 'https://example.no/m%C3%B8ter?o=%C3%B8st'],
    ['https://example.no/m%c3%b8ter/%7Earkiv', 'https://example.no/m%C3%B8ter/~arkiv'],
    ['https://example.no/a?utm_source=x&o=vest&fbclid=1&ch=4', 'https://example.no/a?o=vest&ch=4'],
    ['https://example.no/a?ns_campaign=brev', 'https://example.no/a'],
    ['https://example.no/a;jsessionid=AB12?x=1', 'https://example.no/a?x=1'],
    ['https://bruker:passord@example.no/a', 'https://example.no/a'],
    ['https://example.no./a/../b/./c', 'https://example.no/b/c'],
    ['  https://example.no/a b ', 'https://example.no/a%20b'],
  ])('%s becomes %s', (given, expected) => {
    expect(canonicalAddress(given)).toBe(expected);
  });

  test('keeps what may tell pages apart: scheme, www, the last slash, case and the order of the query', () => {
    const twins = [
      'http://example.no/a',
      'https://example.no/a',
      'https://www.example.no/a',
      'https://example.no/a/',
      'https://example.no/A',
      'https://example.no/a?b=1&a=2',
      'https://example.no/a?a=2&b=1',
    ];
    expect(new Set(twins.map((url) => canonicalAddress(url))).size).toBe(twins.length);
  });

  test.each([
    'mailto:post@example.no',
    'javascript:alert(1)',
    'ftp://example.no/',
    'https://',
    'data:text/html,hei',
    `https://example.no/${'a'.repeat(2100)}`,
    'https://[::1',
    '',
  ])('%s is no address to gather', (given) => {
    expect(canonicalAddress(given)).toBeUndefined();
  });

  test('reads relative addresses against their page', () => {
    expect(canonicalAddress('../arkiv/?side=2', 'https://example.no/aktuelt/sak/')).toBe(
      'https://example.no/aktuelt/arkiv/?side=2',
    );
    expect(canonicalAddress('//www.example.no/x', 'https://example.no/')).toBe('https://www.example.no/x');
  });

  test('C1.4 doing it twice changes nothing', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.webPath(),
      fc.constantFrom('%', '%2', '%c3%B8', 'ø', '?', '&', 'utm_x=1', ';jsessionid=1', '..', '%2e%2e', '#'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const once = canonicalAddress(`https://example.no/${pieces.join('')}`);
        if (once !== undefined) expect(canonicalAddress(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test('a site is its host without www, with its port', () => {
    expect(siteOf('https://www.example.no/a')).toBe(siteOf('http://example.no/b'));
    expect(siteOf('http://example.no:81/')).not.toBe(siteOf('http://example.no/'));
  });
});
