/** Words that one language alone has (`data/vocabulary/language-words.yaml`): they speak louder than the pieces they are made of. */
import { z } from 'zod';
import { readVocabulary } from '../vocabulary.ts';
import { CODES, type Code } from './weights.ts';

const list = z.array(z.string().min(1));
const vocabulary = readVocabulary(
  'language-words',
  z.strictObject({
    words: z.strictObject({ nb: list, nb_da: list, nn: list, da: list, sv: list, en: list, se: list }),
    names: z.strictObject({ nb: list, nn: list }),
  }),
);

type ByCode = Partial<Record<Code, string[]>>;

class Lookup {
  readonly #whole = new Map<string, Code>();
  readonly #beginnings: [string, Code][] = [];

  constructor(words: ByCode) {
    for (const code of CODES) for (const word of words[code] ?? []) this.#add(word, code);
  }

  #add(word: string, code: Code): void {
    if (word.endsWith('*')) this.#beginnings.push([word.slice(0, -1), code]);
    else this.#whole.set(word, code);
  }

  find(word: string): Code | undefined {
    return this.#whole.get(word) ?? this.#beginnings.find(([beginning]) => word.startsWith(beginning))?.[1];
  }
}

const words = new Lookup(vocabulary.words);
const withDanish = new Set(vocabulary.words.nb_da);
const names = new Lookup(vocabulary.names);

const BOKMAL_OR_DANISH: readonly Code[] = ['nb', 'da'];

/** The language that a lower-case word belongs to when no neighbour has it; Bokmål and Danish for what Nynorsk alone lacks. */
export function tellingCodes(word: string): readonly Code[] {
  if (withDanish.has(word)) return BOKMAL_OR_DANISH;
  const code = words.find(word);
  return code === undefined ? [] : [code];
}

/** The standard that a text's names of bodies are in, when they are all in one; names decide only where nothing else does. */
export function codeOfNames(text: string): Code | undefined {
  const found = new Set((text.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => names.find(word) ?? []));
  const [only, more] = found;
  return more === undefined ? only : undefined;
}
