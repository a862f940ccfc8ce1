/** How fresh the data are, for the site: it reads published files only, and those keep their bytes on a night that brought nothing. */
import { readSourceOutcomes } from '../scraper/index.ts';
import type { Freshness } from '../site/index.ts';

/** When the sources were last looked at, and last read as expected; `undefined` where nothing was gathered on this machine. */
export async function freshnessOf(dataDir: string): Promise<Freshness | undefined> {
  const outcomes = (await readSourceOutcomes(dataDir)).filter(({ state }) => state !== 'disabled');
  const lookedAt = newest(outcomes.map(({ checkedAt }) => checkedAt));
  if (lookedAt === undefined) return undefined;
  const sources = outcomes
    .map(({ source, lastSuccess }) => [source, lastSuccess] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const readAt = newest(sources.flatMap(([, at]) => at ?? [])) ?? null;
  return { lookedAt, readAt, lastSuccess: Object.fromEntries(sources) };
}

function newest(moments: readonly string[]): string | undefined {
  return [...moments].sort().at(-1);
}
