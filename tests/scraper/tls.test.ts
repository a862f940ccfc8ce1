import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../scraper/limits.ts';
import { httpTransport } from '../../scraper/transports/http.ts';
import { makeCertificates } from './certificates.ts';
import { printedBy } from './child.ts';
import { type MockServer, mockServer } from './mock-server.ts';
import { selfSigned } from './self-signed.ts';

const certificates = makeCertificates();
const alone = selfSigned();
const folder = mkdtempSync(join(tmpdir(), 'samla-tls-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Asks in a process that trusts the authority: a running one reads `NODE_EXTRA_CA_CERTS` no more. */
async function askedTrusting(authority: string, urls: Record<string, string>): Promise<Record<string, string>> {
  writeFileSync(join(folder, 'ca.pem'), authority);
  const script = `
    import { httpTransport } from './scraper/transports/http.ts';
    const transport = httpTransport({ userAgent: 'Samla', allowPrivate: true });
    const said = {};
    for (const [name, url] of Object.entries(JSON.parse(process.argv[1]))) {
      const outcome = await transport.get({ url, bodyLimit: () => 1000 });
      said[name] = outcome.kind === 'response' ? String(outcome.status) : outcome.cause;
    }
    await transport.close();
    console.log(JSON.stringify(said));`;
  return await printedBy(['--import', 'tsx', '--input-type=module', '-e', script, JSON.stringify(urls)], {
    NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
  });
}

describe.runIf(certificates && alone)('C1.11 certificates', () => {
  const servers: Record<string, MockServer> = {};
  beforeAll(async () => {
    await new Promise((later) => setTimeout(later, 1100)); // the certificate of no days has ended by now
    const all = { ...certificates?.signed, 'self-signed': alone };
    for (const [name, tls] of Object.entries(all)) servers[name] = await mockServer({ '/': '<p>hei' }, tls);
  });
  afterAll(async () => {
    for (const server of Object.values(servers)) await server.close();
  });

  test('that hold are taken; expired, foreign and self-made ones are not, and nobody can switch that off', async () => {
    const urls = Object.fromEntries(Object.entries(servers).map(([name, { origin }]) => [name, `${origin}/`]));
    expect(await askedTrusting(certificates?.authority ?? '', urls)).toEqual({
      good: '200',
      expired: 'tls',
      'other-host': 'tls',
      'self-signed': 'tls',
    });
    for (const name of ['expired', 'other-host', 'self-signed']) expect(servers[name]?.seen).toEqual([]);
  }, 30_000);
});

describe('connecting', () => {
  let silent: Server;
  const limits = { ...LIMITS, connectMs: 300, headersMs: 5000, totalMs: 20_000 };
  const transport = httpTransport({ userAgent: 'Samla', allowPrivate: true, limits });
  beforeAll(async () => {
    silent = createServer(() => undefined);
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  });
  afterAll(async () => {
    await transport.close();
    silent.close();
  });

  test('to a server that never shakes hands ends in time', async () => {
    const { port } = silent.address() as AddressInfo;
    const started = Date.now();
    const outcome = await transport.get({ url: `https://127.0.0.1:${port}/`, bodyLimit: () => 10 });
    expect(outcome).toMatchObject({ kind: 'failure', cause: 'timeout' });
    expect(Date.now() - started).toBeLessThan(5000);
  });

  test('to a name that DNS never answers for ends in time', async () => {
    const waiting = httpTransport({ userAgent: 'Samla', limits, resolve: () => undefined });
    const outcome = await waiting.get({ url: 'http://stille.example.no/', bodyLimit: () => 10 });
    expect(outcome).toMatchObject({ kind: 'failure', cause: 'timeout' });
    await waiting.close();
  });

  test('by TLS to a server that knows none is a matter of certificates', async () => {
    const plain = await mockServer({ '/': 'hei' });
    const url = plain.origin.replace('http:', 'https:');
    expect(await transport.get({ url: `${url}/`, bodyLimit: () => 10 })).toMatchObject({ cause: 'tls' });
    await plain.close();
  });
});
