/**
 * Which of many words and pieces of words stand in a text, found in one walk along it: what patterns are tried on after that is little.
 * An automaton as Aho and Corasick describe it (Efficient string matching, 1975): one step a letter, however many pieces there are.
 */
import { plainLetters } from './spelling.ts';

interface Entry {
  piece: string;
  group: number;
  /** Only where a word begins, or ends. */
  begins: boolean;
  ends: boolean;
}

/** Which groups stand in a text: one bit each. */
export type GroupsFound = Int32Array;

/** Whether a group is among those found. */
export function holdsGroup(found: GroupsFound, group: number): boolean {
  return ((found[group >> 5] ?? 0) & (1 << (group & 31))) !== 0;
}

/** States are numbered in sixteen bits. */
const MOST_STATES = 0x10000;
/** The codes of Latin letters, which are looked up in a table. */
const LATIN = 592;

/**
 * Groups of lower-case pieces; a text's capitals count as small letters. A space before a piece stands for the beginning of a word, a
 * space after it for the end of one: ` møte`. Pieces have two letters or more.
 */
export class PieceIndex {
  /** What a letter is called in the automaton; 0: a letter that no piece has. */
  readonly #latin = new Uint8Array(LATIN);
  readonly #others = new Map<number, number>();
  #letters = 1;
  /** By state and letter: the state to go on in. */
  #next = new Uint16Array(0);
  /** What ends in a state. */
  readonly #ending: (Entry[] | undefined)[] = [undefined];
  #isEnd = new Uint8Array(0);
  /** The walk in which a group was found last. */
  readonly #found: Uint32Array;
  #walks = 0;

  readonly #isPlain: boolean;

  /** @param isPlain the pieces have no letter marks, and the text's are passed over: `mote` stands in `Møte` */
  constructor(groups: readonly (readonly string[])[], isPlain = false) {
    this.#found = new Uint32Array(groups.length);
    this.#isPlain = isPlain;
    const entries = groups.flatMap((pieces, group) =>
      pieces.flatMap((piece) => (isPlain ? spellingsOf(piece) : [piece]).map((one) => entryOf(one, group))),
    );
    for (const { piece } of entries) for (const letter of piece) this.#name(letter);
    this.#plant(entries);
    this.#link();
    this.#isEnd = Uint8Array.from(this.#ending, (ends) => Number(ends !== undefined));
  }

  /** Which groups have a piece in the text. */
  groupsIn(text: string): GroupsFound {
    const found = new Int32Array((this.#found.length + 31) >> 5);
    for (const group of this.foundIn(text)) found[group >> 5] = (found[group >> 5] ?? 0) | (1 << (group & 31));
    return found;
  }

  /** The groups of which a piece stands in the text, each once, in no order. */
  foundIn(text: string): number[] {
    const groups: number[] = [];
    const [next, latin, isEnd, letters] = [this.#next, this.#latin, this.#isEnd, this.#letters];
    this.#walks += 1;
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const letter = code < LATIN ? latin[code] : this.#others.get(code);
      state = next[state * letters + (letter ?? 0)] ?? 0;
      if (isEnd[state] === 1) this.#note(state, text, at + 1, groups);
    }
    return groups;
  }

  #note(state: number, text: string, end: number, groups: number[]): void {
    for (const { piece, group, begins, ends } of this.#ending[state] ?? []) {
      if (this.#found[group] === this.#walks) continue;
      if (begins && end > piece.length && isLetter(text, end - piece.length - 1)) continue;
      if (ends && isLetter(text, end)) continue;
      this.#found[group] = this.#walks;
      groups.push(group);
    }
  }

  /** Gives a small letter and its capital one name. */
  #name(letter: string): void {
    const codes = this.#isPlain ? (LIKE.get(letter) ?? []) : codesOf([letter, letter.toUpperCase()]);
    if (codes.every((code) => this.#nameOf(code) !== 0)) return;
    for (const code of codes) {
      if (code < LATIN) this.#latin[code] = this.#letters;
      else this.#others.set(code, this.#letters);
    }
    this.#letters += 1;
  }

  #nameOf(code: number): number {
    return (code < LATIN ? this.#latin[code] : this.#others.get(code)) ?? 0;
  }

  /** The tree of all pieces, a state for each of their beginnings. */
  #plant(entries: readonly Entry[]): void {
    const most = entries.reduce((sum, { piece }) => sum + piece.length, 1);
    if (most > MOST_STATES) throw new Error(`expected pieces of ${MOST_STATES} letters together at most, got ${most}`);
    const next = new Uint16Array(most * this.#letters);
    for (const entry of entries) {
      let state = 0;
      for (let at = 0; at < entry.piece.length; at += 1) {
        const place = state * this.#letters + this.#nameOf(entry.piece.charCodeAt(at));
        if (next[place] === 0) next[place] = this.#ending.push(undefined) - 1;
        state = next[place] ?? 0;
      }
      this.#ending[state] = [...(this.#ending[state] ?? []), entry];
    }
    this.#next = next.slice(0, this.#ending.length * this.#letters);
  }

  /** Where no piece goes on, the longest end of what was read that begins another one does: the shorter first. */
  #link(): void {
    const [next, letters] = [this.#next, this.#letters];
    const shorter = new Uint16Array(this.#ending.length);
    const queue = [0];
    for (const state of queue) {
      const other = (shorter[state] ?? 0) * letters;
      for (let letter = 1; letter < letters; letter += 1) {
        const place = state * letters + letter;
        const longer = next[place] ?? 0;
        const instead = state === 0 ? 0 : (next[other + letter] ?? 0);
        if (longer === 0) next[place] = instead;
        else {
          queue.push(longer);
          shorter[longer] = instead;
          if (this.#ending[instead]) this.#ending[longer] = [...(this.#ending[longer] ?? []), ...this.#ending[instead]];
        }
      }
    }
  }
}

function codesOf(letters: readonly string[]): number[] {
  return letters.filter(({ length }) => length === 1).map((letter) => letter.charCodeAt(0));
}

/** The letters of Latin that are the same without their marks; the few that become two letters are like themselves. */
const LIKE = likeLetters();

function likeLetters(): ReadonlyMap<string, readonly number[]> {
  const like = new Map<string, number[]>();
  for (let code = 0; code < LATIN; code += 1) {
    const letter = String.fromCharCode(code);
    const plain = plainLetters(letter);
    const key = plain.length === 1 ? plain : letter.toLowerCase();
    like.set(key, [...(like.get(key) ?? []), code]);
  }
  return like;
}

const TWO_LETTERS = [...'æþß'].map((letter) => [plainLetters(letter), letter] as const);

/** A plain piece as it stands in texts with marks: `laerer` is `lærer` too. */
function spellingsOf(piece: string): string[] {
  return [...new Set([piece, ...TWO_LETTERS.map(([plain, letter]) => piece.replaceAll(plain, letter))])];
}

function entryOf(marked: string, group: number): Entry {
  const piece = marked.trim();
  if (piece.length < 2) throw new Error(`"${piece}": expected a piece of two letters or more`);
  return { piece, group, begins: marked.startsWith(' '), ends: marked.endsWith(' ') };
}

/** The letters among the signs of Latin-1: ª, µ, º. */
const LETTER_SIGNS = new Set([0xaa, 0xb5, 0xba]);

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0xc0) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || LETTER_SIGNS.has(code);
  if (code < 0x250) return code !== 0xd7 && code !== 0xf7;
  return /\p{L}/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}
