import { afterEach, describe, expect, test } from 'vitest';
import { detectPlatform, platforms } from '../../scraper/platforms.ts';
import { workshop } from './gather.ts';
import { type MockServer, mockServer } from './mock-server.ts';
import { SITES } from './platform-sites.ts';

const open: { close?(): Promise<void>; remove?(): Promise<void> }[] = [];
afterEach(async () => {
  for (const it of open.splice(0)) await (it.close?.() ?? it.remove?.());
});

async function gathered(name: string, more: Record<string, unknown> = {}) {
  const site = SITES[name]!;
  const server: MockServer = await mockServer({ ...site.pages });
  const { path, ...rest } = site.source;
  const shop = await workshop({ id: 'kilde', url: server.origin + path, platform: name, ...rest, ...more });
  open.push(server, shop);
  return { site, server, shop, outcome: await shop.runOne() };
}

test('every platform on the shelf has a site to prove itself on', async () => {
  expect([...(await platforms()).keys()].filter((name) => !SITES[name])).toEqual([]);
});

describe.each(Object.keys(SITES))('%s', (name) => {
  test('finds every page and document of its site and nothing else', async () => {
    const { site, server, shop, outcome } = await gathered(name);
    expect(outcome).toMatchObject({ state: 'ok', cause: null });
    // A list of minutes by year is content as well as a list; which, the normalizer decides.
    expect((await shop.live()).filter((path) => !path.includes('/ssu'))).toEqual(site.live);
    expect(Math.max(...server.seen.map(({ concurrency }) => concurrency))).toBe(1);
    const paths = server.paths();
    expect(paths.filter((path, at) => paths.indexOf(path) !== at)).toEqual([]);
    expect(paths.filter((path) => /wp-admin|innsyn|category\/|author|print|jobb/.test(path))).toEqual([]);
  });

  test('marks its lists as lists', async () => {
    const { site, shop } = await gathered(name);
    const lists = (await shop.pages())
      .filter(({ role }) => role === 'listing')
      .map(({ url }) => url.replace(/^http:\/\/[^/]+/, ''));
    if (site.listings) expect(lists).toEqual(site.listings);
  });

  test('C1.4 a second run changes no byte of what is known and stores nothing', async () => {
    const { shop } = await gathered(name);
    const before = JSON.stringify(await shop.pages());
    expect(await shop.runOne()).toMatchObject({ state: 'unchanged', receipt: { stored: 0 } });
    expect(JSON.stringify(await shop.pages())).toBe(before);
  });

  test('finds the same when the registry does not name the platform', async () => {
    const { site, shop } = await gathered(name, { platform: undefined });
    const found = await shop.live();
    for (const path of site.live) expect(found).toContain(path);
  });

  test('an outage loses nothing', async () => {
    const { server, shop, site } = await gathered(name);
    for (const path of Object.keys(server.pages))
      server.pages[path] = { status: 503, headers: { 'retry-after': '7200' } };
    const outcome = await shop.runOne();
    expect(['failing', 'blocked']).toContain(outcome.state);
    expect(['server-error', 'rate-limited', 'robots-unreachable']).toContain(outcome.cause);
    for (const path of site.live) expect(await shop.live()).toContain(path);
  });
});

test('detection names the platform of a page it has not seen', async () => {
  const cases: [string, string, string][] = [
    ['wordpress', '<head><link rel="https://api.w.org/" href="/wp-json/"></head>', 'text/html'],
    ['helseforetak', '<body><div>HELSENORGE</div><main><a href="/4af2c1/globalassets/a.pdf">a</a></main>', 'text/html'],
    ['acos', '<a href="/aktuelt/a.123.aspx">a</a><a href="/aktuelt/b.124.aspx">b</a>', 'text/html'],
    ['custompublish', '<a href="/a.123-45.html">a</a><a href="/b.124-45.html">b</a>', 'text/html'],
    ['feed', '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', 'application/rss+xml'],
    ['generic', '<p>En side.</p>', 'text/html'],
  ];
  for (const [name, text, mediaType] of cases) {
    expect((await detectPlatform({ url: 'https://example.no/', text, mediaType })).platform).toBe(name);
  }
});
