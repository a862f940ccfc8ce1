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
    const [token] = match;
    if (isPlain(token)) words.push(token);
    else words.push(...wordsIn(token, () => opensSentence(text, match.index)));
  }
  return words;
}

/** Most words are lower-case letters and nothing else. */
function isPlain(token: string): boolean {
  return token.length > 1 && token.length <= LONGEST_WORD && /^[a-zæøå]+$/.test(token);
}

function wordsIn(token: string, opens: () => boolean): string[] {
  const words = plainWords(token.normalize('NFC').replace(/(?<![@/:_.'’-])[@/:_.'’-]+$/, ''));
  return words.filter((word) => !/^\p{Lu}/u.test(word) || opens()).map((word) => word.toLowerCase());
}

function opensSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 3), at);
  return at === 0 || /[.!?:\n•–]\s*$|^\s*$/u.test(before) || /[«"“(]$/.test(before);
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
