import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boilerplate, holdsPhrase, says } from '../../../normalizer/boilerplate.ts';
import { openingsOf } from '../../../normalizer/phrase-openings.ts';

const phrases = Object.entries(boilerplate.phrases).flatMap(([group, { whole, begins, holds }]) =>
  [...whole, ...begins, ...holds].map((phrase) => ({ group, phrase })),
);

/** One way of saying a phrase: `pick(n)` gives a number below n. */
function said(phrase: string, pick: (limit: number) => number): string {
  const word = (text: string) =>
    text.replaceAll('*', ['', 'en', 'ane'][pick(3)] ?? '').replace(/^#$/, String(pick(90)));
  const way = (part: string) => (part.slice(1, -1).split('|')[pick(part.split('|').length)] ?? '').trim().split(/\s+/);
  return (phrase.match(/\[[^\]]*\]|\([^)]*\)|\S+/g) ?? [])
    .flatMap((part) => {
      if (part === '...') return ['eitt', 'ord'].slice(0, pick(3));
      if (part.startsWith('[') && pick(2) === 0) return [];
      return /^[[(]/.test(part) ? way(part) : [part];
    })
    .map(word)
    .join(' ');
}

const spelt = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => `– ${text.replaceAll(' ', '\u00a0')}!`,
  (text) => text.normalize('NFD'),
);

describe('phrases that are no content', () => {
  it('are known however they are said, also in the middle of a longer text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...phrases),
        fc.infiniteStream(fc.nat(999)),
        spelt,
        ({ group, phrase }, numbers, spell) => {
          const text = spell(said(phrase, (limit) => (numbers.next().value as number) % limit));
          fc.pre(text.trim() !== '');
          expect(says(group, text)).toBe(true);
          expect(holdsPhrase(group, `Møtet varte lenge. ${text}. Neste sak`)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are looked for by their first two words', () => {
    expect(openingsOf('[ca] (a|b c) d')).toEqual([
      { first: 'ca', next: ['a', 'b'] },
      { first: 'a', next: ['d'] },
      { first: 'b', next: ['c'] },
    ]);
    expect(openingsOf('kategori* [i] ...')).toEqual([{ first: 'kategori*' }]);
  });
});
