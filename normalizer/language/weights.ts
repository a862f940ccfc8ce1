/** The language model's weights: `weights.txt`, made by `train.ts`; README.md says from what. */
import { readFileSync } from 'node:fs';
import { rememberedWord } from '../remembered.ts';
import { piecesOf, wordsOf } from './features.ts';

/** Bokmål, Nynorsk, Danish, Swedish, Northern Sámi, English: the order of all scores. */
export const CODES = ['nb', 'nn', 'da', 'sv', 'se', 'en'] as const;
export type Code = (typeof CODES)[number];
/** Log-odds by language; only their differences mean anything. */
export type Scores = Record<Code, number>;

/** A weight is written as one character: this one is nought, each step beside it is one tenth. */
export const NOUGHT = 79;
export const STEP = 0.1;
export const MOST_STEPS = 43;

let weights: Map<string, string> | undefined;

/** Reads the weights once: some milliseconds at the first text. */
function load(): Map<string, string> {
  const text = readFileSync(new URL('./weights.txt', import.meta.url), 'utf8');
  const found = new Map<string, string>();
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    found.set(text.slice(start + CODES.length, end), text.slice(start, start + CODES.length));
    start = end + 1;
  }
  return found;
}

/** How much one lower-case word speaks for each language. */
export const wordScores = rememberedWord((word): Float32Array => {
  weights ??= load();
  const sums = new Float32Array(CODES.length);
  for (const piece of piecesOf(word)) {
    const row = weights.get(piece);
    if (row) for (let i = 0; i < sums.length; i += 1) sums[i] = (sums[i] ?? 0) + (row.charCodeAt(i) - NOUGHT) * STEP;
  }
  return sums;
});

/** The scores of a text. */
export function scoresOf(text: string): { scores: Scores } {
  return { scores: sumOf(wordsOf(text).map((word) => ({ scores: wordScores(word) }))) };
}

/** What words speak for together, each given by its own scores. */
export function sumOf(words: readonly { scores: Float32Array }[]): Scores {
  const sums = new Float64Array(CODES.length);
  for (const { scores } of words) for (let i = 0; i < sums.length; i += 1) sums[i] = (sums[i] ?? 0) + (scores[i] ?? 0);
  const [nb = 0, nn = 0, da = 0, sv = 0, se = 0, en = 0] = sums;
  return { nb, nn, da, sv, se, en };
}
