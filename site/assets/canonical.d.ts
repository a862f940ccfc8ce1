/** Pairs of what stands in a word and what it is read as. */
export type Spellings = readonly (readonly [string, string])[];
/** The word as it is indexed and asked for. */
export function canonicalWord(word: string, spellings: Spellings): string;
/** All words of a text in one spelling. */
export function canonicalWords(text: string, spellings: Spellings): string[];
/** The same with single blanks between them. */
export function canonicalText(text: string, spellings: Spellings): string;
