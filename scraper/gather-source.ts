/** Gathers one source: asks where its platform points, follows what belongs to it, keeps what it knew when things go wrong. */
import { canonicalAddress } from './address.ts';
import { Arrivals } from './arrivals.ts';
import type { Asker } from './asking.ts';
import { decodeText } from './charset.ts';
import { Checkpoints } from './checkpoints.ts';
import { Failures } from './failures.ts';
import type { FetchResult } from './fetcher.ts';
import { Frontier } from './frontier.ts';
import { emptyReceipt, type Gathered, type GatherParts } from './gathered.ts';
import { isLive, type KnownPage } from './known-page.ts';
import { Ledger } from './ledger.ts';
import type { Answer, Ask, Finding, Platform } from './platform.ts';
import { detectPlatform, platformNamed } from './platforms.ts';
import { Records } from './records.ts';
import { Revisits } from './revisits.ts';
import { Subjects } from './subjects.ts';
import { isMachineList, Territory } from './territory.ts';
import { charsetOf, type Failure, failure } from './transport.ts';

/** Gathers a source. Throws only when what was found can't be stored. */
export async function gatherSource(parts: GatherParts): Promise<Gathered> {
  return new Gathering(parts).run();
}

class Gathering {
  readonly #parts: GatherParts;
  readonly #ledger: Ledger;
  readonly #frontier = new Frontier();
  readonly #result: Gathered;
  readonly #records: Records;
  readonly #revisits: Revisits;
  readonly #failures: Failures;
  readonly #arrivals: Arrivals;
  readonly #checkpoints: Checkpoints;
  readonly #territory: Territory;
  #platform: Platform | undefined;
  #lists = 0;

  constructor(parts: GatherParts) {
    this.#parts = parts;
    this.#ledger = new Ledger(parts.known, parts.now());
    this.#records = new Records({ ...parts, ledger: this.#ledger });
    this.#revisits = new Revisits({ ...parts, ledger: this.#ledger });
    this.#territory = new Territory({ ...parts, records: this.#records.before });
    const subjects = new Subjects(parts);
    this.#checkpoints = new Checkpoints((pages) => parts.checkpoint(pages, subjects.silent));
    const counts = { found: 0, asked: 0, left: 0, changed: false, isInterrupted: false };
    this.#result = {
      pages: [],
      platform: null,
      receipt: emptyReceipt(),
      entryFailures: [],
      failed: [],
      ...counts,
      silent: subjects.silent,
    };
    const shared = {
      ledger: this.#ledger,
      frontier: this.#frontier,
      records: this.#records,
      territory: this.#territory,
      result: this.#result,
    };
    const closed = (): Ask[] => this.#platform?.closed(this.#territory.place) ?? [];
    this.#failures = new Failures({ ...shared, closed });
    const read = (answer: Answer): Finding | undefined => this.#platform?.read(answer, this.#territory.place);
    this.#arrivals = new Arrivals({ ...shared, subjects, failures: this.#failures, limits: parts.limits, read });
  }

  async run(): Promise<Gathered> {
    const { robots, refusal } = await this.#parts.asking.robotsFor(this.#parts.source.url, {
      delaySeconds: this.#parts.source.delaySeconds,
      tally: this.#result.receipt,
    });
    if (refusal) return this.#stopped(failure(this.#parts.source.url, refusal.cause, refusal.message));
    this.#territory.setSitemaps(robots.sitemaps);
    this.#platform = await this.#choosePlatform();
    if (!this.#platform) return this.#finish();
    const { place } = this.#territory;
    const starts = place.starts.map((url): Ask => ({ url, role: 'page', hint: { from: url, via: 'start' } }));
    for (const ask of [...this.#platform.begin(place), ...starts]) this.#frontier.add(this.#asBefore(ask));
    await this.#drain();
    this.#arrivals.isLooking = false;
    this.#result.found += this.#revisits.ledTo((url) => this.#frontier.has(url));
    for (const ask of this.#remembered()) this.#frontier.add(ask);
    await this.#drain();
    await this.#askAgain(this.#revisits.urgent());
    await this.#askAgain(this.#revisits.due());
    return this.#finish();
  }

  #askAgain(asks: Ask[]): Promise<void> {
    for (const ask of asks) this.#frontier.reopen(ask);
    return this.#drain();
  }

  /** A list that has lost its entries looks like a page; it stays a list. */
  #asBefore(ask: Ask): Ask {
    return ask.role === 'page' && this.#ledger.get(ask.url)?.role === 'listing' ? { ...ask, role: 'listing' } : ask;
  }

  #stopped(reason: Failure): Gathered {
    this.#result.entryFailures.push(reason);
    this.#result.isInterrupted ||= reason.cause === 'interrupted';
    return this.#finish();
  }

  #finish(): Gathered {
    this.#result.left = this.#revisits.left;
    this.#result.pages = this.#pagesNow();
    return this.#result;
  }

  #pagesNow(): KnownPage[] {
    const pending = this.#frontier.pending().flatMap(({ from }) => from ?? []);
    return this.#ledger.finish(new Set([...this.#failures.unfinished, ...pending]));
  }

  /** The platform that the registry names, or the one that the first address shows. */
  async #choosePlatform(): Promise<Platform | undefined> {
    const { source } = this.#parts;
    const name = source.platform ?? (await this.#detect(canonicalAddress(source.url) ?? source.url));
    this.#result.platform = name ?? null;
    return name === undefined ? undefined : platformNamed(name);
  }

  async #detect(url: string): Promise<string | undefined> {
    const ask: Ask = { url, role: 'page' };
    const first = await this.#fetch(ask);
    if (first.kind === 'failure') {
      this.#failures.add(ask, first);
      return undefined;
    }
    const text = decodeText((await first.body()) ?? new Uint8Array(0), charsetOf(first.headers));
    return (await detectPlatform({ url: first.url, mediaType: first.mediaType, text })).platform;
  }

  async #drain(): Promise<void> {
    for (let ask = this.#frontier.next(); ask; ask = this.#frontier.next()) {
      if (this.#parts.signal?.aborted) {
        this.#result.isInterrupted = true;
        return;
      }
      const isCounted = ask.role === 'page' || ask.role === 'document';
      const { maxLists = Number.POSITIVE_INFINITY } = this.#parts;
      if (isCounted ? this.#isStrange(ask) || this.#isFull(ask) || this.#mayWait(ask) : this.#lists >= maxLists)
        continue;
      if (isCounted) this.#result.asked += 1;
      else this.#lists += 1;
      const result = await this.#fetch(ask);
      this.#parts.onAnswer?.(ask.url, result.status);
      if (result.kind === 'failure') this.#failures.add(ask, result);
      else await this.#arrivals.add(ask, result);
      if (isCounted) await this.#checkpoints.after(this.#result.asked, () => this.#pagesNow());
    }
  }

  /** A site in other hands has nothing new for us; what is known may still be there. */
  #isStrange(ask: Ask): boolean {
    const isTaken = this.#result.entryFailures.some(({ cause }) => cause === 'other-content');
    return isTaken && !this.#ledger.get(ask.url);
  }

  /** A run that was told to stay small has to come back to where it stopped. */
  #isFull(ask: Ask): boolean {
    const { maxPages, source } = this.#parts;
    if (this.#result.asked + this.#revisits.left < maxPages) return false;
    if (ask.from && maxPages < source.maxPages) this.#failures.unfinished.add(ask.from);
    return true;
  }

  /** A known page that the source still names is as good as found, asked for or not. */
  #mayWait(ask: Ask): boolean {
    if (this.#territory.starts.includes(ask.url) || !this.#revisits.mayWait(ask)) return false;
    const known = this.#ledger.get(ask.url);
    if (this.#arrivals.isLooking && known && isLive(known)) this.#result.found += 1;
    return true;
  }

  #fetch(ask: Ask): Promise<FetchResult> {
    const { source, fetcher } = this.#parts;
    const asker: Asker = {
      delaySeconds: source.delaySeconds,
      tally: this.#result.receipt,
      knownAt: (url) => this.#ledger.get(url),
      isListing: ask.role === 'listing' || this.#territory.starts.includes(ask.url),
      rendered: source.render === 'browser' && (ask.role === 'page' || ask.role === 'listing'),
    };
    return fetcher.fetch(ask.url, asker);
  }

  /** What was known and hasn't come up by itself: still there? A record of an interface that is down for now isn't asked for as a page. */
  #remembered(): Ask[] {
    return this.#ledger.known().flatMap((page): Ask[] => {
      if (!this.#territory.keeps(page)) this.#ledger.forget(page.url);
      if (!this.#territory.keeps(page) || isMachineList(page.role) || page.state !== 'live') return [];
      if (this.#failures.apiFailed && page.mediaType.startsWith('application/vnd.samla.')) return [];
      return [{ url: page.url, role: page.role }];
    });
  }
}
