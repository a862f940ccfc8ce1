import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Addressed, groupTwins } from '../../../normalizer/link/addresses.ts';

const page = (url: string, more: Partial<Addressed> = {}): Addressed => ({
  url,
  community: 'helgeland',
  format: 'html',
  declared: null,
  textKey: 'same',
  digest: null,
  ...more,
});

const groupsOf = (pages: Addressed[], earlier: string[] = []) =>
  groupTwins(pages, new Set(earlier)).map((group) => group.map(({ url }) => url));

describe('addresses that hold the same page', () => {
  it.each([
    ['a last slash', 'https://a.example.no/ssu', 'https://a.example.no/ssu/'],
    ['www', 'https://a.example.no/ssu', 'https://www.a.example.no/ssu'],
    ['the scheme', 'https://a.example.no/ssu', 'http://a.example.no/ssu'],
    ['letter case', 'https://a.example.no/SSU', 'https://a.example.no/ssu'],
    ['a query', 'https://a.example.no/ssu?cat=4', 'https://a.example.no/ssu'],
    ['a language folder', 'https://a.example.no/om/ssu/', 'https://a.example.no/en/om/ssu/'],
  ])('are one item when they differ in %s and say the same', (_, a, b) => {
    expect(groupsOf([page(a), page(b)])).toHaveLength(1);
  });

  it('are two items when their texts differ, even where only a slash tells them apart', () => {
    expect(
      groupsOf([page('https://a.example.no/ssu'), page('https://a.example.no/ssu/', { textKey: 'other' })]),
    ).toHaveLength(2);
  });

  it('are two items when the query chooses another text', () => {
    const east = page('https://a.example.no/lsu?o=aust', { textKey: 'aust' });
    expect(groupsOf([east, page('https://a.example.no/lsu?o=vest', { textKey: 'vest' })])).toHaveLength(2);
  });

  it('are two items in two communities, whatever the text', () => {
    expect(
      groupsOf([page('https://a.example.no/om'), page('https://a.example.no/om/', { community: 'fonna' })]),
    ).toHaveLength(2);
  });

  it('are one when a page declares the other as canonical and says the same', () => {
    const copy = page('https://a.example.no/kopi-42', { declared: 'https://a.example.no/sak' });
    expect(groupsOf([copy, page('https://a.example.no/sak')])).toEqual([
      ['https://a.example.no/sak', 'https://a.example.no/kopi-42'],
    ]);
  });

  it('are one document when the bytes are identical, and never so for pages', () => {
    const file = (url: string) => page(url, { format: 'pdf', textKey: url, digest: 'sha256:1' });
    expect(groupsOf([file('https://a.example.no/1.pdf'), file('https://a.example.no/2.pdf')])).toHaveLength(1);
    const html = (url: string) => page(url, { textKey: url, digest: 'sha256:1' });
    expect(groupsOf([html('https://a.example.no/1'), html('https://a.example.no/2')])).toHaveLength(2);
  });

  it('puts the address that was published before first, then the declared one, then the one outside a language folder', () => {
    const plain = page('https://a.example.no/om/ssu/');
    const english = page('https://a.example.no/en/om/ssu/');
    expect(groupsOf([english, plain])[0]?.[0]).toBe(plain.url);
    expect(groupsOf([english, plain], [english.url])[0]?.[0]).toBe(english.url);
  });

  it('gives the same groups in whatever order the pages come', () => {
    const pages = ['', '/', '/x', '/X/', '/en/x'].flatMap((path) =>
      ['https://a.example.no', 'https://www.a.example.no'].map((host) =>
        page(host + path, { textKey: path.length > 1 ? 'x' : 'home' }),
      ),
    );
    const expected = JSON.stringify(groupsOf(pages).sort());
    fc.assert(
      fc.property(fc.shuffledSubarray(pages, { minLength: pages.length }), (shuffled) => {
        expect(JSON.stringify(groupsOf(shuffled).sort())).toBe(expected);
      }),
      { seed: 1 },
    );
  });
});
