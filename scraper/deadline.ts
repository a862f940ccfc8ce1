/** A time limit that can stand still. */

/** Aborts its signal after `ms` milliseconds in which it ran, or when `outer` is aborted. */
export class Deadline {
  readonly #controller = new AbortController();
  #left: number;
  #since = 0;
  #timer: NodeJS.Timeout | undefined;
  /** The run's own wish to stop. `AbortSignal.any` would leave a trace in it for every request of a run. */
  readonly #outer: AbortSignal | undefined;
  readonly #stop = (): void => this.#controller.abort();

  constructor(ms: number, outer?: AbortSignal) {
    this.#left = ms;
    this.#outer = outer;
    if (outer?.aborted) this.#stop();
    outer?.addEventListener('abort', this.#stop, { once: true });
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
    this.#outer?.removeEventListener('abort', this.#stop);
  }
}
