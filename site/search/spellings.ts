/** How search reads words: the spellings that it takes for the same, and the words that tell nothing apart. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectFolder } from '../../scraper/index.ts';
import { canonicalText, type Spellings } from '../assets/canonical.js';

const SpellingsSchema = z.array(z.tuple([z.string().min(2), z.string().min(2)]));
const SilentSchema = z.array(z.array(z.string().min(1)));

function readVocabulary<T>(name: string, schema: z.ZodType<T>): T {
  return schema.parse(parse(readFileSync(join(projectFolder(), 'data', 'vocabulary', name), 'utf8')));
}

/** Reads `search-spellings.yaml`, both sides as they are looked for; throws when the file is not a list of pairs. */
export function readSpellings(): Spellings {
  const pairs = readVocabulary('search-spellings.yaml', SpellingsSchema);
  return pairs.map(([from, to]) => [canonicalText(from, []), canonicalText(to, [])]);
}

/** Reads `search-silent-words.yaml`, each word once, as it is looked for. */
export function readSilentWords(spellings: Spellings): string[] {
  const words = readVocabulary('search-silent-words.yaml', SilentSchema).flat();
  return [...new Set(words.map((word) => canonicalText(word, spellings)))];
}
