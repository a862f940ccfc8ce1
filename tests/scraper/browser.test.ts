import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCaptures } from '../../scraper/captures/read.ts';
import { ensureChromium } from '../../scraper/chromium.ts';
import { page, TEXT, workshop } from './gather.ts';
import { type MockServer, mockServer } from './mock-server.ts';

const SCRIPT = `<div id="liste"></div><button id="flere">Vis fleire</button><nav><button onclick="document.title='menyen'">Meir</button></nav>
<img src="/bilde.png"><link rel="stylesheet" href="/stil.css"><script src="{stranger}/spor.js"></script><iframe src="/ramme/"></iframe>
<script>
  let n = 0;
  const hent = () => fetch('/api/saker?fra=' + n).then((svar) => svar.json()).then((saker) => {
    for (const sak of saker) {
      n += 1;
      document.getElementById('liste').insertAdjacentHTML('beforeend', '<p><a href="/kalender/' + sak + '/">Arrangement ' + sak + '</a></p>');
    }
    if (saker.length === 0) document.getElementById('flere').remove();
  });
  document.getElementById('flere').addEventListener('click', hent);
  hent();
  fetch('/kalender/hemmelig/data').catch(() => undefined);
  fetch('/postliste/data').catch(() => undefined);
  new WebSocket('ws://' + location.host + '/ws').onerror = () => undefined;
  fetch('/api/skriv', { method: 'POST' }).catch(() => undefined);
</script>`;

const executable = await ensureChromium((line) => console.warn(line));
if (!executable) console.warn('left out: tests of the browser transport, for want of a Chromium');

describe.runIf(executable)('a source that needs a browser', () => {
  let server: MockServer;
  let stranger: MockServer;
  beforeAll(async () => {
    stranger = await mockServer({
      '/spor.js': { headers: { 'content-type': 'text/javascript' }, body: 'document.body.innerHTML = "kapra"' },
    });
    const entries = [['a', 'b'], ['c', 'd'], ['e']];
    server = await mockServer({
      '/robots.txt': { body: 'User-agent: *\nDisallow: /kalender/hemmelig/' },
      '/kalender/': page('Kalender', SCRIPT.replace('{stranger}', stranger.origin)),
      '/api/saker': (request, response) => {
        const from = Number(/fra=(\d+)/.exec(request.url ?? '')?.[1]);
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(entries[from / 2] ?? []));
      },
      ...Object.fromEntries(
        'abcde'
          .split('')
          .map((name) => [
            `/kalender/${name}/`,
            page(name, `${TEXT}<script>document.querySelector('h1').append(' – skrevet av skript')</script>`),
          ]),
      ),
      '/kalender/a/': page(
        'a',
        `${TEXT}<script>document.querySelector('h1').append(' – skrevet av skript'); setTimeout(() => location.href = '/vekk/', 50)</script>`,
      ),
      '/vekk/': page('Vekk', TEXT),
    });
  });
  afterAll(async () => {
    await server.close();
    await stranger.close();
  });

  test('B1.6 is shown as a reader would see it, through the same gate, robots and queue', {
    timeout: 60_000,
  }, async () => {
    const shop = await workshop({
      id: 'kalender',
      url: `${server.origin}/kalender/`,
      render: 'browser',
      platform: 'generic',
    });
    try {
      const outcome = await shop.runOne();
      expect(outcome).toMatchObject({ state: 'ok', cause: null });
      expect(await shop.live()).toEqual(expect.arrayContaining('abcde'.split('').map((name) => `/kalender/${name}/`)));
      expect(stranger.seen).toEqual([]);
      expect(server.paths().filter((path) => /bilde|stil|ramme|hemmelig|postliste|skriv|ws|vekk/.test(path))).toEqual(
        [],
      );
      expect(Math.max(...server.seen.map(({ concurrency }) => concurrency))).toBe(1);
      expect(server.seen.every(({ headers }) => headers['user-agent']?.startsWith('Samla/'))).toBe(true);
      expect(outcome.receipt.browserMs).toBeGreaterThan(0);
      const capture = (await shop.pages()).find(({ url }) => url.endsWith('/kalender/b/'))!.capture!;
      const stored = await (await openCaptures(shop.capturesDir)).read(capture);
      expect(new TextDecoder().decode(stored!.body)).toContain('skrevet av skript');
      expect(stored!.headers['x-samla-rendered']).toBe('chromium');
      const again = await shop.runOne();
      expect(again).toMatchObject({ state: 'unchanged', receipt: { stored: 0 } });
    } finally {
      await shop.remove();
    }
  });

  test('a page that never ends is given up in time', { timeout: 60_000 }, async () => {
    const slow = await mockServer({ '/': page('Evig', '<script>for (;;);</script>') });
    const shop = await workshop({ id: 'evig', url: `${slow.origin}/`, render: 'browser', platform: 'generic' });
    try {
      const started = Date.now();
      const outcome = await shop.runOne({ limits: { browserMs: 2500, tries: 1 } });
      expect(outcome).toMatchObject({ state: 'failing', cause: 'timeout' });
      expect(Date.now() - started).toBeLessThan(20_000);
    } finally {
      await shop.remove();
      await slow.close();
    }
  });
});

test('without a browser the source is skipped, and the others go on', async () => {
  const before = process.env.SAMLA_CHROMIUM;
  process.env.SAMLA_CHROMIUM = '';
  const plain = await mockServer({ '/': page('Forside', TEXT) });
  const shop = await workshop(
    { id: 'trenger', url: `${plain.origin}/a/`, render: 'browser' },
    { id: 'vanlig', url: `${plain.origin}/` },
  );
  try {
    const outcomes = await shop.run();
    expect(outcomes.map(({ state, cause }) => [state, cause])).toEqual([
      ['skipped', 'no-browser'],
      ['ok', null],
    ]);
  } finally {
    if (before === undefined) delete process.env.SAMLA_CHROMIUM;
    else process.env.SAMLA_CHROMIUM = before;
    await shop.remove();
    await plain.close();
  }
});
