/** Signs of dates that cost little to look for: which of the many patterns are worth trying on a text. */
import { hitsOf } from '../pattern-hits.ts';
import { groupsIn, lookFor } from '../piece-hits.ts';
import { holdsGroup } from '../piece-index.ts';
import { remembered } from '../remembered.ts';
import { SIGN_WORDS } from './words.ts';

const DIGIT = /\d/;

/** Looked for where there is a digit. */
const ALONE = {
  digit: DIGIT,
  /** `kl. 9`, `frå 0830`. */
  led: /(?:kl|klokk[ea]n?|fr[aå]|mellom|tid(?:spunkt)?)[.:]{0,2}\s{0,2}\d/i,
  spaced: /\d[ \u00a0]\d/,
  section: /§/,
  measured: /\d\s?%/,
} as const;

const JOINT = /\d[.:/–—-]/;

/** Looked for where a digit has a sign of dates, times or spans behind it. */
const JOINED = {
  /** Two groups of digits with a sign of dates, times or spans between them. */
  joined: /\d[.:/–—-]\s?[\d–—'’-]/,
  colon: /\d:\d/,
  slash: /\d\/\d/,
  /** A day, month or time in figures: `12.05`. */
  dotted: /\d\.\d/,
  /** Hours and minutes, or day and month. */
  minutes: /\d[.:]\d\d/,
} as const;

const YEAR = /\d{4}/;

/** Looked for where there are four digits. */
const OF_YEARS = {
  year: YEAR,
  /** `2024–2026`, `0900–1130`. */
  spanning: /\d{4}\s{0,2}[-–—/]/,
  /** `2011-06-24-30`. */
  lawNumber: /\d{4}-\d{2}-\d{2}-\d/,
  /** `March 12, 2024`. */
  commaYear: /\d(?:st|nd|rd|th)?,\s\d{4}/i,
} as const;

type Figure = keyof typeof ALONE | keyof typeof JOINED | keyof typeof OF_YEARS;
type WordSign = keyof typeof SIGN_WORDS;
/** A kind of figures or words that a pattern can't do without. */
export type Sign = Figure | WordSign;
/** Several signs, a bit each. */
export type Signs = number;

const FIGURE_SIGNS = [ALONE, JOINED, OF_YEARS].map((kind) => Object.entries(kind) as [Figure, RegExp][]);
const WORD_SIGNS = Object.keys(SIGN_WORDS) as WordSign[];
const NAMES: readonly Sign[] = [...new Set<Sign>([...FIGURE_SIGNS.flat().map(([sign]) => sign), ...WORD_SIGNS])];
const first = lookFor(WORD_SIGNS.map((sign) => SIGN_WORDS[sign]));

/** The bits of some signs. */
export function signsNamed(...names: readonly Sign[]): Signs {
  return names.reduce((bits, name) => bits | (1 << NAMES.indexOf(name)), 0);
}

const [OF_DIGITS = [], OF_JOINTS = [], OF_FOUR = []] = FIGURE_SIGNS.map((kind) =>
  kind.map(([sign, pattern]) => ({ bit: signsNamed(sign), pattern })),
);
const OF_WORDS = WORD_SIGNS.map((sign, at) => ({ bit: signsNamed(sign), group: first + at }));

/** The signs that a text has. */
export const signsOf = remembered((text): Signs => {
  let signs = figuresOf(text);
  const found = groupsIn(text);
  for (const { bit, group } of OF_WORDS) if (holdsGroup(found, group)) signs |= bit;
  return signs;
});

function figuresOf(text: string): Signs {
  if (!DIGIT.test(text)) return 0;
  const looked = OF_DIGITS.concat(JOINT.test(text) ? OF_JOINTS : [], YEAR.test(text) ? OF_FOUR : []);
  return looked.reduce((signs, { bit, pattern }) => (pattern.test(text) ? signs | bit : signs), 0);
}

/** Whether a text has all of some signs. */
export function hasSigns(text: string, needs: Signs): boolean {
  return (signsOf(text) & needs) === needs;
}

/** Whether a text has one of some signs. */
export function hasAnySign(text: string, signs: Signs): boolean {
  return (signsOf(text) & signs) !== 0;
}

/** All matches of a global pattern in a text, which is only looked at where it has all the signs that the pattern needs. */
export function matches(text: string, pattern: RegExp, needs: Signs): RegExpExecArray[] {
  return hasSigns(text, needs) ? hitsOf(text, pattern) : NONE;
}

const NONE: RegExpExecArray[] = [];

/** Every pattern needs one of these, or both signs of one of the pairs. */
const ANY = signsNamed(
  ...(['joined', 'colon', 'slash', 'minutes', 'year', 'led'] as const),
  ...(['month', 'samiMonth', 'weekday', 'season', 'relative'] as const),
);
const PAIRS = [signsNamed('hour', 'clockWord'), signsNamed('week', 'digit')];

/** Whether a text may hold a date at all: most sentences have neither figures of the right kind nor a word of dates. */
export function mayHoldDate(text: string): boolean {
  const signs = signsOf(text);
  return (signs & ANY) !== 0 || PAIRS.some((pair) => (signs & pair) === pair);
}
