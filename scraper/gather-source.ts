/** Gathers one source: asks where its platform points, follows what belongs to it, keeps what it knew when things go wrong. */
import { canonicalAddress, siteOf } from './address.ts';
import { type CaptureStore, digestOf } from './captures/store.ts';
import { decodeText } from './charset.ts';
import { contentOf } from './document-address.ts';
import type { Asker, Fetched, Fetcher, FetchResult } from './fetcher.ts';
import { followPage } from './follow.ts';
import { Frontier } from './frontier.ts';
import type { KnownPage, Role } from './known-page.ts';
import { Ledger } from './ledger.ts';
import type { Limits } from './limits.ts';
import type { Receipt } from './outcome.ts';
import { listKey } from './pager.ts';
import type { Answer, Ask, Finding, Place, Platform, PostRecord } from './platform.ts';
import { detectPlatform, platforms } from './platforms.ts';
import type { Source } from './registry.ts';
import { type Scope, scopeOf } from './scope.ts';
import { charsetOf, type Failure, failure } from './transport.ts';

/** What gathering a source works with. */
export interface GatherParts {
  source: Source;
  known: KnownPage[];
  fetcher: Fetcher;
  store: CaptureStore;
  limits: Limits;
  /** At most so many pages and documents. */
  maxPages: number;
  /** Hosts of the community's other sources, from which documents may come. */
  sites: ReadonlySet<string>;
  signal?: AbortSignal | undefined;
  now(): Date;
  /** Called now and then with what is known so far. */
  checkpoint(pages: KnownPage[]): Promise<void>;
  onAnswer?(url: string, status: number): void;
}

/** What gathering brought, for {@link judge} to judge. */
export interface Gathered {
  pages: KnownPage[];
  platform: string | null;
  receipt: Receipt;
  /** Registered addresses and interfaces that could not be read. */
  entryFailures: Failure[];
  /** Pages and documents that answered, found by looking and not by memory. */
  found: number;
  asked: number;
  failed: Failure[];
  changed: boolean;
  isInterrupted: boolean;
}

const CHECKPOINT_EVERY = 50;
/** What says something about the whole host or run, not about the address. */
const NOT_THE_PAGES_FAULT = new Set([
  'host-paused',
  'interrupted',
  'robots',
  'robots-unreachable',
  'denied',
  'no-browser',
  'not-archived',
]);

/** Gathers a source. Throws only when what was found can't be stored. */
export async function gatherSource(parts: GatherParts): Promise<Gathered> {
  const gathering = new Gathering(parts);
  return gathering.run();
}

class Gathering {
  readonly #parts: GatherParts;
  readonly #ledger: Ledger;
  readonly #frontier = new Frontier();
  readonly #result: Gathered;
  /** Addresses that an interface gave in this run. */
  readonly #recorded = new Set<string>();
  readonly #listed = new Map<string, { pages: number; urls: Set<string> }>();
  #scope: Scope;
  #place: Place;
  #platform: Platform | undefined;
  #looking = true;
  #isClosed = false;
  #apiFailed = false;

  constructor(parts: GatherParts) {
    this.#parts = parts;
    this.#ledger = new Ledger(parts.known, parts.now());
    this.#scope = scopeOf(parts.source, parts.sites);
    this.#place = this.#placeFor([]);
    const receipt: Receipt = {
      requests: 0,
      bytes: 0,
      notModified: 0,
      stored: 0,
      waitedMs: 0,
      robotsRefused: 0,
      browserMs: 0,
    };
    this.#result = {
      pages: [],
      platform: null,
      receipt,
      entryFailures: [],
      found: 0,
      asked: 0,
      failed: [],
      changed: false,
      isInterrupted: false,
    };
  }

  async run(): Promise<Gathered> {
    const { robots, refusal } = await this.#parts.fetcher.robotsFor(this.#parts.source.url, {
      delaySeconds: this.#parts.source.delaySeconds,
      tally: this.#result.receipt,
    });
    if (refusal) return this.#stopped(failure(this.#parts.source.url, refusal.cause, refusal.message));
    this.#place = this.#placeFor(robots.sitemaps);
    this.#platform = await this.#choosePlatform();
    if (!this.#platform) return this.#finish();
    const starts = this.#scope.starts.map((url): Ask => ({ url, role: 'page', hint: { from: url, via: 'start' } }));
    for (const ask of [...this.#platform.begin(this.#place), ...starts]) this.#frontier.add(this.#asBefore(ask));
    await this.#drain();
    this.#looking = false;
    for (const ask of this.#remembered()) this.#frontier.add(ask);
    await this.#drain();
    return this.#finish();
  }

  /** A list that has lost its entries looks like a page; it stays a list. */
  #asBefore(ask: Ask): Ask {
    return ask.role === 'page' && this.#ledger.get(ask.url)?.role === 'listing' ? { ...ask, role: 'listing' } : ask;
  }

  #placeFor(sitemaps: string[]): Place {
    const site = siteOf(this.#parts.source.url);
    const own = sitemaps
      .flatMap((url) => canonicalAddress(url, this.#parts.source.url) ?? [])
      .filter((url) => siteOf(url) === site);
    return { starts: this.#scope.starts, sitemaps: own, isPage: (url) => this.#scope.isPage(url) };
  }

  #stopped(reason: Failure): Gathered {
    this.#result.entryFailures.push(reason);
    this.#result.isInterrupted = reason.cause === 'interrupted';
    return this.#finish();
  }

  #finish(): Gathered {
    this.#result.pages = this.#ledger.finish();
    return this.#result;
  }

  /** The platform that the registry names, or the one that the first address shows. */
  async #choosePlatform(): Promise<Platform | undefined> {
    const shelf = await platforms();
    const { platform: named, url } = this.#parts.source;
    let name = named;
    if (!name) {
      const start = canonicalAddress(url) ?? url;
      const first = await this.#fetch({ url: start, role: 'page' });
      if (first.kind === 'failure') {
        await this.#failed({ url: start, role: 'page' }, first);
        return undefined;
      }
      const text = decodeText((await first.body()) ?? new Uint8Array(0), charsetOf(first.headers));
      name = (await detectPlatform({ url: first.url, mediaType: first.mediaType, text })).platform;
    }
    this.#result.platform = name;
    const platform = shelf.get(name);
    if (!platform)
      throw new Error(`${this.#parts.source.id}: platform ${name} is not one of ${[...shelf.keys()].join(', ')}`);
    return platform;
  }

  async #drain(): Promise<void> {
    for (let ask = this.#frontier.next(); ask; ask = this.#frontier.next()) {
      if (this.#parts.signal?.aborted) {
        this.#result.isInterrupted = true;
        return;
      }
      const isCounted = ask.role === 'page' || ask.role === 'document';
      if (isCounted && this.#result.asked >= this.#parts.maxPages) continue;
      if (isCounted) this.#result.asked += 1;
      const result = await this.#fetch(ask);
      this.#parts.onAnswer?.(ask.url, result.status);
      if (result.kind === 'failure') await this.#failed(ask, result);
      else await this.#arrived(ask, result);
      if (isCounted && this.#result.asked % CHECKPOINT_EVERY === 0) await this.#parts.checkpoint(this.#ledger.finish());
    }
  }

  #fetch(ask: Ask): Promise<FetchResult> {
    const { source, fetcher } = this.#parts;
    const asker: Asker = {
      delaySeconds: source.delaySeconds,
      tally: this.#result.receipt,
      known: this.#ledger.get(ask.url),
      isListing: ask.role === 'listing' || this.#scope.starts.includes(ask.url),
      rendered: source.render === 'browser' && (ask.role === 'page' || ask.role === 'listing'),
    };
    return fetcher.fetch(ask.url, asker);
  }

  /** What was known and hasn't come up by itself: still there? A record of an interface that is down for now isn't asked for as a page. */
  #remembered(): Ask[] {
    const asks: Ask[] = [];
    for (const page of this.#ledger.known()) {
      const belongs = page.role === 'document' ? this.#scope.isDocument(page.url) : this.#scope.isPage(page.url);
      const isList = page.role === 'api' || page.role === 'feed' || page.role === 'sitemap';
      if (!belongs && !isList) this.#ledger.forget(page.url);
      if (!belongs || isList || page.state !== 'live') continue;
      if (this.#apiFailed && page.mediaType.startsWith('application/vnd.samla.')) continue;
      asks.push({ url: page.url, role: page.role });
    }
    return asks;
  }

  async #failed(ask: Ask, reason: Failure): Promise<void> {
    if (reason.cause === 'interrupted') {
      this.#result.isInterrupted = true;
      return;
    }
    const isStart = this.#scope.starts.includes(ask.url);
    if (ask.role === 'api') return this.#closed(reason);
    if (isStart) this.#result.entryFailures.push(reason);
    const isHelper = ask.role === 'feed' || ask.role === 'sitemap' || ask.role === 'listing';
    if (isHelper && !isStart) {
      if (reason.cause === 'not-found' || reason.cause === 'gone') this.#ledger.forget(ask.url);
      return;
    }
    if (!isStart) this.#result.failed.push(reason);
    if (!NOT_THE_PAGES_FAULT.has(reason.cause)) this.#ledger.failed(ask.url, reason, ask.role);
  }

  /** A closed interface has another way in; one that is down for the moment does not: its pages stay as they were. */
  #closed(reason: Failure): void {
    const isForGood = [
      'forbidden',
      'not-found',
      'gone',
      'client-error',
      'unwanted-type',
      'login',
      'robots',
      'not-archived',
    ].includes(reason.cause);
    if (!isForGood) {
      this.#apiFailed = true;
      this.#result.entryFailures.push(reason);
      return;
    }
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const ask of this.#platform?.closed(this.#place) ?? []) this.#frontier.add(ask);
  }

  async #arrived(ask: Ask, fetched: Fetched): Promise<void> {
    for (const url of [fetched.url, ...fetched.aliases]) this.#frontier.skip(url);
    const isStart = this.#scope.starts.includes(ask.url);
    if (isStart && fetched.url !== ask.url) this.#startMoved(fetched.url);
    const content = contentOf(fetched.mediaType, fetched.url);
    const role: Role = content === 'document' ? 'document' : ask.role === 'document' ? 'page' : ask.role;
    if (!this.#belongs(fetched.url, role)) {
      if (ask.role === 'document')
        await this.#failed(ask, failure(ask.url, 'unwanted-type', `${ask.url} holds no document`, fetched.status));
      return;
    }
    if (fetched.isNew) this.#result.changed = true;
    if (role === 'document') return this.#keep(ask, fetched, role);
    const body = await fetched.body();
    if (!body)
      return this.#failed(
        ask,
        failure(ask.url, 'broken-body', `${ask.url}: its stored original is lost`, fetched.status),
      );
    const text = decodeText(body, charsetOf(fetched.headers));
    const answer: Answer = {
      url: fetched.url,
      role,
      mediaType: fetched.mediaType,
      headers: fetched.headers,
      text,
      depth: ask.depth ?? 0,
    };
    const finding = this.#platform?.read(answer, this.#place) ?? { asks: [], records: [] };
    if (finding.isClosed) return this.#promisedOtherwise(ask, fetched);
    this.#keep(ask, fetched, finding.role ?? role);
    for (const record of finding.records) await this.#record(record, fetched);
    this.#follow(finding.asks, this.#turnsOn(answer, finding));
  }

  #belongs(url: string, role: Role): boolean {
    if (role === 'document') return this.#scope.isDocument(url);
    if (role === 'page' || role === 'listing') return this.#scope.isPage(url);
    return this.#scope.starts.some((start) => siteOf(start) === siteOf(url));
  }

  /** A registered address that redirects takes its scope along, within its site. */
  #startMoved(url: string): void {
    const { source, sites } = this.#parts;
    if (siteOf(url) !== siteOf(source.url)) return;
    const include = source.include && [...source.include, new URL(url).pathname];
    this.#scope = scopeOf({ ...source, start: [...source.start, url], ...(include && { include }) }, sites);
    this.#place = { ...this.#place, starts: this.#scope.starts, isPage: (other) => this.#scope.isPage(other) };
  }

  async #promisedOtherwise(ask: Ask, fetched: Fetched): Promise<void> {
    const reason = failure(
      ask.url,
      'unwanted-type',
      `${fetched.url}: expected ${ask.role === 'api' ? 'JSON' : `a ${ask.role}`}, got ${fetched.mediaType || 'no media type'}`,
      fetched.status,
    );
    await this.#failed(ask, reason);
  }

  #keep(ask: Ask, fetched: Fetched, role: Role): void {
    this.#ledger.markRead(fetched.url);
    if (ask.hint) this.#ledger.hint(fetched.url, ask.hint);
    // What an interface gave is the page; its HTML only led here.
    if (this.#recorded.has(fetched.url)) return;
    this.#ledger.arrived(fetched, role);
    if (this.#looking && (role === 'page' || role === 'document')) this.#result.found += 1;
  }

  async #record(record: PostRecord, from: Fetched): Promise<void> {
    if (!this.#scope.isPage(record.url)) return;
    const body = new TextEncoder().encode(record.body);
    const { store, now } = this.#parts;
    const isNew = await this.#ledger.record(record.url, { mediaType: record.mediaType, digest: digestOf(body) }, () =>
      store.storeConversion({
        url: record.url,
        mediaType: record.mediaType,
        body,
        capturedAt: now(),
        from: from.capture,
      }),
    );
    if (isNew) {
      this.#result.changed = true;
      this.#result.receipt.stored += 1;
    }
    this.#recorded.add(record.url);
    this.#frontier.skip(record.url);
    this.#result.found += 1;
    this.#ledger.hint(record.url, record.hint);
    this.#ledger.markRead(record.url);
    const answer: Answer = {
      url: record.url,
      role: 'page',
      mediaType: 'text/html',
      headers: {},
      text: record.html,
      depth: 0,
    };
    this.#follow(followPage(answer, { ...this.#place, starts: [] }).asks, false);
  }

  /** Whether a list's further pages are worth turning to: it has brought something new, and there is an end to it. */
  #turnsOn(answer: Answer, finding: Finding): boolean {
    const key = listKey(answer.url);
    const list = this.#listed.get(key) ?? { pages: 0, urls: new Set<string>() };
    this.#listed.set(key, list);
    const before = list.urls.size;
    for (const ask of finding.asks) if (ask.role === 'page' || ask.role === 'document') list.urls.add(ask.url);
    list.pages += 1;
    return list.urls.size > before && list.pages < this.#parts.limits.listingPages;
  }

  #follow(asks: Ask[], turn: boolean): void {
    for (const ask of asks) {
      const url = this.#ledger.resolve(ask.url);
      if (!this.#belongs(url, ask.role)) continue;
      if (ask.hint) this.#ledger.hint(url, ask.hint);
      if (ask.role !== 'listing' || turn) this.#frontier.add({ ...ask, url });
    }
  }
}
