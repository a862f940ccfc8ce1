/** The normalizer's door: the only file that other rooms import from. */

export * from './model.ts';
