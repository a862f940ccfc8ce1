import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../scraper/captures/store.ts';
import { CAUSES } from '../../scraper/causes.ts';
import { findChromium } from '../../scraper/chromium.ts';
import { LIMITS } from '../../scraper/limits.ts';
import type { Outcome, Transport } from '../../scraper/transport.ts';
import { browserTransport } from '../../scraper/transports/browser.ts';
import { httpTransport } from '../../scraper/transports/http.ts';
import { replayTransport } from '../../scraper/transports/replay.ts';
import { page, QUICK, TEXT } from './gather.ts';
import { HOSTILE, type MockServer, mockServer, type Reply } from './mock-server.ts';

const limits = { ...LIMITS, ...QUICK, browserMs: 10_000 };
const PAGES: Record<string, Reply> = {
  '/side/': {
    headers: { 'content-type': 'text/html; charset=utf-8', ETag: '"v1"', 'X-Ord': 'Blåbær' },
    body: page('Møte på Tynset', TEXT),
  },
  '/flyttet/': { status: 301, headers: { location: '/side/' } },
  '/borte/': { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Fant ikke siden</h1>' },
  '/feil/': { status: 503, headers: { 'content-type': 'text/html', 'retry-after': '1' }, body: '<h1>Feil</h1>' },
  '/brutt/': HOSTILE['truncated-gzip'] ?? '',
};
const asPlain = (): Transport => httpTransport({ userAgent: 'Samla/0', allowPrivate: true, limits });

/** How each member of the shelf is opened over what the server shows. A new member needs a line here: the suite says so. */
const MEMBERS: Record<string, (server: MockServer) => Promise<Transport> | Transport | undefined> = {
  http: asPlain,
  replay: recorded,
  browser: () => {
    const executable = findChromium();
    if (!executable) console.warn('left out: the browser in the suite of transports, for want of a Chromium');
    return executable ? browserTransport({ executable, userAgent: 'Samla/0', limits }) : undefined;
  },
};

/** Everything that the server shows, asked for once and stored. */
async function recorded(server: MockServer): Promise<Transport> {
  const dir = await mkdtemp(join(tmpdir(), 'samla-suite-'));
  folders.push(dir);
  const store = await openStore(dir, 'Samla');
  const http = asPlain();
  for (const path of Object.keys(PAGES)) {
    const outcome = await http.get({ url: `${server.origin}${path}`, bodyLimit: () => 1e6 });
    if (outcome.kind === 'response') await store.store({ ...outcome, capturedAt: new Date() });
  }
  await Promise.all([store.close(), http.close()]);
  const warc = (await readdir(dir)).find((name) => name.endsWith('.warc.gz')) ?? '';
  return replayTransport(join(dir, warc));
}

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

test('every transport of the shelf goes through the suite', async () => {
  const shelf = await readdir(join(import.meta.dirname, '../../scraper/transports'));
  expect(Object.keys(MEMBERS).sort()).toEqual(shelf.map((name) => name.replace('.ts', '')).sort());
});

describe.each(Object.entries(MEMBERS))('the transport %s', (name, open) => {
  let server: MockServer;
  let transport: Transport | undefined;
  const plain = asPlain();

  beforeAll(async () => {
    server = await mockServer(PAGES);
    transport = await open(server);
    server.seen.length = 0;
  });
  afterAll(async () => {
    await transport?.close();
    await plain.close();
    await server.close();
  });

  /** What came of an address; without the machine for it there is nothing to say. */
  async function get(path: string): Promise<Outcome | undefined> {
    const url = path.startsWith('/') ? `${server.origin}${path}` : path;
    const load = (at: string): Promise<Outcome> => plain.get({ url: at, bodyLimit: () => 1e6 });
    return transport?.get({ url, bodyLimit: () => 1e6, load });
  }

  test('is called like its file', () => {
    expect(transport?.name ?? name).toBe(name);
  });

  test('gives a page as it was sent: status, headers in lower case, body, what was asked', async () => {
    const outcome = await get('/side/');
    if (!outcome) return;
    expect(outcome).toMatchObject({ kind: 'response', url: `${server.origin}/side/`, status: 200 });
    if (outcome.kind !== 'response') return;
    expect(Object.keys(outcome.headers).filter((key) => key !== key.toLowerCase())).toEqual([]);
    expect(outcome.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(Buffer.from(outcome.body).toString()).toContain('<h1>Møte på Tynset</h1>');
    expect(outcome.wireBytes).toBeGreaterThan(0);
    expect(outcome.requestHeaders).toBeTypeOf('object');
  });

  test.each([
    ['/flyttet/', 301],
    ['/borte/', 404],
    ['/feil/', 503],
  ])('gives %s as the answer %i that it is: follows nothing, tries nothing twice', async (path, status) => {
    const before = server.paths().length;
    const outcome = await get(path);
    if (!outcome) return;
    expect(outcome).toMatchObject({ kind: 'response', status });
    expect(
      server
        .paths()
        .slice(before)
        .filter((one) => one !== path),
    ).toEqual([]);
    expect(server.paths().slice(before).length).toBeLessThanOrEqual(1);
    if (status === 301 && outcome.kind === 'response') expect(outcome.headers['location']).toBe('/side/');
  });

  test.each(['/brutt/', 'http://127.0.0.1:9/ingen/', 'http://ukjent.invalid/'])(
    'never throws for what the world does: %s is a failure with a named cause and one line',
    async (address) => {
      const outcome = await get(address);
      if (!outcome) return;
      expect(outcome.kind).toBe('failure');
      if (outcome.kind !== 'failure') return;
      expect(Object.keys(CAUSES)).toContain(outcome.cause);
      expect(outcome.message).toContain(address);
      expect(outcome.message.trim().split('\n')).toHaveLength(1);
    },
  );

  test('can be closed twice', async () => {
    await transport?.close();
    await transport?.close();
  });
});
