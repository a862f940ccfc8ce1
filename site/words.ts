/** The catalogues of both written standards and the small functions that fill them. */
import type { Lang } from './filters/dates.ts';
import { grouped } from './filters/numbers.ts';
import { nb, type Strings } from './strings/nb.ts';
import { nn } from './strings/nn.ts';

export type { Strings };

/** The site's words in each written standard. */
export const catalogues: Record<Lang, Strings> = { nb, nn };

/** A string of the catalogue with its `{…}` filled in; a hole without a value stays as it is. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (hole, key: string) => String(values[key] ?? hole));
}

/** "1 sak", "12 saker" */
export function counted(forms: { one: string; many: string }, n: number): string {
  return fill(n === 1 ? forms.one : forms.many, { n: grouped(n) });
}

/** The text with a capital at its beginning. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The word for a value of an open list (topics, flags), or the value itself where we have no word yet. */
export function wordFor(words: Record<string, string>, value: string): string {
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value.replaceAll('-', ' ');
}
