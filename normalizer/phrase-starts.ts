/** Which groups of phrases a text may say, by the words that phrases begin with: most texts hold none of these. */

/** Stands in a phrase for any word. */
const ANY = '...';
/** Words are looked up by so many letters; a shorter beginning of a word (`om*`) may be any. */
const STEM = 3;

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
      const key = keyAt(Buffer.from(letters, 'latin1'), 0);
      this.starts.set(key, [...(this.starts.get(key) ?? []), { letters, whole: star < 0, group }]);
    }
  }

  /** The groups of which a phrase may begin somewhere in a text, some of them more than once. */
  within(text: string): readonly string[] {
    const groups = [...this.always];
    for (const { letters, group } of this.inside) if (text.toLowerCase().includes(letters)) groups.push(group);
    const letters = lettersOf(text);
    let before = 0;
    for (let at = 0; at < letters.length; at += 1) {
      const letter = LETTERS[letters[at] as number] as number;
      if (letter !== 0 && before === 0) this.gather(letters, at, groups);
      before = letter;
    }
    return groups;
  }

  private gather(letters: Letters, at: number, groups: string[]): void {
    const found = this.starts.get(keyAt(letters, at));
    if (found !== undefined) for (const start of found) if (beginsWith(letters, at, start)) groups.push(start.group);
    if ((letters[at] as number) <= NINE) groups.push(...this.numbers);
  }
}

const NINE = 57;

/** A text as the codes of its letters, one byte each: what is asked of every letter must cost next to nothing. */
type Letters = Uint8Array;

/** Signs beyond these may look like letters in one byte. */
const NEEDS_CARE = /[^\u0000-\u00ff\u2010-\u2027]/;

function lettersOf(text: string): Letters {
  const careful = NEEDS_CARE.test(text) ? text.normalize('NFC').replace(/[^\u0000-\u00ff]/g, ' ') : text;
  if (careful.length > desk.length) return Buffer.from(careful, 'latin1');
  return desk.subarray(0, desk.write(careful, 'latin1'));
}

/** One place for all texts: each is done with before the next is looked at. */
const desk = Buffer.alloc(16_384);

/**
 * Small letters and figures by the codes of both small and capital ones; 0 for all else. Letters of other alphabets are taken for borders:
 * then a word seems to begin behind each, which costs nothing but time.
 */
const LETTERS = Uint8Array.from({ length: 256 }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase();
  return /[0-9a-zªµºß-öø-ÿ²³¹¼-¾]/.test(letter) ? letter.charCodeAt(0) : 0;
});

function letterAt(letters: Letters, at: number): number {
  return at < letters.length ? (LETTERS[letters[at] as number] as number) : 0;
}

function beginsWith(text: Letters, at: number, { letters, whole }: Start): boolean {
  for (let i = 0; i < letters.length; i += 1) if (letterAt(text, at + i) !== letters.charCodeAt(i)) return false;
  return !whole || letterAt(text, at + letters.length) === 0;
}

/** The first letters of a word as one number. */
function keyAt(letters: Letters, at: number): number {
  let key = 0;
  for (let i = at; i < at + STEM; i += 1) {
    const letter = letterAt(letters, i);
    if (letter === 0) return key * 256;
    key = key * 256 + letter;
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
