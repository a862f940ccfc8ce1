/** Which groups of phrases a text may say, by the words that phrases begin with: most texts hold none of these. */

/** Stands in a phrase for any word. */
const ANY = '...';
/** A beginning of a word (`kategori*`) is looked up by so many letters. */
const STEM = 3;

interface Stem {
  start: string;
  group: string;
}

/** The words that the phrases of some groups begin with. */
export class PhraseStarts {
  private readonly words = new Map<string, string[]>();
  private readonly stems = new Map<string, Stem[]>();
  private readonly numbers: string[] = [];
  /** Groups with a phrase that may begin with anything. */
  private readonly always: string[] = [];

  add(group: string, phrase: string): void {
    for (const word of firstWords(phrase)) this.addWord(group, word);
  }

  private addWord(group: string, word: string): void {
    const star = word.indexOf('*');
    if (word === ANY || (star >= 0 && star < STEM)) this.always.push(group);
    else if (word === '#') this.numbers.push(group);
    else if (star < 0) put(this.words, word, group);
    else put(this.stems, word.slice(0, STEM), { start: word.slice(0, star), group });
  }

  /** The groups of which a phrase may begin somewhere in the text (lower-case words with single spaces). */
  within(words: string): string[] {
    const groups = [...this.always];
    for (let at = 0; at < words.length; ) {
      const end = endOf(words, at);
      this.gather(words.slice(at, end), groups);
      at = end + 1;
    }
    return groups;
  }

  /** The groups of which a phrase may begin with the text's first word. */
  atStart(words: string): string[] {
    const groups = [...this.always];
    this.gather(words.slice(0, endOf(words, 0)), groups);
    return groups;
  }

  private gather(word: string, groups: string[]): void {
    const exact = this.words.get(word);
    if (exact !== undefined) groups.push(...exact);
    const stems = this.stems.get(word.slice(0, STEM));
    if (stems !== undefined) for (const { start, group } of stems) if (word.startsWith(start)) groups.push(group);
    if (this.numbers.length > 0 && /^\d/.test(word)) groups.push(...this.numbers);
  }
}

function endOf(words: string, at: number): number {
  const end = words.indexOf(' ', at);
  return end < 0 ? words.length : end;
}

function put<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
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
