/** Gathers one source: asks where its platform points, follows what belongs to it, keeps what it knew when things go wrong. */
import { canonicalAddress } from './address.ts';
import type { Asker } from './asking.ts';
import { decodeText } from './charset.ts';
import { Checkpoints } from './checkpoints.ts';
import { contentOf } from './document-address.ts';
import { Failures } from './failures.ts';
import type { Fetched, FetchResult } from './fetcher.ts';
import { followRecord } from './follow.ts';
import { Frontier } from './frontier.ts';
import { emptyReceipt, type Gathered, type GatherParts } from './gathered.ts';
import { isLive, type KnownPage, type Role } from './known-page.ts';
import { Ledger } from './ledger.ts';
import { PageTurner } from './page-turner.ts';
import type { Ask, Platform, PostRecord } from './platform.ts';
import { detectPlatform, platformNamed } from './platforms.ts';
import { Records } from './records.ts';
import { Revisits } from './revisits.ts';
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
  readonly #turner: PageTurner;
  readonly #checkpoints: Checkpoints;
  readonly #territory: Territory;
  #platform: Platform | undefined;
  #looking = true;
  #lists = 0;

  constructor(parts: GatherParts) {
    this.#parts = parts;
    this.#ledger = new Ledger(parts.known, parts.now());
    this.#records = new Records({ ...parts, ledger: this.#ledger });
    this.#revisits = new Revisits({ ...parts, ledger: this.#ledger });
    this.#territory = new Territory({ ...parts, records: this.#records.before });
    this.#checkpoints = new Checkpoints(parts.checkpoint);
    this.#turner = new PageTurner(parts.limits.listingPages);
    const counts = { found: 0, asked: 0, left: 0, changed: false, isInterrupted: false };
    this.#result = { pages: [], platform: null, receipt: emptyReceipt(), entryFailures: [], failed: [], ...counts };
    const [ledger, frontier, records, territory] = [this.#ledger, this.#frontier, this.#records, this.#territory];
    const closed = (): Ask[] => this.#platform?.closed(territory.place) ?? [];
    this.#failures = new Failures({ ledger, frontier, records, territory, result: this.#result, closed });
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
    this.#looking = false;
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
      if (isCounted ? this.#isFull(ask) || this.#mayWait(ask) : this.#lists >= maxLists) continue;
      if (isCounted) this.#result.asked += 1;
      else this.#lists += 1;
      const result = await this.#fetch(ask);
      this.#parts.onAnswer?.(ask.url, result.status);
      if (result.kind === 'failure') this.#failures.add(ask, result);
      else await this.#arrived(ask, result);
      if (isCounted) await this.#checkpoints.after(this.#result.asked, () => this.#pagesNow());
    }
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
    if (this.#looking && known && isLive(known)) this.#result.found += 1;
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

  async #arrived(ask: Ask, fetched: Fetched): Promise<void> {
    for (const url of [fetched.url, ...fetched.aliases]) this.#frontier.skip(url);
    if (this.#territory.starts.includes(ask.url) && fetched.url !== ask.url) this.#territory.startMoved(fetched.url);
    const isDocument = contentOf(fetched.mediaType, fetched.url) === 'document';
    const role: Role = isDocument ? 'document' : ask.role === 'document' ? 'page' : ask.role;
    if (!this.#territory.belongs(fetched.url, role)) return this.#wrongPlace(ask, fetched);
    if (fetched.isNew) this.#result.changed = true;
    if (isDocument) return this.#keep(ask, fetched, role);
    const body = await fetched.body();
    if (!body)
      return this.#failures.add(ask, failure(ask.url, 'broken-body', `${ask.url}: its stored original is lost`));
    await this.#read(ask, fetched, { role, text: decodeText(body, charsetOf(fetched.headers)) });
  }

  async #read(ask: Ask, fetched: Fetched, { role, text }: { role: Role; text: string }): Promise<void> {
    const { url, mediaType, headers, status } = fetched;
    const answer = { url, role, mediaType, headers, text, depth: ask.depth ?? 0, isPassing: ask.isPassing ?? false };
    const finding = this.#platform?.read(answer, this.#territory.place);
    if (!finding || finding.isClosed) {
      const expected = ask.role === 'api' ? 'JSON' : `a ${ask.role}`;
      const message = `${url}: expected ${expected}, got ${mediaType || 'no media type'}`;
      return this.#failures.add(ask, failure(ask.url, 'unwanted-type', message, status));
    }
    this.#keep(ask, fetched, finding.role ?? role);
    for (const record of finding.records) await this.#record(record, fetched);
    for (const name of finding.names ?? []) if (this.#records.confirm(name)) this.#given(name.url);
    this.#follow(url, finding.asks, this.#turner.turnsOn(url, this.#newIn(finding.asks)));
  }

  /** What of a list is worth turning it for: where an interface gives the records, only what it has not given. */
  #newIn(asks: Ask[]): Ask[] {
    const { isOpen } = this.#records;
    return asks.filter(({ url, role }) => !isOpen || (this.#territory.belongs(url, role) && !this.#frontier.has(url)));
  }

  /** A document's address that holds a page of no interest, or an address that has moved out of the source. */
  #wrongPlace(ask: Ask, { url, status }: Fetched): void {
    if (ask.role === 'document') {
      this.#failures.add(ask, failure(ask.url, 'unwanted-type', `${ask.url} holds no document`, status));
    } else if (url !== ask.url) {
      this.#failures.add(
        ask,
        failure(ask.url, 'moved-away', `${ask.url} has moved to ${url}, outside the source`, status),
      );
    }
  }

  #keep(ask: Ask, fetched: Fetched, role: Role): void {
    this.#ledger.markRead(fetched.url);
    if (ask.hint) this.#ledger.hint(fetched.url, ask.hint);
    if (ask.isPassing) return;
    // What an interface gave is the page; its HTML only led here.
    if (this.#records.has(fetched.url)) this.#ledger.lead(fetched.aliases, fetched.url);
    else if (this.#failures.isDropped(fetched.url)) this.#ledger.confirm(fetched.url);
    else this.#arrivedAs(role, fetched);
  }

  #arrivedAs(role: Role, fetched: Fetched): void {
    const isVisit = (role === 'page' || role === 'document') && !this.#territory.starts.includes(fetched.url);
    this.#ledger.arrived(fetched, role, isVisit);
    if (this.#looking && (role === 'page' || role === 'document')) this.#result.found += 1;
  }

  async #record(record: PostRecord, from: Fetched): Promise<void> {
    if (!this.#territory.isPage(record.url)) return;
    const isNew = await this.#records.keep(record, from.capture);
    if (isNew) this.#result.receipt.stored += 1;
    this.#result.changed ||= isNew;
    this.#given(record.url);
    this.#follow(record.url, followRecord(record, this.#territory.place), false);
  }

  #given(url: string): void {
    if (!this.#territory.starts.includes(url)) this.#frontier.skip(url);
    this.#result.found += 1;
  }

  #follow(from: string, asks: Ask[], turn: boolean): void {
    for (const ask of asks) {
      const url = this.#ledger.resolve(ask.url);
      if (!this.#territory.belongs(url, ask.role)) continue;
      if (ask.hint) this.#ledger.hint(url, ask.hint);
      if (ask.role !== 'listing' || turn) this.#frontier.add({ ...ask, url, from });
    }
  }
}
