/** Signs of dates that cost little to look for: which of the many patterns are worth trying on a text. */
import { holdsGroup, PieceIndex } from '../piece-index.ts';
import { remembered } from '../remembered.ts';
import { SIGN_WORDS } from './words.ts';

const FIGURES = {
  digit: /\d/,
  /** Two groups of digits with a sign of dates, times or spans between them. */
  joined: /\d[.:/–—-]\s?[\d–—'’-]/,
  colon: /\d:\d/,
  slash: /\d\/\d/,
  year: /\d{4}/,
  spaced: /\d[ \u00a0]\d/,
  section: /§/,
  measured: /\d\s?%/,
} as const;

const WORDS = Object.keys(SIGN_WORDS) as (keyof typeof SIGN_WORDS)[];
const index = new PieceIndex(WORDS.map((sign) => SIGN_WORDS[sign]));

/** A kind of figures or words that a pattern can't do without. */
export type Sign = keyof typeof FIGURES | keyof typeof SIGN_WORDS;

/** The signs that a text has. */
export const signsOf = remembered((text): ReadonlySet<Sign> => {
  const signs = new Set<Sign>();
  if (FIGURES.digit.test(text))
    for (const [sign, pattern] of Object.entries(FIGURES)) if (pattern.test(text)) signs.add(sign as Sign);
  const found = index.groupsIn(text);
  WORDS.forEach((sign, group) => {
    if (holdsGroup(found, group)) signs.add(sign);
  });
  return signs;
});

/** All matches of a pattern in a text, which is only looked at where it has all the signs that the pattern needs. */
export function matches(text: string, pattern: RegExp, ...needs: readonly Sign[]): RegExpExecArray[] {
  const signs = signsOf(text);
  return needs.every((sign) => signs.has(sign)) ? [...text.matchAll(pattern)] : [];
}

/** Whether a text may hold a date at all: most sentences have neither a digit nor a word of dates. */
export function mayHoldDate(text: string): boolean {
  return signsOf(text).size > 0;
}
