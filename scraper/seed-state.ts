/** Begins again from what is published, on a machine that has none of what was known. */
import { existsSync } from 'node:fs';
import type { KnownPage } from './known-page.ts';
import { pagesFile, writeKnownPages } from './state.ts';

/** What published items tell of the pages that they were read from. */
export interface PublishedPage {
  source: string;
  url: string;
  urls: readonly string[];
  format: string;
  firstSeen: string;
  /** The id of the original's record. */
  capture: string;
}

/**
 * Makes every published address known to its source again, with an original that is lost: it is asked for like any other, and what is published of it
 * stays until it answers. Sources of which anything is known are left alone. Gives the number of addresses.
 */
export async function seedState(dataDir: string, pages: readonly PublishedPage[]): Promise<number> {
  const bySource = new Map<string, PublishedPage[]>();
  for (const page of pages) {
    const own = bySource.get(page.source) ?? [];
    own.push(page);
    bySource.set(page.source, own);
  }
  let seeded = 0;
  for (const [source, own] of bySource) {
    if (existsSync(pagesFile(dataDir, source))) continue;
    await writeKnownPages(dataDir, source, own.map(knownPage));
    seeded += own.length;
  }
  return seeded;
}

function knownPage({ url, urls, format, firstSeen, capture }: PublishedPage): KnownPage {
  return {
    url,
    aliases: urls.filter((one) => one !== url).toSorted(),
    role: format === 'html' ? 'page' : 'document',
    state: 'live',
    status: 0,
    mediaType: '',
    // No digest and no validators: the answer must bring the whole page, and it is stored whatever it holds.
    capture: { id: capture, file: 'lost', offset: 0 },
    firstSeen,
    hints: [],
  };
}
