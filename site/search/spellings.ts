/** The spellings that search takes for the same: `data/vocabulary/search-spellings.yaml`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectFolder } from '../../scraper/index.ts';
import { canonicalText, type Spellings } from '../assets/canonical.js';

const SpellingsSchema = z.array(z.tuple([z.string().min(2), z.string().min(2)]));

/** Reads them, both sides as they are looked for; throws when the file is not a list of pairs. */
export function readSpellings(): Spellings {
  const file = join(projectFolder(), 'data', 'vocabulary', 'search-spellings.yaml');
  const pairs = SpellingsSchema.parse(parse(readFileSync(file, 'utf8')));
  return pairs.map(([from, to]) => [canonicalText(from, []), canonicalText(to, [])]);
}
