import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compactCaptures, placeOf } from '../../scraper/captures/compact.ts';
import { openCaptures } from '../../scraper/captures/read.ts';
import { tidyOriginals } from '../../scraper/tidy-originals.ts';
import { page, TEXT, type Workshop, workshop } from './gather.ts';
import { type MockServer, mockServer } from './mock-server.ts';

let server: MockServer;
let shop: Workshop;

const PAGES = Array.from({ length: 12 }, (_, n) => `/nytt/sak-${n}/`);

beforeEach(async () => {
  const links = PAGES.map((path) => `<li><a href="${path}">Saken ${path} om samarbeidet</a></li>`).join('');
  server = await mockServer({ '/nytt/': page('Nytt', `<ul>${links}</ul>`) });
  shop = await workshop({ id: 'nytt', url: `${server.origin}/nytt/`, platform: 'generic' });
  for (let night = 0; night < 4; night += 1) {
    for (const path of PAGES) server.pages[path] = page(`Sak ${path}`, `${TEXT}<p>Natt ${night}.</p>`);
    await shop.runOne({ now: () => new Date(Date.UTC(2026, 0, 1 + night, 3)), full: true });
  }
});

afterEach(async () => {
  await server.close();
  await shop.remove();
});

const bytes = () =>
  readdirSync(shop.capturesDir).reduce((sum, name) => sum + statSync(join(shop.capturesDir, name)).size, 0);

/** The text that is known of each page, read from its original. */
async function read(): Promise<Record<string, string>> {
  const captures = await openCaptures(shop.capturesDir);
  const texts = await Promise.all(
    (await shop.pages()).map(async ({ url, capture }) => {
      const original = capture && (await captures.read(capture));
      return [url, Buffer.from(original?.body ?? '').toString('utf8')] as const;
    }),
  );
  return Object.fromEntries(texts);
}

const tidy = (named: string[] = []) => tidyOriginals({ ...shop, named: new Set(named) });

it('tidying lets go of originals that nothing is read from, and of none that something is', async () => {
  const before = await read();
  expect(Object.values(before).filter((text) => text.includes('Natt 3.'))).toHaveLength(PAGES.length);
  const size = bytes();
  const freed = await tidy();
  expect(freed).toBeGreaterThan(0);
  expect(bytes()).toBeLessThan(size * 0.6);
  expect(await read()).toEqual(before);
  expect(await tidy()).toBe(0);
});

it('tidying keeps an original that a published item names, though its page has changed since', async () => {
  const { capture } = (await shop.pages()).find(({ url }) => url.endsWith(PAGES[0]!))!;
  for (const path of PAGES) server.pages[path] = page('Sak', `${TEXT}<p>Ny.</p>`);
  await shop.runOne({ now: () => new Date(Date.UTC(2026, 0, 9, 3)), full: true });
  const indexes = () =>
    readdirSync(shop.capturesDir)
      .filter((name) => name.endsWith('.cdxj'))
      .map((name) => readFileSync(join(shop.capturesDir, name), 'utf8'))
      .join('');
  await tidy([capture!.id]);
  expect(indexes()).toContain(capture!.id);
  await tidy();
  expect(indexes().split('\n').length).toBeLessThan(20);
});

it('a tidying that was killed before the new places were noted has lost nothing, and the next one makes it good', async () => {
  const before = await read();
  const needed = new Set((await shop.pages()).flatMap(({ capture }) => (capture ? [placeOf(capture)] : [])));
  await compactCaptures(shop.capturesDir, needed, new Set());
  expect(await read()).toEqual(before);
  await tidy();
  expect(await read()).toEqual(before);
  expect(bytes()).toBeLessThan(40_000);
});
