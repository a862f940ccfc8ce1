/**
 * Gathering against a plain loop: the same 2,000 pages of 50 kB from the same ten hosts, no delay, ten at a time. The loop only reads bodies; the
 * scraper finds the pages, reads robots.txt, judges, parses, stores originals and keeps state. `npm run bench:gather -- [pages] [bytes]`
 */
import { fork } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { stringify } from 'yaml';
import { scrape } from '../../scraper/scrape.ts';

const [pages = 2000, bytes = 50_000] = process.argv.slice(2).map(Number);
const HOSTS = 10;
const perHost = Math.ceil(pages / HOSTS);
const server = fork(new URL('many-hosts.ts', import.meta.url), [String(pages), String(bytes)]);
const hosts = await new Promise<string[]>((resolve) => {
  const origins: string[] = [];
  server.on('message', (origin) => {
    origins.push(String(origin));
    if (origins.length === HOSTS) resolve(origins);
  });
});
const dataDir = await mkdtemp(join(tmpdir(), 'samla-bench-'));
try {
  await writeRegistry();
  await plainLoop(); // warms the server up
  const plain = await timed(plainLoop);
  let peak = 0;
  const before = process.memoryUsage().rss;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const ours = await timed(gather);
  clearInterval(watch);
  const rate = (seconds: number): string => `${Math.round(pages / seconds)} pages/s`;
  console.log(`plain loop       ${rate(plain).padStart(14)}`);
  console.log(`samla, gathering ${rate(ours).padStart(14)}   ${((100 * plain) / ours).toFixed(0)} % of the plain loop`);
  console.log(`memory grew by ${((peak - before) / 1e6).toFixed(0)} MB to ${(peak / 1e6).toFixed(0)} MB`);
} finally {
  server.kill();
  await rm(dataDir, { recursive: true, force: true });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

async function plainLoop(): Promise<void> {
  const dispatcher = new Agent({ connections: 1 });
  await Promise.all(
    hosts.map(async (host) => {
      for (let n = 0; n < perHost; n += 1) {
        const { body } = await request(`${host}/nytt/${n}/`, { dispatcher });
        await body.arrayBuffer();
      }
    }),
  );
  await dispatcher.close();
}

async function gather(): Promise<void> {
  const capturesDir = join(dataDir, 'captures');
  const { sources } = await scrape({ dataDir, capturesDir, allowPrivate: true, limits: { concurrency: 10 } });
  const stored = sources.reduce((sum, { pages: live }) => sum + live, 0);
  if (stored !== pages) throw new Error(`expected ${pages} pages, got ${stored}`);
}

async function writeRegistry(): Promise<void> {
  await mkdir(join(dataDir, 'communities'));
  const sources = hosts.map((host, n) => ({
    id: `kilde-${n}`,
    url: `${host}/nytt/`,
    publishes: ['news'],
    scope: 'community',
    platform: 'generic',
    include: ['/nytt/'],
    exclude: ['/nytt/vedlegg'],
    delaySeconds: 0,
  }));
  const community = {
    id: 'prove',
    name: { nb: 'Helsefellesskapet Prøve', nn: 'Helsefellesskapet Prøve' },
    region: 'Helse Nord',
    trusts: [{ name: 'Prøve HF', organisation: '983974910' }],
    municipalities: ['1804'],
    sources,
  };
  await writeFile(join(dataDir, 'communities', 'prove.yaml'), stringify(community));
}
