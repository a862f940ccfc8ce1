/**
 * Worker threads that read originals beside this one. Whoever asks takes the answers in the order of asking: nothing depends on how many
 * there are, or on who read what.
 */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Capture, Community } from '../scraper/index.ts';
import type { Draft, LeftOut } from './draft.ts';
import { type Original, readOriginal } from './read-original.ts';
import type { Circumstances } from './understand.ts';

/** An original as it crosses to a worker; communities and sources have crossed before, once. */
export interface PoolTask {
  id: number;
  community: string;
  source: string;
  about: Circumstances;
  capture: Capture;
}

/** From a worker: that it has been loaded, or an answer; `error` is our own bug. */
export type PoolMessage = { ready: true } | { id: number; result: Draft | LeftOut } | { id: number; error: string };

interface Waiting {
  resolve: (result: Draft | LeftOut) => void;
  reject: (error: Error) => void;
}

interface Reader {
  worker: Worker;
  waiting: Map<number, Waiting>;
  /** Loading takes as long as reading some fifty pages: what is at hand until then is read here. */
  isReady: boolean;
}

/** Each worker loads the whole of understanding for itself: some 115 MB. */
const MOST_WORKERS = 2;
/** Enough that no worker waits for the next original while this thread reads one itself. */
const QUEUE = 4;
/** Originals under way at once: while workers start, this thread reads on. */
const AHEAD = 64;

/** One for each processor besides this thread's own, at most two. */
export function usualWorkers(): number {
  return Math.min(MOST_WORKERS, availableParallelism() - 1);
}

interface Job extends Waiting {
  original: Original;
}

export class ReadingPool {
  readonly #readers: Reader[];
  /** How many originals may be under way at once. */
  readonly ahead = AHEAD;
  readonly #queue: Job[] = [];
  #isReadingHere = false;
  #next = 0;
  /** A worker that ended, for whatever reason. */
  #trouble: Error | undefined;

  constructor(workers: number, communities: readonly Community[]) {
    this.#readers = Array.from({ length: workers }, () => this.#start(communities));
  }

  #start(communities: readonly Community[]): Reader {
    const worker = new Worker(new URL('./reading-worker.js', import.meta.url), {
      execArgv: [],
      workerData: communities,
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    const reader: Reader = { worker, waiting: new Map(), isReady: false };
    const fail = (error: Error) => {
      this.#trouble ??= error;
      for (const { reject } of reader.waiting.values()) reject(error);
      reader.waiting.clear();
    };
    worker.on('message', (message: PoolMessage) => this.#hear(message, reader));
    worker.on('error', fail).on('exit', () => fail(new Error('a reading worker ended before its work was done')));
    return reader;
  }

  #hear(message: PoolMessage, reader: Reader): void {
    if ('ready' in message) reader.isReady = true;
    else {
      const one = reader.waiting.get(message.id);
      reader.waiting.delete(message.id);
      if ('error' in message) one?.reject(new Error(message.error));
      else one?.resolve(message.result);
    }
    this.#dispatch();
  }

  /** When all workers have been loaded. */
  async loaded(): Promise<void> {
    const loading = this.#readers.filter(({ isReady }) => !isReady);
    await Promise.all(loading.map(({ worker }) => once(worker, 'message')));
  }

  /** Reads an original in a worker, or right here when all of them have enough to do. */
  read(original: Original): Promise<Draft | LeftOut> {
    if (this.#trouble !== undefined) return Promise.reject(this.#trouble);
    return new Promise((resolve, reject) => {
      this.#queue.push({ original, resolve, reject });
      this.#dispatch();
    });
  }

  #dispatch(): void {
    for (;;) {
      const [reader] = this.#readers.filter(({ isReady }) => isReady).sort((a, b) => a.waiting.size - b.waiting.size);
      const isFree = reader !== undefined && reader.waiting.size < QUEUE;
      if (!isFree && this.#isReadingHere) return;
      const job = this.#queue.shift();
      if (job === undefined) return;
      if (isFree) this.#send(job, reader);
      else this.#readHere(job);
    }
  }

  #readHere({ original, resolve, reject }: Job): void {
    this.#isReadingHere = true;
    const goOn = (): void => {
      this.#isReadingHere = false;
      this.#dispatch();
    };
    // The workers' answers come in between.
    readOriginal(original)
      .then(resolve, reject)
      .finally(() => setImmediate(goOn));
  }

  #send({ original, resolve, reject }: Job, { worker, waiting }: Reader): void {
    const { community, source, about, capture } = original;
    const id = this.#next;
    this.#next += 1;
    waiting.set(id, { resolve, reject });
    // A copy of the very bytes: a view would carry its whole underlying buffer across.
    const body = new Uint8Array(capture.body);
    const task = { id, community: community.id, source: source.id, about, capture: { ...capture, body } };
    worker.postMessage(task satisfies PoolTask, [body.buffer]);
  }

  async close(): Promise<void> {
    await Promise.all(this.#readers.map(({ worker }) => worker.terminate()));
  }
}
