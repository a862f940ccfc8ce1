import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type SampleWeb, serveSampleWeb } from '../../cli/sample-web.ts';
import { normalize } from '../../normalizer/index.ts';
import { mergeFolders, type Shard, type SourceOutcome, scrape } from '../../scraper/index.ts';
import { digestsIn } from './folder-digest.ts';

let root: string;
let web: SampleWeb;
let asked: string[] = [];

beforeAll(async () => {
  vi.stubEnv('SAMLA_CHROMIUM', ''); // a browser's waits say nothing of shards
  root = mkdtempSync(join(tmpdir(), 'samla-shards-'));
  web = await serveSampleWeb({
    dataDir: join(root, 'registry'),
    instead: (site) => {
      asked.push(site);
      return false;
    },
  });
});

afterAll(async () => {
  await web.close();
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

/** A folder with the registry and nothing gathered. */
function machine(name: string): { dataDir: string; capturesDir: string } {
  const dataDir = join(root, name);
  cpSync(join(root, 'registry'), dataDir, { recursive: true });
  return { dataDir, capturesDir: join(dataDir, 'captures') };
}

const NIGHTS = ['2026-11-20T02:00:00Z', '2026-11-21T02:00:00Z'];

async function gather(
  at: { dataDir: string; capturesDir: string },
  night: string,
  shard?: Shard,
): Promise<Set<string>> {
  asked = [];
  await scrape({ ...at, allowPrivate: true, now: () => new Date(night), ...(shard && { shard }) });
  return new Set(asked);
}

/**
 * What must not depend on how many machines there were. Where in which file an original lies may, and which of a host's sources paid for asking
 * its robots.txt: that hangs on chance in any two runs; the sums must agree.
 */
const essence = (text: string) =>
  text.replace(/"file":"[^"]*","offset":\d+/g, '"file":"","offset":0').replace(/"receipt": ?\{[^}]*\}/g, '');
const sums = new Map<string, number[]>();
const sumsOf = (dataDir: string) => {
  const outcomes = JSON.parse(readFileSync(join(dataDir, 'state', 'sources.json'), 'utf8')) as SourceOutcome[];
  const sum = (of: (receipt: SourceOutcome['receipt']) => number) =>
    outcomes.reduce((total, { receipt }) => total + of(receipt), 0);
  return [sum(({ requests }) => requests), sum(({ bytes }) => bytes), sum(({ notModified }) => notModified)];
};
const stateOf = (dataDir: string) => digestsIn(join(dataDir, 'state'), essence);

/** Understands what was gathered, the receipts told and then left out: every published byte is compared. */
async function understand(at: { dataDir: string; capturesDir: string }): Promise<void> {
  sums.set(at.dataDir, sumsOf(at.dataDir));
  const file = join(at.dataDir, 'state', 'sources.json');
  const receipt =
    '"receipt": {"requests": 0, "bytes": 0, "notModified": 0, "stored": 0, "waitedMs": 0, "robotsRefused": 0, "browserMs": 0}';
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"receipt": \{[^}]*\}/g, receipt));
  await normalize(at);
}

async function alone(): Promise<string> {
  const one = machine('alone');
  for (const night of NIGHTS) await gather(one, night);
  await understand(one);
  return one.dataDir;
}

/** Every night each machine begins with what is merged, gathers its share, and all shares are merged again. */
async function shared(of: number): Promise<string> {
  const home = machine(`home-${of}`);
  for (const night of NIGHTS) {
    const shares: string[] = [];
    const hosts = new Map<string, number>();
    for (let index = 1; index <= of; index += 1) {
      const share = join(root, `share-${of}-${index}-${night.slice(0, 10)}`);
      cpSync(home.dataDir, share, { recursive: true });
      for (const host of await gather({ dataDir: share, capturesDir: join(share, 'captures') }, night, { index, of })) {
        expect(hosts.get(host) ?? index, `${host} was asked by two shards`).toBe(index);
        hosts.set(host, index);
      }
      shares.push(share);
    }
    expect(hosts.size).toBe(Object.keys(web.sites).length);
    await mergeFolders({ ...home, from: shares });
    const once = digestsIn(home.dataDir);
    await mergeFolders({ ...home, from: shares.toReversed() });
    expect(digestsIn(home.dataDir)).toEqual(once);
  }
  await understand(home);
  return home.dataDir;
}

it('D2 one, two and five machines gather, merge and publish what one alone does, byte for byte', async () => {
  const reference = await alone();
  expect(readFileSync(join(reference, 'published', 'items.ndjson'), 'utf8').split('\n').length).toBeGreaterThan(30);
  for (const of of [1, 2, 5]) {
    const home = await shared(of);
    expect(sums.get(home), `requests of ${of}`).toEqual(sums.get(reference));
    expect(stateOf(home), `state of ${of}`).toEqual(stateOf(reference));
    expect(digestsIn(join(home, 'published')), `published by ${of}`).toEqual(digestsIn(join(reference, 'published')));
  }
}, 600_000);
