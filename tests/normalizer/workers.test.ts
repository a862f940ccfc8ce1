/** Workers and this very thread read the same. Apart and in the longer suite: each worker loads the whole of understanding anew. */
import { afterAll, expect, it } from 'vitest';
import { type Original, readOriginal } from '../../normalizer/read-original.ts';
import { ReadingPool } from '../../normalizer/reading-pool.ts';
import { CommunitySchema } from '../../scraper/index.ts';
import { realisticPage } from '../bench/realistic-pages.ts';

const community = CommunitySchema.parse({
  id: 'fjordland',
  name: { nb: 'Helsefellesskapet Fjordland', nn: 'Helsefellesskapet Fjordland' },
  region: 'Helse Nord',
  trusts: [{ name: 'Fjordland HF', organisation: '983974910' }],
  municipalities: ['1804'],
  sources: [
    { id: 'fjordland-nytt', url: 'https://fjordland.example.no/nytt/', publishes: ['news'], scope: 'community' },
  ],
});
const pool = new ReadingPool(2, [community]);
afterAll(() => pool.close());

function original(n: number): Original {
  const url = `https://fjordland.example.no/nytt/${n}/`;
  const [source] = community.sources;
  return {
    community,
    source: source!,
    about: {
      known: {
        url,
        aliases: [],
        role: 'page',
        mediaType: 'text/html',
        state: 'live',
        hints: [],
        firstSeen: '2026-05-01T00:00:00Z',
        capture: { file: 'x.warc.gz', offset: 0, length: 0, id: 'urn:x' },
      } as unknown as Original['about']['known'],
      attached: false,
      extractor: 'samla@0',
      publishBody: 'full',
    },
    capture: {
      url,
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: new TextEncoder().encode(n === 0 ? '<p>' : realisticPage(n)),
      capturedAt: '2026-05-01T00:00:00Z',
    },
  };
}

it('two workers and this thread give for each original what this thread gives alone', {
  timeout: 120_000,
}, async () => {
  await pool.loaded();
  const originals = Array.from({ length: 12 }, (_, n) => original(n));
  const theirs = await Promise.all(originals.map((one) => pool.read(one)));
  for (const [n, one] of originals.entries()) expect(theirs[n], `page ${n}`).toEqual(await readOriginal(one));
  expect(theirs.filter((one) => 'item' in one).length).toBeGreaterThan(5);
});

it('the bytes of an original stay with whoever asked', async () => {
  const one = original(1);
  const before = one.capture.body.length;
  await pool.read(one);
  expect(one.capture.body.length).toBe(before);
});

it('work that a worker cannot place ends with an error, not with silence', async () => {
  const stray = { ...original(1), source: { ...original(1).source, id: 'nobodys' } };
  await expect(pool.read(stray)).rejects.toThrow(/nobodys/);
});
