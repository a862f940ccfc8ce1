import { describe, expect, test } from 'vitest';
import { parseRobots } from '../../scraper/robots.ts';

const at = (path: string): string => `https://example.no${path}`;

/** What, robots.txt, who asks, for what, may it? */
const CASES: [string, string, string, string, boolean][] = [
  ['agent names are compared without case', 'User-agent: SAMLA\nDisallow: /\n', 'samla', '/a', false],
  [
    'a version after the name belongs to nobody',
    'user-agent: samla\ndisallow: /\n',
    'Samla/0.1 (+https://example.no)',
    '/a',
    false,
  ],
  ['a name is a whole token, not the beginning of one', 'user-agent: samla\ndisallow: /\n', 'SamlaBilder', '/a', true],
  [
    'a group of its own goes before the one for all',
    'user-agent: *\nallow: /\nuser-agent: samla\ndisallow: /\n',
    'samla',
    '/a',
    false,
  ],
  [
    'groups of one name are one group',
    'user-agent: samla\ndisallow: /a\nuser-agent: annen\ndisallow: /\nuser-agent: samla\ndisallow: /b\n',
    'samla',
    '/b',
    false,
  ],
  ['one group may name several', 'user-agent: annen\nuser-agent: samla\ndisallow: /\n', 'samla', '/b', false],
  [
    'a sitemap between the names does not end the group',
    'user-agent: annen\nSitemap: https://example.no/s.xml\nuser-agent: samla\ndisallow: /\n',
    'annen',
    '/b',
    false,
  ],
  ['the longest rule wins', 'user-agent: samla\ndisallow: /m/ref.html\nallow: /m/\n', 'samla', '/m/ref.html', false],
  [
    'of two equally long ones the kinder wins',
    'user-agent: samla\ndisallow: /m/ref.html\nallow: /m/ref.html\n',
    'samla',
    '/m/ref.html',
    true,
  ],
  ['paths are compared with case', 'user-agent: samla\ndisallow: /M/\n', 'samla', '/m/a', true],
  [
    'letters beyond ASCII match their escapes',
    'user-agent: samla\ndisallow: /\nallow: /møter/ø\n',
    'samla',
    '/m%C3%B8ter/%C3%B8',
    true,
  ],
  ['escapes match escapes', 'user-agent: samla\ndisallow: /\nallow: /m%c3%b8ter\n', 'samla', '/m%C3%B8ter', true],
  ['a star matches anything, also nothing', 'user-agent: samla\ndisallow: /a/*/c\n', 'samla', '/a//c', false],
  [
    'a star in a rule that does not match leaves the other',
    'user-agent: samla\ndisallow: /a/b/cd\nallow: /a/*/cx\n',
    'samla',
    '/a/b/cd',
    false,
  ],
  ['a dollar ends the address', 'user-agent: samla\ndisallow: /a/b$\nallow: /a/b/c\n', 'samla', '/a/b', false],
  ['a dollar keeps longer addresses out of the rule', 'user-agent: samla\ndisallow: /a/b$\n', 'samla', '/a/b/c', true],
  ['what follows # is a remark', 'user-agent: samla # oss\n# mer\ndisallow: /a/q#x\n', 'samla', '/a/q', false],
  [
    'a byte order mark read as letters is skipped',
    '\u00EF\u00BB\u00BFUser-agent: samla\nDisallow: /x\n',
    'samla',
    '/x',
    false,
  ],
  ['a byte order mark is skipped', '\uFEFFUser-agent: *\nDisallow: /p\n', 'samla', '/p', false],
  ['lines may end with CR alone', 'User-agent: *\rDisallow: /p\r', 'samla', '/p', false],
  ['lines may end with CRLF', 'User-agent: *\r\nDisallow: /p\r\n', 'samla', '/p', false],
  ['an empty disallow allows', 'user-agent: samla\ndisallow:\n', 'samla', '/p', true],
  ['rules before any name belong to nobody', 'disallow: /x\nuser-agent: samla\ndisallow: /y\n', 'samla', '/x', true],
  ['robots.txt itself may always be read', 'user-agent: *\ndisallow: /\n', 'samla', '/robots.txt', true],
  ['rules see the query', 'user-agent: *\ndisallow: /*?print=\n', 'samla', '/sak?print=1', false],
  ['an empty file allows', '', 'samla', '/a', true],
  ['a page instead of rules allows', '<!doctype html><p>Disallow: /</p>', 'samla', '/a', true],
];

describe('robots.txt', () => {
  test.each(CASES)('B1.4 %s', (_, text, agent, path, allowed) => {
    expect(parseRobots(text, agent).isAllowed(at(path))).toBe(allowed);
  });

  test('B1.4 two thousand stars are matched at once', () => {
    const rules = parseRobots(`user-agent: *\ndisallow: /${'a*'.repeat(2000)}b\n`, 'samla');
    const started = performance.now();
    expect(rules.isAllowed(at(`/${'a'.repeat(2000)}c`))).toBe(true);
    expect(performance.now() - started).toBeLessThan(250);
  });

  test('B1.3 reads at least 500 KiB', () => {
    const filler = '# fyll\n'.repeat(70_000);
    expect(parseRobots(`${filler}user-agent: *\ndisallow: /sent\n`, 'samla').isAllowed(at('/sent'))).toBe(false);
  });

  test('gives delay and sitemaps', () => {
    const rules = parseRobots(
      'User-agent: *\nCrawl-delay: 2.5\nDisallow:\nSitemap: https://example.no/a.xml\nsitemap:/b.xml',
      'samla',
    );
    expect(rules.crawlDelay).toBe(2.5);
    for (const [said, taken] of [
      ['99999999', 300],
      ['-3', undefined],
      ['fort', undefined],
      ['1,5', 1.5],
    ] as const)
      expect(parseRobots(`User-agent: *\nCrawl-delay: ${said}`, 'samla').crawlDelay).toBe(taken);
    expect(rules.sitemaps).toEqual(['https://example.no/a.xml', '/b.xml']);
  });
});
