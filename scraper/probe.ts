/**
 * A first look at an address, before it is a source: what answers, on which platform, what robots.txt says, how its pages are listed; then a
 * few of them are gathered by the same engine as everything else, into a folder of their own. What they mean is for others to say.
 */
import { join } from 'node:path';
import { canonicalAddress, siteOf } from './address.ts';
import type { Asker } from './asking.ts';
import type { Cause } from './causes.ts';
import { decodeText } from './charset.ts';
import { contentOf } from './document-address.ts';
import type { Fetched } from './fetcher.ts';
import { gatherSource } from './gather-source.ts';
import { emptyReceipt } from './gathered.ts';
import type { KnownPage } from './known-page.ts';
import type { Limits } from './limits.ts';
import { type FoundList, interfaceLists, namedLists } from './lists-found.ts';
import { type Listing, lookAt, type Sight } from './look.ts';
import type { Receipt } from './outcome.ts';
import { pageLinks } from './page-links.ts';
import { detectPlatform, type Guess, platformNamed } from './platforms.ts';
import { type Source, SourceSchema } from './registry.ts';
import { openRun, type Run } from './run.ts';
import { scopeOf } from './scope.ts';
import { scriptSigns } from './script-signs.ts';
import { writeKnownPages } from './state.ts';
import { charsetOf, type Failure } from './transport.ts';

/** What a probe needs to know. */
export interface ProbeOptions {
  /** The address, as a person typed it. */
  url: string;
  /** The data folder whose `site.yaml` says who asks. */
  dataDir: string;
  /** An empty folder; gets `captures/` and `state/` of what was gathered. */
  workDir: string;
  allowPrivate?: boolean;
  signal?: AbortSignal;
  onAnswer?: (url: string, status: number) => void;
  /** For tests: other bounds. */
  limits?: Partial<Limits>;
}

/** Whether the page is nothing without JavaScript, and what that is judged by. */
export interface ScriptNeed {
  needed: 'no' | 'perhaps' | 'yes';
  why: string;
}

/** An address that brought nothing. */
export interface Unread {
  url: string;
  cause: Cause;
  message: string;
}

/** What an address is, and the source that was gathered from to see what it brings. */
export interface Probe {
  /** The address that answered, canonical. */
  url: string;
  /** The addresses that led to it by redirects, the one asked for first; empty when it answered itself. */
  redirects: string[];
  status: number;
  /** '' when the server gave none. */
  mediaType: string;
  /** The page's `<title>`; '' for others. */
  title: string;
  platform: Guess;
  robots: { allowed: true; crawlDelay: number | null; sitemaps: string[] };
  scripts: ScriptNeed;
  listing: Listing;
  /** Feeds, sitemaps and interfaces that list the site's pages. */
  lists: FoundList[];
  /** With all defaults; its id, scope and what it publishes are still to be said. */
  source: Source;
  /** The pages and documents that were gathered, newest first as far as their list says. */
  pages: KnownPage[];
  failed: Unread[];
  receipt: Receipt;
}

/** The id of the source that a probe gathers from in its own folder. */
export const TRIAL_SOURCE = 'probe';
/** Pages and documents besides the address itself. */
const FIRST_PAGES = 8;

/** Looks. Gives the failure when the address can't be read; throws only when the folder can't be written. */
export async function probe(options: ProbeOptions): Promise<Probe | Failure> {
  const source = trialSource(options.url);
  // Whether it needs a browser is one of the questions.
  const run = await openRun([{ ...source, render: 'browser' }], {
    dataDir: options.dataDir,
    capturesDir: join(options.workDir, 'captures'),
    allowPrivate: options.allowPrivate ?? false,
    ...(options.signal && { signal: options.signal }),
    ...(options.limits && { limits: options.limits }),
  });
  try {
    const receipt = emptyReceipt();
    const first = await run.fetcher.fetch(source.url, askerFor(source, receipt, false));
    options.onAnswer?.(source.url, first.status);
    if (first.kind === 'failure') return withTarget(first);
    return await look({ options, run, receipt }, { ...source, url: first.url }, first);
  } finally {
    await run.close();
  }
}

interface Work {
  options: ProbeOptions;
  run: Run;
  receipt: Receipt;
}

/** A machine talking to itself need not wait. */
function trialSource(address: string): Source {
  const url = canonicalAddress(address) ?? address;
  const isOwn = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);
  return SourceSchema.parse({
    id: TRIAL_SOURCE,
    url,
    publishes: ['news', 'meetings', 'about', 'documents'],
    scope: 'topical',
    delaySeconds: isOwn ? 0 : 1,
  });
}

function askerFor(source: Source, tally: Receipt, rendered: boolean): Asker {
  return { delaySeconds: source.delaySeconds, tally, knownAt: () => undefined, isListing: true, rendered };
}

/** An address that has moved to another site says where to. */
function withTarget(failed: Failure & { redirectedTo?: string }): Failure {
  const isElsewhere = failed.cause === 'moved-away' && failed.redirectedTo;
  return isElsewhere ? { ...failed, message: `${failed.message}, another site: probe that address instead` } : failed;
}

async function look(work: Work, source: Source, first: Fetched): Promise<Probe> {
  const { run, receipt } = work;
  const { robots } = await run.asking.robotsFor(source.url, { delaySeconds: source.delaySeconds, tally: receipt });
  const text = contentOf(first.mediaType, first.url) === 'document' ? '' : await textOf(first);
  const platform = await detectPlatform({ url: first.url, mediaType: first.mediaType, text });
  const scripts = await scriptNeed(work, source, first, text);
  const shown = scripts.rendered ?? { fetched: first, text };
  const sight = await sightOf(source, platform, shown.fetched, shown.text);
  const { include } = sight;
  const found: Source = {
    ...source,
    platform: platform.platform,
    ...(include && { include }),
    ...(scripts.need.needed === 'yes' && { render: 'browser' as const }),
  };
  const named = await namedLists({ run, source: found, receipt, robots, feeds: sight.feeds });
  const gathered = await gatherFirst(work, found, sight);
  const lists = [...named, ...(await interfaceLists(run, found, gathered.known, askerFor(found, receipt, false)))];
  return {
    url: first.url,
    redirects: first.aliases,
    status: first.status,
    mediaType: first.mediaType,
    title: sight.title,
    platform,
    robots: { allowed: true, crawlDelay: robots.crawlDelay ?? null, sitemaps: robots.sitemaps },
    scripts: scripts.need,
    listing: sight.listing,
    lists,
    source: found,
    pages: gathered.pages,
    failed: gathered.failed,
    receipt: sum(receipt, gathered.receipt),
  };
}

async function textOf(fetched: Fetched): Promise<string> {
  return decodeText((await fetched.body()) ?? new Uint8Array(0), charsetOf(fetched.headers));
}

async function sightOf(
  source: Source,
  guess: Guess,
  { url, mediaType, headers }: Fetched,
  text: string,
): Promise<Sight> {
  const role = guess.platform === 'feed' ? 'feed' : 'page';
  return lookAt({ url, role, mediaType, headers, text, depth: 0 }, await platformNamed(guess.platform), source);
}

interface Rendered {
  fetched: Fetched;
  text: string;
}

/** Where the page itself looks as if it needed a browser, a browser is asked, if there is one. */
async function scriptNeed(
  { run, receipt }: Work,
  source: Source,
  first: Fetched,
  text: string,
): Promise<{ need: ScriptNeed; rendered?: Rendered }> {
  const plain = pageLinks(text, first.url);
  const signs = /html/.test(first.mediaType) ? scriptSigns(text, plain) : [];
  if (signs.length === 0) return { need: { needed: 'no', why: 'its content is there without scripts' } };
  if (!run.hasBrowser)
    return { need: { needed: 'perhaps', why: `${signs.join('; ')}; no browser on this machine to make sure` } };
  const shown = await run.fetcher.fetch(first.url, askerFor(source, receipt, true));
  if (shown.kind === 'failure')
    return { need: { needed: 'perhaps', why: `${signs.join('; ')}; the browser could not show it: ${shown.message}` } };
  const html = await textOf(shown);
  const more = pagesIn(html, first.url, source) - pagesIn(text, first.url, source);
  const longer = pageLinks(html, first.url).textLength - plain.textLength;
  if (more < 1 && longer < Math.max(300, plain.textLength))
    return { need: { needed: 'no', why: `${signs.join('; ')}, but a browser shows no more than plain HTTP` } };
  const why = `${signs.join('; ')}; a browser shows ${more} more pages and ${longer} more characters`;
  return { need: { needed: 'yes', why }, rendered: { fetched: shown, text: html } };
}

/** How many pages of the site a page's content links to. */
function pagesIn(html: string, url: string, source: Source): number {
  const { isPage } = scopeOf({ ...source, include: ['/'] });
  const links = pageLinks(html, url).links.filter((link) => !link.isChrome && link.url !== url && isPage(link.url));
  return new Set(links.map((link) => link.url)).size;
}

interface First {
  known: KnownPage[];
  pages: KnownPage[];
  failed: Unread[];
  receipt: Receipt;
}

/** The address itself and the first pages of its list; sitemaps are only turned where there is no list to go by. */
async function gatherFirst({ options, run }: Work, source: Source, { listing }: Sight): Promise<First> {
  const hasList = listing.form === 'page' && listing.entries > 0 && source.platform !== 'wordpress';
  const gathered = await gatherSource({
    source,
    known: [],
    asking: run.asking,
    fetcher: run.fetcher,
    store: run.store,
    limits: run.limits,
    maxPages: FIRST_PAGES + 1,
    maxLists: hasList ? 0 : 4,
    sites: new Set([siteOf(source.url)]),
    signal: run.signal,
    now: run.now,
    checkpoint: () => Promise.resolve(),
    ...(options.onAnswer && { onAnswer: options.onAnswer }),
  });
  await run.store.flush();
  const pages = firstPages(gathered.pages, source.url);
  await writeKnownPages(options.workDir, TRIAL_SOURCE, pages);
  const failed = [...gathered.entryFailures, ...gathered.failed];
  return {
    known: gathered.pages,
    pages,
    failed: failed.map(({ url, cause, message }) => ({ url, cause, message })),
    receipt: gathered.receipt,
  };
}

/** The address itself first, then what is newest; an interface gives hundreds at once. */
function firstPages(known: KnownPage[], start: string): KnownPage[] {
  const newest = (page: KnownPage): string =>
    page.hints
      .flatMap(({ published, updated }) => published ?? updated ?? [])
      .sort()
      .at(-1) ?? '';
  const rank = (page: KnownPage): string => (page.url === start ? '9999' : newest(page));
  return known
    .filter((page) => page.capture !== undefined && /^(page|document|listing)$/.test(page.role))
    .sort((a, b) => (rank(a) === rank(b) ? (a.url < b.url ? -1 : 1) : rank(a) < rank(b) ? 1 : -1))
    .slice(0, FIRST_PAGES + 1);
}

function sum(a: Receipt, b: Receipt): Receipt {
  const fields = Object.keys(a) as (keyof Receipt)[];
  return Object.fromEntries(fields.map((field) => [field, a[field] + b[field]])) as unknown as Receipt;
}
