import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../scraper/limits.ts';
import type { Outcome } from '../../scraper/transport.ts';
import { httpTransport } from '../../scraper/transports/http.ts';
import { HOSTILE, type MockServer, mockServer } from './mock-server.ts';

const limits = { ...LIMITS, connectMs: 2000, headersMs: 1000, bodyMs: 1000, totalMs: 3000, pageBytes: 5 * 1024 * 1024 };

describe('plain HTTP', () => {
  let server: MockServer;
  const transport = httpTransport({ userAgent: 'Samla/1.0 (+https://example.no/robot/)', allowPrivate: true, limits });
  const get = (path: string, more = {}): Promise<Outcome> =>
    transport.get({ url: server.origin + path, bodyLimit: () => limits.pageBytes, ...more });

  beforeAll(async () => {
    server = await mockServer({
      '/': '<h1>Møte</h1>',
      ...Object.fromEntries(Object.entries(HOSTILE).map(([name, handler]) => [`/${name}`, handler])),
    });
  });
  afterAll(async () => {
    await transport.close();
    await server.close();
  });

  test('B2.1 signs every request, sends no cookie and no referrer, and asks for gzip and brotli only', async () => {
    await get('/set-cookie');
    await get('/');
    const sent = server.seen.at(-1)!.headers;
    expect(sent['user-agent']).toBe('Samla/1.0 (+https://example.no/robot/)');
    expect(sent['accept-encoding']).toBe('gzip, br');
    expect(sent.cookie).toBeUndefined();
    expect(sent.referer).toBeUndefined();
    expect(sent.authorization).toBeUndefined();
  });

  test('B2.4 sends the validators that it is given', async () => {
    await get('/', { etag: '"a1"', lastModified: 'Fri, 16 Oct 2026 08:00:00 GMT' });
    expect(server.seen.at(-1)!.headers).toMatchObject({
      'if-none-match': '"a1"',
      'if-modified-since': 'Fri, 16 Oct 2026 08:00:00 GMT',
    });
  });

  test.each([
    ['hang-before-headers', 'timeout'],
    ['hang-after-headers', 'timeout'],
    ['slow-drip', 'timeout'],
    ['endless-body', 'too-large'],
    ['drop', 'reset'],
    ['large-length', 'too-large'],
    ['broken-chunks', 'broken-body'],
    ['no-http', 'broken-body'],
    ['truncated-gzip', 'broken-body'],
    ['not-gzip', 'broken-body'],
    ['gzip-bomb', 'too-large'],
    ['brotli-bomb', 'too-large'],
    ['small-bomb', 'too-large'],
    ['six-encodings', 'broken-body'],
    ['huge-header', 'too-large'],
    ['many-headers', 'too-large'],
    ['two-lengths', 'broken-body'],
    ['bad-header', 'broken-body'],
    ['truncated-brotli', 'broken-body'],
    ['deflate-bomb', 'broken-body'],
  ])('C1.6 %s is the outcome %s', async (name, cause) => {
    expect(await get(`/${name}`)).toMatchObject({ kind: 'failure', cause });
  });

  test.each(['drop-mid-body', 'wrong-length'])('C1.5 %s is a broken answer', async (name) => {
    const outcome = await get(`/${name}`);
    expect(outcome.kind === 'failure' && ['reset', 'broken-body'].includes(outcome.cause)).toBe(true);
  });

  test('C1.6 bombs leave the memory small', async () => {
    const before = process.memoryUsage().rss;
    for (let round = 0; round < 3; round += 1) await get('/brotli-bomb');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  test('C3.1 every way to misbehave is used', () => {
    const asked = new Set(server.paths().map((path) => path.slice(1)));
    // Answers that are whole as such are asked for in hostile.test.ts, all of the others there as well.
    const isWhole = (name: string): boolean => /^redirect-|^casino$|^odd-status$/.test(name);
    expect(Object.keys(HOSTILE).filter((name) => !asked.has(name) && !isWhole(name))).toEqual([]);
  });

  test('follows no redirect by itself', async () => {
    expect(await get('/redirect-loop')).toMatchObject({ kind: 'response', status: 302 });
  });

  test('a refused connection, an unknown name and a stopped run have names of their own', async () => {
    const closed = await mockServer();
    await closed.close();
    expect(await transport.get({ url: `${closed.origin}/`, bodyLimit: () => 10 })).toMatchObject({ cause: 'refused' });
    const unknown = httpTransport({
      userAgent: 'Samla',
      limits,
      resolve: (name, _, done) => done(Object.assign(new Error(name), { code: 'ENOTFOUND' }), []),
    });
    expect(await unknown.get({ url: 'http://finst-ikkje.example.no/', bodyLimit: () => 10 })).toMatchObject({
      cause: 'dns',
    });
    const stopped = AbortSignal.abort();
    expect(await get('/', { signal: stopped })).toMatchObject({ cause: 'interrupted' });
  });
});
