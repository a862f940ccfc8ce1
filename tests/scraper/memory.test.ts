import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printedBy } from './child.ts';
import { page, type Workshop, workshop } from './gather.ts';
import { HOSTILE, type MockServer, mockServer, type Reply } from './mock-server.ts';

const MB = 1024 * 1024;
const HOSTS = 8;

interface Used {
  before: number;
  peak: number;
  causes: [string, string | null, number][];
}

/** Gathers from as many hosts as a run asks at once in a child with a small heap, old and young: what V8 has not yet cleared is not counted. */
async function gathered(shop: Workshop): Promise<Used> {
  const args = [
    '--max-old-space-size=128',
    '--max-semi-space-size=2',
    '--import',
    'tsx',
    join(import.meta.dirname, 'peak.ts'),
  ];
  return await printedBy<Used>([...args, shop.dataDir, shop.capturesDir]);
}

describe('C1.6 C1.8 memory', () => {
  let servers: MockServer[];
  let shop: Workshop;

  async function open(pages: Record<string, Reply>): Promise<void> {
    const links = Object.keys(pages).map((path) => `<li><a href="${path}">Sak om samarbeidet</a></li>`);
    const all = { '/nytt/': page('Nytt', `<ul>${links.join('')}</ul>`), ...pages };
    servers = await Promise.all(Array.from({ length: HOSTS }, () => mockServer(all)));
    shop = await workshop(
      ...servers.map(({ origin }, n) => ({ id: `vert-${n}`, url: `${origin}/nytt/`, platform: 'generic' })),
    );
  }

  afterAll(async () => {
    for (const server of servers) await server.close();
    await shop.remove();
  });

  describe('of bombs and bodies without end at eight hosts at once', () => {
    let used: Used;
    const bad = [
      'gzip-bomb',
      'brotli-bomb',
      'small-bomb',
      'endless-body',
      'large-length',
      'huge-header',
      'many-headers',
    ];
    beforeAll(async () => {
      await open(Object.fromEntries(bad.map((name) => [`/nytt/${name}/`, HOSTILE[name] ?? ''])));
      used = await gathered(shop);
    }, 60_000);

    test('grows by less than 100 MB', () => {
      expect((used.peak - used.before) / MB).toBeLessThan(100);
    });

    test('and every host was asked for every one of them', () => {
      for (const server of servers)
        expect(server.paths()).toEqual(expect.arrayContaining(bad.map((name) => `/nytt/${name}/`)));
    });
  });

  test('C1.8 of the largest documents at eight hosts at once stays under 300 MB, all of the program included', async () => {
    for (const server of servers) await server.close();
    await shop.remove();
    await open({ '/nytt/a.pdf': { headers: { 'content-type': 'application/pdf' }, body: randomBytes(29 * MB) } });
    const used = await gathered(shop);
    expect(used.causes.map(([, cause]) => cause)).toEqual(Array.from({ length: HOSTS }, () => null));
    expect(used.causes.every(([, , pages]) => pages >= 1)).toBe(true);
    expect(used.peak / MB).toBeLessThan(300);
  }, 90_000);
});
