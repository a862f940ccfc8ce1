/** What one word says of the language that it is in. */
import { rememberedWord } from '../remembered.ts';
import { tellingCodes } from './telling-words.ts';
import { type Code, wordScores } from './weights.ts';

/** A lower-case word, how much its pieces speak for each language, and the languages that alone have it. */
export interface WordReading {
  word: string;
  scores: Float32Array;
  codes: readonly Code[];
}

/** What a word says; the same words come back from page to page. */
export const readWord = rememberedWord(
  (word): WordReading => ({ word, scores: wordScores(word), codes: tellingCodes(word) }),
);
