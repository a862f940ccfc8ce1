/** A time limit that can stand still. */

/** Aborts its signal after `ms` milliseconds in which it ran. */
export class Deadline {
  readonly #controller = new AbortController();
  #left: number;
  #since = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(ms: number) {
    this.#left = ms;
    this.resume();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Stops the clock: what follows is our own doing and not the server's. */
  pause(): void {
    clearTimeout(this.#timer);
    this.#left -= Date.now() - this.#since;
  }

  resume(): void {
    this.#since = Date.now();
    this.#timer = setTimeout(() => this.#controller.abort(), Math.max(this.#left, 0));
  }

  /** Ends it for good. */
  clear(): void {
    clearTimeout(this.#timer);
  }
}
