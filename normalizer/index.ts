/** The normalizer's door: the only file that other rooms import from. */

export { communityNameIn } from './belongs.ts';
export { type AnyRecord, applyChanges, type Release } from './changes/apply.ts';
export { readLog } from './changes/log.ts';
export { checkByHand } from './check-by-hand.ts';
export { checkPublished } from './check-published.ts';
export { type Explanation, explain } from './explain.ts';
export * from './model.ts';
export { type NormalizeOptions, type NormalizeReport, normalize } from './normalize.ts';
