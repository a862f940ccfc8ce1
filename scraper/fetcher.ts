/** Brings one address for all sources of a run: gate, robots, politeness, redirects, what the answer really is, and its original stored. */
import { canonicalAddress, siteOf } from './address.ts';
import { type Asker, type Asking, nothing, type StoredPage } from './asking.ts';
import type { CaptureReader } from './captures/capture.ts';
import { type CaptureStore, digestOf } from './captures/store.ts';
import type { Cause } from './causes.ts';
import { decodeText } from './charset.ts';
import { contentOf } from './document-address.ts';
import { isLoginAddress } from './impostor.ts';
import type { CaptureRef } from './known-page.ts';
import { LargeBodies } from './large-bodies.ts';
import type { Limits } from './limits.ts';
import { isRedirect } from './robots-store.ts';
import { charsetOf, type Failure, failure, mediaTypeOf, type Response } from './transport.ts';
import { steadyDigest } from './volatile.ts';
import { describeWrong, wrongAnswer } from './wrong-answer.ts';

/** An address that answered with content. */
export interface Fetched {
  kind: 'fetched';
  /** The address that answered. */
  url: string;
  /** The addresses that redirected to it. */
  aliases: string[];
  /** Not all of the redirects were for good (301, 308). */
  isPassing?: boolean;
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
  asking: Asking;
  store: CaptureStore;
  reader: CaptureReader;
  limits: Limits;
  /** Hosts (see `siteOf`) that redirects may lead to. */
  sites: ReadonlySet<string>;
  now(): Date;
}

/** One for a whole run: an address wanted twice is asked for once. */
export class Fetcher {
  readonly #parts: FetcherParts;
  readonly #large = new LargeBodies();
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

  /** A stored original as text, with its media type; `undefined` when the store has lost it. */
  async original(ref: CaptureRef): Promise<{ text: string; mediaType: string } | undefined> {
    const stored = await this.#parts.reader.read(ref);
    return stored && { text: textOf(stored), mediaType: mediaTypeOf(stored.headers) };
  }

  #settle(key: string, result: FetchResult): FetchResult {
    this.#settled.set(key, result);
    const own = `${key.split(' ', 1)[0]} ${result.url}`;
    if (result.kind === 'fetched' && own !== key && !this.#asked.has(own)) {
      const direct: FetchResult = { ...result, aliases: [], isPassing: false };
      this.#asked.set(own, Promise.resolve(direct));
      this.#settled.set(own, direct);
    }
    return result;
  }

  /** Holds the room for large bodies until what came is stored. */
  async #follow(url: string, asker: Asker): Promise<FetchResult> {
    const claim = this.#large.claim();
    try {
      return await this.#toContent(url, { ...asker, onLarge: claim.take });
    } finally {
      claim.release();
    }
  }

  async #toContent(url: string, asker: Asker): Promise<FetchResult> {
    const aliases: string[] = [];
    let isPassing = false;
    const told = (result: FetchResult): FetchResult =>
      isPassing && result.kind === 'fetched' ? { ...result, isPassing } : result;
    let at = url;
    for (;;) {
      const outcome = await this.#parts.asking.ask(at, asker);
      if (outcome.kind === 'failure') return { ...outcome, ...(aliases.length > 0 && { redirectedTo: at }) };
      if (!isRedirect(outcome.status) || !outcome.headers.location)
        return told(await this.#receive(outcome, aliases, asker));
      const next = canonicalAddress(outcome.headers.location, at);
      const wrong = this.#wrongTurn(next, [...aliases, at]);
      if (wrong)
        return {
          ...failure(url, wrong, `${at} redirects to ${outcome.headers.location}`, outcome.status),
          redirectedTo: next ?? '',
        };
      await this.#storeRedirect(outcome, asker);
      aliases.push(at);
      isPassing ||= outcome.status !== 301 && outcome.status !== 308;
      at = next ?? at;
      const there = this.#settled.get(`${asker.rendered ? 'browser' : 'http'} ${at}`);
      if (there?.kind === 'fetched') return told({ ...there, aliases: [...aliases, ...there.aliases] });
    }
  }

  #wrongTurn(next: string | undefined, before: string[]): Cause | undefined {
    if (!next || before.includes(next) || before.length > this.#parts.limits.redirects) return 'bad-redirect';
    if (isLoginAddress(next)) return 'login';
    const isHome = siteOf(next) === siteOf(before.at(-1) ?? next);
    return isHome || this.#parts.sites.has(siteOf(next)) ? undefined : 'moved-away';
  }

  /** So that the store alone can play the network again. */
  async #storeRedirect(response: Response, asker: Asker): Promise<void> {
    const target = canonicalAddress(response.headers.location ?? '', response.url);
    if (target && asker.knownAt(target)?.aliases.includes(response.url)) return;
    await this.#parts.store.store({ ...response, body: new Uint8Array(0), capturedAt: this.#parts.now() });
  }

  async #receive(response: Response, aliases: string[], asker: Asker): Promise<FetchResult> {
    const known = this.#parts.asking.storedAt(response.url, asker);
    if (response.status === 304 && known) return this.#unchanged(response, aliases, { asker, known });
    const wrong = wrongAnswer(response);
    if (wrong)
      return {
        ...failure(response.url, wrong, `${response.url} ${describeWrong(wrong, response.status)}`, response.status),
      };
    const digest = digestOf(response.body);
    if (known && known.digest === digest && known.mediaType === mediaTypeOf(response.headers)) {
      return this.#same(response, aliases, known);
    }
    if (known && (await this.#isSteady(response, known))) return this.#same(response, aliases, known);
    const capturedAt = this.#parts.now();
    const capture = await this.#parts.store.store({ ...response, capturedAt });
    asker.tally.stored += 1;
    return this.#fetched(response, aliases, { digest, capture, capturedAt: capturedAt.toISOString(), isNew: true });
  }

  /** Whether a page differs from the stored one only in what changes by itself. */
  async #isSteady(response: Response, known: StoredPage): Promise<boolean> {
    const mediaType = mediaTypeOf(response.headers);
    if (known.mediaType !== mediaType || contentOf(mediaType, response.url) !== 'page') return false;
    const stored = await this.#parts.reader.read(known.capture);
    return stored !== undefined && steadyDigest(textOf(stored)) === steadyDigest(textOf(response));
  }

  async #unchanged(
    response: Response,
    aliases: string[],
    own: { asker: Asker; known: StoredPage },
  ): Promise<FetchResult> {
    const { asker, known } = own;
    asker.tally.notModified += 1;
    const stored = await this.#parts.reader.read(known.capture);
    // The store has lost what the server thinks we have.
    if (!stored) return this.#follow(response.url, { ...asker, knownAt: nothing });
    const headers = { ...stored.headers, ...withoutContent(response.headers) };
    const whole = { ...response, status: stored.status, headers, body: stored.body };
    return this.#same(whole, aliases, known);
  }

  #same(response: Response, aliases: string[], known: StoredPage): Fetched {
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

function textOf({ body, headers }: Pick<Response, 'body' | 'headers'>): string {
  return decodeText(body, charsetOf(headers));
}

/** A 304 speaks of validators, not of the content that isn't there. */
function withoutContent(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^content-|^transfer-/.test(name)));
}
