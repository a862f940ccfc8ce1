/** Lets go of what is no longer needed before it has become much. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const enough = 300_000_000;

/**
 * Collects garbage now if more than 300 MB are in use. Node waits longer the more memory a machine has; a build that is done in
 * portions should need the memory of a portion on all of them.
 */
export function releaseMemory(): void {
  if (process.memoryUsage().heapUsed < enough) return;
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
