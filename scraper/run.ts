/** What all sources of a run share: transports, queues, the store, the clock. */
import { setMaxListeners } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { siteOf } from './address.ts';
import { Asking } from './asking.ts';
import { openCaptures } from './captures/read.ts';
import { type CaptureStore, openStore } from './captures/store.ts';
import { findChromium } from './chromium.ts';
import { Fetcher } from './fetcher.ts';
import { projectFolder } from './folders.ts';
import { keepHeapLean } from './lean-heap.ts';
import { LIMITS, type Limits } from './limits.ts';
import { machinesOf } from './machines.ts';
import type { SourceOutcome } from './outcome.ts';
import { Politeness } from './politeness.ts';
import { readSite } from './read-registry.ts';
import type { Source } from './registry.ts';
import { RobotsStore } from './robots-store.ts';
import type { Shard } from './shard.ts';
import { readLostRobots } from './state.ts';
import type { Transport } from './transport.ts';
import { browserTransport } from './transports/browser.ts';
import { httpTransport } from './transports/http.ts';
import { replayTransport } from './transports/replay.ts';

/** What a run is about. */
export interface ScrapeOptions {
  dataDir: string;
  capturesDir: string;
  /** Ids of the sources to gather; all enabled ones when left out. */
  only?: string[];
  /** This share of them alone; other runs, or machines, gather the others. */
  shard?: Shard;
  /** A WARC file that stands in for the network. */
  replay?: string;
  /** Lets private and loopback addresses pass the gate. */
  allowPrivate?: boolean;
  /** At most so many pages and documents a source. */
  maxPages?: number;
  /** Asks for every page that is known, due or not. A replay always does. */
  full?: boolean;
  /** Ids of sources that somebody has looked at: what they show is right, and what was held back is let through. */
  accept?: string[];
  /** Stops the run within seconds; what was gathered is kept. */
  signal?: AbortSignal;
  onProgress?: (event: ProgressEvent) => void;
  /** For tests: other bounds and another clock. */
  limits?: Partial<Limits>;
  now?: () => Date;
}

/** What a run tells while it goes on. */
export type ProgressEvent =
  | { kind: 'source-started'; source: string; sources: number }
  | { kind: 'answer'; source: string; url: string; status: number }
  | { kind: 'source-finished'; outcome: SourceOutcome };

/** What all sources of a run share. */
export interface Run {
  options: ScrapeOptions;
  limits: Limits;
  asking: Asking;
  fetcher: Fetcher;
  robots: RobotsStore;
  store: CaptureStore;
  stop: AbortController;
  signal: AbortSignal;
  hasBrowser: boolean;
  /** What requests are signed with. */
  userAgent: string;
  now(): Date;
  close(): Promise<void>;
}

/** `Samla/<version> (+<contact>)`: what every request is signed with. */
export async function userAgentOf(dataDir: string): Promise<string> {
  const { version }: { version: string } = JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8'));
  const site = await readSite(dataDir);
  return `Samla/${version} (+${site.crawler.contact})`;
}

/** Opens everything that a run over these sources needs. Throws when folders can't be made or the file to replay can't be read. */
export async function openRun(sources: Source[], options: ScrapeOptions): Promise<Run> {
  const limits = { ...LIMITS, ...options.limits };
  const now = options.now ?? (() => new Date());
  const userAgent = await userAgentOf(options.dataDir);
  await mkdir(options.capturesDir, { recursive: true });
  const stop = new AbortController();
  const leaveHeap = keepHeapLean();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  // Every host that waits listens to it, and every request that is under way.
  setMaxListeners(0, signal);
  const mayRender = sources.some(({ enabled, render }) => enabled && render === 'browser');
  const transports = await openTransports(options, limits, { userAgent, mayRender });
  const store = await openStore(options.capturesDir, userAgent);
  const reader = await openCaptures(options.capturesDir);
  const files = await sizesIn(options.capturesDir);
  const robots = new RobotsStore(userAgent, await readLostRobots(options.dataDir), now);
  const machines = options.replay === undefined && { machineOf: machinesOf(sources) };
  const shared = { robots, politeness: new Politeness({ limits, ...machines }) };
  const asking = new Asking({ ...transports, ...shared, files, limits, signal });
  const sites = new Set(sources.flatMap(({ url, start }) => [url, ...start].map(siteOf)));
  const fetcher = new Fetcher({ asking, store, reader, limits, sites, now });
  const close = async (): Promise<void> => {
    leaveHeap();
    await Promise.allSettled([transports.browser?.close(), transports.http.close()]);
    await store.close();
    await reader.close();
  };
  return {
    options,
    limits,
    asking,
    fetcher,
    robots,
    store,
    stop,
    signal,
    hasBrowser: transports.browser !== undefined,
    userAgent,
    now,
    close,
  };
}

/** Bytes of the files in a folder, by name. */
async function sizesIn(folder: string): Promise<Map<string, number>> {
  const names = await readdir(folder);
  return new Map(await Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).size] as const)));
}

/** An archive answers for the network and the browser alike. */
async function openTransports(
  options: ScrapeOptions,
  limits: Limits,
  { userAgent, mayRender }: { userAgent: string; mayRender: boolean },
): Promise<{ http: Transport; browser: Transport | undefined }> {
  if (options.replay) {
    const replay = await replayTransport(options.replay);
    return { http: replay, browser: replay };
  }
  const executable = mayRender ? findChromium() : undefined;
  return {
    http: httpTransport({ userAgent, allowPrivate: options.allowPrivate ?? false, limits }),
    browser: executable ? browserTransport({ executable, userAgent, limits }) : undefined,
  };
}
