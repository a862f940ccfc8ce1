/** Which groups of phrases a text may say, by the two words that phrases begin with: most texts hold none of these. */
import { type Opening, openingsOf } from './phrase-openings.ts';

/** Words are looked up by so many letters. */
const STEM = 3;

interface Word {
  letters: Letters;
  /** Whether it ends there; else it goes on with any letters. */
  whole: boolean;
}

interface Start extends Word {
  group: string;
  /** What the next word may be, by its first letters; every word where it is missing. */
  next?: ReadonlyMap<number, readonly Word[]>;
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
    else if (word === undefined || isTooShort(word)) this.always.push(group);
    else this.put({ ...word, group, ...nextOf(next) });
  }

  private put(start: Start): void {
    const key = keyAt(start.letters, 0);
    this.starts.set(key, [...(this.starts.get(key) ?? []), start]);
  }

  /** The groups of which a phrase may begin somewhere in a text. */
  within(text: string): readonly string[] {
    const groups = [...this.always];
    for (const { pattern, group } of this.inside) if (pattern.test(text)) groups.push(group);
    const letters = lettersOf(text);
    let before = 0;
    let hasNumber = false;
    for (let at = 0; at < letters.length; at += 1) {
      const letter = letters[at] as number;
      if (letter !== 0 && before === 0) {
        this.gather(letters, at, groups);
        hasNumber ||= letter <= NINE;
      }
      before = letter;
    }
    if (hasNumber) groups.push(...this.numbers);
    return groups;
  }

  private gather(letters: Letters, at: number, groups: string[]): void {
    const found = this.starts.get(keyAt(letters, at));
    if (found === undefined) return;
    for (const start of found)
      if (beginsWith(letters, at, start) && !groups.includes(start.group)) groups.push(start.group);
  }
}

const NINE = 57;

/** `undefined` for what is no plain word or beginning of one. */
function wordOf(word: string): Word | undefined {
  const star = word.indexOf('*');
  const letters = star < 0 ? word : word.slice(0, star);
  return /^[0-9a-zß-öø-ÿ]+$/.test(letters)
    ? { letters: Uint8Array.from(Buffer.from(letters, 'latin1')), whole: star < 0 }
    : undefined;
}

function nextOf(words: readonly string[] | undefined): Pick<Start, 'next'> {
  const next = new Map<number, Word[]>();
  for (const word of words?.map(wordOf) ?? [undefined]) {
    if (word === undefined || isTooShort(word)) return {};
    const key = keyAt(word.letters, 0);
    next.set(key, [...(next.get(key) ?? []), word]);
  }
  return { next };
}

/** The beginning of a word that cannot be looked up. */
function isTooShort({ letters, whole }: Word): boolean {
  return !whole && letters.length < STEM;
}

/**
 * A text as the codes of its small letters and figures, one byte each, 0 for all else and at the end: what is asked of every letter must cost
 * next to nothing.
 */
type Letters = Uint8Array;

/** Signs beyond these may look like letters in one byte. */
const NEEDS_CARE = /[^\u0000-\u00ff\u2010-\u2027]/;
/** One place for all texts: each is done with before the next is looked at. */
const desk = Buffer.alloc(16_384);

function lettersOf(text: string): Letters {
  const careful = NEEDS_CARE.test(text) ? text.normalize('NFC').replace(/[^\u0000-\u00ff]/g, ' ') : text;
  const { length } = careful;
  const letters = length < desk.length ? desk.subarray(0, length + 1) : Buffer.alloc(length + 1);
  letters.write(careful, 'latin1');
  for (let at = 0; at < length; at += 1) letters[at] = LETTERS[letters[at] as number] as number;
  letters[length] = 0;
  return letters;
}

/** Letters of other alphabets are taken for borders: then a word seems to begin behind each, which costs nothing but time. */
const LETTERS = Uint8Array.from({ length: 256 }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase();
  return /[0-9a-zªµºß-öø-ÿ²³¹¼-¾]/.test(letter) ? letter.charCodeAt(0) : 0;
});

function beginsWith(text: Letters, at: number, start: Start): boolean {
  if (!isWordAt(text, at, start)) return false;
  if (start.next === undefined) return true;
  const second = nextWord(text, at);
  const words = start.next.get(keyAt(text, second));
  if (words !== undefined) for (const word of words) if (isWordAt(text, second, word)) return true;
  return false;
}

/** The first letters have been compared already. */
function isWordAt(text: Letters, at: number, { letters, whole }: Word): boolean {
  for (let i = STEM; i < letters.length; i += 1) if (text[at + i] !== letters[i]) return false;
  return !whole || text[at + letters.length] === 0;
}

function nextWord(text: Letters, at: number): number {
  let next = at;
  while (next < text.length && text[next] !== 0) next += 1;
  while (next < text.length && text[next] === 0) next += 1;
  return next;
}

/** The first letters of a word as one number. */
function keyAt(letters: Letters, at: number): number {
  let key = 0;
  for (let i = at; i < at + STEM; i += 1) {
    const letter = letters[i] ?? 0;
    if (letter === 0) return key * 256;
    key = key * 256 + letter;
  }
  return key;
}
