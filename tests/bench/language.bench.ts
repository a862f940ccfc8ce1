/** Bokmål against Nynorsk on sentences that nothing was trained on: how often right at one, five and twenty, and texts a second. */
import { readFileSync } from 'node:fs';
import { eld } from 'eld/medium';
import { franc } from 'franc';
import { detect } from 'tinyld';
import { bench, describe } from 'vitest';
import { scoresOf } from '../../normalizer/language/weights.ts';

const LENGTHS = [1, 5, 20] as const;
const STANDARDS = ['nb', 'nn'] as const;

/** All runs of so many sentences. */
function runs(code: string, length: number): string[] {
  const file = new URL(`../fixtures/language/${code}.txt`, import.meta.url);
  const all = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return all.flatMap((_, at) => (at + length <= all.length ? [all.slice(at, at + length).join('\n')] : []));
}

function samla(text: string): string {
  const { nb, nn } = scoresOf(text).scores;
  return nb > nn ? 'nb' : 'nn';
}

/** Peers name the standards in their own way; one that only knows "Norwegian" is right about Bokmål at most. */
const DETECTORS: Record<string, (text: string) => string> = {
  samla,
  franc: (text) => ({ nob: 'nb', nno: 'nn' })[franc(text, { only: ['nob', 'nno', 'dan', 'swe', 'eng'] })] ?? 'other',
  eld: (text) => ({ no: 'nb', nb: 'nb', nn: 'nn' })[eld.detect(text).language] ?? 'other',
  tinyld: (text) => ({ no: 'nb', nb: 'nb', nn: 'nn' })[detect(text)] ?? 'other',
};

function accuracy(detector: (text: string) => string, length: number): string {
  const results = STANDARDS.flatMap((code) => runs(code, length).map((text) => detector(text) === code));
  return `${((100 * results.filter(Boolean).length) / results.length).toFixed(2)} %`;
}

for (const [name, detector] of Object.entries(DETECTORS))
  console.log(`${name.padEnd(8)} ${LENGTHS.map((length) => `${length}: ${accuracy(detector, length)}`).join('   ')}`);

const texts = STANDARDS.flatMap((code) => runs(code, 5)).slice(0, 200);
describe('two hundred texts of five sentences', () => {
  for (const [name, detector] of Object.entries(DETECTORS))
    bench(name, () => {
      for (const text of texts) detector(text);
    });
});
