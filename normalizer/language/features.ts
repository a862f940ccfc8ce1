/** What the language model looks at: whole words and the pieces that words begin with, end in and are made of. */
import { CharacterKind } from '../runs.ts';

/** At most this many words of one passage are looked at. */
const MOST_WORDS = 2000;
const LONGEST_WORD = 40;

/**
 * The lower-case words of running text. Words with a capital inside a sentence are left out: names of places, people and
 * committees keep their form in any language. So are words with digits, addresses and single letters other than i, å, e.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { text: token, index } of TOKEN.runsIn(text)) {
    if (words.length >= MOST_WORDS) break;
    const bare = withoutSigns(token);
    if (isPlain(bare)) words.push(bare);
    else if (!NUMBER.has(token, 0)) words.push(...wordsIn(token, text, index));
  }
  return words;
}

const TOKEN = new CharacterKind(/[\p{L}\p{N}@/:_.'’-]/u);
const NORWEGIAN = new CharacterKind(/[a-zæøå]/u);
const NUMBER = new CharacterKind(/\p{N}/u);
const CAPITAL = new CharacterKind(/\p{Lu}/u);
/** An address, a number, an abbreviation. */
const NO_WORD = /[@/:_\p{N}]|\.\p{L}/u;
const JOINT = /[-.'’]/;

/** Most words are lower-case letters and nothing else. */
function isPlain(token: string): boolean {
  return token.length > 1 && token.length <= LONGEST_WORD && NORWEGIAN.endOf(token, 0) === token.length;
}

/** The words of a token that stands at a place of a text. */
function wordsIn(token: string, text: string, at: number): string[] {
  const words = plainWords(withoutSigns(token.normalize('NFC')));
  return words.filter((word) => !CAPITAL.has(word, 0) || opensSentence(text, at)).map((word) => word.toLowerCase());
}

/** A word at the end of a sentence has its full stop behind it. */
function withoutSigns(token: string): string {
  let end = token.length;
  while (end > 0 && SIGN.has(token, end - 1)) end -= 1;
  return end === token.length ? token : token.slice(0, end);
}

const SIGN = new CharacterKind(/[@/:_.'’-]/u);

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
  if (NO_WORD.test(token)) return [];
  const words = JOINT.test(token) ? token.split(JOINT) : [token];
  return words.filter((word) => word.length <= LONGEST_WORD && (word.length > 1 || /^[iIåÅeE]$/.test(word)));
}
