/** Which of many phrases a text may hold: those all of whose pieces stand in it somewhere. */
import { PieceIndex } from './piece-index.ts';

/** Phrases, each given by its pieces and each piece by its spellings, as {@link PieceIndex} marks them. */
export class PhraseIndex {
  readonly #index: PieceIndex;
  /** The phrase of each piece. */
  readonly #phraseOf: readonly number[];
  /** How many pieces each phrase has. */
  readonly #sizes: readonly number[];

  constructor(phrases: readonly (readonly (readonly string[])[])[], isPlain = false) {
    this.#index = new PieceIndex(phrases.flat(), isPlain);
    this.#phraseOf = phrases.flatMap((pieces, phrase) => pieces.map(() => phrase));
    this.#sizes = phrases.map(({ length }) => length);
  }

  /** The numbers of the phrases that the text may hold, in their order. */
  possibleIn(text: string): number[] {
    const found = this.#index.foundIn(text);
    if (found.length === 0) return found;
    const pieces = new Map<number, number>();
    for (const piece of found) {
      const phrase = this.#phraseOf[piece] ?? 0;
      pieces.set(phrase, (pieces.get(phrase) ?? 0) + 1);
    }
    const possible: number[] = [];
    for (const [phrase, count] of pieces) if (count === this.#sizes[phrase]) possible.push(phrase);
    return possible.sort((a, b) => a - b);
  }
}
