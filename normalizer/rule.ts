/** Contract: reads ONE field of the model from a cleaned page. Members stand in `rules/`, the file's name is the field. */
import type { Evidence } from './model.ts';
import type { Page } from './page.ts';

/** What a rule read: the value, the words it was read from, and flags worth publishing. */
export interface Reading<T = unknown> {
  value: T;
  evidence?: Evidence;
  /** Kebab-case. */
  flags?: string[];
}

/** What other rules read of the same page, by field; only those that a rule `needs` are there. */
export type Known = Record<string, Reading | undefined>;

export interface Rule<T = unknown> {
  /** Fields that must be read first. The order of all rules follows from these. */
  needs: readonly string[];
  /** `undefined`: the page does not say. Absent is better than wrong. */
  read(page: Page, known: Known): Reading<T> | undefined;
}

export function defineRule<T>(rule: Rule<T>): Rule<T> {
  return rule;
}
