/** The records that an interface gives a source: each kept as an original of its own, and not asked for again while nothing changes. */
import type { Asking } from './asking.ts';
import { type CaptureStore, digestOf } from './captures/store.ts';
import type { CaptureRef } from './known-page.ts';
import type { Ledger } from './ledger.ts';
import type { PostRecord, RecordName } from './platform.ts';

/** What keeping records works with. */
export interface RecordsParts {
  ledger: Ledger;
  asking: Asking;
  store: CaptureStore;
  now(): Date;
}

/** The records of one source in one run. */
export class Records {
  /** Live records of earlier runs by key; one whose original is lost has to be asked for again. */
  readonly before: ReadonlyMap<string, RecordName>;
  readonly #parts: RecordsParts;
  /** Addresses that an interface has given in this run, with their content or by name. */
  readonly #given = new Set<string>();

  constructor(parts: RecordsParts) {
    this.#parts = parts;
    const knownAt = (url: string) => parts.ledger.get(url);
    this.before = new Map(
      parts.ledger.known().flatMap(({ url, record, state }) => {
        const isThere = state === 'live' && parts.asking.storedAt(url, { knownAt }) !== undefined;
        return record && isThere ? [[record.key, { ...record, url }] as const] : [];
      }),
    );
  }

  /** Whether an interface gives anything at all. */
  get isOpen(): boolean {
    return this.#given.size > 0;
  }

  has(url: string): boolean {
    return this.#given.has(url);
  }

  /** A record stood here that no interface has given in this run. */
  isDropped(url: string): boolean {
    return this.#parts.ledger.get(url)?.record !== undefined && !this.#given.has(url);
  }

  /** Keeps a record with its content; says whether that is new or changed. */
  async keep(record: PostRecord, from: CaptureRef): Promise<boolean> {
    const { ledger, store, now } = this.#parts;
    const { url, mediaType } = record;
    const body = new TextEncoder().encode(record.body);
    const isNew = await ledger.record(record, digestOf(body), () =>
      store.storeConversion({ url, mediaType, body, capturedAt: now(), from }),
    );
    this.#given.add(url);
    ledger.hint(url, record.hint);
    ledger.markRead(record.hint.from);
    ledger.markRead(url);
    return isNew;
  }

  /** An interface names a record without its content; says whether it is the one that is known, which is as good as given. */
  confirm({ key, version, url }: RecordName): boolean {
    const known = this.before.get(key);
    if (known?.url !== url || known.version !== version || version === '' || this.#given.has(url)) return false;
    this.#given.add(url);
    this.#parts.ledger.confirm(url);
    return true;
  }
}
