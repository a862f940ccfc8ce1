/** What is published as the beginning of what is known: for a machine whose state is lost. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ItemSchema } from '../../normalizer/index.ts';
import { type PublishedPage, seedState } from '../../scraper/index.ts';

/** Gives the number of addresses that nothing was known of; 0 on a machine that remembers, or where nothing is published. */
export async function seedFromPublished(dataDir: string): Promise<number> {
  const file = join(dataDir, 'published', 'items.ndjson');
  if (existsSync(join(dataDir, 'state', 'pages')) || !existsSync(file)) return 0;
  const pages: PublishedPage[] = [];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const item = ItemSchema.safeParse(JSON.parse(line));
    if (item.success) {
      const { source, url, urls, format, firstSeen, provenance } = item.data;
      pages.push({ source, url, urls, format, firstSeen, capture: provenance.capture });
    }
  }
  return seedState(dataDir, pages);
}
