import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { CAUSES } from '../../scraper/causes.ts';
import { AlreadyRunningError } from '../../scraper/lock.ts';
import { UnknownSourceError } from '../../scraper/scrape.ts';
import { readSourceOutcomes, StateError } from '../../scraper/state.ts';
import { page, type SourceEntry, TEXT, type Workshop, workshop } from './gather.ts';
import { HOSTILE, type MockServer, mockServer, type Reply, validated } from './mock-server.ts';
import { selfSigned } from './self-signed.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function served(pages: Record<string, Reply>): Promise<MockServer> {
  const server = await mockServer(pages);
  open.push(server.close);
  return server;
}

async function shopFor(...sources: SourceEntry[]): Promise<Workshop> {
  const shop = await workshop(...sources);
  open.push(shop.remove);
  return shop;
}

/** A list of three articles. */
function news(): Record<string, Reply> {
  const card = (name: string): string =>
    `<li><a href="/nytt/${name}/">Sak ${name} om samarbeidet</a> <span>0${name.length}.02.2025</span></li>`;
  return {
    '/nytt/': page('Nytt', `<ul>${['a', 'bb', 'ccc'].map(card).join('')}</ul>`),
    '/nytt/a/': page('Sak a', TEXT),
    '/nytt/bb/': page('Sak bb', TEXT),
    '/nytt/ccc/': page('Sak ccc', TEXT),
  };
}

async function newsShop(pages: Record<string, Reply> = {}, more: Record<string, unknown> = {}) {
  const server = await served({ ...news(), ...pages });
  const shop = await shopFor({ id: 'nytt', url: `${server.origin}/nytt/`, platform: 'generic', ...more });
  return { server, shop };
}

const ALL = ['/nytt/a/', '/nytt/bb/', '/nytt/ccc/'];

describe('B1.2 what robots.txt answers decides', () => {
  test.each<[string, Reply | undefined, boolean]>([
    ['none', undefined, true],
    ['200 that allows', { body: 'User-agent: *\nAllow: /' }, true],
    ['200 that forbids', { body: 'User-agent: *\nDisallow: /' }, false],
    ['200 that is empty', { body: '' }, true],
    ['401', { status: 401 }, false],
    ['403', { status: 403 }, false],
    ['404', { status: 404 }, true],
    ['410', { status: 410 }, true],
    ['429', { status: 429 }, false],
    ['500', { status: 500 }, false],
    ['503', { status: 503 }, false],
    ['502', { status: 502 }, false],
    ['451', { status: 451 }, true],
    ['204', { status: 204 }, true],
    ['a cut connection', (request) => request.socket.destroy(), false],
    ['no answer in time', () => undefined, false],
    ['a body that never ends in time', HOSTILE['slow-drip'] as Reply, false],
    ['a body without end', HOSTILE['endless-body'] as Reply, false],
    ['a broken body', HOSTILE['truncated-gzip'] as Reply, false],
    [
      'a redirect to a private address of another scheme',
      { status: 302, headers: { location: 'file:///etc/passwd' } },
      true,
    ],
    ['rules behind a byte order mark', { body: '\uFEFFUser-agent: *\nDisallow: /' }, false],
    ['rules with CR alone', { body: 'User-agent: *\rDisallow: /\r' }, false],
    ['rules in UTF-16', { body: Buffer.from('\uFEFFUser-agent: *\nDisallow: /', 'utf16le') }, false],
    ['rules at the end of 500 KiB', { body: `${'# fyll\n'.repeat(70_000)}User-agent: *\nDisallow: /` }, false],
    ['rules far beyond 500 KiB', { body: `${'# fyll\n'.repeat(90_000)}User-agent: *\nDisallow: /` }, true],
    ['five redirects to rules that forbid', { status: 301, headers: { location: '/r1' } }, false],
    ['redirects without end', { status: 301, headers: { location: '/robots.txt?x' } }, true],
  ])('%s', async (_, robots, allowed) => {
    const hops = Object.fromEntries(
      [1, 2, 3, 4].map((n) => [`/r${n}`, { status: 302, headers: { location: `/r${n + 1}` } }]),
    );
    const { server, shop } = await newsShop({
      ...(robots && { '/robots.txt': robots }),
      ...hops,
      '/r5': { body: 'User-agent: *\nDisallow: /' },
    });
    const outcome = await shop.runOne({
      limits: { connectMs: 1000, headersMs: 300, bodyMs: 300, totalMs: 900, backoffMs: 1 },
    });
    expect(server.paths().some((path) => path.startsWith('/nytt/'))).toBe(allowed);
    expect(outcome.state === 'ok').toBe(allowed);
    if (!allowed) expect(outcome.message).toContain('nytt: ');
  });
});

describe('B1 politeness of a whole run', () => {
  test('B1.1 robots.txt comes first, and disallowed pages are counted, not asked for', async () => {
    const { server, shop } = await newsShop({ '/robots.txt': { body: 'User-agent: samla\nDisallow: /nytt/bb/\n' } });
    const outcome = await shop.runOne();
    expect(server.seen[0]!.path).toBe('/robots.txt');
    expect(server.paths()).not.toContain('/nytt/bb/');
    expect(outcome.receipt.robotsRefused).toBe(1);
    expect(await shop.live()).toEqual(['/nytt/a/', '/nytt/ccc/']);
  });

  test('B1.5 links of a page that says nofollow are not followed, be it in meta or in a header', async () => {
    const { shop } = await newsShop({
      '/nytt/a/': page(
        'Sak a',
        `${TEXT}<a href="/nytt/skjult/">skjult</a>`,
        '<meta name="robots" content="index, nofollow">',
      ),
      '/nytt/bb/': {
        headers: { 'x-robots-tag': 'nofollow' },
        body: page('Sak bb', `${TEXT}<a href="/nytt/skjult/">skjult</a>`),
      },
      '/nytt/skjult/': page('Skjult', TEXT),
    });
    await shop.runOne();
    expect(await shop.live()).toEqual(ALL);
  });

  test('B4.4 a post list on an allowed host is never asked for, linked or redirected to', async () => {
    const { server, shop } = await newsShop({
      '/nytt/a/': page('Sak a', `${TEXT}<a href="/nytt/postliste/">Postliste</a> <a href="/nytt/vei/">vei</a>`),
      '/nytt/vei/': { status: 302, headers: { location: '/nytt/innsyn/sak/1' } },
    });
    await shop.runOne();
    expect(server.paths().filter((path) => /postliste|innsyn/.test(path))).toEqual([]);
  });

  test('two sources that want the same address ask for it once', async () => {
    const server = await served(news());
    const shop = await shopFor(
      { id: 'en', url: `${server.origin}/nytt/` },
      { id: 'to', url: `${server.origin}/nytt/` },
    );
    await shop.run();
    expect(await shop.live('en')).toEqual(ALL);
    expect(await shop.live('to')).toEqual(ALL);
    expect(new Set(server.paths()).size).toBe(server.paths().length);
  });

  test('B2.4 asks conditionally wherever a validator was given', async () => {
    const { server, shop } = await newsShop({ '/nytt/a/': validated(page('Sak a', TEXT), '"v1"') });
    await shop.runOne();
    const outcome = await shop.runOne({ full: true });
    expect(
      server.seen.filter(({ path }) => path === '/nytt/a/').map(({ headers }) => headers['if-none-match']),
    ).toEqual([undefined, '"v1"']);
    expect(outcome).toMatchObject({ state: 'unchanged', receipt: { notModified: 1 } });
    expect(await shop.live()).toEqual(ALL);
  });

  test('an original that was lost is asked for without conditions', async () => {
    const { server, shop } = await newsShop({ '/nytt/a/': validated(page('Sak a', TEXT), '"v1"') });
    await shop.runOne();
    for (const file of await readdir(shop.capturesDir)) await writeFile(join(shop.capturesDir, file), '');
    await shop.runOne();
    expect(server.seen.filter(({ path }) => path === '/nytt/a/').at(-1)!.headers['if-none-match']).toBeUndefined();
  });
});

describe('C1.1 last good data wins', () => {
  const other: [string, Reply, string][] = [
    ['a server error', { status: 500 }, 'server-error'],
    ['a refusal', { status: 403, body: 'Forbidden' }, 'forbidden'],
    ['not found', { status: 404 }, 'not-found'],
    [
      'a robot check with status 200',
      page(
        'Just a moment...',
        '<p>Checking your browser</p><script src="/cdn-cgi/challenge-platform/h/b.js"></script>',
      ),
      'challenge',
    ],
    [
      'a robot check in the header',
      { status: 403, headers: { 'cf-mitigated': 'challenge' }, body: '<p>x' },
      'challenge',
    ],
    [
      'a log-in page',
      '<title>Logg inn</title><form><label>Brukernavn <input></label><label>Passord <input type="password"></label></form>',
      'login',
    ],
    ['a way to a log-in', { status: 302, headers: { location: '/login/?to=nytt' } }, 'login'],
    ['a parked domain', '<title>example.no</title><h1>Dette domenet er parkert</h1><p>Kjøp det i dag.</p>', 'parked'],
    ['an empty answer', '', 'broken-body'],
    ['an empty list', page('Nytt', '<p>Ingen treff.</p>'), 'empty-listing'],
    ['a redesigned page', page('Nytt', '<div data-react-root></div><a href="/om/">Om</a>'), 'empty-listing'],
    ['another site', { status: 301, headers: { location: 'https://casino.example.com/' } }, 'moved-away'],
    ['a redirect to itself', { status: 302, headers: { location: '/nytt/' } }, 'bad-redirect'],
    ['a redirect to a file', { status: 302, headers: { location: 'file:///etc/passwd' } }, 'bad-redirect'],
    ['a picture', { headers: { 'content-type': 'image/png' }, body: 'x' }, 'unwanted-type'],
  ];

  test.each(other)('%s instead of the list is named, and nothing is lost', async (_, reply, cause) => {
    const { server, shop } = await newsShop({}, { expects: { minItems: 3 } });
    await shop.runOne();
    server.pages['/nytt/'] = reply;
    const outcome = await shop.runOne();
    expect(outcome.cause).toBe(cause);
    expect(Object.keys(CAUSES)).toContain(outcome.cause);
    expect(['failing', 'blocked', 'too-few']).toContain(outcome.state);
    expect(outcome.lastSuccess).not.toBeNull();
    expect(await shop.live()).toEqual(ALL);
    expect((await readSourceOutcomes(shop.dataDir))[0]).toEqual(outcome);
  });

  test('a list that loses most of its entries is suspected without being told what to expect, also the day after', async () => {
    const many = (count: number): string =>
      page(
        'Nytt',
        `<ul>${Array.from({ length: count }, (_, n) => `<li><a href="/nytt/${n}/">Sak nummer ${n} om samarbeidet</a></li>`).join('')}</ul>`,
      );
    const articles = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`/nytt/${n}/`, page(`Sak ${n}`, TEXT)]));
    const { server, shop } = await newsShop({ '/nytt/': many(12), ...articles });
    expect((await shop.runOne()).state).toBe('ok');
    server.pages['/nytt/'] = many(3);
    const first = await shop.runOne();
    expect(first).toMatchObject({ state: 'too-few', cause: 'redesigned' });
    const second = await shop.runOne();
    expect(second).toMatchObject({ state: 'too-few', since: first.since });
    expect(await shop.live()).toHaveLength(12);
  });

  test('a failing source does not stop the others', async () => {
    const server = await served(news());
    const closed = await mockServer();
    await closed.close();
    const shop = await shopFor(
      { id: 'borte', url: `${closed.origin}/` },
      { id: 'nytt', url: `${server.origin}/nytt/` },
      { id: 'av', url: `${server.origin}/av/`, enabled: false, note: 'flyttet' },
    );
    const outcomes = await shop.run();
    expect(outcomes.map(({ source, state, cause }) => [source, state, cause])).toEqual([
      ['borte', 'failing', 'refused'],
      ['nytt', 'ok', null],
      ['av', 'disabled', 'disabled'],
    ]);
  });

  test('C1.11 a certificate that nobody has signed is no certificate', async ({ skip }) => {
    const tls = selfSigned();
    if (!tls) return skip('no openssl');
    const server = await mockServer(news(), tls);
    open.push(server.close);
    const shop = await shopFor({ id: 'tls', url: `${server.origin}/nytt/` });
    expect(await shop.runOne()).toMatchObject({ state: 'failing', cause: 'tls' });
  });
});

describe('pages that go away', () => {
  const day = (n: number): { now: () => Date } => ({ now: () => new Date(Date.UTC(2026, 10, n, 3)) });

  test('not found counts as gone only on the third day, however often it is asked', async () => {
    const { server, shop } = await newsShop();
    await shop.runOne(day(1));
    delete server.pages['/nytt/bb/'];
    for (const n of [2, 2, 2, 3]) {
      await shop.runOne(day(n));
      expect(await shop.live()).toEqual(ALL);
    }
    await shop.runOne(day(4));
    expect(await shop.live()).toEqual(['/nytt/a/', '/nytt/ccc/']);
    expect((await shop.pages()).find(({ url }) => url.endsWith('/bb/'))).toMatchObject({
      state: 'gone',
      failure: { cause: 'not-found', runs: 3 },
    });
  });

  test('410 counts at once', async () => {
    const { server, shop } = await newsShop();
    await shop.runOne();
    server.pages['/nytt/bb/'] = { status: 410 };
    await shop.runOne({ full: true });
    expect(await shop.live()).toEqual(['/nytt/a/', '/nytt/ccc/']);
  });

  test('a page that comes back is live again', async () => {
    const { server, shop } = await newsShop();
    await shop.runOne();
    const before = server.pages['/nytt/bb/']!;
    server.pages['/nytt/bb/'] = { status: 410 };
    await shop.runOne({ full: true });
    expect(await shop.live()).not.toEqual(ALL);
    server.pages['/nytt/bb/'] = before;
    await shop.runOne();
    expect(await shop.live()).toEqual(ALL);
  });

  test('a page that moves keeps its old address as an alias, and is asked for once', async () => {
    const { server, shop } = await newsShop();
    await shop.runOne();
    server.pages['/nytt/ny-bb/'] = server.pages['/nytt/bb/']!;
    server.pages['/nytt/bb/'] = { status: 301, headers: { location: '/nytt/ny-bb/' } };
    await shop.runOne({ full: true });
    const pages = await shop.pages();
    expect(pages.find(({ url }) => url.endsWith('/ny-bb/'))).toMatchObject({
      state: 'live',
      aliases: [`${server.origin}/nytt/bb/`],
    });
    expect(pages.find(({ url }) => url.endsWith('/nytt/bb/'))).toMatchObject({ state: 'moved' });
  });
});

describe('documents', () => {
  const pdf: Reply = { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.4' };

  test('come from outside the path but not from outside the site, unless another source of the community lives there', async () => {
    const friend = await served({ '/ref.pdf': pdf, '/': page('Venn', TEXT) });
    const stranger = await served({ '/x.pdf': pdf });
    const { server, shop } = await newsShop({
      '/nytt/a/': page(
        'Sak a',
        `${TEXT}<a href="/filer/a.pdf">A</a> <a href="/hemmelig/b.pdf">B</a> <a href="${friend.origin}/ref.pdf">C</a> <a href="${stranger.origin}/x.pdf">D</a>`,
      ),
      '/filer/a.pdf': pdf,
      '/hemmelig/b.pdf': pdf,
    });
    await shop.setSources([
      { id: 'nytt', url: `${server.origin}/nytt/`, exclude: ['/hemmelig/'] },
      { id: 'venn', url: `${friend.origin}/` },
    ]);
    await shop.run();
    expect(await shop.live('nytt')).toEqual(expect.arrayContaining(['/filer/a.pdf', '/ref.pdf']));
    expect(await shop.live('nytt')).not.toContain('/hemmelig/b.pdf');
    expect(stranger.seen).toEqual([]);
  });

  test('keep the words and the heading beside their link', async () => {
    const { shop } = await newsShop({
      '/nytt/a/': page('Sak a', '<h2>Møter i 2024</h2><p>Mars: <a href="/f.pdf">Referat 14.03 (pdf)</a></p>'),
      '/f.pdf': pdf,
    });
    await shop.runOne();
    const [hint] = (await shop.pages()).find(({ url }) => url.endsWith('/f.pdf'))!.hints;
    expect(hint).toMatchObject({ via: 'link', text: 'Referat 14.03 (pdf)', label: 'Møter i 2024' });
  });

  test('a page behind a document’s address is no document', async () => {
    const { shop } = await newsShop({
      '/nytt/a/': page('Sak a', `${TEXT}<a href="/f.pdf">F</a>`),
      '/f.pdf': page('Ikke funnet', TEXT),
    });
    await shop.runOne();
    expect(await shop.live()).toEqual(ALL);
  });
});

describe('a run', () => {
  test('keeps originals from which everything can be gathered again without the network', async () => {
    const { server, shop } = await newsShop({
      '/nytt/flyttet/': { status: 301, headers: { location: '/nytt/a/' } },
      '/nytt/bb/': page('Sak bb', `${TEXT}<a href="/nytt/flyttet/">a</a>`),
    });
    await shop.runOne();
    const warc = (await readdir(shop.capturesDir)).find((name) => name.endsWith('.warc.gz'))!;
    const again = await shopFor({ id: 'nytt', url: `${server.origin}/nytt/`, platform: 'generic' });
    await server.close();
    const outcome = await again.runOne({ replay: join(shop.capturesDir, warc) });
    expect(outcome).toMatchObject({ state: 'ok', pages: 3 });
    const facts = (pages: Awaited<ReturnType<Workshop['pages']>>) =>
      pages.map(({ url, aliases, role, state, digest, hints }) => ({ url, aliases, role, state, digest, hints }));
    expect(facts(await again.pages())).toEqual(facts(await shop.pages()));
  });

  test('a second run at once says so and stops; a dead run’s lock does not', async () => {
    const { shop } = await newsShop({ '/nytt/a/': (_, response) => setTimeout(() => response.end('<p>sen'), 300) });
    const first = shop.run();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect(shop.run()).rejects.toThrow(AlreadyRunningError);
    await first;
    await writeFile(join(shop.dataDir, 'state', 'run.lock'), '{"pid":999999,"host":"');
    expect((await shop.runOne()).cause).toBeNull();
    expect(existsSync(join(shop.dataDir, 'state', 'run.lock'))).toBe(false);
  });

  test('C1.10 that is stopped ends quickly and keeps what it has', async () => {
    const { shop } = await newsShop({ '/nytt/bb/': () => undefined });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 600);
    const started = Date.now();
    const outcome = await shop.runOne({ signal: stop.signal, limits: {} });
    expect(Date.now() - started).toBeLessThan(5000);
    expect(outcome.cause).toBe('interrupted');
    expect(await shop.live()).toContain('/nytt/a/');
  });

  test('stays inside maxPages', async () => {
    const { shop } = await newsShop({}, { maxPages: 3 });
    await shop.runOne();
    expect((await shop.live()).length).toBeLessThanOrEqual(3);
    const { shop: other } = await newsShop();
    await other.runOne({ maxPages: 2 });
    expect((await other.live()).length).toBeLessThanOrEqual(2);
  });

  test('of one source leaves what is said of the others alone; an unknown one is an error with its name', async () => {
    const server = await served(news());
    const shop = await shopFor(
      { id: 'en', url: `${server.origin}/nytt/` },
      { id: 'to', url: `${server.origin}/nytt/` },
    );
    const [, before] = await shop.run();
    expect((await shop.run({ only: ['en'] }))[1]).toEqual(before);
    await expect(shop.run({ only: ['tre'] })).rejects.toThrow(UnknownSourceError);
  });

  test('says file and line of a damaged state file', async () => {
    const { shop } = await newsShop();
    await shop.runOne();
    const file = join(shop.dataDir, 'state', 'pages', 'nytt.ndjson');
    await writeFile(file, `${(await readFile(file, 'utf8')).split('\n')[0]}\n{"url":"http`);
    await expect(shop.run()).rejects.toThrow(StateError);
    await expect(shop.run()).rejects.toThrow('nytt.ndjson:2:');
  });

  test('turns a calendar without end only so far', async () => {
    const { server, shop } = await newsShop({
      '/nytt/': (request, response) => {
        const number = Number(/page=(\d+)/.exec(request.url ?? '')?.[1] ?? 0);
        response.end(
          page(
            'Kalender',
            `<ul><li><a href="/nytt/a/">Sak a</a></li></ul><a href="/nytt/?page=${number + 1}">Neste</a>`,
          ),
        );
      },
    });
    await shop.runOne();
    expect(server.paths().filter((path) => path.includes('page=')).length).toBeLessThan(4);
  });
});

describe('a registered address that redirects', () => {
  test('takes its scope along, and stores nothing anew the next time', async () => {
    const server = await served({
      '/gammel/': { status: 301, headers: { location: '/ny/' } },
      '/ny/': page('Ny', `${TEXT}<a href="/ny/a/">A</a>`),
      '/ny/a/': page('A', TEXT),
    });
    const shop = await shopFor({ id: 'flytta', url: `${server.origin}/gammel/` });
    expect(await shop.runOne()).toMatchObject({ state: 'ok' });
    expect(await shop.live()).toEqual(['/ny/', '/ny/a/']);
    expect(await shop.runOne()).toMatchObject({ state: 'unchanged', receipt: { stored: 0 } });
  });
});
