/** The pages that published items were read from. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ItemSchema } from '../../normalizer/index.ts';
import type { PublishedPage } from '../../scraper/index.ts';

/** All of them; none where nothing is published. */
export async function publishedPages(dataDir: string): Promise<PublishedPage[]> {
  const file = join(dataDir, 'published', 'items.ndjson');
  const pages: PublishedPage[] = [];
  if (!existsSync(file)) return pages;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const item = ItemSchema.safeParse(JSON.parse(line));
    if (!item.success) continue;
    const { source, url, urls, format, firstSeen, provenance } = item.data;
    pages.push({ source, url, urls, format, firstSeen, capture: provenance.capture });
  }
  return pages;
}
