import type { Known } from './rule.ts';

/** Fewer words than this in body and lead together make a thin page. */
const THIN = 20;
const COST: Record<string, number> = { 'no-date': 0.1, 'thin-body': 0.2, 'no-title': 0.3, 'no-language': 0.2 };

/** What readers should know of an item's reliability: the flags, and a score that falls with each of them. */
export function judgeQuality(
  known: Known,
  flags: readonly string[],
  words: number,
): { score: number; flags: string[] } {
  const all = new Set(flags);
  for (const reading of Object.values(known)) for (const flag of reading?.flags ?? []) all.add(flag);
  if (known['published'] === undefined && known['updated'] === undefined) all.add('no-date');
  if (words < THIN) all.add('thin-body');
  if (known['title'] === undefined) all.add('no-title');
  if (known['language'] === undefined || known['language'].value === 'und') all.add('no-language');
  const cost = [...all].reduce((sum, flag) => sum + (COST[flag] ?? 0.05), 0);
  return { score: Math.max(0, Math.round((1 - cost) * 100) / 100), flags: [...all].sort() };
}
