/** Cuts running text after the signs that end a sentence, where what follows can begin one. */
import { ownText, remembered } from './remembered.ts';

/**
 * The sentences of a line. `end` finds, with the white space after it, what may end a sentence (with the flag `g`); `begins` says of the
 * character that follows whether a sentence may begin with it. The white space between two sentences belongs to neither.
 */
export function cutSentences(line: string, end: RegExp, begins: RegExp): string[] {
  const sentences: string[] = [];
  let start = 0;
  end.lastIndex = 0;
  for (let hit = end.exec(line); hit !== null; hit = end.exec(line)) {
    const next = hit.index + hit[0].length;
    if (!begins.test(line.slice(next, next + 2))) continue;
    sentences.push(line.slice(start, next).trimEnd());
    start = next;
  }
  sentences.push(line.slice(start));
  return sentences;
}

const END = /[.!?]\s+/g;
const BEGINS = /^[\p{Lu}«–"]/u;
const LETTER = /\p{L}/u;

/** The sentences of a passage that hold words; lines are sentences of their own. */
export const sentencesWithWords = remembered((passage): readonly string[] =>
  passage
    .split('\n')
    .flatMap((line) => cutSentences(line, END, BEGINS))
    .filter((part) => LETTER.test(part))
    .map(ownText),
);
