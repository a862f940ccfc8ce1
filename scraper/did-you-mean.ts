/**
 * The option that a mistyped word most likely stands for: at most one slip in three letters, upper and lower case alike;
 * or the only option that it begins. `undefined` when none is near.
 */
export function didYouMean(word: string, options: readonly string[]): string | undefined {
  const typed = word.toLowerCase().slice(0, 60);
  const [best] = options
    .map((option) => ({ option, slips: slipsBetween(typed, option.toLowerCase()) }))
    .sort((a, b) => a.slips - b.slips);
  if (best && best.slips <= Math.max(1, Math.floor(best.option.length / 3))) return best.option;
  const begun = typed.length < 3 ? [] : options.filter((option) => option.toLowerCase().startsWith(typed));
  return begun.length === 1 ? begun[0] : undefined;
}

/** Letters to put in, take out, change or swap with their neighbour (optimal string alignment), row by row. */
function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = cell(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? cell(before, j - 2) + 1 : changed;
      next.push(Math.min(changed, swapped, cell(row, j) + 1, cell(next, j - 1) + 1));
    }
    before = row;
    row = next;
  }
  return cell(row, b.length);
}

function cell(row: readonly number[], at: number): number {
  return row[at] ?? Number.POSITIVE_INFINITY;
}
