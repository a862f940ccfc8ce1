/** What runs inside a worker of the reading pool: takes originals, gives back drafts. Started by reading-worker.js. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Community } from '../scraper/index.ts';
import { readOriginal } from './read-original.ts';
import type { PoolMessage, PoolTask } from './reading-pool.ts';

const port = parentPort;
if (!port) throw new Error('reading-task.ts runs in a worker thread only');
const communities = workerData as Community[];

port.on('message', ({ id, community, source, about, capture }: PoolTask) => {
  const home = communities.find((one) => one.id === community);
  const origin = home?.sources.find((one) => one.id === source);
  if (!home || !origin) throw new Error(`reading-task.ts: expected a community "${community}" with "${source}"`);
  readOriginal({ community: home, source: origin, about, capture }).then(
    (result) => send({ id, result }),
    (error: unknown) => send({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

send({ ready: true });

function send(message: PoolMessage): void {
  port?.postMessage(message);
}
