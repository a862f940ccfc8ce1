/** What a document is by its shape, when neither title nor file name says it. */
import { labelsSource } from './meetings/words.ts';
import type { Block } from './page.ts';

const CASE = /^(?:sak\s*|saksnr\.?\s*)?\d{1,3}\s*[/-]\s*(?:20)?\d\d\b/iu;
const ATTENDANCE = new RegExp(`(?:^|\\n) ?(?:${labelsSource('present')}) ?[:\\n]`, 'iu');
const CASES = 2;
const SLIDES = 3;
const WORDS_A_SLIDE = 70;
/** Headings and points make up so much of a slide show. */
const POINTS = 0.6;

/** Numbered cases and a line of those present make minutes: the line that tells, or `undefined`. */
export function looksLikeMinutes(blocks: readonly Block[]): string | undefined {
  const present = blocks.find(({ text }) => ATTENDANCE.test(`${text}\n`));
  const cases = blocks.filter(({ text }) => CASE.test(text));
  if (cases.length >= CASES && present) return present.text.slice(0, 80);
  return undefined;
}

/** Several pages of few words each, mostly headings and points. */
export function looksLikeSlides(blocks: readonly Block[]): boolean {
  const pages = new Map<string, number>();
  for (const { anchor, text } of blocks) {
    if (anchor) pages.set(anchor, (pages.get(anchor) ?? 0) + text.split(' ').length);
  }
  const lengths = [...pages.values()].sort((a, b) => a - b);
  const middle = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const points = blocks.filter(({ kind }) => kind === 'heading' || kind === 'item').length;
  return lengths.length >= SLIDES && middle <= WORDS_A_SLIDE && points >= blocks.length * POINTS;
}
