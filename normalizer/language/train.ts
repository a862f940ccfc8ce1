/**
 * Makes the language model's weights: `node --import tsx normalizer/language/train.ts TEXTS`, a folder with `<language>.txt`
 * and `<language>.words.txt` as `gather-text.ts` writes them. The same text gives the same bytes.
 *
 * A multinomial logistic regression on words and pieces of words, fitted by AdaGrad, cut to the pieces that carry most
 * and fitted once more. Every fiftieth sentence is held back and its accuracy printed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { piecesOf, wordsOf } from './features.ts';
import { CODES, MOST_STEPS, NOUGHT, STEP } from './weights.ts';

interface Sample {
  label: number;
  features: Uint32Array;
}

const CANDIDATES = 120_000;
const KEPT = Number(process.env['KEPT'] ?? 20_000);
const RAREST = 12;
const ROUNDS = 5;
const RATE = 0.15;
const SHRINK = 2e-6;
const HELD_BACK = 50;
const TIMES = 20;
const CLASSES = CODES.length;

const folder = process.argv[2];
if (!folder) throw new Error('expected the folder with the training text');

/** A reproducible stream of numbers below 1 (Mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function linesOf(name: string): string[] {
  const file = join(folder ?? '', name);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

function shuffled<T>(list: T[], seed: number): T[] {
  const random = numbers(seed);
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}

/** Word lists as sentences of six words drawn at random: they teach endings, and words that the sentences lack. */
function listSentences(code: string): string[] {
  const words = shuffled(linesOf(`${code}.words.txt`), 7);
  return Array.from({ length: Math.floor(words.length / 6) }, (_, i) => words.slice(i * 6, i * 6 + 6).join(' '));
}

/** The project's own word pairs, many times over in sentences of four words drawn at random. */
function ownSentences(code: string): string[] {
  const column = code === 'nb' ? 0 : 1;
  if (code !== 'nb' && code !== 'nn') return [];
  const pairs = readFileSync(new URL('./own-words.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' '));
  const words = pairs.filter(([nb, nn]) => nb !== nn).flatMap((pair) => pair[column] ?? []);
  return Array.from({ length: TIMES }, (_, time) => shuffled(words, 100 + time)).flatMap((row) =>
    Array.from({ length: Math.floor(row.length / 4) }, (_, i) => row.slice(i * 4, i * 4 + 4).join(' ')),
  );
}

function pieces(line: string): string[] {
  return wordsOf(line).flatMap(piecesOf);
}

/** Pieces that occur often enough, those that differ most between languages first. */
function candidates(lines: { label: number; line: string }[]): string[] {
  const counts = new Map<string, Uint32Array>();
  const totals = new Float64Array(CLASSES);
  for (const { label, line } of lines) {
    for (const piece of pieces(line)) {
      const row = counts.get(piece) ?? new Uint32Array(CLASSES);
      counts.set(piece, row);
      row[label] = (row[label] ?? 0) + 1;
      totals[label] = (totals[label] ?? 0) + 1;
    }
  }
  return [...counts]
    .filter(([, row]) => row.reduce((sum, count) => sum + count, 0) >= RAREST)
    .map(([piece, row]) => ({ piece, weight: distinction(row, totals) }))
    .sort((a, b) => b.weight - a.weight || (a.piece < b.piece ? -1 : 1))
    .slice(0, CANDIDATES)
    .map(({ piece }) => piece);
}

/** How much a piece tells (its share of the mutual information), Bokmål against Nynorsk counted on top. */
function distinction(row: Uint32Array, totals: Float64Array): number {
  const rates = Array.from(row, (count, i) => (count + 0.5) / ((totals[i] ?? 0) + 1));
  const spread = (some: number[]) => {
    const mean = some.reduce((sum, rate) => sum + rate, 0) / some.length;
    return some.reduce((sum, rate) => sum + rate * Math.log(rate / mean), 0);
  };
  return spread(rates) + 3 * spread(rates.slice(0, 2)) + spread(rates.slice(0, 3));
}

function probabilities(sample: Sample, weights: Float32Array): Float64Array {
  const scores = new Float64Array(CLASSES);
  for (const feature of sample.features) {
    for (let i = 0; i < CLASSES; i += 1) scores[i] = (scores[i] ?? 0) + (weights[feature * CLASSES + i] ?? 0);
  }
  const most = Math.max(...scores);
  let sum = 0;
  for (let i = 0; i < CLASSES; i += 1) sum += scores[i] = Math.exp((scores[i] ?? 0) - most);
  return scores.map((score) => score / sum);
}

/** One AdaGrad step away from the sample's error. */
function learn(sample: Sample, weights: Float32Array, squares: Float32Array): void {
  const expected = probabilities(sample, weights);
  for (let i = 0; i < CLASSES; i += 1) {
    const error = (expected[i] ?? 0) - (i === sample.label ? 1 : 0);
    if (Math.abs(error) < 1e-4) continue;
    for (const feature of sample.features) {
      const at = feature * CLASSES + i;
      const slope = error + SHRINK * (weights[at] ?? 0);
      squares[at] = (squares[at] ?? 0) + slope * slope;
      weights[at] = (weights[at] ?? 0) - (RATE * slope) / Math.sqrt((squares[at] ?? 0) + 1);
    }
  }
}

function fitted(samples: Sample[], size: number): Float32Array {
  const weights = new Float32Array(size * CLASSES);
  const squares = new Float32Array(size * CLASSES);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const sample of shuffled(samples, round + 1)) learn(sample, weights, squares);
  }
  return weights;
}

function samplesOf(lines: { label: number; line: string }[], names: string[]): Sample[] {
  const numbersByName = new Map(names.map((name, i) => [name, i]));
  return lines.map(({ label, line }) => ({
    label,
    features: Uint32Array.from(pieces(line).flatMap((piece) => numbersByName.get(piece) ?? [])),
  }));
}

function spreadOf(weights: Float32Array, feature: number): number {
  const row = weights.slice(feature * CLASSES, feature * CLASSES + CLASSES);
  return Math.max(...row) - Math.min(...row) + 2 * Math.abs((row[0] ?? 0) - (row[1] ?? 0));
}

function written(weights: Float32Array, names: string[]): string {
  return names
    .map((name, feature) => {
      const row = weights.slice(feature * CLASSES, feature * CLASSES + CLASSES);
      const middle = row.reduce((sum, weight) => sum + weight, 0) / CLASSES;
      const steps = Array.from(row, (weight) => Math.round((weight - middle) / STEP));
      const bounded = steps.map((step) => Math.max(-MOST_STEPS, Math.min(MOST_STEPS, step)));
      return bounded.every((step) => step === 0)
        ? ''
        : String.fromCharCode(...bounded.map((step) => NOUGHT + step)) + name;
    })
    .filter(Boolean)
    .sort()
    .join('\n');
}

const all = CODES.flatMap((code, label) =>
  [...linesOf(`${code}.txt`), ...listSentences(code), ...ownSentences(code)].map((line) => ({ label, line })),
);
const training = all.filter((_, i) => i % HELD_BACK !== 0);
const heldBack = all.filter((_, i) => i % HELD_BACK === 0);
const wide = candidates(training);
const wideSamples = samplesOf(training, wide);
const first = fitted(wideSamples, wide.length);
const uses = new Float64Array(wide.length);
for (const sample of wideSamples) for (const feature of sample.features) uses[feature] = (uses[feature] ?? 0) + 1;
const kept = wide
  .map((piece, feature) => ({ piece, worth: spreadOf(first, feature) * Math.sqrt(uses[feature] ?? 0) }))
  .sort((a, b) => b.worth - a.worth || (a.piece < b.piece ? -1 : 1))
  .slice(0, KEPT)
  .map(({ piece }) => piece);
const weights = fitted(samplesOf(training, kept), kept.length);
const right = samplesOf(heldBack, kept).filter((sample) => {
  const found = probabilities(sample, weights);
  return found.indexOf(Math.max(...found)) === sample.label;
});
writeFileSync(new URL('./weights.txt', import.meta.url), written(weights, kept));
console.error(
  `${training.length} sentences; held back ${heldBack.length}, right ${(100 * right.length) / heldBack.length} %`,
);
