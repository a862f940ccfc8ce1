/** The words that the scraper finds its way by: `data/vocabulary/gathering.yaml`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { bundledData } from './folders.ts';

const words = z.array(z.string().min(1));
const Schema = z.strictObject({
  next: words,
  more: words,
  login: words,
  parked: words,
  challenge: words,
  subject: words,
});

/** The lists of the vocabulary, by name. */
export type Words = z.infer<typeof Schema>;

let loaded: Words | undefined;

/** The vocabulary, read once. Throws when the file doesn't hold what it should: a bug of ours. */
export function gatheringWords(): Words {
  loaded ??= Schema.parse(parse(readFileSync(join(bundledData(), 'vocabulary', 'gathering.yaml'), 'utf8')));
  return loaded;
}

/** A label without arrows, digits and punctuation, lower-case: what is compared with the vocabulary. */
export function bareLabel(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** Whether a link or button leads on to more of a list. */
export function isLabel(text: string, list: 'next' | 'more'): boolean {
  if (text.length > 60) return false;
  const bare = bareLabel(text);
  if (bare === '') return list === 'next' && /^\s*[›»→>]+\s*$/.test(text);
  return gatheringWords()[list].includes(bare);
}

/** Whether a text holds one of a list's phrases. */
export function holdsPhrase(text: string, list: keyof Words): boolean {
  const folded = text.toLowerCase().replace(/\s+/g, ' ');
  return gatheringWords()[list].some((phrase) => folded.includes(phrase));
}
