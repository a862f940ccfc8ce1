/**
 * Runs readers of untrusted binary formats in a worker thread with limits on time and memory (STANDARDS C2.12), so that
 * a hostile document costs one flag and never the run. One worker reads document after document; it is replaced only after a kill.
 */
import { Worker } from 'node:worker_threads';
import type { Capture } from '../scraper/index.ts';
import { emptyDocument, parseTree } from './document-tree.ts';
import type { Head, ReadDocument } from './page.ts';

/** What one document may cost. */
export interface IsolationLimits {
  /** Milliseconds from the worker taking the document up; starting the worker is not counted. */
  timeoutMs: number;
  /** Megabytes of JavaScript heap; buffers outside it may grow the process by as much again. */
  memoryMb: number;
}

/** 20 seconds, 512 MB. */
export const defaultLimits: IsolationLimits = { timeoutMs: 20_000, memoryMb: 512 };

/** A document as it crosses the thread border. */
export interface Crossing {
  html: string;
  format: string;
  head: Head;
  bare: boolean;
  flags: string[];
}

/** From the worker: ready for work, at work, done, or our own bug (a reader that threw). */
export type WorkerMessage =
  | { kind: 'ready' }
  | { kind: 'done'; document: Crossing }
  | { kind: 'threw'; message: string };

/** To the worker. */
export interface WorkerTask {
  reader: string;
  /** Where the reader's module lies. */
  module: string;
  capture: Capture;
}

interface Job {
  task: WorkerTask;
  limits: IsolationLimits;
  settle: (document: ReadDocument) => void;
}

/** How often the process's growth is looked at while a document is read. */
const watchEveryMs = 50;
const megabyte = 1024 * 1024;

const waiting: Job[] = [];
let worker: Worker | undefined;
let workerMemoryMb = 0;
let pumping: Promise<void> | undefined;

/**
 * Reads a capture with the named reader (`readers/<name>.ts`) in the worker. Never rejects for what is in the bytes:
 * a time-out gives an empty tree with the flag `timeout`, a crash `crashed` (and `out-of-memory` where that was why).
 */
export function readIsolated(
  readerName: string,
  capture: Capture,
  limits: Partial<IsolationLimits> = {},
): Promise<ReadDocument> {
  if (!/^[a-z0-9-]+$/.test(readerName)) throw new Error(`readIsolated: "${readerName}" is no reader's file name`);
  const module = new URL(`./readers/${readerName}.ts`, import.meta.url).href;
  return readModuleIsolated(readerName, module, capture, limits);
}

/** As readIsolated, with the reader's module given by its file address: for readers that lie elsewhere (tests). */
export function readModuleIsolated(
  reader: string,
  module: string,
  capture: Capture,
  limits: Partial<IsolationLimits> = {},
): Promise<ReadDocument> {
  return new Promise((settle) => {
    waiting.push({ task: { reader, module, capture }, limits: { ...defaultLimits, ...limits }, settle });
    pumping ??= pump();
  });
}

/** Ends the worker once the documents at hand are read. The next document starts a new one. */
export async function closeIsolation(): Promise<void> {
  await pumping;
  await stopWorker();
}

async function pump(): Promise<void> {
  for (let job = waiting.shift(); job; job = waiting.shift()) {
    job.settle(await run(job));
  }
  // In the same turn as the last look at the queue, so that no document falls between two pumps.
  pumping = undefined;
}

async function run(job: Job): Promise<ReadDocument> {
  try {
    const current = await startWorker(job.limits.memoryMb);
    const outcome = await exchange(current, job);
    if (typeof outcome === 'string') {
      await stopWorker();
      return emptyDocument(job.task.reader, outcome === 'out-of-memory' ? ['crashed', outcome] : [outcome]);
    }
    return fromCrossing(outcome);
  } catch {
    // The worker died or could not start while nothing was being read: the document is as good as crashed, the next gets a new worker.
    await stopWorker();
    return emptyDocument(job.task.reader, ['crashed']);
  }
}

type Failure = 'timeout' | 'crashed' | 'out-of-memory';

/** Hands one document over and waits for the answer, the clock, the memory watch or the worker's death. */
function exchange(current: Worker, job: Job): Promise<Crossing | Failure> {
  return new Promise((resolve) => {
    const before = process.memoryUsage.rss();
    const clock = setTimeout(() => finish('timeout'), job.limits.timeoutMs);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > 2 * job.limits.memoryMb * megabyte) finish('out-of-memory');
    }, watchEveryMs);
    const onMessage = (message: WorkerMessage) => {
      if (message.kind === 'done') finish(message.document);
      if (message.kind === 'threw') finish('crashed');
    };
    const onError = (error: Error & { code?: string }) =>
      finish(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'crashed');
    const onExit = () => finish('crashed');
    const finish = (outcome: Crossing | Failure) => {
      clearTimeout(clock);
      clearInterval(watch);
      current.off('message', onMessage).off('error', onError).off('exit', onExit);
      // Errors that arrive after the verdict have nobody to tell.
      current.on('error', () => undefined).unref();
      resolve(outcome);
    };
    current.removeAllListeners('error');
    current.on('message', onMessage).on('error', onError).on('exit', onExit);
    current.ref();
    const { task } = job;
    // A copy of the very bytes: a view would carry its whole underlying buffer across.
    const body = new Uint8Array(task.capture.body);
    current.postMessage({ ...task, capture: { ...task.capture, body } } satisfies WorkerTask, [body.buffer]);
  });
}

async function startWorker(memoryMb: number): Promise<Worker> {
  if (worker && workerMemoryMb === memoryMb) return worker;
  await stopWorker();
  const started = new Worker(new URL('./isolation-worker.js', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  await new Promise<void>((resolve, reject) => {
    started.once('message', () => resolve()).once('error', reject);
    started.once('exit', () => reject(new Error('the reading worker ended before it was ready')));
  });
  started.removeAllListeners('exit');
  worker = started;
  workerMemoryMb = memoryMb;
  return started;
}

async function stopWorker(): Promise<void> {
  const ended = worker;
  worker = undefined;
  await ended?.terminate();
}

function fromCrossing(crossing: Crossing): ReadDocument {
  const { html, ...rest } = crossing;
  return { ...rest, $: parseTree(html) };
}
