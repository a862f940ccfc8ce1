import { appendFileSync } from 'node:fs';

/** Enough for few writes, little enough for many files at once. */
const KEPT = 64 * 1024;

/** Many text files that grow at once, line by line; only little of each is held. */
export class TextFiles {
  readonly #waiting = new Map<string, { parts: string[]; length: number }>();

  /** Adds text to the end of a file, which is made when it isn't there. */
  add(file: string, text: string): void {
    const waiting = this.#waiting.get(file) ?? { parts: [], length: 0 };
    waiting.parts.push(text);
    waiting.length += text.length;
    this.#waiting.set(file, waiting);
    if (waiting.length >= KEPT) this.#write(file);
  }

  /** Writes what is left. */
  close(): void {
    for (const file of [...this.#waiting.keys()]) this.#write(file);
  }

  #write(file: string): void {
    appendFileSync(file, this.#waiting.get(file)?.parts.join('') ?? '');
    this.#waiting.delete(file);
  }
}
