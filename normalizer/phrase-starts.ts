/** Which groups of phrases a text may say, by the two words that phrases begin with: most texts hold none of these. */
import { type Opening, openingsOf } from './phrase-openings.ts';

/** Words are looked up by so many letters. */
const STEM = 3;

interface Word {
  letters: string;
  /** Whether it ends there; else it goes on with any letters. */
  whole: boolean;
}

interface Start extends Word {
  group: string;
  /** What the next word may be; missing: anything. */
  next?: readonly Word[];
}

/** The words that the phrases of some groups begin with. */
export class PhraseStarts {
  private readonly starts = new Map<number, Start[]>();
  /** Groups with a phrase that begins with a number. */
  private readonly numbers = new Set<string>();
  /** What stands inside of words that phrases begin with (`*redaksjon*`). */
  private readonly inside: { pattern: RegExp; group: string }[] = [];
  /** Groups with a phrase that may begin with anything. */
  private readonly always: string[] = [];

  add(group: string, phrase: string): void {
    for (const opening of openingsOf(phrase)) this.addOpening(group, opening);
  }

  private addOpening(group: string, { first, next }: Opening): void {
    const inner = /^\*([0-9a-zß-öø-ÿ]+)\*?$/.exec(first)?.[1];
    const word = wordOf(first);
    if (first === '#') this.numbers.add(group);
    else if (inner !== undefined) this.inside.push({ pattern: new RegExp(inner, 'i'), group });
    else if (word === undefined || (!word.whole && word.letters.length < STEM)) this.always.push(group);
    else this.put({ ...word, group, ...wordsOf(next) });
  }

  private put(start: Start): void {
    const key = keyAt(Buffer.from(start.letters, 'latin1'), 0, start.letters.length);
    this.starts.set(key, [...(this.starts.get(key) ?? []), start]);
  }

  /** The groups of which a phrase may begin somewhere in a text, some of them more than once. */
  within(text: string): readonly string[] {
    const groups = [...this.always];
    for (const { pattern, group } of this.inside) if (pattern.test(text)) groups.push(group);
    const { letters, length } = lettersOf(text);
    let before = 0;
    for (let at = 0; at < length; at += 1) {
      const letter = LETTERS[letters[at] as number] as number;
      if (letter !== 0 && before === 0) this.gather(letters, at, length, groups);
      before = letter;
    }
    return groups;
  }

  private gather(letters: Letters, at: number, length: number, groups: string[]): void {
    const found = this.starts.get(keyAt(letters, at, length));
    if (found !== undefined)
      for (const start of found) if (beginsWith(letters, at, length, start)) groups.push(start.group);
    if ((letters[at] as number) <= NINE) groups.push(...this.numbers);
  }
}

const NINE = 57;

/** `undefined` for what is no plain word or beginning of one. */
function wordOf(word: string): Word | undefined {
  const star = word.indexOf('*');
  const letters = star < 0 ? word : word.slice(0, star);
  return /^[0-9a-zß-öø-ÿ]+$/.test(letters) ? { letters, whole: star < 0 } : undefined;
}

function wordsOf(next: readonly string[] | undefined): { next?: readonly Word[] } {
  const words = next?.map(wordOf) ?? [undefined];
  return words.includes(undefined) ? {} : { next: words as Word[] };
}

/** A text as the codes of its letters, one byte each: what is asked of every letter must cost next to nothing. */
type Letters = Uint8Array;

/** Signs beyond these may look like letters in one byte. */
const NEEDS_CARE = /[^\u0000-\u00ff\u2010-\u2027]/;
/** One place for all texts: each is done with before the next is looked at. */
const desk = Buffer.alloc(16_384);

function lettersOf(text: string): { letters: Letters; length: number } {
  const careful = NEEDS_CARE.test(text) ? text.normalize('NFC').replace(/[^\u0000-\u00ff]/g, ' ') : text;
  const { length } = careful;
  if (length > desk.length) return { letters: Buffer.from(careful, 'latin1'), length };
  desk.write(careful, 'latin1');
  return { letters: desk, length };
}

/**
 * Small letters and figures by the codes of both small and capital ones; 0 for all else. Letters of other alphabets are taken for borders:
 * then a word seems to begin behind each, which costs nothing but time.
 */
const LETTERS = Uint8Array.from({ length: 256 }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase();
  return /[0-9a-zªµºß-öø-ÿ²³¹¼-¾]/.test(letter) ? letter.charCodeAt(0) : 0;
});

function letterAt(letters: Letters, at: number, length: number): number {
  return at < length ? (LETTERS[letters[at] as number] as number) : 0;
}

function beginsWith(text: Letters, at: number, length: number, { letters, whole, next }: Start): boolean {
  if (!isWordAt(text, at, length, { letters, whole })) return false;
  if (next === undefined) return true;
  let second = at + letters.length;
  while (second < length && letterAt(text, second, length) !== 0) second += 1;
  while (second < length && letterAt(text, second, length) === 0) second += 1;
  return next.some((word) => isWordAt(text, second, length, word));
}

function isWordAt(text: Letters, at: number, length: number, { letters, whole }: Word): boolean {
  for (let i = 0; i < letters.length; i += 1)
    if (letterAt(text, at + i, length) !== letters.charCodeAt(i)) return false;
  return !whole || letterAt(text, at + letters.length, length) === 0;
}

/** The first letters of a word as one number. */
function keyAt(letters: Letters, at: number, length: number): number {
  let key = 0;
  for (let i = at; i < at + STEM; i += 1) {
    const letter = letterAt(letters, i, length);
    if (letter === 0) return key * 256;
    key = key * 256 + letter;
  }
  return key;
}
