/** Whether a text speaks of what a helsefellesskap is about, measured by the vocabulary's `subject` words (STANDARDS C2.23). */
import { gatheringWords } from './words.ts';

/** In less text than this the words are missing by chance. */
const TEXT_NEEDED = 300;
/** What is compared of a text, in characters. */
const LOOKED_AT = 4000;
/** A text with so many subject words in a thousand characters is certainly about it. */
const PLENTY = 5;
/** A text has had a subject when it held so many of its words. */
const SUBJECT_WORDS = 2;
/** So much thinner must the subject have become … */
const THINNER = 4;
/** … and so small a share of the words may the texts have in common. */
const IN_COMMON = 0.25;
/** Words that are too few tell nothing. */
const WORDS_NEEDED = 10;

let patterns: { all: RegExp; other: RegExp } | undefined;

/** All words of the subject, and those that are no name of a community. Kept without the flags' state: one for counting, one for finding. */
function subjectPatterns(): { all: RegExp; other: RegExp } {
  if (patterns) return patterns;
  const { subject } = gatheringWords();
  const other = subject.filter((word) => !word.startsWith('helsefel'));
  patterns = { all: new RegExp(subject.join('|'), 'gi'), other: new RegExp(other.join('|'), 'i') };
  return patterns;
}

/** How many subject words a text holds. */
function subjectWords(text: string): number {
  return text.slice(0, LOOKED_AT).match(subjectPatterns().all)?.length ?? 0;
}

/** Whether a text is long enough to have a subject and holds no word of ours. The name alone may be all that is left of what stood there. */
export function isSilent(text: string): boolean {
  return text.length >= TEXT_NEEDED && !subjectPatterns().other.test(text);
}

/** Whether a text is long enough to have a subject, and certainly has ours. */
export function isPlainlyOurs(text: string): boolean {
  return text.length < TEXT_NEEDED || rate(text) >= PLENTY;
}

/** Whether what was about our subject has become something else: its subject has gone and hardly a word of it is left. */
export function hasOtherSubject(before: string, after: string): boolean {
  if (isPlainlyOurs(after) || subjectWords(before) < SUBJECT_WORDS) return false;
  if (rate(after) * THINNER >= rate(before)) return false;
  const [then, now] = [wordsOf(before), wordsOf(after)];
  const fewer = Math.min(then.size, now.size);
  if (fewer < WORDS_NEEDED) return false;
  return [...now].filter((word) => then.has(word)).length < fewer * IN_COMMON;
}

function rate(text: string): number {
  return (subjectWords(text) * 1000) / Math.max(1, Math.min(text.length, LOOKED_AT));
}

function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .slice(0, LOOKED_AT)
      .toLowerCase()
      .match(/\p{L}{4,}/gu),
  );
}
