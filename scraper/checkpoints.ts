/** Keeps what was gathered so far, now and then: a run that is killed begins again from there. */
import type { KnownPage } from './known-page.ts';

/** Pages between checkpoints, and the least time: syncing to disk costs more than many fast pages. */
const EVERY = 50;
const LEAST_MS = 2000;

/** The checkpoints of one source. */
export class Checkpoints {
  readonly #save: (pages: KnownPage[]) => Promise<void>;
  #savedAt = performance.now();

  constructor(save: (pages: KnownPage[]) => Promise<void>) {
    this.#save = save;
  }

  /** Saves when it is time. `asked`: pages and documents asked for until now. */
  async after(asked: number, pages: () => KnownPage[]): Promise<void> {
    if (asked % EVERY !== 0 || performance.now() - this.#savedAt < LEAST_MS) return;
    await this.#save(pages());
    this.#savedAt = performance.now();
  }
}
