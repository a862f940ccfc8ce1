/**
 * Understanding many pages: one thread against two, in time and memory, and whether what is published is the same.
 * `npm run bench:normalize -- [pages] [rounds]`. Pages are gathered from loopback first; only normalizing is measured.
 */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { scrape } from '../../scraper/scrape.ts';
import { realisticPage } from './realistic-pages.ts';

const [pages = 1000] = process.argv.slice(2).map(Number);
const dataDir = await mkdtemp(join(tmpdir(), 'samla-bench-'));
const capturesDir = join(dataDir, 'captures');

const items = Array.from(
  { length: pages },
  (_, n) => `<li><a href="/nytt/${n}/">Sak nummer ${n} om samarbeidet</a></li>`,
);
const server = createServer((request, response) => {
  const n = /^\/nytt\/(\d+)\/$/.exec(request.url ?? '')?.[1];
  const list =
    request.url === '/nytt/' ? `<html lang="nb"><main><h1>Nytt</h1><ul>${items.join('')}</ul></main></html>` : '';
  const body = n === undefined ? list : realisticPage(Number(n)).replace(/<link rel="canonical"[^>]*>/, '');
  response.writeHead(body === '' ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

try {
  await writeRegistry();
  await scrape({ dataDir, capturesDir, allowPrivate: true, limits: { concurrency: 4 } });
  const one = await measured(0);
  const two = await measured(1);
  const ratio = one.seconds / two.seconds;
  console.log(
    `a worker beside this thread: ${ratio.toFixed(2)} times one thread, ${one.digest === two.digest ? 'the same bytes' : 'OTHER BYTES'}`,
  );
} finally {
  server.close();
  await rm(dataDir, { recursive: true, force: true });
}

/** In a process of its own, so that nothing of gathering is counted. */
async function measured(workers: number): Promise<{ seconds: number; digest: string }> {
  const child = fork(new URL('normalize-once.ts', import.meta.url), [dataDir, capturesDir, String(workers)]);
  const seconds = await new Promise<number>((resolve, reject) => {
    child.on('message', (message) => resolve(Number(message)));
    child.on('exit', (code) => reject(new Error(`normalizing ended with ${code}`)));
  });
  return { seconds, digest: await digestOf(join(dataDir, 'published')) };
}

async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(folder)).sort())
    if (name.endsWith('.ndjson')) hash.update(await readFile(join(folder, name)));
  return hash.digest('hex');
}

async function writeRegistry(): Promise<void> {
  await mkdir(join(dataDir, 'communities'));
  const source = {
    id: 'fjordland-nytt',
    url: `${origin}/nytt/`,
    publishes: ['news'],
    scope: 'community',
    platform: 'generic',
    include: ['/nytt/'],
    maxPages: pages + 10,
    delaySeconds: 0,
  };
  const community = {
    id: 'fjordland',
    name: { nb: 'Helsefellesskapet Fjordland', nn: 'Helsefellesskapet Fjordland' },
    region: 'Helse Nord',
    trusts: [{ name: 'Fjordland HF', organisation: '983974910' }],
    municipalities: ['1804', '1806'],
    sources: [source],
  };
  await writeFile(join(dataDir, 'communities', 'fjordland.yaml'), stringify(community));
}
