/** What the language model looks at: whole words and the pieces that words begin with, end in and are made of. */

/** At most this many words of one passage are looked at. */
const MOST_WORDS = 2000;
const LONGEST_WORD = 40;

/**
 * The lower-case words of running text. Words with a capital inside a sentence are left out: names of places, people and
 * committees keep their form in any language. So are words with digits, addresses and single letters other than i, å, e.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}@/:_.'’-]+/gu)) {
    if (words.length >= MOST_WORDS) break;
    const before = text.slice(Math.max(0, match.index - 3), match.index);
    const opens = match.index === 0 || /[.!?:\n•–]\s*$|^\s*$/u.test(before) || /[«"“(]$/.test(before);
    for (const word of plainWords(match[0].normalize('NFC').replace(/[@/:_.'’-]+$/, ''))) {
      if (opens || !/^\p{Lu}/u.test(word)) words.push(word.toLowerCase());
    }
  }
  return words;
}

/** The pieces of a lower-case word, `_` standing for its borders: the word itself and every 3 to 5 letters in a row. */
export function piecesOf(word: string): string[] {
  const bordered = `_${word}_`;
  const pieces = new Set([bordered]);
  for (let length = 3; length <= 5; length += 1) {
    for (let at = 0; at + length <= bordered.length; at += 1) pieces.add(bordered.slice(at, at + length));
  }
  return [...pieces];
}

function plainWords(token: string): string[] {
  if (/[@/:_\p{N}]|\.\p{L}/u.test(token)) return [];
  return token
    .split(/[-.'’]/)
    .filter((word) => word.length <= LONGEST_WORD && (word.length > 1 || /^[iIåÅeE]$/.test(word)));
}
