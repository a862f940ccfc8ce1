/** Large answers come one after the other, from reading to storing: eight documents of the largest size at once would fill the memory. */

/** From this size in bytes on a body needs the room. */
export const LARGE_BYTES = 1024 * 1024;

/** One exchange's claim to the room. */
export interface Claim {
  /** Resolves when the room is this claim's own; at once when it is already. */
  take(): Promise<void>;
  /** Gives the room to the next; without effect on a claim that never took it. */
  release(): void;
}

/** The room that one large body at a time is in. One for a whole run. */
export class LargeBodies {
  #last: Promise<void> = Promise.resolve();

  claim(): Claim {
    let taken: Promise<void> | undefined;
    let leave = (): void => undefined;
    return {
      take: () => {
        if (taken) return taken;
        const before = this.#last;
        this.#last = new Promise<void>((done) => {
          leave = done;
        });
        taken = before;
        return taken;
      },
      // Whoever gives up while waiting passes the room on only when it has come to him.
      release: () => void taken?.then(leave),
    };
  }
}
