/** Which of many phrases a text may hold: those all of whose pieces stand in it somewhere. */
import { PieceIndex } from './piece-index.ts';

/** Phrases, each given by its pieces and each piece by its spellings, as {@link PieceIndex} marks them. */
export class PhraseIndex {
  readonly #index: PieceIndex;
  /** The phrase of each piece. */
  readonly #phraseOf: readonly number[];
  /** How many pieces each phrase has. */
  readonly #sizes: readonly number[];

  /** How many pieces of each phrase were found in the text at hand; all nought in between. */
  readonly #counts: Uint8Array;

  constructor(phrases: readonly (readonly (readonly string[])[])[], isPlain = false) {
    this.#index = new PieceIndex(phrases.flat(), isPlain);
    this.#phraseOf = phrases.flatMap((pieces, phrase) => pieces.map(() => phrase));
    this.#sizes = phrases.map(({ length }) => length);
    this.#counts = new Uint8Array(phrases.length);
  }

  /** The numbers of the phrases that the text may hold, in their order. */
  possibleIn(text: string): number[] {
    const phrases = this.#index.foundIn(text).map((piece) => this.#phraseOf[piece] ?? 0);
    if (phrases.length === 0) return phrases;
    const counts = this.#counts;
    for (const phrase of phrases) counts[phrase] = (counts[phrase] ?? 0) + 1;
    const possible: number[] = [];
    for (const phrase of phrases) {
      if (counts[phrase] === this.#sizes[phrase]) possible.push(phrase);
      counts[phrase] = 0;
    }
    return possible.sort((a, b) => a - b);
  }
}
