import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardedLookup, isPrivateAddress, PrivateAddressError, type Resolve, refusal } from '../../scraper/guard.ts';
import { httpTransport } from '../../scraper/transports/http.ts';
import { type MockServer, mockServer } from './mock-server.ts';

const LOOPBACK = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://0x7f.1/',
  'http://0x7f000001/',
  'http://2130706433/',
  'http://0177.0.0.1/',
  'http://①②⑦.0.0.1/',
  'http://127.0.0.1./',
  'http://0.0.0.0/',
  'http://0/',
  'http://00000177.1/',
  'http://017700000001/',
  'http://127.0.1/',
  'http://0x7F.0x0.0x0.0x1/',
  'http://127。0。0。1/',
  'http://１２７.0.0.1/',
  'http://%31%32%37.0.0.1/',
  'http://user:pass@127.0.0.1/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::127.0.0.1]/',
  'http://[::1%25lo]/',
  'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/',
  'http://localhost/',
  'http://localhost./',
  'http://LOCALHOST/',
  'http://a.localhost/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://10.1.2.3/',
  'http://172.31.0.1/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://224.0.0.1/',
  'http://example.no:8080/',
];

describe('C2.7 the address gate', () => {
  let server: MockServer;
  beforeAll(async () => {
    server = await mockServer({ '/': '<h1>inne</h1>' });
  });
  afterAll(() => server.close());

  test.each(LOOPBACK)('refuses %s', async (url) => {
    expect(refusal(url, false)).toBeTypeOf('string');
    const outcome = await httpTransport({ userAgent: 'Samla' }).get({ url, bodyLimit: () => 1000 });
    expect(outcome).toMatchObject({ kind: 'failure', cause: 'private-address' });
  });

  test('lets public addresses pass, and private ones only when told to', () => {
    expect(refusal('https://www.example.no/', false)).toBeUndefined();
    expect(refusal('http://93.184.215.14/', false)).toBeUndefined();
    expect(refusal('http://127.0.0.1:18100/', true)).toBeUndefined();
    expect(refusal('ftp://example.no/', true)).toBeTypeOf('string');
  });

  test('judges IP addresses of both versions', () => {
    for (const ip of ['8.8.8.8', '2a00:1450:400f::1', '172.32.0.1', '100.128.0.1'])
      expect(isPrivateAddress(ip)).toBe(false);
    for (const ip of ['172.16.0.1', '::', '::1', 'fe80::1%eth0', '2002::1', 'no address'])
      expect(isPrivateAddress(ip)).toBe(true);
  });

  test('refuses a name that DNS answers with a private address, also beside a public one', async () => {
    const resolve: Resolve = (_, __, callback) =>
      callback(null, [
        { address: '93.184.215.14', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]);
    const outcome = await httpTransport({ userAgent: 'Samla', resolve }).get({
      url: 'http://vrang.example.no/',
      bodyLimit: () => 1000,
    });
    expect(outcome).toMatchObject({ kind: 'failure', cause: 'private-address' });
    expect(server.seen).toHaveLength(0);
  });

  test('asks DNS once a connection and connects to the very answer that it has judged', async () => {
    let asked = 0;
    const resolve: Resolve = (_, __, callback) => {
      asked += 1;
      callback(null, [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]);
    };
    const transport = httpTransport({ userAgent: 'Samla', allowPrivate: true, resolve });
    const port = new URL(server.origin).port;
    const outcome = await transport.get({ url: `http://skifter.example.no:${port}/`, bodyLimit: () => 1000 });
    expect(outcome).toMatchObject({ kind: 'response', status: 200 });
    expect(asked).toBe(1);
    await transport.close();
    server.seen.length = 0;
  });

  test('judges every connection by its own answer, so an answer that changes between check and use gains nothing', async () => {
    let asked = 0;
    const lookup = guardedLookup(false, (_, __, callback) => {
      asked += 1;
      callback(null, [{ address: asked === 1 ? '93.184.215.14' : '127.0.0.1', family: 4 }]);
    });
    const once = () =>
      new Promise((resolve) => lookup('skifter.example.no', { all: true }, (error, found) => resolve(error ?? found)));
    expect(await once()).toEqual([{ address: '93.184.215.14', family: 4 }]);
    expect(await once()).toBeInstanceOf(PrivateAddressError);
  });
});
