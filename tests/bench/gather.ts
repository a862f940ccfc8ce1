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
import { type Line, tableOf } from './lines.ts';

const [pages = 2000, bytes = 50_000] = process.argv.slice(2).map(Number);
const HOSTS = 10;
/** In per cent of the plain loop. */
const LEAST_SHARE = 35;
/** Crawlee 3.18's CheerioCrawler was measured at 112 pages a second on two busy cores. */
const LEAST_RATE = 448;
const MOST_MB = 200;
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
  const before = await measured(plainLoop);
  const ours = await gathered();
  const after = await measured(plainLoop);
  // On a machine with other work to do seconds lie: the loop is measured on both sides, and processor time is told as well.
  const plain = { seconds: (before.seconds + after.seconds) / 2, cpu: (before.cpu + after.cpu) / 2 };
  console.log(tableOf(linesOf(plain, ours)));
} finally {
  server.kill();
  await rm(dataDir, { recursive: true, force: true });
}

interface Cost {
  seconds: number;
  /** Processor seconds of all threads. */
  cpu: number;
}

/** Ours against the loop, with what is asked of it. */
function linesOf(plain: Cost, ours: Cost & { peak: number; base: number }): Line[] {
  const work = `${pages} pages of ${bytes / 1000} kB from ${HOSTS} hosts`;
  const share = (100 * plain.seconds) / ours.seconds;
  const rate = pages / ours.seconds;
  const peak = ours.peak / 1e6;
  return [
    { work, who: 'a plain loop', measured: speedOf(plain) },
    {
      work,
      who: 'samla',
      measured: speedOf(ours),
      ratio: `${share.toFixed(0)} % of its speed`,
      target: `≥ ${LEAST_SHARE} %`,
      met: share >= LEAST_SHARE,
    },
    {
      work,
      who: 'samla',
      measured: `${rate.toFixed(0)} pages/s`,
      target: `≥ ${LEAST_RATE} pages/s (4 × Crawlee)`,
      met: rate >= LEAST_RATE,
    },
    {
      work: 'memory at most',
      who: 'samla',
      measured: `${peak.toFixed(0)} MB, ${(ours.base / 1e6).toFixed(0)} MB of it before anything is asked`,
      target: `< ${MOST_MB} MB`,
      met: peak < MOST_MB,
    },
  ];
}

function speedOf({ seconds, cpu }: Cost): string {
  return `${Math.round(pages / seconds)} pages/s, ${((1000 * cpu) / pages).toFixed(2)} ms of processor time a page`;
}

async function measured(work: () => Promise<void>): Promise<Cost> {
  const started = performance.now();
  const used = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(used);
  return { seconds: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
}

/** Gathers in a process of its own, whose memory is nobody else's. */
async function gathered(): Promise<Cost & { peak: number; base: number }> {
  const child = fork(new URL('gather-once.ts', import.meta.url), [dataDir, String(pages)]);
  return new Promise((resolve, reject) => {
    child.on('message', (message) => resolve(message as Cost & { peak: number; base: number }));
    child.on('exit', (code) => reject(new Error(`gathering ended with ${code}`)));
  });
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
