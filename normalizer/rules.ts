import type { Page } from './page.ts';
import type { Known, Rule } from './rule.ts';
import { loadShelf } from './shelf.ts';

let ordered: Promise<[string, Rule][]> | undefined;

/** Runs every rule of the shelf on a page, each after the fields that it needs. */
export async function readFields(page: Page): Promise<Known> {
  ordered ??= loadRules();
  const known: Known = {};
  for (const [field, rule] of await ordered) known[field] = rule.read(page, known);
  return known;
}

async function loadRules(): Promise<[string, Rule][]> {
  return inOrder(await loadShelf<Rule>(new URL('./rules/', import.meta.url)));
}

/** Sorts rules so that each stands after all it needs. Throws when a need is unknown or goes round in a circle. */
export function inOrder(rules: ReadonlyMap<string, Rule>): [string, Rule][] {
  const done = new Map<string, Rule>();
  const visit = (field: string, path: string[]) => {
    if (done.has(field)) return;
    const rule = rules.get(field);
    if (rule === undefined) throw new Error(`rule ${path.at(-1) ?? '?'} needs ${field}, which no rule reads`);
    if (path.includes(field)) throw new Error(`rules need each other in a circle: ${[...path, field].join(' -> ')}`);
    for (const need of rule.needs) visit(need, [...path, field]);
    done.set(field, rule);
  };
  for (const field of rules.keys()) visit(field, []);
  return [...done];
}
