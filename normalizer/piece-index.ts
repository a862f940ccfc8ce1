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

  constructor(groups: readonly (readonly string[])[]) {
    this.#size = groups.length;
    groups.forEach((pieces, group) => {
      for (const piece of pieces) this.#add(piece, group);
    });
  }

  #add(marked: string, group: number): void {
    const piece = marked.trim();
    if (piece.length < 2) throw new Error(`"${piece}": expected a piece of two letters or more`);
    const key = (piece.charCodeAt(0) << 16) | piece.charCodeAt(1);
    const entries = this.#byStart.get(key) ?? [];
    entries.push({ piece, group, begins: marked.startsWith(' '), ends: marked.endsWith(' ') });
    this.#byStart.set(key, entries);
  }

  /** For each group 1 when one of its pieces stands in the lower-case text, else 0. */
  groupsIn(lower: string): Uint8Array {
    const found = new Uint8Array(this.#size);
    let last = lower.charCodeAt(0);
    for (let at = 0; at + 1 < lower.length; at += 1) {
      const next = lower.charCodeAt(at + 1);
      const entries = this.#byStart.get((last << 16) | next);
      if (entries !== undefined) note(entries, lower, at, found);
      last = next;
    }
    return found;
  }
}

function note(entries: readonly Entry[], lower: string, at: number, found: Uint8Array): void {
  for (const { piece, group, begins, ends } of entries) {
    if (found[group] === 1 || !lower.startsWith(piece, at)) continue;
    if (begins && at > 0 && isLetter(lower, at - 1)) continue;
    if (ends && isLetter(lower, at + piece.length)) continue;
    found[group] = 1;
  }
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code >= 97 && code <= 122;
  return /\p{L}/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}
