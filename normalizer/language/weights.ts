/** The language model's weights: `weights.txt`, made by `train.ts`; README.md says from what. */
import { readFileSync } from 'node:fs';
import { copyOf } from '../remembered.ts';
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

const REMEMBERED = 20_000;
let weights: Map<string, string> | undefined;
const remembered = new Map<string, Float32Array>();

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
export function wordScores(word: string): Float32Array {
  const known = remembered.get(word);
  if (known) return known;
  weights ??= load();
  const sums = new Float32Array(CODES.length);
  for (const piece of piecesOf(word)) {
    const row = weights.get(piece);
    if (row) for (let i = 0; i < sums.length; i += 1) sums[i] = (sums[i] ?? 0) + (row.charCodeAt(i) - NOUGHT) * STEP;
  }
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(copyOf(word), sums);
  return sums;
}

/** The scores of a text and the number of words that they were read from. */
export function scoresOf(text: string): { scores: Scores; words: string[] } {
  const words = wordsOf(text);
  const sums = new Float64Array(CODES.length);
  for (const word of words)
    wordScores(word).forEach((score, i) => {
      sums[i] = (sums[i] ?? 0) + score;
    });
  return { scores: Object.fromEntries(CODES.map((code, i) => [code, sums[i] ?? 0])) as Scores, words };
}
