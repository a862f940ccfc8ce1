/** Understanding many pages with one thread and with a worker beside it: time, memory, and whether the same is published. */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { scrape } from '../../scraper/scrape.ts';
import type { NormalizeCost } from './normalize-once.ts';
import { realisticPage } from './realistic-pages.ts';
import { twoProcessesAgainstOne } from './two-processes.ts';

/** What one thread and two took, and whether they published the same bytes. */
export interface Threads {
  one: NormalizeCost;
  two: NormalizeCost;
  same: boolean;
  /** How many times as much two processes that only compute do as one: no program gains more from a second processor. */
  machine: number;
}

/** Gathers so many pages from loopback first; only normalizing is measured, each time in a process of its own. */
export async function oneThreadAndTwo(pages: number): Promise<Threads> {
  const dataDir = await mkdtemp(join(tmpdir(), 'samla-bench-'));
  const server = await servePages(pages);
  try {
    await writeRegistry(dataDir, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, pages);
    await scrape({ dataDir, capturesDir: join(dataDir, 'captures'), allowPrivate: true, limits: { concurrency: 4 } });
    const [one, oneSays] = await normalized(dataDir, 0);
    const [two, twoSays] = await normalized(dataDir, 1);
    return { one, two, same: oneSays === twoSays, machine: await twoProcessesAgainstOne() };
  } finally {
    server.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function servePages(pages: number): Promise<Server> {
  const items = Array.from(
    { length: pages },
    (_, n) => `<li><a href="/nytt/${n}/">Sak nummer ${n} om samarbeidet</a></li>`,
  );
  const listing = `<html lang="nb"><main><h1>Nytt</h1><ul>${items.join('')}</ul></main></html>`;
  const server = createServer((request, response) => {
    const n = /^\/nytt\/(\d+)\/$/.exec(request.url ?? '')?.[1];
    const list = request.url === '/nytt/' ? listing : '';
    const body = n === undefined ? list : realisticPage(Number(n)).replace(/<link rel="canonical"[^>]*>/, '');
    response.writeHead(body === '' ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

async function normalized(dataDir: string, workers: number): Promise<[NormalizeCost, string]> {
  const child = fork(new URL('normalize-once.ts', import.meta.url), [dataDir, String(workers)]);
  const cost = await new Promise<NormalizeCost>((resolve, reject) => {
    child.on('message', (message) => resolve(message as NormalizeCost));
    child.on('exit', (code) => reject(new Error(`normalizing ended with ${code}`)));
  });
  return [cost, await digestOf(join(dataDir, 'published'))];
}

async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(folder)).sort())
    if (name.endsWith('.ndjson')) hash.update(await readFile(join(folder, name)));
  return hash.digest('hex');
}

async function writeRegistry(dataDir: string, origin: string, pages: number): Promise<void> {
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
