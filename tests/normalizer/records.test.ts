import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, wordCount } from '../../normalizer/excerpt.ts';
import { withHistory } from '../../normalizer/history.ts';
import { itemId } from '../../normalizer/identity.ts';
import { type Item, ItemSchema } from '../../normalizer/model.ts';
import { inOrder } from '../../normalizer/rules.ts';

const item = (more: Partial<Item> = {}): Item =>
  ItemSchema.parse({
    id: 'helgeland-aaaaaaaaaa',
    url: 'https://a.example.no/',
    urls: ['https://a.example.no/'],
    community: 'helgeland',
    source: 'helgeland-nyheter',
    kind: 'news',
    format: 'html',
    title: 'Møte',
    lead: null,
    language: 'nb',
    published: null,
    updated: null,
    body: 'Tekst',
    excerpt: 'Tekst',
    words: 1,
    topics: [],
    municipalities: [],
    meetings: [],
    attachments: [],
    images: [],
    evidence: {},
    quality: { score: 1, flags: [] },
    provenance: {
      capturedAt: '2026-11-01T02:00:00Z',
      status: 200,
      etag: null,
      lastModified: null,
      digest: null,
      capture: 'urn:uuid:1',
      extractor: 'samla@0.1.0',
    },
    firstSeen: '2026-11-01T02:00:00Z',
    lastSeen: '2026-11-01T02:00:00Z',
    lastChanged: '2026-11-01T02:00:00Z',
    revision: 1,
    state: 'live',
    ...more,
  });

describe('ids', () => {
  it('are the community and ten base32 characters of the address’ SHA-256', () => {
    // The expected value comes from another program: sha256sum | xxd -r -p | base32.
    expect(itemId('fonna', 'https://example.no/')).toBe('fonna-5bu26i4o5b');
    expect(itemId('fonna', 'https://example.no/')).not.toBe(itemId('fonna', 'https://example.no'));
  });
});

describe('excerpts', () => {
  it('are the lead where there is one, else the beginning of the body without headings and marks', () => {
    expect(excerptOf('Ingressen.', 'Brødtekst')).toBe('Ingressen.');
    expect(excerptOf(null, '# Om oss\n\nVi **samarbeider** med [kommunene](https://a.example.no).')).toBe(
      'Vi samarbeider med kommunene.',
    );
  });

  it('prefer prose to tables and lists', () => {
    const body =
      '| Møte | Stad |\n|---|---|\n| 24.09.2026 | Teams |\n\nInnkallingar blir sende ut to veker før møtet, saman med sakspapira.';
    expect(excerptOf(null, body)).toBe('Innkallingar blir sende ut to veker før møtet, saman med sakspapira.');
  });

  it('never glue list items or table cells', () => {
    expect(excerptOf(null, '- Asker\n- Lier')).toBe('Asker Lier');
    expect(excerptOf(null, 'Regionrådet\\\nSaker\\\nMøter')).toBe('Regionrådet Saker Møter');
    expect(excerptOf(null, '| a | b |\n|---|---|\n| 1 | 2 |')).toBe('a b 1 2');
  });

  it('B3.1 are at most 300 characters and end at a word, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (text) => excerptOf(text, text).length <= 300),
      { seed: 1 },
    );
    const long = 'samhandling '.repeat(60);
    expect(excerptOf(null, long)).toMatch(/samhandling…$/);
  });

  it('count words of any letters, numbers too, but no addresses', () => {
    expect(wordCount('Tre ord på [nynorsk](https://a.example.no/lang/adresse) i 2026')).toBe(6);
  });
});

describe('revisions', () => {
  it('go on by one when what the item says has changed, and keep the first sight', () => {
    const before = { ...item(), content: 'another hash' };
    const next = withHistory(item({ title: 'Nytt møte', firstSeen: '2026-11-09T02:00:00Z' }), before);
    expect(next.revision).toBe(2);
    expect(next.firstSeen).toBe('2026-11-01T02:00:00Z');
  });
});

describe('the order of rules', () => {
  const rule = (...needs: string[]) => ({ needs, read: () => undefined });

  it('follows from what they need', () => {
    const rules = new Map([
      ['meetings', rule('published', 'title')],
      ['published', rule('title')],
      ['title', rule()],
    ]);
    expect(inOrder(rules).map(([field]) => field)).toEqual(['title', 'published', 'meetings']);
  });

  it('is refused when they need each other or something unknown', () => {
    expect(() =>
      inOrder(
        new Map([
          ['a', rule('b')],
          ['b', rule('a')],
        ]),
      ),
    ).toThrow('a -> b -> a');
    expect(() => inOrder(new Map([['a', rule('x')]]))).toThrow('a needs x, which no rule reads');
  });
});
