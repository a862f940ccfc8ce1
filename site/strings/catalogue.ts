/** The shape of a list of words: the same keys in another written standard, whatever the words. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
