import { afterEach, describe, expect, test } from 'vitest';
import { page, type Workshop, workshop } from './gather.ts';
import { type MockServer, mockServer } from './mock-server.ts';

interface Post {
  id: number;
  slug: string;
  modified_gmt: string;
  content: string;
}

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A WordPress that answers as the real one does: `_fields`, `modified_after`, `include`, totals, and silence about what was trashed. */
async function wordpress(posts: Post[]): Promise<{ server: MockServer; shop: Workshop; posts: Map<number, Post> }> {
  const site = new Map(posts.map((post) => [post.id, post]));
  const server = await mockServer({
    '/': page('Samarbeidet', '<p>Om samarbeidet.</p>', '<meta name="generator" content="WordPress 6.4">'),
    '/wp-json/wp/v2/pages': { headers: { 'content-type': 'application/json' }, body: '[]' },
    '/wp-json/wp/v2/posts': (request, response) => {
      const search = new URL(request.url ?? '/', `http://${request.headers.host}`).searchParams;
      const after = search.get('modified_after')?.replace('Z', '') ?? '';
      const ids = search.get('include')?.split(',').map(Number);
      const chosen = [...site.values()].filter((post) => post.modified_gmt > after && (!ids || ids.includes(post.id)));
      const fields = search.get('_fields')?.split(',') ?? [];
      const told = chosen.map((post) =>
        Object.entries({
          ...post,
          date_gmt: '2025-02-03T09:00:00',
          status: 'publish',
          link: `http://${request.headers.host}/${post.slug}/`,
          title: { rendered: `Sak ${post.id}` },
          content: { rendered: post.content },
        }).filter(([name]) => fields.includes(name)),
      );
      response.writeHead(200, { 'content-type': 'application/json', 'x-wp-totalpages': '1' });
      response.end(JSON.stringify(told.map((one) => Object.fromEntries(one))));
    },
  });
  const shop = await workshop({ id: 'kilde', url: `${server.origin}/`, platform: 'wordpress' });
  open.push(server.close, shop.remove);
  return { server, shop, posts: site };
}

const post = (id: number, day: number, slug = `sak-${id}`): Post => ({
  id,
  slug,
  modified_gmt: `2025-03-0${day}T10:00:00`,
  content: `<p>Sak nummer ${id}.</p>`,
});

/** What the second run asks of the posts with their content. */
async function secondRun(site: Awaited<ReturnType<typeof wordpress>>, now?: () => Date): Promise<string[]> {
  const before = site.server.paths().length;
  await site.shop.runOne(now ? { now } : {});
  const paths = site.server.paths().slice(before);
  return paths.filter((path) => path.startsWith('/wp-json/wp/v2/posts') && path.includes('content'));
}

const later = (days: number) => () => new Date(Date.now() + days * 24 * 3600 * 1000);

describe('a second run over WordPress’ interface', () => {
  test('asks for names alone while nothing has changed', async () => {
    const site = await wordpress([post(1, 1), post(2, 2)]);
    await site.shop.runOne();
    expect(await secondRun(site)).toEqual([]);
    expect(await site.shop.live()).toEqual(['/', '/sak-1/', '/sak-2/']);
  });

  test('asks for what is newer than all it knows, in UTC', async () => {
    const site = await wordpress([post(1, 1), post(2, 2)]);
    await site.shop.runOne();
    site.posts.set(1, { ...post(1, 4), content: '<p>Ny tekst.</p>' }).set(3, post(3, 5));
    const asked = await secondRun(site);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/&modified_after=2025-03-02T10:00:00Z$/);
    expect(await site.shop.live()).toEqual(['/', '/sak-1/', '/sak-2/', '/sak-3/']);
    expect(await secondRun(site)).toEqual([]);
  });

  test('asks by id for what is older and yet unknown, as an interrupted run or an import leaves it', async () => {
    const site = await wordpress([post(1, 1), post(2, 3)]);
    await site.shop.runOne();
    site.posts.set(4, post(4, 2));
    const asked = await secondRun(site);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/&include=4$/);
    expect(await site.shop.live()).toContain('/sak-4/');
  });

  test('keeps a renamed post as one page that its old address leads to, also when only a parent was renamed', async () => {
    const site = await wordpress([post(1, 1), post(2, 2)]);
    await site.shop.runOne();
    const before = (await site.shop.pages()).find(({ url }) => url.endsWith('/sak-2/'));
    site.posts.set(1, post(1, 1, 'nytt-sted/sak-1')).set(2, post(2, 4, 'sak-to'));
    await site.shop.runOne();
    expect(await site.shop.live()).toEqual(['/', '/nytt-sted/sak-1/', '/sak-to/']);
    const moved = (await site.shop.pages()).find(({ url }) => url.endsWith('/sak-to/'));
    expect(moved?.aliases).toEqual([`${site.server.origin}/sak-2/`]);
    expect(moved?.firstSeen).toBe(before?.firstSeen);
  });

  test.each([404, 401])(
    'takes a post that is named no more for gone after three days, when its page answers %d',
    async (status) => {
      const site = await wordpress([post(1, 1), post(2, 2)]);
      await site.shop.runOne();
      site.posts.delete(1);
      site.server.pages['/sak-1/'] = { status };
      const states: (string | undefined)[] = [];
      for (const days of [0, 0, 1, 2]) {
        await site.shop.runOne({ now: later(days) });
        states.push((await site.shop.pages()).find(({ url }) => url.endsWith('/sak-1/'))?.state);
      }
      expect(states).toEqual(['live', 'live', 'live', 'gone']);
    },
  );

  test('keeps a post that is named no more while its page is there', async () => {
    const site = await wordpress([post(1, 1), post(2, 2)]);
    await site.shop.runOne();
    const before = (await site.shop.pages()).find(({ url }) => url.endsWith('/sak-1/'));
    site.posts.delete(1);
    site.server.pages['/sak-1/'] = page('Sak 1', '<p>Sak nummer 1.</p>');
    await site.shop.runOne({ now: later(1) });
    expect((await site.shop.pages()).find(({ url }) => url.endsWith('/sak-1/'))).toEqual(before);
  });

  test('C2.23 does not believe posts that speak of something else altogether, and says so when most of them do', async () => {
    const ours =
      '<p>Kommunene og sykehuset drøftet hvordan pasienter skal følges opp når de kommer hjem fra sykehuset.</p>'.repeat(
        4,
      );
    const casino =
      '<p>Spin the reels of our newest slots and double your welcome bonus. Roulette and blackjack around the clock.</p>'.repeat(
        4,
      );
    const site = await wordpress([1, 2, 3, 4, 5, 6].map((id) => ({ ...post(id, 1), content: ours })));
    await site.shop.runOne();
    const before = (await site.shop.pages()).map(({ url, digest }) => [url, digest]);
    site.posts.set(1, { ...post(1, 2), content: casino });
    site.server.pages['/sak-1/'] = page('Sak 1', casino);
    expect((await site.shop.runOne({ now: later(1) })).cause).toBeNull();
    for (const id of [2, 3, 4, 5, 6]) {
      site.posts.set(id, { ...post(id, 3), content: casino });
      site.server.pages[`/sak-${id}/`] = page(`Sak ${id}`, casino);
    }
    for (const days of [2, 3, 4, 9]) {
      const outcome = await site.shop.runOne({ now: later(days) });
      expect(outcome).toMatchObject({ state: 'failing', cause: 'other-content' });
    }
    expect((await site.shop.pages()).flatMap(({ url, digest }) => (/sak-/.test(url) ? [[url, digest]] : []))).toEqual(
      before.filter(([url]) => /sak-/.test(url ?? '')),
    );
  });
});
