/** Asks for one address the way a guest should: never what is denied, only what robots.txt allows, in the host's turn. */

import { isDenied } from './denied.ts';
import { contentOf } from './document-address.ts';
import type { CaptureRef, KnownPage } from './known-page.ts';
import type { Limits } from './limits.ts';
import type { Receipt } from './outcome.ts';
import type { Politeness } from './politeness.ts';
import type { RobotsResult, RobotsStore } from './robots-store.ts';
import { failure, type Outcome, type Request, type Transport } from './transport.ts';

/** Who asks. */
export interface Asker {
  delaySeconds: number;
  tally: Receipt;
  /** What the source knows of an address: validators and where its original lies. */
  knownAt(url: string): KnownPage | undefined;
  isListing: boolean;
  /** Through the browser. */
  rendered: boolean;
  /** A script or answer that a shown page is made of: whatever its type, and no pause comes before it. */
  isPart?: boolean;
  /** See {@link Request.onLarge}. */
  onLarge?: () => Promise<void>;
}

/** A page whose original lies in the store. */
export type StoredPage = KnownPage & { capture: CaptureRef; digest: string };

/** What asking works with. */
export interface AskingParts {
  http: Transport;
  browser?: Transport | undefined;
  robots: RobotsStore;
  politeness: Politeness;
  /** Bytes of the WARC files that are there, by name: an original that was lost must be asked for without conditions. */
  files: ReadonlyMap<string, number>;
  limits: Limits;
  signal: AbortSignal | undefined;
}

/** Asks politely; follows no redirect and stores nothing. One for a whole run. */
export class Asking {
  readonly #parts: AskingParts;

  constructor(parts: AskingParts) {
    this.#parts = parts;
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
      this.ask(address, { ...asker, rendered: false, knownAt: nothing, isPart: !isMain });
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

  #request(url: string, asker: Asker): Request {
    const { limits } = this.#parts;
    const known = this.storedAt(url, asker);
    return {
      url,
      ...(known?.etag && { etag: known.etag }),
      ...(known?.lastModified && { lastModified: known.lastModified }),
      ...(asker.onLarge && { onLarge: asker.onLarge }),
      bodyLimit: (mediaType) => {
        if (asker.isPart) return limits.pageBytes;
        const content = contentOf(mediaType, url);
        if (content === 'other') return 0;
        return content === 'document' ? limits.documentBytes : content === 'list' ? limits.listBytes : limits.pageBytes;
      },
      ...this.#signal(),
    };
  }

  #signal(): { signal?: AbortSignal } {
    return this.#parts.signal ? { signal: this.#parts.signal } : {};
  }

  /** What the asker has of an address, if its original is still there. */
  storedAt(url: string, asker: Pick<Asker, 'knownAt'>): StoredPage | undefined {
    const known = asker.knownAt(url);
    const { capture, digest } = known ?? {};
    const isThere = capture && digest !== undefined && capture.offset < (this.#parts.files.get(capture.file) ?? 0);
    return isThere ? (known as StoredPage) : undefined;
  }
}

/** An asker that knows nothing: without conditions. */
export function nothing(): undefined {
  return undefined;
}
