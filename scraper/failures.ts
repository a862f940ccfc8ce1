/** What a failure means for the source that is being gathered: who is to blame, what stays as it was, which other way there is. */
import { asMissing, isClosedForGood, isPassing, isThePagesOwn } from './blame.ts';
import type { Frontier } from './frontier.ts';
import type { Gathered } from './gathered.ts';
import type { Ledger } from './ledger.ts';
import type { Ask } from './platform.ts';
import type { Records } from './records.ts';
import type { Territory } from './territory.ts';
import type { Failure } from './transport.ts';

/** What judging failures works with. */
export interface FailuresParts {
  ledger: Ledger;
  frontier: Frontier;
  records: Records;
  territory: Territory;
  result: Gathered;
  /** Another way in, when the interface is closed. */
  closed(): Ask[];
}

/** The failures of one source in one run. */
export class Failures {
  /** Pages whose links have yet to be followed: they must be read again. */
  readonly unfinished = new Set<string>();
  readonly #parts: FailuresParts;
  #isClosed = false;
  #apiFailed = false;

  constructor(parts: FailuresParts) {
    this.#parts = parts;
  }

  /** The interface is down for now. */
  get apiFailed(): boolean {
    return this.#apiFailed;
  }

  /** An address brought nothing. */
  add(ask: Ask, reason: Failure): void {
    const { ledger, result, territory } = this.#parts;
    if (ask.from && isPassing(reason.cause) && !ledger.get(ask.url)) this.unfinished.add(ask.from);
    if (reason.cause === 'interrupted') result.isInterrupted = true;
    else if (ask.role === 'api') this.#apiAnswered(reason);
    else if (territory.starts.includes(ask.url)) this.#startFailed(ask, reason);
    else if (ask.role === 'page' || ask.role === 'document') this.#pageFailed(ask, reason);
    // A list or sitemap that is no more is no loss: what it named is remembered.
    else if (reason.cause === 'not-found' || reason.cause === 'gone') ledger.forget(ask.url);
  }

  /** An interface that answers has left the record out that stood at this address. */
  isDropped(url: string): boolean {
    const { records } = this.#parts;
    return records.isOpen && records.isDropped(url) && !this.#isClosed && !this.#apiFailed;
  }

  #startFailed(ask: Ask, reason: Failure): void {
    this.#parts.result.entryFailures.push(reason);
    if (isThePagesOwn(reason.cause)) this.#parts.ledger.failed(ask.url, reason, ask.role);
  }

  #pageFailed(ask: Ask, reason: Failure): void {
    this.#parts.result.failed.push(reason);
    const said = this.isDropped(ask.url) ? asMissing(reason) : reason;
    if (isThePagesOwn(said.cause)) this.#parts.ledger.failed(ask.url, said, ask.role);
  }

  /** A closed interface has another way in; one that is down for the moment does not: its pages stay as they were. */
  #apiAnswered(reason: Failure): void {
    if (!isClosedForGood(reason.cause)) {
      this.#apiFailed = true;
      this.#parts.result.entryFailures.push(reason);
      return;
    }
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const ask of this.#parts.closed()) this.#parts.frontier.add(ask);
  }
}
