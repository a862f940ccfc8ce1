/** Run as a child: what the language model takes until it has judged a first text, in milliseconds and bytes. Started with `--expose-gc`. */
import '../../normalizer/language/features.ts';
import '../../normalizer/remembered.ts';

const settled = (): number => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
const before = settled();
const started = performance.now();
const { scoresOf } = await import('../../normalizer/language/weights.ts');
scoresOf('Helsefellesskapet er en arena der kommunene og sykehuset planlegger sammen.');
const milliseconds = performance.now() - started;
process.send?.({ milliseconds, bytes: settled() - before });
