/** Cuts a text into its words and other runs of characters of one kind: much cheaper than a pattern that is asked at every place. */

/** Codes below this one are known beforehand. */
const LATIN = 592;

/** A kind of characters, such as letters. */
export class CharacterKind {
  readonly #latin: Uint8Array;
  readonly #pattern: RegExp;

  /** @param pattern a class of characters, with the flag `u`: `/[\p{L}\p{N}]/u` */
  constructor(pattern: RegExp) {
    this.#pattern = pattern;
    this.#latin = Uint8Array.from({ length: LATIN }, (_, code) => Number(pattern.test(String.fromCharCode(code))));
  }

  /** Whether the character at a place of a text is of the kind. */
  has(text: string, at: number): boolean {
    const code = text.charCodeAt(at);
    if (code < LATIN) return this.#latin[code] === 1;
    return at < text.length && this.#pattern.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
  }

  /** The first place from `from` on that has such a character; -1 when there is none. */
  next(text: string, from: number): number {
    const latin = this.#latin;
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code < LATIN ? latin[code] === 1 : this.has(text, at)) return at;
    }
    return -1;
  }

  /** All runs of such characters, in order. */
  runsIn(text: string): Run[] {
    const runs: Run[] = [];
    for (let at = 0; at < text.length; ) {
      const end = this.endOf(text, at);
      if (end > at) runs.push({ text: text.slice(at, end), index: at });
      at = end + widthOf(text.charCodeAt(end));
    }
    return runs;
  }

  /** Where a run that begins at a place ends; the place itself where none does. */
  endOf(text: string, from: number): number {
    const latin = this.#latin;
    for (let end = from; end < text.length; ) {
      const code = text.charCodeAt(end);
      if (code < LATIN ? latin[code] !== 1 : !this.has(text, end)) return end;
      end += widthOf(code);
    }
    return Math.max(from, text.length);
  }
}

/** A run of characters and where it begins. */
export interface Run {
  text: string;
  index: number;
}

/** Characters beyond the first plane of Unicode take two places. */
function widthOf(code: number): number {
  return code >= 0xd800 && code < 0xdc00 ? 2 : 1;
}
