/** Finds names by their stems in a row of words, inflected, misprinted or in two words. */
import { isNearly, plainLetters } from './spelling.ts';

/** The words and numbers of a text. */
export function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A name as the stems that its words begin with. */
export function stemsOf(name: string): string[] {
  const words = tokensOf(name);
  // "Lokalt samarbeidsutvalg" and "Lokale samarbeidsutvalg": adjectives inflect.
  return words.map((word, at) => folded(at < words.length - 1 && word.length > 5 ? word.replace(/t$/u, '') : word));
}

/** Letter marks and, in words longer than an acronym, doubled letters aside. */
export function folded(word: string): string {
  const plain = plainLetters(word);
  return plain.length > 4 ? plain.replace(/(.)\1+/g, '$1') : plain;
}

/** The first place where one of the names stands: every word begins as the name's, long ones with a misprint. */
export function placeOf(names: string[][], words: string[]): { at: number; length: number; word: string } | undefined {
  const plain = words.map(folded);
  for (let at = 0; at < words.length; at += 1) {
    const length = lengthAt(names, plain, words, at);
    if (length > 0) return { at, length, word: words.slice(at, at + length).join(' ') };
  }
  return undefined;
}

/** The words of the first place where one of the names stands. */
export function firstOf(names: string[][], words: string[]): string | undefined {
  return placeOf(names, words)?.word;
}

function lengthAt(names: string[][], plain: string[], words: string[], at: number): number {
  const name = names.find((stems) => stems.every((stem, i) => begins(plain[at + i] ?? '', stem, words[at + i] ?? '')));
  if (name) return name.length;
  // "helse fellesskap" and "helse-fellesskap" are one word written as two.
  const joined = `${plain[at] ?? ''}${plain[at + 1] ?? ''}`;
  return names.some((stems) => stems.length === 1 && (stems[0]?.length ?? 0) > 10 && joined.startsWith(stems[0] ?? ''))
    ? 2
    : 0;
}

function begins(word: string, stem: string, printed: string): boolean {
  // An acronym is one only in capitals, and whole.
  if (stem.length <= 4) return word === stem && (stem.length > 3 || printed === printed.toUpperCase());
  if (word.startsWith(stem)) return true;
  if (stem.length < 9 || word[0] !== stem[0]) return false;
  return [-1, 0, 1].some((more) => isNearly(word.slice(0, stem.length + more), stem));
}

/** Whether one of the words begins with one of the stems; short stems stand for whole words. */
export function hasAny(words: string[], stems: string[]): boolean {
  const plain = words.map(folded);
  const looked = stems.map(folded);
  return plain.some((word) => looked.some((stem) => (stem.length < 4 ? word === stem : word.startsWith(stem))));
}
