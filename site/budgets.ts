/** What a visit may weigh. A site that is heavier is not put in place: the earlier one stays. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

interface Budget {
  what: string;
  /** Bytes before compression, which only makes them fewer. */
  most: number;
  files(outDir: string): string[];
}

const scripts = (outDir: string): string[] =>
  readdirSync(join(outDir, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => join('assets', name));

/** Only what is ours to keep small; how long a page of a list may be is proved by the tests. */
const budgets: readonly Budget[] = [
  { what: 'the stylesheet', most: 20_000, files: () => ['assets/samla.css'] },
  { what: 'all scripts before a search', most: 15_000, files: scripts },
  { what: 'the front page', most: 60_000, files: () => ['index.html', 'assets/samla.css', 'assets/samla.js'] },
];

/** Throws when something of ours weighs more than it may. */
export function checkBudgets(outDir: string): void {
  for (const { what, most, files } of budgets) {
    const bytes = files(outDir).reduce((sum, file) => sum + statSync(join(outDir, file)).size, 0);
    if (bytes > most) throw new Error(`${what}: expected at most ${most} bytes, got ${bytes}; see site/budgets.ts`);
  }
}
