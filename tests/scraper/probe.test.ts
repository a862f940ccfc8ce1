import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../scraper/chromium.ts';
import { bundledData } from '../../scraper/folders.ts';
import { pageLinks } from '../../scraper/page-links.ts';
import { type Probe, probe, TRIAL_SOURCE } from '../../scraper/probe.ts';
import { scriptSigns } from '../../scraper/script-signs.ts';
import { readKnownPages } from '../../scraper/state.ts';
import type { Failure } from '../../scraper/transport.ts';
import { page, QUICK, TEXT } from './gather.ts';
import { type MockServer, mockServer, type Reply } from './mock-server.ts';

const open: MockServer[] = [];
const folders: string[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

async function site(pages: Record<string, Reply>): Promise<MockServer> {
  const server = await mockServer(pages);
  open.push(server);
  return server;
}

async function lookAt(url: string, allowPrivate = true): Promise<{ seen: Probe | Failure; workDir: string }> {
  const workDir = await mkdtemp(join(tmpdir(), 'samla-probe-test-'));
  folders.push(workDir);
  return { workDir, seen: await probe({ url, dataDir: bundledData(), workDir, allowPrivate, limits: QUICK }) };
}

async function probed(url: string): Promise<Probe> {
  const { seen } = await lookAt(url);
  if ('kind' in seen) throw new Error(seen.message);
  return seen;
}

async function failed(url: string, allowPrivate = true): Promise<Failure> {
  const { seen } = await lookAt(url, allowPrivate);
  if (!('kind' in seen)) throw new Error(`${url} was read`);
  return seen;
}

const card = (href: string, day: string): string =>
  `<article><h3><a href="${href}">Sak ${day}</a></h3><time datetime="${day}">en dag</time><p>Kort om saken, og hva den betyr.</p></article>`;
const days = Array.from({ length: 20 }, (_, at) => `2026-03-${String(at + 1).padStart(2, '0')}`);
const newsSite = (path = '/nyheter/'): Record<string, Reply> => ({
  '/robots.txt': {
    headers: { 'content-type': 'text/plain' },
    body: 'User-agent: *\nCrawl-delay: 0.01\nDisallow: /hemmelig/\nSitemap: {origin}/kart.xml',
  },
  '/nyheter/': page(
    'Nyheter',
    `${days.map((day) => card(`${path}${day}/`, day)).join('')}<a href="/nyheter/?side=2">Neste</a>`,
    '<link rel="alternate" type="application/rss+xml" href="/feed.xml"><link rel="icon" href="/4af2c1/globalassets/i.png">',
  ),
  '/kart.xml': {
    headers: { 'content-type': 'application/xml' },
    body: '<urlset><url><loc>{origin}/nyheter/2026-03-01/</loc><lastmod>2026-03-02</lastmod></url><url><loc>{origin}/om/</loc></url></urlset>',
  },
  '/feed.xml': {
    headers: { 'content-type': 'application/rss+xml' },
    body: '<rss><channel><item><title>Sak</title><link>{origin}/nyheter/2026-03-20/</link><pubDate>Fri, 20 Mar 2026 09:00:00 GMT</pubDate></item></channel></rss>',
  },
  ...Object.fromEntries(days.map((day) => [`${path}${day}/`, page(`Sak ${day}`, TEXT)])),
});

describe('a probe', () => {
  it('tells what an address is: answer, platform and why, robots, list, feed and sitemap', async () => {
    const server = await site(newsSite());
    const seen = await probed(`${server.origin}/nyheter/#innhold`);
    expect(seen).toMatchObject({
      url: `${server.origin}/nyheter/`,
      redirects: [],
      status: 200,
      mediaType: 'text/html',
      title: 'Nyheter',
      platform: { platform: 'helseforetak', confidence: 0.5 },
      robots: { allowed: true, crawlDelay: 0.01, sitemaps: [`${server.origin}/kart.xml`] },
      scripts: { needed: 'no' },
      listing: { form: 'page', entries: 20, turns: [`${server.origin}/nyheter/?side=2`], newest: '2026-03-20' },
    });
    expect(seen.platform.why).toContain('asset folders');
    expect(seen.lists).toEqual([
      { kind: 'feed', url: `${server.origin}/feed.xml`, entries: 1, inside: 1, newest: '2026-03-20' },
      { kind: 'sitemap', url: `${server.origin}/kart.xml`, entries: 2, inside: 1, newest: '2026-03-02' },
    ]);
    expect(seen.source.include).toBeUndefined();
  });

  it('gathers the first eight pages of the list and no more, asks for nothing twice, and keeps the originals in its folder', async () => {
    const server = await site(newsSite());
    const { seen, workDir } = await lookAt(`${server.origin}/nyheter/`);
    const paths = server.paths();
    expect(paths.filter((path) => path.startsWith('/nyheter/2026'))).toHaveLength(8);
    expect(paths).not.toContain('/nyheter/?side=2');
    expect(new Set(paths).size).toBe(paths.length);
    expect(server.seen.filter(({ path }) => path === '/robots.txt')).toHaveLength(1);
    expect(Math.max(...server.seen.map(({ concurrency }) => concurrency))).toBe(1);
    const known = await readKnownPages(workDir, TRIAL_SOURCE);
    expect(known).toHaveLength(9);
    expect('kind' in seen ? [] : seen.pages.map(({ url }) => url)[0]).toBe(`${server.origin}/nyheter/`);
  });

  it('suggests the folders that a list leads to, but never those of a year', async () => {
    const server = await site(newsSite('/saker/2026/'));
    expect((await probed(`${server.origin}/nyheter/`)).source.include).toEqual(['/nyheter/', '/saker/']);
  });

  it('reads a feed, and what it leads to', async () => {
    const server = await site(newsSite());
    const seen = await probed(`${server.origin}/feed.xml`);
    expect(seen.platform).toMatchObject({ platform: 'feed', why: 'is a feed' });
    expect(seen.listing).toMatchObject({ form: 'feed', entries: 1, newest: '2026-03-20' });
    expect(seen.pages.map(({ url }) => url)).toEqual([`${server.origin}/nyheter/2026-03-20/`]);
  });

  it('keeps the newest few of the hundreds that an interface gives, and tells how many there are', async () => {
    const posts = (origin: string) =>
      Array.from({ length: 100 }, (_, id) => ({
        id,
        link: `${origin}/sak-${id}/`,
        type: 'post',
        status: 'publish',
        date_gmt: `2025-01-01T00:${String(id % 60).padStart(2, '0')}:00`,
        modified_gmt: `2025-01-${id < 60 ? '01' : '02'}T00:${String(id % 60).padStart(2, '0')}:00`,
        title: { rendered: `Sak ${id}` },
        content: { rendered: TEXT },
      }));
    const server = await site({
      '/': page('Bloggen', TEXT, '<meta name="generator" content="WordPress 6.4">'),
      '/wp-json/wp/v2/posts': (request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'x-wp-total': '950', 'x-wp-totalpages': '10' });
        response.end(JSON.stringify(posts(`http://${request.headers.host}`)));
      },
    });
    const seen = await probed(`${server.origin}/`);
    expect(seen.pages).toHaveLength(9);
    expect(seen.pages.slice(0, 2).map(({ url }) => url.slice(server.origin.length))).toEqual(['/', '/sak-59/']);
    expect(seen.lists).toContainEqual(
      expect.objectContaining({ kind: 'interface', url: `${server.origin}/wp-json/wp/v2/posts`, entries: 950 }),
    );
    expect(server.paths().length).toBeLessThan(10);
  });

  it('says so when an address is a page by itself, or a document', async () => {
    const server = await site({
      '/sak/': page('Sak', `${TEXT}<a href="/papir.pdf">Referat</a>`),
      '/papir.pdf': { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.4' },
    });
    expect((await probed(`${server.origin}/sak/`)).listing).toMatchObject({ form: 'none', entries: 0, documents: 1 });
    const paper = await probed(`${server.origin}/papir.pdf`);
    expect(paper).toMatchObject({ mediaType: 'application/pdf', title: '', listing: { form: 'none' } });
    expect(paper.pages.map(({ role }) => role)).toEqual(['document']);
  });

  it('follows redirects within the site and remembers where it was sent from', async () => {
    const server = await site({ ...newsSite(), '/': { status: 301, headers: { location: '/nyheter/' } } });
    const seen = await probed(`${server.origin}/`);
    expect(seen).toMatchObject({ url: `${server.origin}/nyheter/`, redirects: [`${server.origin}/`] });
    expect(seen.source.url).toBe(`${server.origin}/nyheter/`);
  });

  it('names the other site when an address has moved there', async () => {
    const elsewhere = await site({ '/': page('Ny', TEXT) });
    const server = await site({ '/': { status: 302, headers: { location: `${elsewhere.origin}/` } } });
    const { cause, message } = await failed(`${server.origin}/`);
    expect(cause).toBe('moved-away');
    expect(message).toContain(`${elsewhere.origin}/, another site: probe that address instead`);
    expect(elsewhere.seen).toEqual([]);
  });

  it.each<[string, string, Record<string, Reply>]>([
    ['robots', '/hemmelig/a', { '/hemmelig/a': 'x' }],
    ['not-found', '/borte/', {}],
    ['gone', '/vekk/', { '/vekk/': { status: 410 } }],
    ['forbidden', '/', { '/': { status: 403 } }],
    ['denied', '/innsyn/', { '/innsyn/': 'x' }],
    ['unwanted-type', '/bilde', { '/bilde': { headers: { 'content-type': 'image/png' }, body: 'x' } }],
  ])('gives the cause %s for an address that can’t be read', async (cause, path, pages) => {
    const server = await site({ ...newsSite(), ...pages });
    expect((await failed(`${server.origin}${path}`)).cause).toBe(cause);
  });

  it('refuses private addresses unless they are allowed', async () => {
    const server = await site(newsSite());
    expect((await failed(`${server.origin}/nyheter/`, false)).cause).toBe('private-address');
    expect(server.seen).toEqual([]);
  });
});

describe('a page that may need JavaScript', () => {
  const signs = (html: string) => scriptSigns(html, pageLinks(html, 'https://vidda.example.no/'));

  it.each([
    ['a button for more', page('Kalender', `${TEXT}${TEXT}<button>Vis flere</button>`), ['has a button “Vis flere”']],
    ['a link to nowhere for more', page('Kalender', `${TEXT}<a href="#" class="x">Sjå fleire</a>`), [/Sjå fleire/]],
    [
      'nothing but an empty element and scripts',
      '<body><div id="root"></div><noscript>Du må slå på JavaScript.</noscript><script src="/app.js"></script></body>',
      [/0 characters/, /empty element/, /switch JavaScript on/],
    ],
  ])('is known by %s', (_, html, expected) => {
    const found = signs(html);
    expect(found).toHaveLength(expected.length);
    for (const [at, one] of expected.entries()) expect(found[at]).toMatch(one);
  });

  it.each([
    ['a real link to more', page('Nyheter', `${TEXT}<a href="/nyheter/?side=2">Vis flere</a>`)],
    ['a menu’s button', page('Nyheter', `${TEXT}<nav><button>Meir</button></nav>`)],
    ['structured data alone', `<body><p>Kort.</p><script type="application/ld+json">{}</script></body>`],
    ['a full page with scripts', page('Nyheter', `${TEXT}${TEXT}<script src="/a.js"></script><div id="app"></div>`)],
  ])('is not suspected for %s', (_, html) => {
    expect(signs(html)).toEqual([]);
  });
});

const executable = findChromium();
if (!executable) console.warn('left out: the probe of a page that needs a browser, for want of a Chromium');

describe.runIf(executable)('a page that is nothing without JavaScript', () => {
  it('is shown by a browser to see what it adds, and gathered through it', { timeout: 60_000 }, async () => {
    const shell =
      '<html><head><title>Kalender</title></head><body><div id="app"></div><script src="/app.js"></script></body></html>';
    const server = await site({
      '/kalender/': shell,
      ...Object.fromEntries([1, 2, 3].map((n) => [`/kalender/${n}/`, page(`Møte ${n}`, TEXT)])),
      '/app.js': {
        headers: { 'content-type': 'text/javascript' },
        body: `document.getElementById('app').innerHTML = '<main><h1>Kalender</h1>' + [1, 2, 3].map((n) => '<article><h2><a href="/kalender/' + n + '/">Møte ' + n + '</a></h2><p>Kort om møtet.</p></article>').join('') + '</main>';`,
      },
    });
    const seen = await probed(`${server.origin}/kalender/`);
    expect(seen.scripts).toMatchObject({ needed: 'yes', why: expect.stringContaining('a browser shows 3 more pages') });
    expect(seen.source.render).toBe('browser');
    expect(seen.listing).toMatchObject({ form: 'page', entries: 3 });
    expect(seen.pages).toHaveLength(4);
    expect(seen.receipt.browserMs).toBeGreaterThan(0);
  });
});
