/** The words of the domain: `data/vocabulary/<name>.yaml`, so that a word is added without touching code. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { bundledData } from '../scraper/index.ts';

/**
 * Reads one vocabulary file from the project's own `data/vocabulary/`.
 * Throws with the file's name and what was expected when it does not hold what `schema` says.
 */
export function readVocabulary<T extends z.ZodType>(name: string, schema: T): z.infer<T> {
  const file = join(bundledData(), 'vocabulary', `${name}.yaml`);
  if (!existsSync(file)) throw new Error(`${file}: expected a vocabulary file, found none`);
  const result = schema.safeParse(parse(readFileSync(file, 'utf8')));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not as expected'}`);
}
