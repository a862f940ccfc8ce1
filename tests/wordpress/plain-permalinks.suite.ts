import { afterAll, beforeAll, expect, test } from 'vitest';
import { RealSite } from './real-site.ts';
import { Workshop } from './workshop.ts';

let site: RealSite;
let shop: Workshop;

beforeAll(async () => {
  site = await RealSite.start({ posts: 12, pages: 4, permalinks: '' });
  shop = await Workshop.open(site.origin);
  await site.requests();
});

afterAll(async () => {
  await shop?.close();
  await site?.stop();
});

const expected = async () => {
  const { records, documents } = await site.truth();
  return [...records.map(({ url }) => url), ...documents].sort();
};

test('a site whose addresses are all queries (?p=12) is gathered whole through its interface', async () => {
  await shop.gather();
  expect([...(await shop.items()).keys()].sort()).toEqual(await expected());
  const log = await site.requests();
  expect(log.filter(({ path }) => /^\/\?(p|page_id)=/.test(path))).toEqual([]);
  expect((await shop.outcome()).platform).toBe('wordpress');
});

test('and a second run asks for names alone', async () => {
  const before = await shop.published();
  await shop.gather();
  expect(await shop.published()).toEqual(before);
  expect((await site.requests()).filter(({ path }) => /content/.test(decodeURIComponent(path)))).toEqual([]);
});

test('and one that is edited, added or renamed there is the only one asked for', async () => {
  const { records } = await site.truth();
  const [first, second] = records.filter(({ type }) => type === 'post');
  await site.change(`--edit=${first?.id}`);
  await site.change(`--slug=${second?.id}:et-annet-navn`);
  await site.change('--add=Nytt møte i utvalget i Fjordvik');
  await shop.gather(1);
  expect([...(await shop.items()).keys()].sort()).toEqual(await expected());
  expect((await shop.items()).get(first?.url ?? '')).toMatchObject({ revision: 2 });
  const whole = (await site.requests()).filter(({ path }) => /content/.test(decodeURIComponent(path)));
  expect(whole).toHaveLength(1);
});

test('with the interface switched off its pages bring the same items', async () => {
  await site.plugIn('rest-off.php');
  const other = await Workshop.open(site.origin);
  try {
    await other.gather(1);
    expect([...(await other.items()).keys()].sort()).toEqual(await expected());
  } finally {
    await other.close();
  }
});
