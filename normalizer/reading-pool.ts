/** Worker threads that read originals side by side. Whoever asks takes the answers in the order of asking: nothing depends on how many there are. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Capture, Community } from '../scraper/index.ts';
import type { Draft, LeftOut } from './draft.ts';
import type { Original } from './read-original.ts';
import type { Circumstances } from './understand.ts';

/** An original as it crosses to a worker; communities and sources have crossed before, once. */
export interface PoolTask {
  id: number;
  community: string;
  source: string;
  about: Circumstances;
  capture: Capture;
}

/** A worker's answer; `error` is our own bug. */
export type PoolMessage = { id: number; result: Draft | LeftOut } | { id: number; error: string };

interface Waiting {
  resolve: (result: Draft | LeftOut) => void;
  reject: (error: Error) => void;
}

interface Reader {
  worker: Worker;
  waiting: Map<number, Waiting>;
}

/** Each worker holds vocabularies, names and a language model of its own: some 60 MB. */
const MOST_WORKERS = 3;
/** Enough that no worker waits for the next original, few enough that they don't fill the memory. */
const AHEAD = 4;

/** As many as this machine has processors for, at most three. */
export function usualWorkers(): number {
  const processors = availableParallelism();
  return processors < 2 ? 0 : Math.min(MOST_WORKERS, processors);
}

export class ReadingPool {
  readonly #readers: Reader[];
  /** How many originals may be under way at once. */
  readonly ahead: number;
  #next = 0;

  constructor(workers: number, communities: readonly Community[]) {
    this.#readers = Array.from({ length: workers }, () => this.#start(communities));
    this.ahead = workers * AHEAD;
  }

  #start(communities: readonly Community[]): Reader {
    const worker = new Worker(new URL('./reading-worker.js', import.meta.url), {
      execArgv: [],
      workerData: communities,
      resourceLimits: { maxYoungGenerationSizeMb: 32 },
    });
    const waiting = new Map<number, Waiting>();
    worker.on('message', (message: PoolMessage) => {
      const one = waiting.get(message.id);
      waiting.delete(message.id);
      if ('error' in message) one?.reject(new Error(message.error));
      else one?.resolve(message.result);
    });
    const fail = (error: Error) => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    worker.on('error', fail).on('exit', () => fail(new Error('a reading worker ended before its work was done')));
    return { worker, waiting };
  }

  /** Reads an original in the worker that has least to do. */
  read({ community, source, about, capture }: Original): Promise<Draft | LeftOut> {
    const [reader] = [...this.#readers].sort((a, b) => a.waiting.size - b.waiting.size);
    if (reader === undefined) throw new Error('ReadingPool: expected one worker or more');
    const id = this.#next;
    this.#next += 1;
    // A copy of the very bytes: a view would carry its whole underlying buffer across.
    const body = new Uint8Array(capture.body);
    const task = { id, community: community.id, source: source.id, about, capture: { ...capture, body } };
    return new Promise((resolve, reject) => {
      reader.waiting.set(id, { resolve, reject });
      reader.worker.postMessage(task satisfies PoolTask, [body.buffer]);
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#readers.map(({ worker }) => worker.terminate()));
  }
}
