import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CAUSES } from '../../scraper/causes.ts';
import type { SourceOutcome } from '../../scraper/outcome.ts';
import { page, TEXT, type Workshop, workshop } from './gather.ts';
import { HOSTILE, type MockServer, mockServer } from './mock-server.ts';

/** What each way to misbehave is called, and the state of a source whose list answers so. */
const OUTCOMES: Record<string, [cause: string, state: string]> = {
  'hang-before-headers': ['timeout', 'failing'],
  'hang-after-headers': ['timeout', 'failing'],
  'slow-drip': ['timeout', 'failing'],
  'endless-body': ['too-large', 'failing'],
  drop: ['reset', 'failing'],
  'drop-mid-body': ['reset', 'failing'],
  'wrong-length': ['broken-body', 'failing'],
  'large-length': ['too-large', 'failing'],
  'broken-chunks': ['broken-body', 'failing'],
  'no-http': ['broken-body', 'failing'],
  'odd-status': ['server-error', 'failing'],
  'two-lengths': ['broken-body', 'failing'],
  'bad-header': ['broken-body', 'failing'],
  'truncated-gzip': ['broken-body', 'failing'],
  'truncated-brotli': ['broken-body', 'failing'],
  'not-gzip': ['broken-body', 'failing'],
  'gzip-bomb': ['too-large', 'failing'],
  'brotli-bomb': ['too-large', 'failing'],
  'small-bomb': ['too-large', 'failing'],
  'deflate-bomb': ['broken-body', 'failing'],
  'six-encodings': ['broken-body', 'failing'],
  'huge-header': ['too-large', 'failing'],
  'many-headers': ['too-large', 'failing'],
  'set-cookie': ['empty-listing', 'too-few'],
  casino: ['empty-listing', 'too-few'],
  'redirect-loop': ['bad-redirect', 'failing'],
  'redirect-further': ['bad-redirect', 'failing'],
  'redirect-file': ['bad-redirect', 'failing'],
  'redirect-script': ['bad-redirect', 'failing'],
  'redirect-nowhere': ['bad-redirect', 'failing'],
  'redirect-private': ['moved-away', 'failing'],
};

/** One server and one source for each; all are gathered well once, then every list misbehaves at once. */
describe('C3.1 a source whose list misbehaves', () => {
  const names = Object.keys(HOSTILE);
  const servers = new Map<string, MockServer>();
  let shop: Workshop;
  let good: SourceOutcome[];
  let bad: SourceOutcome[];
  const known = new Map<string, string[]>();

  beforeAll(async () => {
    for (const name of names) servers.set(name, await mockServer(pages()));
    const sources = names.map((name) => ({
      id: name,
      url: `${servers.get(name)?.origin}/`,
      platform: 'generic',
    }));
    shop = await workshop(...sources);
    const limits = {
      headersMs: 400,
      bodyMs: 400,
      totalMs: 1500,
      connectMs: 1000,
      tries: 2,
      backoffMs: 1,
      concurrency: 8,
    };
    good = await shop.run({ limits });
    for (const name of names) known.set(name, await shop.live(name));
    for (const [name, server] of servers)
      Object.assign(server.pages, { '/': HOSTILE[name], [`/${name}`]: HOSTILE[name] });
    bad = await shop.run({ limits });
  }, 60_000);
  afterAll(async () => {
    for (const server of servers.values()) await server.close();
    await shop.remove();
  });

  test('was well before', () => {
    expect(good.filter(({ state }) => state !== 'ok')).toEqual([]);
  });

  test('every way to misbehave has its outcome here, and every outcome a name', () => {
    expect(names.sort()).toEqual(Object.keys(OUTCOMES).sort());
    for (const [cause] of Object.values(OUTCOMES)) expect(Object.keys(CAUSES)).toContain(cause);
  });

  test.each(Object.entries(OUTCOMES))(
    '%s is named %s, keeps its pages and says since when',
    async (name, [cause, state]) => {
      const outcome = bad.find(({ source }) => source === name);
      expect(servers.get(name)?.seen.length).toBeGreaterThan(5);
      expect(outcome).toMatchObject({ cause, state });
      expect(outcome?.message).toContain(`${name}: `);
      expect(outcome?.message).not.toMatch(/\n|undefined|\[object/);
      expect(outcome?.lastSuccess).toBe(good.find(({ source }) => source === name)?.lastSuccess);
      expect(outcome?.since).toBe(outcome?.checkedAt);
      expect(await shop.live(name)).toEqual(expect.arrayContaining(known.get(name) ?? ['?']));
    },
  );

  test('C2.25 no cookie, referrer or authorization is sent anywhere', () => {
    for (const { seen } of servers.values())
      for (const { headers } of seen)
        expect([headers.cookie, headers.referer, headers.authorization]).toEqual([undefined, undefined, undefined]);
  });
});

function pages(): Record<string, string> {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const list = names.map((name) => `<li><a href="/nytt/${name}/">Sak ${name} om samarbeidet</a></li>`).join('');
  return {
    '/': page('Nytt', `<ul>${list}</ul>`),
    ...Object.fromEntries(names.map((name) => [`/nytt/${name}/`, page(`Sak ${name}`, TEXT)])),
  };
}
