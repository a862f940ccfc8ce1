/**
 * Has V8 optimise later. Reading a page runs through more code than most programs have, and each thread of a run compiles all of it for itself:
 * left to V8, a quarter of the processor time of a run of some hundred pages goes into optimising functions that soon have no more to do.
 */
import { setFlagsFromString } from 'node:v8';

/** How much bytecode a function runs through between two looks at whether it is worth optimising: V8's own is 67,584. */
const BUDGET = 500_000;

/** From now on, for all threads of the process. Runs of thousands of pages take as long as before. */
export function optimiseLate(): void {
  setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
