import { describe, expect, test } from 'vitest';
import type { Resolve } from '../../scraper/guard.ts';
import { LIMITS } from '../../scraper/limits.ts';
import { machinesOf } from '../../scraper/machines.ts';
import { Politeness } from '../../scraper/politeness.ts';
import { SourceSchema } from '../../scraper/registry.ts';
import { retryAfterMs } from '../../scraper/retry-after.ts';
import { failure, type Outcome } from '../../scraper/transport.ts';

const limits = { ...LIMITS, backoffMs: 5 };
const answer = (status: number, headers: Record<string, string> = {}): Outcome => ({
  kind: 'response',
  url: 'http://a.example.no/',
  status,
  headers,
  body: new Uint8Array(),
  wireBytes: 0,
  requestHeaders: {},
});

/** Gives its answers one after the other; the last stands. */
function server(...answers: Outcome[]) {
  const asked: number[] = [];
  return {
    asked,
    ask: async (): Promise<Outcome> => {
      asked.push(Date.now());
      return answers[Math.min(asked.length, answers.length) - 1]!;
    },
  };
}

describe('politeness', () => {
  test('B2.2 asks a host for one thing at a time, with the pause between, while other hosts go on', async () => {
    const polite = new Politeness({ limits });
    let active = 0;
    let most = 0;
    const ends: number[] = [];
    const starts: number[] = [];
    const ask = async (): Promise<Outcome> => {
      starts.push(Date.now());
      active += 1;
      most = Math.max(most, active);
      await new Promise((resolve) => setTimeout(resolve, 10));
      active -= 1;
      ends.push(Date.now());
      return answer(200);
    };
    await Promise.all([1, 2, 3].map((n) => polite.run({ url: `http://a.example.no/${n}`, delayMs: 40, ask })));
    expect(most).toBe(1);
    expect(starts[1]! - ends[0]!).toBeGreaterThanOrEqual(38);
    await Promise.all(
      ['b', 'c', 'd'].map((name) => polite.run({ url: `http://${name}.example.no/`, delayMs: 0, ask })),
    );
    expect(most).toBe(3);
  });

  test('B2.2 a host that answers slowly gets five times as long a pause, within bounds, and none where none is asked for', async () => {
    const polite = new Politeness({ limits: { ...limits, longestSlowMs: 150 } });
    const starts: number[] = [];
    const turn = (delayMs: number, takes: number) =>
      polite.run({
        url: 'http://a.example.no/',
        delayMs,
        async ask() {
          starts.push(Date.now());
          await new Promise((resolved) => setTimeout(resolved, takes));
          return answer(200);
        },
      });
    await turn(5, 20);
    await turn(5, 60);
    await turn(5, 0);
    await turn(0, 60);
    await turn(0, 0);
    const gaps = starts.slice(1).map((at, n) => at - starts[n]!);
    expect(gaps[0]).toBeGreaterThanOrEqual(5 * 20 + 18);
    expect(gaps[1]).toBeGreaterThanOrEqual(150 + 58);
    expect(gaps[3]).toBeLessThan(5 * 60);
  });

  test('B2.2 D5 hosts on one address, or in one group, are asked like one; a private address joins nobody', async () => {
    const addresses: Record<string, string[]> = {
      'a.example.no': ['192.0.78.13', '192.0.78.12'],
      'b.example.no': ['192.0.78.12', '192.0.78.13'],
      'c.example.no': ['192.0.78.9'],
      'd.example.no': ['192.0.78.8'],
      'e.example.no': ['10.0.0.1'],
      'f.example.no': ['10.0.0.1'],
    };
    const resolve: Resolve = (name, _, done) => {
      const found = addresses[name]?.map((address) => ({ address, family: 4 }));
      done(found ? null : Object.assign(new Error(name), { code: 'ENOTFOUND' }), found ?? []);
    };
    const grouped = ['c', 'd'].map((name) =>
      SourceSchema.parse({
        id: name,
        url: `http://${name}.example.no/`,
        publishes: ['news'],
        scope: 'topical',
        group: 'leverandor',
      }),
    );
    const machineOf = machinesOf(grouped, resolve);
    const names = await Promise.all('abcdefg'.split('').map((name) => machineOf(`${name}.example.no`)));
    expect(names.map((name) => names.indexOf(name))).toEqual([0, 0, 2, 2, 4, 5, 6]);

    const polite = new Politeness({ limits, machineOf });
    const starts = new Map<string, number>();
    let active = 0;
    let most = 0;
    const turn = (name: string) =>
      polite.run({
        url: `http://${name}.example.no/`,
        delayMs: 60,
        async ask() {
          starts.set(name, Date.now());
          if (name < 'c') active += 1;
          most = Math.max(most, active);
          await new Promise((resolved) => setTimeout(resolved, 10));
          if (name < 'c') active -= 1;
          return answer(200);
        },
      });
    await Promise.all([turn('a'), turn('b'), turn('e'), turn('f')]);
    expect(most).toBe(1);
    expect(Math.abs(starts.get('a')! - starts.get('b')!)).toBeGreaterThanOrEqual(65);
    expect(Math.abs(starts.get('e')! - starts.get('f')!)).toBeLessThan(60);
  });

  test('C1.8 no more than the agreed number is under way over all hosts', async () => {
    const polite = new Politeness({ limits: { ...limits, concurrency: 2 } });
    let active = 0;
    let most = 0;
    const ask = async (): Promise<Outcome> => {
      active += 1;
      most = Math.max(most, active);
      await new Promise((resolve) => setTimeout(resolve, 5));
      active -= 1;
      return answer(200);
    };
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => polite.run({ url: `http://h${n}.example.no/`, delayMs: 0, ask })),
    );
    expect(most).toBe(2);
  });

  test.each([408, 425, 429, 500, 502, 503, 504])('C1.5 %i is tried again, three times at most', async (status) => {
    const { ask, asked } = server(answer(status));
    await new Politeness({ limits }).run({ url: 'http://a.example.no/', delayMs: 0, ask });
    expect(asked).toHaveLength(3);
  });

  test.each([200, 304, 301, 400, 401, 403, 404, 410, 501])('C1.5 %i is not tried again', async (status) => {
    const { ask, asked } = server(answer(status));
    await new Politeness({ limits }).run({ url: 'http://a.example.no/', delayMs: 0, ask });
    expect(asked).toHaveLength(1);
  });

  test('C1.5 a network failure that passes costs nothing but the wait', async () => {
    const { ask } = server(failure('http://a.example.no/', 'reset', 'cut'), answer(200));
    expect(await new Politeness({ limits }).run({ url: 'http://a.example.no/', delayMs: 0, ask })).toMatchObject({
      status: 200,
    });
  });

  test('B2.3 waits as long as Retry-After says', async () => {
    const { ask, asked } = server(answer(503, { 'retry-after': '1' }), answer(200));
    await new Politeness({ limits }).run({ url: 'http://a.example.no/', delayMs: 0, ask });
    expect(asked[1]! - asked[0]!).toBeGreaterThanOrEqual(990);
  });

  test('B2.3 a host that wants a long rest gets it: nothing more is asked in this run', async () => {
    const polite = new Politeness({ limits });
    const { ask, asked } = server(answer(429, { 'retry-after': '3600' }));
    await polite.run({ url: 'http://a.example.no/1', delayMs: 0, ask });
    expect(await polite.run({ url: 'http://a.example.no/2', delayMs: 0, ask })).toMatchObject({
      cause: 'rate-limited',
    });
    expect(asked).toHaveLength(1);
  });

  test('B2.3 a host that says nothing but "wait" is given up after a while, however short the waits', async () => {
    const polite = new Politeness({ limits: { ...limits, stallMs: 2500 } });
    const { ask, asked } = server(answer(503, { 'retry-after': '1' }));
    await polite.run({ url: 'http://a.example.no/1', delayMs: 0, ask });
    expect(await polite.run({ url: 'http://a.example.no/2', delayMs: 0, ask })).toMatchObject({
      cause: 'rate-limited',
    });
    expect(asked).toHaveLength(3);
  });

  test.each(['-1', 'abc', '', '1.5', 'Thu, 99 Foo 2026'])(
    'B2.3 after Retry-After "%s" the wait is our own, random below a bound that doubles',
    async (header) => {
      const waits: number[] = [];
      const polite = new Politeness({ limits: { ...limits, backoffMs: 40 }, random: () => 0.5 });
      const { ask } = server(answer(503, { 'retry-after': header }));
      await polite.run({ url: 'http://a.example.no/', delayMs: 0, ask, onWait: (ms) => waits.push(ms) });
      expect(waits).toEqual([20, 40]);
    },
  );

  test('B2.5 after five failures in a row a host is left alone, others are not', async () => {
    const polite = new Politeness({ limits });
    const { ask, asked } = server(answer(500));
    for (let n = 0; n < 4; n += 1) await polite.run({ url: `http://a.example.no/${n}`, delayMs: 0, ask });
    expect(asked).toHaveLength(5);
    expect(await polite.run({ url: 'http://a.example.no/x', delayMs: 0, ask })).toMatchObject({ cause: 'host-paused' });
    expect(await polite.run({ url: 'http://b.example.no/', delayMs: 0, ask: async () => answer(200) })).toMatchObject({
      status: 200,
    });
  });

  test('C1.10 a stopped run waits for nothing', async () => {
    const stop = new AbortController();
    const { ask } = server(answer(503, { 'retry-after': '30' }));
    const started = Date.now();
    setTimeout(() => stop.abort(), 20);
    expect(
      await new Politeness({ limits }).run({ url: 'http://a.example.no/', delayMs: 0, ask, signal: stop.signal }),
    ).toMatchObject({ cause: 'interrupted' });
    expect(Date.now() - started).toBeLessThan(1000);
  });

  test('B2.3 reads seconds and dates, and nothing else', () => {
    const now = Date.UTC(2026, 0, 1);
    expect(retryAfterMs('2', now)).toBe(2000);
    expect(retryAfterMs('Thu, 01 Jan 2026 00:00:05 GMT', now)).toBe(5000);
    expect(retryAfterMs('1000000000', now)).toBe(86_400_000);
    for (const garbage of ['-1', 'abc', '', undefined, '1.5']) expect(retryAfterMs(garbage, now)).toBeUndefined();
  });
});
