/**
 * Which of many words and pieces of words stand in a text, found in one walk along it: what patterns are tried on after that is little.
 * An automaton as Aho and Corasick describe it (Efficient string matching, 1975): one step a letter, however many pieces there are.
 */
import { plainLetters } from './spelling.ts';

interface Entry {
  /** The names of its letters, of borders too, in the automaton. */
  names: readonly number[];
  group: number;
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

/** What characters are called that no piece has: letters, and all others. Before a text and after it stands a border as well. */
const OTHER_LETTER = 0;
const BORDER = 1;

/**
 * Groups of lower-case pieces; a text's capitals count as small letters. A space before a piece stands for the beginning of a word, a
 * space after it for the end of one: ` møte`. Pieces have two letters or more.
 */
export class PieceIndex {
  /** What a letter is called in the automaton. */
  readonly #latin = Uint8Array.from({ length: LATIN }, (_, code) => (isLatinLetter(code) ? OTHER_LETTER : BORDER));
  readonly #others = new Map<number, number>();
  /** The names of all that ends a word: signs that pieces have are called by names of their own. */
  readonly #borders = [BORDER];
  #letters = 2;
  /** By state and letter: the state to go on in. */
  #next = new Uint16Array(0);
  /** The same, each state given by where its row begins, times two; one more where a piece ends in it. */
  #steps = new Uint32Array(0);
  /** The groups of which a piece ends in a state. */
  readonly #ending: (readonly number[] | undefined)[] = [undefined];
  /** The walk in which a group was found last. */
  readonly #found: Uint32Array;
  #walks = 0;

  readonly #isPlain: boolean;

  /** @param isPlain the pieces have no letter marks, and the text's are passed over: `mote` stands in `Møte` */
  constructor(groups: readonly (readonly string[])[], isPlain = false) {
    this.#found = new Uint32Array(groups.length);
    this.#isPlain = isPlain;
    const marked = groups.map((pieces) => (isPlain ? pieces.flatMap(spellingsOf) : pieces));
    for (const piece of marked.flat()) for (const letter of lettersOf(piece)) this.#name(letter);
    this.#plant(marked.flatMap((pieces, group) => pieces.flatMap((piece) => this.#entriesOf(piece, group))));
    this.#link();
    const rows = this.#ending.map((ends, state) => 2 * state * this.#letters + Number(ends !== undefined));
    this.#steps = Uint32Array.from(this.#next, (state) => rows[state] ?? 0);
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
    const [steps, latin] = [this.#steps, this.#latin];
    this.#walks += 1;
    let step = steps[BORDER] ?? 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const letter = (code < LATIN ? latin[code] : this.#nameBeyond(text, at)) ?? 0;
      step = steps[(step >> 1) + letter] ?? 0;
      if ((step & 1) === 1) this.#note(step, groups);
    }
    this.#note(steps[(step >> 1) + BORDER] ?? 0, groups);
    return groups;
  }

  #note(step: number, groups: number[]): void {
    const ending = this.#ending[(step >> 1) / this.#letters];
    if (ending === undefined) return;
    for (const group of ending) {
      if (this.#found[group] === this.#walks) continue;
      this.#found[group] = this.#walks;
      groups.push(group);
    }
  }

  /** What a character beyond Latin is called that stands at a place of a text. */
  #nameBeyond(text: string, at: number): number {
    const named = this.#others.get(text.charCodeAt(at));
    return named ?? (isLetterBeyond(text, at) ? OTHER_LETTER : BORDER);
  }

  /** A piece as names, once for each way to write the borders that it is marked with. */
  #entriesOf(marked: string, group: number): Entry[] {
    const piece = lettersOf(marked);
    const names = Array.from({ length: piece.length }, (_, at) => this.#nameOf(piece.charCodeAt(at)));
    const before = marked.startsWith(' ') ? this.#borders.map((border) => [border]) : [[]];
    const after = marked.endsWith(' ') ? this.#borders.map((border) => [border]) : [[]];
    return before.flatMap((start) => after.map((end) => ({ names: [...start, ...names, ...end], group })));
  }

  /** Gives a small letter and its capital one name. */
  #name(letter: string): void {
    const codes = this.#isPlain ? (LIKE.get(letter) ?? []) : codesOf([letter, letter.toUpperCase()]);
    if (codes.every((code) => this.#nameOf(code) > BORDER)) return;
    for (const code of codes) {
      if (code < LATIN) this.#latin[code] = this.#letters;
      else this.#others.set(code, this.#letters);
    }
    if (!/\p{L}/u.test(letter)) this.#borders.push(this.#letters);
    this.#letters += 1;
  }

  #nameOf(code: number): number {
    return (code < LATIN ? this.#latin[code] : this.#others.get(code)) ?? OTHER_LETTER;
  }

  /** The tree of all pieces, a state for each of their beginnings. */
  #plant(entries: readonly Entry[]): void {
    const most = entries.reduce((sum, { names }) => sum + names.length, 1);
    if (most > MOST_STATES) throw new Error(`expected pieces of ${MOST_STATES} letters together at most, got ${most}`);
    const next = new Uint16Array(most * this.#letters);
    for (const { names, group } of entries) {
      let state = 0;
      for (const name of names) {
        const place = state * this.#letters + name;
        if (next[place] === 0) next[place] = this.#ending.push(undefined) - 1;
        state = next[place] ?? 0;
      }
      this.#ending[state] = joined(this.#ending[state], [group]);
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
      for (let letter = BORDER; letter < letters; letter += 1) {
        const place = state * letters + letter;
        const longer = next[place] ?? 0;
        const instead = state === 0 ? 0 : (next[other + letter] ?? 0);
        if (longer === 0) next[place] = instead;
        else {
          queue.push(longer);
          shorter[longer] = instead;
          if (this.#ending[instead]) this.#ending[longer] = joined(this.#ending[longer], this.#ending[instead]);
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

/** A piece without the spaces that stand for borders. */
function lettersOf(marked: string): string {
  const piece = marked.trim();
  if (piece.length < 2) throw new Error(`"${piece}": expected a piece of two letters or more`);
  return piece;
}

function joined(some: readonly number[] = [], others: readonly number[]): readonly number[] {
  return [...new Set([...some, ...others])];
}

/** The letters among the signs of Latin-1: ª, µ, º. */
const LETTER_SIGNS = new Set([0xaa, 0xb5, 0xba]);

function isLatinLetter(code: number): boolean {
  if (code < 0xc0) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || LETTER_SIGNS.has(code);
  return code !== 0xd7 && code !== 0xf7;
}

/** Dashes, quotation marks and spaces: what most characters beyond Latin are. */
const PUNCTUATION = { first: 0x2000, last: 0x206f };
const LETTER = /\p{L}/u;

function isLetterBeyond(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  if (code >= PUNCTUATION.first && code <= PUNCTUATION.last) return false;
  return LETTER.test(String.fromCodePoint(code));
}
