/** One request at a time per host and per machine behind it, with a pause between; few at once overall; a failing host is left in peace (STANDARDS B2, C1.5, C1.8, D5). */
import PQueue from 'p-queue';
import { hostOf } from './address.ts';
import type { Cause } from './causes.ts';
import type { Limits } from './limits.ts';
import { retryAfterMs } from './retry-after.ts';
import { failure, type Outcome } from './transport.ts';

/** One turn at a host. */
export interface Turn {
  url: string;
  delayMs: number;
  signal?: AbortSignal | undefined;
  /** Told of every wait in milliseconds, and of every request. */
  onWait?: (ms: number) => void;
  onRequest?: () => void;
  ask(): Promise<Outcome>;
}

/** What politeness needs from outside. `random` gives 0..1. */
export interface PolitenessOptions {
  limits: Limits;
  random?: () => number;
  /** What a host shares with others, its machine or its vendor; the host itself when left out. */
  machineOf?(host: string): Promise<string>;
}

/** Hosts on one machine stand in one line. */
interface Line {
  queue: PQueue;
  lastAt: number;
}

/** A host's own long pause is not its neighbours'. */
const LONGEST_SHARED_MS = 3000;

interface Host {
  queue: PQueue;
  /** When the last answer came, and how long it took. */
  lastAt: number;
  tookMs: number;
  failures: number;
  /** Milliseconds waited on its word since it last gave anything else. */
  stalledMs: number;
  /** Set when the host is left alone for the rest of the run. */
  paused?: { cause: Cause; message: string };
}

/** Makes the order of requests polite. One for a whole run, shared by all sources. */
export class Politeness {
  readonly #hosts = new Map<string, Host>();
  readonly #lines = new Map<string, Line>();
  readonly #all: PQueue;
  readonly #options: PolitenessOptions;

  constructor(options: PolitenessOptions) {
    this.#options = options;
    this.#all = new PQueue({ concurrency: options.limits.concurrency });
  }

  /** Waits for the host's turn, asks, and asks again where that may help. */
  async run(turn: Turn): Promise<Outcome> {
    const name = hostOf(turn.url);
    const host = this.#host(name);
    return host.queue.add(async () => {
      const machine = (await this.#options.machineOf?.(name)) ?? name;
      return this.#attempts({ host, line: this.#line(machine) }, turn);
    });
  }

  #host(name: string): Host {
    const known = this.#hosts.get(name);
    if (known) return known;
    const host: Host = {
      queue: new PQueue({ concurrency: 1 }),
      lastAt: Number.NEGATIVE_INFINITY,
      tookMs: 0,
      failures: 0,
      stalledMs: 0,
    };
    this.#hosts.set(name, host);
    return host;
  }

  #line(machine: string): Line {
    const known = this.#lines.get(machine) ?? {
      queue: new PQueue({ concurrency: 1 }),
      lastAt: Number.NEGATIVE_INFINITY,
    };
    this.#lines.set(machine, known);
    return known;
  }

  async #attempts({ host, line }: { host: Host; line: Line }, turn: Turn): Promise<Outcome> {
    const { limits } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      const stopped = stopping(host, turn);
      if (stopped) return stopped;
      await this.#wait(turn, host.lastAt + this.#pause(host, turn) - Date.now());
      const outcome = await line.queue.add(() => this.#ask({ host, line }, turn));
      host.lastAt = Date.now();
      const again = this.#judge(host, turn, outcome);
      if (!again || attempt >= limits.tries) return outcome;
      const backoff = limits.backoffMs * 2 ** (attempt - 1) * (this.#options.random ?? Math.random)();
      await this.#wait(turn, Math.max(again.waitMs ?? 0, backoff));
    }
  }

  /** The pause before a turn that asks for one. */
  #pause({ tookMs }: Host, { delayMs }: Turn): number {
    const { slowFactor, longestSlowMs } = this.#options.limits;
    return delayMs > 0 ? Math.max(delayMs, Math.min(tookMs * slowFactor, longestSlowMs)) : 0;
  }

  async #ask({ host, line }: { host: Host; line: Line }, turn: Turn): Promise<Outcome> {
    await this.#wait(turn, line.lastAt + Math.min(turn.delayMs, LONGEST_SHARED_MS) - Date.now());
    if (turn.signal?.aborted) return failure(turn.url, 'interrupted', `${turn.url}: the run was stopped`);
    turn.onRequest?.();
    const outcome = await this.#all.add(async () => {
      const started = Date.now();
      const answer = await turn.ask();
      if (answer.kind === 'response') host.tookMs = Date.now() - started;
      return answer;
    });
    line.lastAt = Date.now();
    return outcome;
  }

  /** Counts failures in a row; says whether and when another try makes sense. */
  #judge(host: Host, turn: Turn, outcome: Outcome): { waitMs?: number } | undefined {
    if (!isTransient(outcome)) {
      if (outcome.kind === 'response') Object.assign(host, { failures: 0, stalledMs: 0 });
      return undefined;
    }
    const { limits } = this.#options;
    const asked = outcome.kind === 'response' ? retryAfterMs(outcome.headers['retry-after'], Date.now()) : undefined;
    host.stalledMs += asked ?? 0;
    if (asked !== undefined && (asked > limits.longestRetryAfterMs || host.stalledMs > limits.stallMs)) {
      const seconds = Math.round(Math.max(asked, host.stalledMs) / 1000);
      host.paused = { cause: 'rate-limited', message: `${hostOf(turn.url)} asks us to wait ${seconds} s` };
      return undefined;
    }
    host.failures += asked === undefined ? 1 : 0;
    if (host.failures >= limits.breaker) {
      const what = outcome.kind === 'failure' ? outcome.message : `answers ${outcome.status}`;
      host.paused = {
        cause: 'host-paused',
        message: `${hostOf(turn.url)}: ${host.failures} failures in a row, the last: ${what}`,
      };
      return undefined;
    }
    return asked === undefined ? {} : { waitMs: asked };
  }

  async #wait(turn: Turn, ms: number): Promise<void> {
    if (!(ms > 0) || turn.signal?.aborted) return;
    turn.onWait?.(Math.round(ms));
    await new Promise<void>((resolve) => {
      const stop = (): void => {
        clearTimeout(timer);
        turn.signal?.removeEventListener('abort', stop);
        resolve();
      };
      const timer = setTimeout(stop, ms);
      turn.signal?.addEventListener('abort', stop);
    });
  }
}

function stopping(host: Host, turn: Turn): Outcome | undefined {
  if (turn.signal?.aborted) return failure(turn.url, 'interrupted', `${turn.url}: the run was stopped`);
  return host.paused && failure(turn.url, host.paused.cause, host.paused.message);
}

const TRANSIENT_STATUS = new Set([408, 425, 429, 500, 502, 503, 504]);
const TRANSIENT_CAUSE: ReadonlySet<Cause> = new Set(['timeout', 'refused', 'reset', 'dns', 'broken-body']);

/** Whether another try might bring more. */
export function isTransient(outcome: Outcome): boolean {
  if (outcome.kind === 'response') return TRANSIENT_STATUS.has(outcome.status);
  return TRANSIENT_CAUSE.has(outcome.cause);
}
