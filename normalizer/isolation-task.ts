/** What runs inside the worker: takes captures, reads them, sends the tree back as text. Started by isolation-worker.js. */
import { parentPort } from 'node:worker_threads';
import type { Crossing, WorkerMessage, WorkerTask } from './isolation.ts';
import type { Reader } from './reader.ts';

const port = parentPort;
if (!port) throw new Error('isolation-task.ts runs in a worker thread only');

// Documents name addresses; nothing in here has business asking for them.
globalThis.fetch = () => Promise.reject(new Error('no network while reading documents'));

// A parser's leftovers from one document must not end the reading of the next; what matters to a document it tells by its answer.
process.on('unhandledRejection', () => undefined);

port.on('message', (task: WorkerTask) => {
  read(task).then(
    (document) => send({ kind: 'done', document }),
    (error: unknown) => send({ kind: 'threw', message: String(error) }),
  );
});
send({ kind: 'ready' });

function send(message: WorkerMessage): void {
  port?.postMessage(message);
}

async function read(task: WorkerTask): Promise<Crossing> {
  const { default: reader } = (await import(task.module)) as { default: Reader };
  const { $, ...rest } = await reader.read(task.capture);
  return { ...rest, html: $.html() };
}
