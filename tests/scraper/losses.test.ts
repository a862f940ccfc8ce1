import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { learntMinimum, learntRhythm } from '../../scraper/rhythm.ts';
import { page, TEXT, type Workshop, workshop } from './gather.ts';
import { type MockServer, mockServer, type Reply } from './mock-server.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** 03:00 on a day counted from 1 January 2026, everything asked for. */
const day = (n: number) => ({ full: true, now: () => new Date(Date.UTC(2026, 0, n, 3)) });

async function newsOf(
  count: number,
  pages: Record<string, Reply> = {},
): Promise<{ server: MockServer; shop: Workshop }> {
  const names = Array.from({ length: count }, (_, n) => n);
  const server = await mockServer({
    '/nytt/': list(count),
    ...Object.fromEntries(names.map((n) => [`/nytt/${n}/`, page(`Sak ${n}`, TEXT)])),
    ...pages,
  });
  const shop = await workshop({ id: 'nytt', url: `${server.origin}/nytt/`, platform: 'generic' });
  open.push(server.close, shop.remove);
  return { server, shop };
}

function list(count: number): string {
  const items = Array.from(
    { length: count },
    (_, n) => `<li><a href="/nytt/${n}/">Sak nummer ${n} om samarbeidet</a></li>`,
  );
  return page('Nytt', `<ul>${items.join('')}</ul>`);
}

describe('a list that named two or more and now names none', () => {
  test.each([2, 3, 12])('%i: is suspected, and stays as it was', async (count) => {
    const { server, shop } = await newsOf(count);
    await shop.runOne(day(1));
    const before = (await shop.pages()).find(({ url }) => url.endsWith('/nytt/'));
    server.pages['/nytt/'] = page('Nytt', '<p>Ingen treff.</p>');
    for (const n of [2, 3]) {
      expect(await shop.runOne(day(n))).toMatchObject({ state: 'too-few', cause: 'empty-listing' });
      expect((await shop.pages()).find(({ url }) => url.endsWith('/nytt/'))?.digest).toBe(before?.digest);
      expect((await shop.live()).filter((path) => path !== '/nytt/')).toHaveLength(count);
    }
    server.pages['/nytt/'] = list(count);
    expect((await shop.runOne(day(4))).cause).toBeNull();
  });
});

describe('a page that redirects', () => {
  const to = (status: number): Reply => ({ status, headers: { location: '/nytt/ny/' } });
  const state = async (shop: Workshop, path: string) =>
    (await shop.pages()).find(({ url }) => url.endsWith(path))?.state;

  test.each([301, 308])('with %i has moved at once', async (status) => {
    const { server, shop } = await newsOf(3, { '/nytt/ny/': page('Ny', TEXT) });
    await shop.runOne(day(1));
    server.pages['/nytt/1/'] = to(status);
    await shop.runOne(day(2));
    expect(await state(shop, '/nytt/1/')).toBe('moved');
    expect(await state(shop, '/nytt/ny/')).toBe('live');
  });

  test.each([302, 303, 307])('with %i has moved on the third day', async (status) => {
    const { server, shop } = await newsOf(3, { '/nytt/ny/': page('Ny', TEXT) });
    await shop.runOne(day(1));
    server.pages['/nytt/1/'] = to(status);
    for (const n of [2, 2, 3]) {
      await shop.runOne(day(n));
      expect(await state(shop, '/nytt/1/')).toBe('live');
    }
    await shop.runOne(day(4));
    expect(await state(shop, '/nytt/1/')).toBe('moved');
  });

  test('for a while only is live again', async () => {
    const { server, shop } = await newsOf(3, { '/nytt/ny/': page('Ny', TEXT) });
    await shop.runOne(day(1));
    const before = server.pages['/nytt/1/']!;
    server.pages['/nytt/1/'] = to(302);
    await shop.runOne(day(2));
    server.pages['/nytt/1/'] = before;
    await shop.runOne(day(3));
    const page1 = (await shop.pages()).find(({ url }) => url.endsWith('/nytt/1/'));
    expect(page1).toMatchObject({ state: 'live' });
    expect(page1?.failure).toBeUndefined();
  });
});

test('B1.2 rules out of reach keep us out for 30 days, and since when is remembered', async () => {
  const { server, shop } = await newsOf(3, { '/robots.txt': { status: 503 } });
  expect(await shop.runOne(day(1))).toMatchObject({ state: 'failing', cause: 'robots-unreachable' });
  expect(await shop.runOne(day(30))).toMatchObject({ cause: 'robots-unreachable' });
  expect(JSON.parse(await readFile(join(shop.dataDir, 'state', 'robots.json'), 'utf8'))).toEqual({
    [server.origin]: '2026-01-01',
  });
  expect((await shop.runOne(day(31))).state).toBe('ok');
  expect((await shop.runOne(day(32))).cause).toBeNull();
  server.pages['/robots.txt'] = { body: 'User-agent: *\nDisallow: /nytt/2/' };
  await shop.runOne(day(33));
  await expect(readFile(join(shop.dataDir, 'state', 'robots.json'))).rejects.toThrow('ENOENT');
});

describe('what a source is measured by where the registry does not say', () => {
  test.each<[number[] | undefined, number | undefined]>([
    [undefined, undefined],
    [[40, 40], undefined],
    [[40, 41, 42], 20],
    [[1, 1, 1], undefined],
    [[40, 3, 44, 42, 41], 20],
  ])('of %j pages the least is %s', (found, least) => {
    expect(learntMinimum(found)).toBe(least);
  });

  const monthly = (months: number[], years: number[]) =>
    years.flatMap((year) => months.map((month) => `${year}-${String(month).padStart(2, '0')}-10`));

  test('a rhythm is half as long again as its longest silence, with the months that are always quiet', () => {
    const now = new Date('2026-01-01');
    const dates = monthly([1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12], [2023, 2024, 2025]);
    expect(learntRhythm(dates, now)).toEqual({ withinDays: 92, quietMonths: [7] });
    expect(learntRhythm(dates.slice(0, 7), now)).toBeUndefined();
    expect(learntRhythm(monthly([1, 2, 3, 4, 5, 6, 8, 9, 10], [2025]), now)).toBeUndefined();
    expect(learntRhythm(['hausten 2025', ...dates], now)?.withinDays).toBe(92);
  });

  test('half of what earlier runs found is too few, from the fourth run on', async () => {
    const { server, shop } = await newsOf(4);
    for (const n of [1, 2, 3]) await shop.runOne(day(n));
    server.pages['/nytt/'] = list(1);
    expect(await shop.runOne(day(4))).toMatchObject({ state: 'too-few', cause: 'redesigned', found: [4, 4, 4] });
    expect(await shop.live()).toHaveLength(4);
  });

  test('silence counts once the source has been watched for longer than its rhythm', async () => {
    const item = (date: string, n: number) =>
      `<li><a href="/nytt/${n}/">Sak nummer ${n} om samarbeidet</a> <time datetime="${date}">${date}</time></li>`;
    const dates = monthly([2, 4, 6, 8, 10, 12], [2024, 2025]);
    const { shop } = await newsOf(dates.length, { '/nytt/': page('Nytt', `<ul>${dates.map(item).join('')}</ul>`) });
    expect((await shop.runOne(day(1))).cause).toBeNull();
    expect((await shop.runOne(day(85))).cause).toBeNull();
    expect((await shop.runOne(day(130))).state).toBe('stale');
  });
});

test('pages that only pages left for another night lead to are no loss', async () => {
  const links = (paths: string[]) => paths.map((path) => `<p><a href="${path}">Om ${path}</a></p>`).join('');
  const below = Array.from({ length: 8 }, (_, n) => `/om/del/${n}/`);
  const server = await mockServer({ '/om/': page('Om', TEXT) });
  open.push(server.close);
  const shop = await workshop({ id: 'om', url: `${server.origin}/om/`, platform: 'generic', publishes: ['about'] });
  open.push(shop.remove);
  const found: (number | undefined)[] = [];
  for (let night = 1; night <= 14; night += 1) {
    // A new part: asked for every night while it is new, left for other nights from then on.
    if (night === 3) {
      server.pages['/om/'] = page('Om', TEXT + links(['/om/del/']));
      server.pages['/om/del/'] = page('En del', TEXT + links(below));
      for (const path of below) server.pages[path] = page(path, TEXT);
    }
    const outcome = await shop.runOne({ now: () => new Date(Date.UTC(2026, 0, night, 3)) });
    expect(outcome.cause, `night ${night}: ${outcome.message}`).toBeNull();
    found.push(outcome.found?.at(-1));
  }
  expect(found.slice(2)).toEqual(Array(12).fill(10));
  expect(server.paths().filter((path) => path === '/om/del/').length).toBeLessThan(11);
});
