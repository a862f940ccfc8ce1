/** One run over the sources of the registry. */

import { readFileSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { siteOf } from './address.ts';
import { openCaptures } from './captures/read.ts';
import { openStore } from './captures/store.ts';
import { findChromium } from './chromium.ts';
import { Fetcher } from './fetcher.ts';
import { projectFolder } from './folders.ts';
import { gatherSource } from './gather-source.ts';
import { isLive, judge, outcomeOf, type Verdict } from './health.ts';
import type { KnownPage } from './known-page.ts';
import { LIMITS, type Limits } from './limits.ts';
import { takeLock } from './lock.ts';
import type { Receipt, ScrapeReport, SourceOutcome } from './outcome.ts';
import { Politeness } from './politeness.ts';
import { readRegistry, readSite } from './read-registry.ts';
import type { Community, Source } from './registry.ts';
import { RobotsStore } from './robots-store.ts';
import { readKnownPages, readSourceOutcomes, writeKnownPages, writeSourceOutcomes } from './state.ts';
import { browserTransport } from './transports/browser.ts';
import { httpTransport } from './transports/http.ts';
import { replayTransport } from './transports/replay.ts';

/** What a run is about. */
export interface ScrapeOptions {
  dataDir: string;
  capturesDir: string;
  /** Ids of the sources to gather; all enabled ones when left out. */
  only?: string[];
  /** A WARC file that stands in for the network. */
  replay?: string;
  /** Lets private and loopback addresses pass the gate. */
  allowPrivate?: boolean;
  /** At most so many pages and documents a source. */
  maxPages?: number;
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

/** A source was asked for that the registry doesn't hold. */
export class UnknownSourceError extends Error {}

interface Entry {
  community: Community;
  source: Source;
}

/**
 * Gathers. One source's trouble is an outcome and never stops the others. Throws `RegistryError`, `AlreadyRunningError`,
 * `UnknownSourceError`, and `StateError` or a file system's error when what was found can't be kept; the state on disk is then the last good one.
 */
export async function scrape(options: ScrapeOptions): Promise<ScrapeReport> {
  const communities = await readRegistry(options.dataDir);
  const all = communities.flatMap((community) => community.sources.map((source): Entry => ({ community, source })));
  const unknown = options.only?.find((id) => !all.some(({ source }) => source.id === id));
  if (unknown !== undefined)
    throw new UnknownSourceError(`${unknown}: no source of this name in ${join(options.dataDir, 'communities')}`);
  const release = await takeLock(options.dataDir);
  try {
    return await gatherAll(all, options);
  } finally {
    await release();
  }
}

async function gatherAll(all: Entry[], options: ScrapeOptions): Promise<ScrapeReport> {
  const previous = new Map((await readSourceOutcomes(options.dataDir)).map((outcome) => [outcome.source, outcome]));
  const run = await openRun(all, options);
  const chosen = all.filter(({ source }) => source.enabled && (!options.only || options.only.includes(source.id)));
  try {
    const work = chosen.map((entry) => gatherOne(entry, run, previous.get(entry.source.id), chosen.length));
    // The first that can't store what it found stops them all, orderly.
    for (const job of work) job.catch(() => run.stop.abort());
    const settled = await Promise.allSettled(work);
    for (const job of settled) if (job.status === 'rejected') throw job.reason;
    const fresh = new Map(
      settled.flatMap((job) => (job.status === 'fulfilled' ? [[job.value.source, job.value] as const] : [])),
    );
    const sources = all.flatMap(
      (entry) => fresh.get(entry.source.id) ?? unasked(entry, previous.get(entry.source.id), run.now()),
    );
    await writeSourceOutcomes(options.dataDir, sources);
    return { sources };
  } finally {
    await run.close();
  }
}

/** Sources that this run left alone keep what was said of them; those that are off say so. */
function unasked({ community, source }: Entry, previous: SourceOutcome | undefined, now: Date): SourceOutcome[] {
  if (source.enabled) return previous ? [previous] : [];
  const verdict: Verdict = {
    state: 'disabled',
    cause: 'disabled',
    message: source.note ? `${source.id}: ${source.note}` : null,
  };
  const about = {
    source: source.id,
    community: community.id,
    platform: source.platform ?? null,
    pages: previous?.pages ?? 0,
    receipt: emptyReceipt(),
  };
  return [
    {
      ...outcomeOf(verdict, about, previous, now),
      checkedAt: previous?.state === 'disabled' ? previous.checkedAt : now.toISOString(),
    },
  ];
}

function emptyReceipt(): Receipt {
  return { requests: 0, bytes: 0, notModified: 0, stored: 0, waitedMs: 0, robotsRefused: 0, browserMs: 0 };
}

/** What all sources of a run share. */
interface Run {
  options: ScrapeOptions;
  limits: Limits;
  fetcher: Fetcher;
  store: Awaited<ReturnType<typeof openStore>>;
  stop: AbortController;
  signal: AbortSignal;
  hasBrowser: boolean;
  now(): Date;
  close(): Promise<void>;
}

/** `Samla/<version> (+<contact>)`: what every request is signed with. */
export async function userAgentOf(dataDir: string): Promise<string> {
  const { version }: { version: string } = JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8'));
  const site = await readSite(dataDir);
  return `Samla/${version} (+${site.crawler.contact})`;
}

async function openRun(all: Entry[], options: ScrapeOptions): Promise<Run> {
  const limits = { ...LIMITS, ...options.limits };
  const userAgent = await userAgentOf(options.dataDir);
  await mkdir(options.capturesDir, { recursive: true });
  const http = options.replay
    ? await replayTransport(options.replay)
    : httpTransport({ userAgent, allowPrivate: options.allowPrivate ?? false, limits });
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const store = await openStore(options.capturesDir, userAgent);
  const reader = await openCaptures(options.capturesDir);
  const executable = options.replay ? undefined : findChromium();
  const browser = options.replay ? http : executable ? browserTransport({ executable, userAgent, limits }) : undefined;
  const fetcher = new Fetcher({
    http,
    browser,
    robots: new RobotsStore(userAgent),
    politeness: new Politeness({ limits }),
    store,
    reader,
    files: new Set(await readdir(options.capturesDir)),
    limits,
    sites: new Set(all.flatMap(({ source }) => [source.url, ...source.start].map(siteOf))),
    signal,
    now: options.now ?? (() => new Date()),
  });
  const close = async (): Promise<void> => {
    await Promise.allSettled([browser?.close(), http.close()]);
    await store.close();
    await reader.close();
  };
  return {
    options,
    limits,
    fetcher,
    store,
    stop,
    signal,
    hasBrowser: browser !== undefined,
    now: options.now ?? (() => new Date()),
    close,
  };
}

async function gatherOne(
  entry: Entry,
  run: Run,
  previous: SourceOutcome | undefined,
  sources: number,
): Promise<SourceOutcome> {
  const { source } = entry;
  const { options } = run;
  options.onProgress?.({ kind: 'source-started', source: source.id, sources });
  const known = await readKnownPages(options.dataDir, source.id);
  const outcome =
    source.render === 'browser' && !run.hasBrowser
      ? withoutBrowser(entry, known, previous, run.now())
      : await gather(entry, run, known, previous);
  options.onProgress?.({ kind: 'source-finished', outcome });
  return outcome;
}

function withoutBrowser(
  { community, source }: Entry,
  known: KnownPage[],
  previous: SourceOutcome | undefined,
  now: Date,
): SourceOutcome {
  const message = `${source.id}: needs a browser, and there is none on this machine (SAMLA_CHROMIUM names one)`;
  const about = {
    source: source.id,
    community: community.id,
    platform: source.platform ?? null,
    pages: known.filter(isLive).length,
    receipt: emptyReceipt(),
  };
  return outcomeOf({ state: 'skipped', cause: 'no-browser', message }, about, previous, now);
}

async function gather(
  { community, source }: Entry,
  run: Run,
  known: KnownPage[],
  previous: SourceOutcome | undefined,
): Promise<SourceOutcome> {
  const { options } = run;
  const save = async (pages: KnownPage[]): Promise<void> => {
    // Originals first: the state must never point at what isn't on the disk.
    await run.store.flush();
    await writeKnownPages(options.dataDir, source.id, pages);
  };
  const gathered = await gatherSource({
    source,
    known,
    fetcher: run.fetcher,
    store: run.store,
    limits: run.limits,
    maxPages: Math.min(source.maxPages, options.maxPages ?? Number.POSITIVE_INFINITY),
    sites: new Set(community.sources.filter(({ enabled }) => enabled).map(({ url }) => siteOf(url))),
    signal: run.signal,
    now: run.now,
    checkpoint: save,
    onAnswer: (url, status) => options.onProgress?.({ kind: 'answer', source: source.id, url, status }),
  });
  const now = run.now();
  const verdict = judge(source, known, gathered, now);
  const pages = verdict.state === 'too-few' ? withOldHints(gathered.pages, known) : gathered.pages;
  await save(pages);
  const about = {
    source: source.id,
    community: community.id,
    platform: gathered.platform,
    pages: pages.filter(isLive).length,
    receipt: gathered.receipt,
  };
  return outcomeOf(verdict, about, previous, now);
}

/** A list that has lost its entries must look as lost tomorrow: what it named before is kept to compare with. */
function withOldHints(pages: KnownPage[], before: KnownPage[]): KnownPage[] {
  const then = new Map(before.map((page) => [page.url, page.hints]));
  return pages.map((page) => (page.hints.length > 0 ? page : { ...page, hints: then.get(page.url) ?? [] }));
}
