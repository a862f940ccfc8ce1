/** Which groups of phrases a text may say, by the words that phrases begin with: most texts hold none of these. */

/** Stands in a phrase for any word. */
const ANY = '...';
/** Words are looked up by so many letters; a shorter beginning of a word (`om*`) may be any. */
const STEM = 3;
const SPACE = 32;

interface Start {
  letters: string;
  /** Whether the word ends there. */
  whole: boolean;
  group: string;
}

/** The words that the phrases of some groups begin with. */
export class PhraseStarts {
  private readonly starts = new Map<number, Start[]>();
  /** Groups with a phrase that begins with a number. */
  private readonly numbers: string[] = [];
  /** What stands inside of words that phrases begin with (`*redaksjon*`). */
  private readonly inside: { letters: string; group: string }[] = [];
  /** Groups with a phrase that may begin with anything. */
  private readonly always: string[] = [];

  add(group: string, phrase: string): void {
    for (const word of firstWords(phrase)) this.addWord(group, word);
  }

  private addWord(group: string, word: string): void {
    const star = word.indexOf('*');
    const inner = /^\*([0-9a-zß-öø-ÿ]+)\*?$/.exec(word)?.[1];
    if (word === '#') this.numbers.push(group);
    else if (inner !== undefined) this.inside.push({ letters: inner, group });
    else if (word === ANY || (star >= 0 && star < STEM) || !/^[0-9a-zß-öø-ÿ*]+$/.test(word)) this.always.push(group);
    else {
      const letters = star < 0 ? word : word.slice(0, star);
      const key = keyAt(letters, 0);
      this.starts.set(key, [...(this.starts.get(key) ?? []), { letters, whole: star < 0, group }]);
    }
  }

  /** The groups of which a phrase may begin somewhere in a text, some of them more than once. */
  within(text: string): readonly string[] {
    const groups = [...this.always];
    const words = plainLetters(text);
    for (const { letters, group } of this.inside) if (words.includes(letters)) groups.push(group);
    let isInside = false;
    for (let at = 0; at < words.length; at += 1) {
      const isLetter = isWordLetter(words.charCodeAt(at));
      if (isLetter && !isInside) this.gather(words, at, groups);
      isInside = isLetter;
    }
    return groups;
  }

  private gather(words: string, at: number, groups: string[]): void {
    const found = this.starts.get(keyAt(words, at));
    if (found !== undefined)
      for (const { letters, whole, group } of found)
        if (words.startsWith(letters, at) && !(whole && isWordLetter(words.charCodeAt(at + letters.length))))
          groups.push(group);
    if (words.charCodeAt(at) <= NINE) groups.push(...this.numbers);
  }
}

const NINE = 57;

/** Lower-case, marks above letters joined with them. */
function plainLetters(text: string): string {
  return (MARKS.test(text) ? text.normalize('NFC') : text).toLowerCase();
}

const MARKS = /[\u0300-\u036f]/;

const LETTERS = Uint8Array.from({ length: 256 }, (_, code) =>
  /[0-9a-zªµºß-öø-ÿ²³¹¼-¾]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Letters of other alphabets are taken for borders: then a word seems to begin behind each, which costs nothing but time. */
function isWordLetter(code: number): boolean {
  return LETTERS[code] === 1;
}

/** The first letters of a word as one number. */
function keyAt(words: string, at: number): number {
  let key = 0;
  for (let i = at; i < at + STEM; i += 1) {
    const code = words.charCodeAt(i);
    key = key * 256 + (isWordLetter(code) ? code : SPACE);
    if (!isWordLetter(code)) return key;
  }
  return key;
}

/** The words that a phrase may begin with: those of its first part, and of the next as long as parts may be missing. */
export function firstWords(phrase: string): string[] {
  const words: string[] = [];
  for (const part of phrase.trim().match(/\[[^\]]*\]|\([^)]*\)|\S+/g) ?? []) {
    words.push(...(/^[[(]/.test(part) ? part.slice(1, -1).split('|').map(firstWord) : [part]));
    if (!part.startsWith('[')) return words;
  }
  return [...words, ANY];
}

function firstWord(words: string): string {
  return words.trim().split(/\s+/)[0] ?? ANY;
}
