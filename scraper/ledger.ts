/** What a source knows of its addresses while it is gathered: last run's knowledge, brought up to date. */
import type { Fetched } from './fetcher.ts';
import type { CaptureRef, Hint, KnownPage, Role, Via } from './known-page.ts';
import type { PostRecord } from './platform.ts';
import { charsetOf, type Failure } from './transport.ts';

/** After so many days without a page it counts as gone. */
const DAYS_UNTIL_GONE = 3;
/** Hints kept of a page. */
export const HINTS_KEPT = 8;
const VIA_ORDER: Via[] = ['api', 'feed', 'sitemap', 'listing', 'start', 'link'];

/** The addresses of one source. */
export class Ledger {
  readonly #pages = new Map<string, KnownPage>();
  readonly #byAlias = new Map<string, string>();
  readonly #byKey = new Map<string, string>();
  readonly #hints = new Map<string, Hint[]>();
  /** Addresses that were read in this run: what they said before is replaced by what they say now. */
  readonly #read = new Set<string>();
  readonly #now: string;

  constructor(pages: KnownPage[], now: Date) {
    this.#now = now.toISOString();
    for (const page of pages) {
      this.#pages.set(page.url, page);
      for (const alias of page.aliases) this.#byAlias.set(alias, page.url);
      if (page.record) this.#byKey.set(page.record.key, page.url);
    }
  }

  get(url: string): KnownPage | undefined {
    return this.#pages.get(url);
  }

  /** The address that another one is known to redirect to; the same address when none is known. */
  resolve(url: string): string {
    return this.#pages.has(url) ? url : (this.#byAlias.get(url) ?? url);
  }

  /** All pages as last known. */
  known(): KnownPage[] {
    return [...this.#pages.values()];
  }

  forget(url: string): void {
    this.#pages.delete(url);
  }

  /** Remembers what was said of an address. */
  hint(url: string, hint: Hint): void {
    const hints = this.#hints.get(url) ?? [];
    hints.push(hint);
    // The best of all are the best of the best and the rest.
    this.#hints.set(url, hints.length < HINTS_KEPT * 8 ? hints : bestHints(hints));
  }

  /** Everything that this address says of others in this run has been or will be given to {@link hint}. */
  markRead(url: string): void {
    this.#read.add(url);
  }

  /** What was said in this run of a page, under any of its addresses. */
  saidOf({ url, aliases }: KnownPage): Hint[] {
    return [url, ...aliases].flatMap((address) => this.#hints.get(address) ?? []);
  }

  /** An address answered with content. `isVisit`: it counts for when it is asked for again. */
  arrived(fetched: Fetched, role: Role, isVisit: boolean): void {
    const { url, status, mediaType, digest, capture, capturedAt, headers } = fetched;
    const before = this.#pages.get(url);
    const moved = fetched.aliases.filter((alias) => !fetched.isPassing || this.#hasLeft(alias, url));
    const aliases = [...new Set([...(before?.aliases ?? []), ...moved])].filter((alias) => alias !== url).sort();
    for (const alias of moved) this.#moved(alias, url);
    const charset = charsetOf(headers);
    this.#pages.set(url, {
      url,
      aliases,
      role,
      state: 'live',
      status,
      mediaType,
      ...(charset && { charset }),
      ...(headers.etag && { etag: headers.etag }),
      ...(headers['last-modified'] && { lastModified: headers['last-modified'] }),
      digest,
      capture,
      firstSeen: before?.firstSeen ?? capturedAt,
      capturedAt,
      ...(isVisit && this.#visit(before, digest)),
      hints: before?.hints ?? [],
    });
  }

  /** Several visits on one day prove no more than one. */
  #visit(before: KnownPage | undefined, digest: string): Pick<KnownPage, 'visited' | 'unchanged'> {
    const visited = this.#now.slice(0, 10);
    const unchanged = before?.digest === digest ? (before.unchanged ?? 0) + (before.visited === visited ? 0 : 1) : 0;
    return { visited, ...(unchanged > 0 && { unchanged }) };
  }

  /** One record of an interface; says whether it was new or changed. `store` is called only then. */
  async record(
    { url, key, version, mediaType }: PostRecord,
    digest: string,
    store: () => Promise<CaptureRef>,
  ): Promise<boolean> {
    const before = this.#moveRecord(key, url);
    const isSame = before?.digest === digest && before.capture !== undefined;
    const capturedAt = isSame ? (before.capturedAt ?? this.#now) : this.#now;
    const capture = isSame && before.capture ? before.capture : await store();
    this.#pages.set(url, {
      url,
      aliases: before?.aliases ?? [],
      role: 'page',
      state: 'live',
      status: 200,
      mediaType,
      digest,
      capture,
      record: { key, version },
      firstSeen: before?.firstSeen ?? capturedAt,
      capturedAt,
      hints: before?.hints ?? [],
    });
    this.#byKey.set(key, url);
    return !isSame;
  }

  /** What is known of a record; when it has a new address, the old one becomes an alias. */
  #moveRecord(key: string, url: string): KnownPage | undefined {
    const there = this.#pages.get(url);
    const old = this.#pages.get(this.#byKey.get(key) ?? url);
    if (!old || old.url === url) return there;
    this.#pages.delete(old.url);
    this.#read.add(old.url);
    for (const alias of [old.url, ...old.aliases]) this.#byAlias.set(alias, url);
    const aliases = new Set([...(there?.aliases ?? []), ...old.aliases, old.url]);
    aliases.delete(url);
    return { ...(there ?? old), aliases: [...aliases].sort(), firstSeen: old.firstSeen ?? this.#now };
  }

  /** An address is still there as it is known, whatever it was reproached with. */
  confirm(url: string): void {
    const page = this.#pages.get(url);
    if (!page?.failure) return;
    const { failure: _, ...rest } = page;
    this.#pages.set(url, { ...rest, status: 200 });
  }

  /** Addresses that redirect to a known one. */
  lead(aliases: string[], url: string): void {
    const page = this.#pages.get(url);
    if (!page || aliases.length === 0) return;
    for (const alias of aliases) this.#moved(alias, url);
    const all = new Set([...page.aliases, ...aliases]);
    all.delete(url);
    this.#pages.set(url, { ...page, aliases: [...all].sort() });
  }

  /** A stored page that redirects "for now" is taken at its word for some days; then it has moved. */
  #hasLeft(url: string, to: string): boolean {
    const page = this.#pages.get(url);
    if (!page?.capture || page.state === 'moved') return true;
    const message = `${url} shows ${to} for now`;
    this.failed(url, { kind: 'failure', url, cause: 'redirected', message, status: 302 }, page.role);
    return (this.#pages.get(url)?.failure?.runs ?? 0) >= DAYS_UNTIL_GONE;
  }

  /** An address that was stored before and now redirects elsewhere. */
  #moved(url: string, to: string): void {
    this.#byAlias.set(url, to);
    const page = this.#pages.get(url);
    if (!page) return;
    const { failure: _, ...rest } = page;
    if (page.capture) this.#pages.set(url, { ...rest, state: 'moved', visited: this.#now.slice(0, 10) });
    else this.#pages.delete(url);
  }

  /** An address brought nothing. What is known of it stays; only proof that it is gone changes its state. */
  failed(url: string, failure: Failure, role: Role): void {
    const before = this.#pages.get(url);
    const day = this.#now.slice(0, 10);
    const last = before?.failure?.cause === failure.cause ? before.failure : undefined;
    const runs = last ? last.runs + (last.day === day ? 0 : 1) : 1;
    const isGone = failure.cause === 'gone' || (failure.cause === 'not-found' && runs >= DAYS_UNTIL_GONE);
    this.#pages.set(url, {
      ...(before ?? { url, aliases: [], role, mediaType: '', hints: [] }),
      state: isGone ? 'gone' : before?.state === 'gone' && failure.cause === 'not-found' ? 'gone' : 'live',
      status: failure.status,
      failure: {
        cause: failure.cause,
        message: failure.message,
        since: last?.since ?? this.#now,
        runs,
        day,
      },
    });
  }

  /** The pages as they are now, with what was said of them. `unfinished`: what led from these to others has yet to be followed. */
  finish(unfinished: ReadonlySet<string>): KnownPage[] {
    return this.known().map((page) => {
      const kept = page.hints.filter((hint) => !this.#read.has(hint.from));
      const { visited, ...rest } = page;
      const isDone = visited !== undefined && !unfinished.has(page.url);
      return { ...rest, ...(isDone && { visited }), hints: bestHints([...this.saidOf(page), ...kept]) };
    });
  }
}

/** The few that tell most, in an order that doesn't depend on who spoke first. */
function bestHints(hints: Hint[]): Hint[] {
  const distinct = new Map(
    hints.map((hint) => [
      JSON.stringify([hint.via, hint.from, hint.text, hint.teaser, hint.label, hint.published, hint.updated]),
      hint,
    ]),
  );
  return [...distinct]
    .sort(([a, one], [b, two]) => VIA_ORDER.indexOf(one.via) - VIA_ORDER.indexOf(two.via) || (a < b ? -1 : 1))
    .slice(0, HINTS_KEPT)
    .map(([, hint]) => hint);
}
