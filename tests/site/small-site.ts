/** A site of two communities with few records, built in half a second. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import { buildSite } from '../../site/index.ts';
import { textOf } from './built-folder.ts';
import { type SampleData, sampleData, sampleSettings, withFewMunicipalities, writeData } from './sample-data.ts';

/** A built site and how to look at it. */
export interface SmallSite {
  folder: string;
  data: SampleData;
  text(path: string): string;
  page(path: string): CheerioAPI;
  remove(): void;
}

/** Sample data of two communities, changed by the test, built with these settings. */
export async function smallSite(
  change: (data: SampleData) => Partial<SampleData> = () => ({}),
  settings = sampleSettings,
): Promise<SmallSite> {
  const all = withFewMunicipalities(await sampleData());
  const communities = all.communities.slice(0, 2);
  const ids = new Set(communities.map(({ id }) => id));
  const mine = <T extends { community: string }>(records: T[]): T[] =>
    records.filter(({ community }) => ids.has(community));
  const few = { communities, items: mine(all.items), meetings: mine(all.meetings), sources: mine(all.sources) };
  const data = { ...few, ...change(few) };
  const home = mkdtempSync(join(tmpdir(), 'samla-small-'));
  writeData(join(home, 'data'), data, settings);
  const folder = join(home, 'site');
  await buildSite({ dataDir: join(home, 'data'), outDir: folder });
  return {
    folder,
    data,
    text: (path) => textOf(folder, path),
    page: (path) => load(textOf(folder, path)),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
