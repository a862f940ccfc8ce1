/** Brings one address for all sources of a run: gate, robots, politeness, redirects, what the answer really is, and its original stored. */
import { canonicalAddress, siteOf } from './address.ts';
import type { CaptureReader } from './captures/capture.ts';
import { type CaptureStore, digestOf } from './captures/store.ts';
import type { Cause } from './causes.ts';
import { decodeText } from './charset.ts';
import { isDenied } from './denied.ts';
import { contentOf } from './document-address.ts';
import { impostor, isLoginAddress } from './impostor.ts';
import type { CaptureRef, KnownPage } from './known-page.ts';
import type { Limits } from './limits.ts';
import type { Receipt } from './outcome.ts';
import type { Politeness } from './politeness.ts';
import { isRedirect, type RobotsResult, type RobotsStore } from './robots-store.ts';
import {
  charsetOf,
  type Failure,
  failure,
  mediaTypeOf,
  type Outcome,
  type Response,
  type Transport,
} from './transport.ts';

/** Who asks. */
export interface Asker {
  delaySeconds: number;
  tally: Receipt;
  /** What the source knows of the address: validators and where its original lies. */
  known?: KnownPage | undefined;
  isListing: boolean;
  /** Through the browser. */
  rendered: boolean;
  /** A script or answer that a shown page is made of: any type will do, and no pause comes before it. */
  isPart?: boolean;
}

/** An address that answered with content. */
export interface Fetched {
  kind: 'fetched';
  /** The address that answered. */
  url: string;
  /** The addresses that redirected to it. */
  aliases: string[];
  status: number;
  headers: Record<string, string>;
  mediaType: string;
  digest: string;
  capture: CaptureRef;
  capturedAt: string;
  /** The body differs from the one that was known. */
  isNew: boolean;
  /** From memory the first time, then from the store; `undefined` when the store has lost it. */
  body(): Promise<Uint8Array | undefined>;
}

/** What came of asking. `redirectedTo`: where the address pointed when it could not be followed to content. */
export type FetchResult = Fetched | (Failure & { redirectedTo?: string });

/** What a fetcher works with. */
export interface FetcherParts {
  http: Transport;
  browser?: Transport | undefined;
  robots: RobotsStore;
  politeness: Politeness;
  store: CaptureStore;
  reader: CaptureReader;
  /** Names of the WARC files that are there: an original that was lost must be asked for without conditions. */
  files: Set<string>;
  limits: Limits;
  /** Hosts (see `siteOf`) that redirects may lead to. */
  sites: ReadonlySet<string>;
  signal: AbortSignal | undefined;
  now(): Date;
}

/** One for a whole run: an address wanted twice is asked for once. */
export class Fetcher {
  readonly #parts: FetcherParts;
  readonly #asked = new Map<string, Promise<FetchResult>>();
  /** The same, where the answer has come: a redirect may lead to one of them, but must never wait for one (two could wait for each other). */
  readonly #settled = new Map<string, FetchResult>();

  constructor(parts: FetcherParts) {
    this.#parts = parts;
  }

  /** Fetches an address (canonical), or gives what another source has fetched already. */
  fetch(url: string, asker: Asker): Promise<FetchResult> {
    const key = `${asker.rendered ? 'browser' : 'http'} ${url}`;
    const before = this.#asked.get(key);
    if (before) return before;
    const asked = this.#follow(url, asker).then((result) => this.#settle(key, result));
    this.#asked.set(key, asked);
    return asked;
  }

  #settle(key: string, result: FetchResult): FetchResult {
    this.#settled.set(key, result);
    const own = `${key.split(' ', 1)[0]} ${result.url}`;
    if (result.kind === 'fetched' && own !== key && !this.#asked.has(own)) {
      const direct: FetchResult = { ...result, aliases: [] };
      this.#asked.set(own, Promise.resolve(direct));
      this.#settled.set(own, direct);
    }
    return result;
  }

  /** The rules of an address's host. */
  robotsFor(url: string, asker: Pick<Asker, 'delaySeconds' | 'tally'>): Promise<RobotsResult> {
    return this.#parts.robots.rulesFor(url, (address) =>
      this.#politely(address, { ...asker, delayMs: asker.delaySeconds * 1000 }, () =>
        this.#parts.http.get({ url: address, bodyLimit: () => this.#parts.limits.listBytes, ...this.#signal() }),
      ),
    );
  }

  /** One plain request through gate, robots and politeness, no redirect followed, nothing stored. The browser loads through this too. */
  async ask(url: string, asker: Asker): Promise<Outcome> {
    if (isDenied(url)) return failure(url, 'denied', `${url}: post lists and access portals are never asked for`);
    const { robots, refusal } = await this.robotsFor(url, asker);
    if (refusal) return failure(url, refusal.cause, refusal.message);
    if (!robots.isAllowed(url)) {
      asker.tally.robotsRefused += 1;
      return failure(url, 'robots', `${url}: robots.txt keeps us out`);
    }
    if (asker.rendered) return this.#render(url, asker);
    const delayMs = asker.isPart ? 0 : Math.max(asker.delaySeconds, robots.crawlDelay ?? 0) * 1000;
    return this.#politely(url, { tally: asker.tally, delayMs }, () => this.#parts.http.get(this.#request(url, asker)));
  }

  async #render(url: string, asker: Asker): Promise<Outcome> {
    const { browser, limits } = this.#parts;
    if (!browser) return failure(url, 'no-browser', `${url}: there is no browser on this machine`);
    const started = Date.now();
    const bodyLimit = (): number => limits.pageBytes;
    const load = (address: string, isMain: boolean): Promise<Outcome> =>
      this.ask(address, { ...asker, rendered: false, known: undefined, isPart: !isMain });
    const outcome = await browser.get({ url, bodyLimit, isListing: asker.isListing, load, ...this.#signal() });
    asker.tally.browserMs += Date.now() - started;
    return outcome;
  }

  #politely(url: string, how: { tally: Receipt; delayMs: number }, ask: () => Promise<Outcome>): Promise<Outcome> {
    return this.#parts.politeness.run({
      url,
      delayMs: how.delayMs,
      signal: this.#parts.signal,
      onRequest: () => {
        how.tally.requests += 1;
      },
      onWait: (ms) => {
        how.tally.waitedMs += ms;
      },
      ask: async () => {
        const outcome = await ask();
        if (outcome.kind === 'response') how.tally.bytes += outcome.wireBytes;
        return outcome;
      },
    });
  }

  #request(url: string, asker: Asker): Parameters<Transport['get']>[0] {
    const { limits } = this.#parts;
    const known = this.#isStored(asker.known) ? asker.known : undefined;
    return {
      url,
      ...(known?.etag && { etag: known.etag }),
      ...(known?.lastModified && { lastModified: known.lastModified }),
      bodyLimit: (mediaType) => {
        if (asker.isPart) return limits.pageBytes;
        const content = contentOf(mediaType, url);
        if (content === 'other') return 0;
        return content === 'document' ? limits.documentBytes : content === 'list' ? limits.listBytes : limits.pageBytes;
      },
      ...this.#signal(),
    };
  }

  #isStored(known: KnownPage | undefined): known is KnownPage & { capture: CaptureRef; digest: string } {
    return known?.capture !== undefined && known.digest !== undefined && this.#parts.files.has(known.capture.file);
  }

  #signal(): { signal?: AbortSignal } {
    return this.#parts.signal ? { signal: this.#parts.signal } : {};
  }

  async #follow(url: string, asker: Asker): Promise<FetchResult> {
    const aliases: string[] = [];
    let at = url;
    for (;;) {
      // Validators belong to the address that they were given for.
      const own = asker.known?.url === at ? asker : { ...asker, known: undefined };
      const outcome = await this.ask(at, own);
      if (outcome.kind === 'failure') return { ...outcome, ...(aliases.length > 0 && { redirectedTo: at }) };
      if (!isRedirect(outcome.status) || !outcome.headers.location) return this.#receive(outcome, aliases, own);
      const next = canonicalAddress(outcome.headers.location, at);
      const wrong = this.#wrongTurn(next, [...aliases, at]);
      if (wrong)
        return {
          ...failure(url, wrong, `${at} redirects to ${outcome.headers.location}`, outcome.status),
          redirectedTo: next ?? '',
        };
      await this.#storeRedirect(outcome, asker);
      aliases.push(at);
      at = next ?? at;
      const there = this.#settled.get(`${asker.rendered ? 'browser' : 'http'} ${at}`);
      if (there?.kind === 'fetched') return { ...there, aliases: [...aliases, ...there.aliases] };
    }
  }

  #wrongTurn(next: string | undefined, before: string[]): Cause | undefined {
    if (!next || before.includes(next) || before.length > this.#parts.limits.redirects) return 'bad-redirect';
    if (isLoginAddress(next)) return 'login';
    return this.#parts.sites.has(siteOf(next)) ? undefined : 'moved-away';
  }

  /** So that the store alone can play the network again. */
  async #storeRedirect(response: Response, asker: Asker): Promise<void> {
    if (asker.known?.aliases.includes(response.url)) return;
    await this.#parts.store.store({ ...response, body: new Uint8Array(0), capturedAt: this.#parts.now() });
  }

  async #receive(response: Response, aliases: string[], asker: Asker): Promise<FetchResult> {
    if (response.status === 304 && this.#isStored(asker.known)) return this.#unchanged(response, aliases, asker);
    const wrong = wrongAnswer(response);
    if (wrong)
      return {
        ...failure(response.url, wrong, `${response.url} ${describe(wrong, response.status)}`, response.status),
      };
    const digest = digestOf(response.body);
    const known = asker.known;
    if (this.#isStored(known) && known.digest === digest && known.mediaType === mediaTypeOf(response.headers)) {
      return this.#same(response, aliases, known);
    }
    const capturedAt = this.#parts.now();
    const capture = await this.#parts.store.store({ ...response, capturedAt });
    asker.tally.stored += 1;
    return this.#fetched(response, aliases, { digest, capture, capturedAt: capturedAt.toISOString(), isNew: true });
  }

  async #unchanged(response: Response, aliases: string[], asker: Asker): Promise<FetchResult> {
    asker.tally.notModified += 1;
    const known = asker.known;
    const stored = known?.capture && (await this.#parts.reader.read(known.capture));
    if (!known?.capture || !stored) {
      // The store has lost what the server thinks we have.
      return this.#follow(response.url, { ...asker, known: undefined });
    }
    const headers = { ...stored.headers, ...withoutContent(response.headers) };
    const kept = {
      digest: known.digest ?? digestOf(stored.body),
      capture: known.capture,
      capturedAt: known.capturedAt ?? stored.capturedAt,
    };
    return this.#fetched({ ...response, status: stored.status, headers, body: stored.body }, aliases, {
      ...kept,
      isNew: false,
    });
  }

  #same(response: Response, aliases: string[], known: KnownPage & { capture: CaptureRef; digest: string }): Fetched {
    const { capture, digest, capturedAt } = known;
    return this.#fetched(response, aliases, { capture, digest, capturedAt: capturedAt ?? '', isNew: false });
  }

  #fetched(
    response: Response,
    aliases: string[],
    kept: Pick<Fetched, 'digest' | 'capture' | 'capturedAt' | 'isNew'>,
  ): Fetched {
    const { reader } = this.#parts;
    const mediaType = mediaTypeOf(response.headers);
    // A document's bytes interest nobody here; keeping them would fill the memory.
    let held = contentOf(mediaType, response.url) === 'document' ? undefined : response.body;
    return {
      kind: 'fetched',
      url: response.url,
      aliases,
      status: response.status,
      headers: response.headers,
      mediaType,
      ...kept,
      async body() {
        const first = held;
        held = undefined;
        return first ?? (await reader.read(kept.capture))?.body;
      },
    };
  }
}

/** A 304 speaks of validators, not of the content that isn't there. */
function withoutContent(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^content-|^transfer-/.test(name)));
}

/** Why an answer isn't content. */
function wrongAnswer(response: Response): Cause | undefined {
  const { status, headers, body } = response;
  const mediaType = mediaTypeOf(headers);
  const content = contentOf(mediaType, response.url);
  const text = content === 'page' || mediaType === '' ? decodeText(body, charsetOf(headers)) : '';
  const posing = impostor(text, response.url, headers);
  if (posing) return posing;
  if (status === 401 || status === 403 || status === 451) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 410) return 'gone';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server-error';
  if (status < 200 || status >= 300) return 'client-error';
  if (content === 'other') return 'unwanted-type';
  return body.length === 0 || (content === 'page' && text.trim() === '') ? 'broken-body' : undefined;
}

function describe(cause: Cause, status: number): string {
  if (cause === 'challenge') return 'shows a robot check instead of the page';
  if (cause === 'login') return 'asks for a password';
  if (cause === 'parked') return 'is a parked domain';
  if (cause === 'unwanted-type') return 'holds neither a page nor a document';
  return cause === 'broken-body' ? 'is empty' : `answers ${status}`;
}
