import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { coverageRows, type ItemFacts } from '../gaps/coverage-rows.ts';
import type { Item, Meeting } from '../model.ts';
import { defineOutput } from '../output.ts';

/** `coverage.json`: what was found of what is expected, for each community, body and year, with the reason for every gap. */
export default defineOutput({
  stage: 'counts',
  async write({ items, meetings, communities, sources }, folder) {
    const facts = await itemFacts(items(), papersOf(meetings));
    const rows = coverageRows({ communities, sources, meetings, facts });
    const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
    await writeFile(join(folder, 'coverage.json'), rows.length === 0 ? '[]\n' : `[\n${lines}\n]\n`);
  },
});

function papersOf(meetings: readonly Meeting[]): Set<string> {
  return new Set(
    meetings.flatMap(({ documents }) => documents.filter(({ role }) => role === 'minutes').map(({ url }) => url)),
  );
}

/** One pass; only the days of minutes and a count for each year stay in memory. */
async function itemFacts(items: AsyncIterable<Item>, papers: ReadonlySet<string>): Promise<ItemFacts> {
  const publishedAt = new Map<string, string>();
  const pagesInYear = new Map<string, number>();
  let newest: string | undefined;
  for await (const { community, urls, published, provenance } of items) {
    if (newest === undefined || provenance.capturedAt > newest) newest = provenance.capturedAt;
    if (published === null) continue;
    const key = `${community} ${published.slice(0, 4)}`;
    pagesInYear.set(key, (pagesInYear.get(key) ?? 0) + 1);
    for (const url of urls) if (papers.has(url)) publishedAt.set(url, published);
  }
  return { publishedAt, pagesInYear, newest };
}
