/** Which of many words and pieces of words stand in a text, found in one walk along it: what patterns are tried on after that is little. */

interface Entry {
  piece: string;
  group: number;
  /** Only where a word begins, or ends. */
  begins: boolean;
  ends: boolean;
}

/**
 * Groups of lower-case pieces. A space before a piece stands for the beginning of a word, a space after it for the end of one: ` møte`.
 * Pieces have two letters or more.
 */
export class PieceIndex {
  readonly #size: number;
  readonly #byStart = new Map<number, Entry[]>();
  /** 1 for the letters of Latin that a piece begins with. */
  readonly #first = new Uint8Array(512);

  constructor(groups: readonly (readonly string[])[]) {
    this.#size = groups.length;
    groups.forEach((pieces, group) => {
      for (const piece of pieces) this.#add(piece, group);
    });
  }

  #add(marked: string, group: number): void {
    const piece = marked.trim();
    if (piece.length < 2) throw new Error(`"${piece}": expected a piece of two letters or more`);
    if (piece.charCodeAt(0) < 512) this.#first[piece.charCodeAt(0)] = 1;
    const key = (piece.charCodeAt(0) << 16) | piece.charCodeAt(1);
    const entries = this.#byStart.get(key) ?? [];
    entries.push({ piece, group, begins: marked.startsWith(' '), ends: marked.endsWith(' ') });
    this.#byStart.set(key, entries);
  }

  /** For each group 1 when one of its pieces stands in the lower-case text, else 0. */
  groupsIn(lower: string): Uint8Array {
    const found = new Uint8Array(this.#size);
    for (const group of this.foundIn(lower)) found[group] = 1;
    return found;
  }

  /** The groups of which a piece stands in the lower-case text, each once, in no order. */
  foundIn(lower: string): number[] {
    const found: number[] = [];
    const first = this.#first;
    for (let at = 0; at + 1 < lower.length; at += 1) {
      const code = lower.charCodeAt(at);
      if (code < 512 && first[code] === 0) continue;
      const entries = this.#byStart.get((code << 16) | lower.charCodeAt(at + 1));
      if (entries !== undefined) note(entries, lower, at, found);
    }
    return found;
  }
}

function note(entries: readonly Entry[], lower: string, at: number, found: number[]): void {
  for (const { piece, group, begins, ends } of entries) {
    if (!lower.startsWith(piece, at) || found.includes(group)) continue;
    if (begins && at > 0 && isLetter(lower, at - 1)) continue;
    if (ends && isLetter(lower, at + piece.length)) continue;
    found.push(group);
  }
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code >= 97 && code <= 122;
  return /\p{L}/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}
