/** One run at a time on a data folder. */
import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { onFile } from './disk-trouble.ts';

/** Another run is gathering into the same folder. */
export class AlreadyRunningError extends Error {}

/** The holder shows that it lives by touching the file this often; on another machine that is the only sign. */
const BEAT_MS = 20_000;
const DEAD_AFTER_MS = 6 * BEAT_MS;

/** Locks of this very process: its own number in a file proves nothing in a container, where every run may be process 7. */
const ours = new Set<string>();

/**
 * Takes the lock; the function given back releases it. Throws {@link AlreadyRunningError} while another live run holds it. `name`: of the file in
 * `state/`, for work that holds several runs together.
 */
export async function takeLock(dataDir: string, name = 'run.lock'): Promise<() => Promise<void>> {
  const file = join(dataDir, 'state', name);
  await mkdir(join(dataDir, 'state'), { recursive: true });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await create(file)) return keep(file);
    const holder = await holderOf(file);
    if (holder) {
      throw new AlreadyRunningError(
        `${dataDir}: another run (${holder}) is gathering here; wait for it, or remove ${file} if it is no more`,
      );
    }
    await rm(file, { force: true });
  }
  throw new AlreadyRunningError(`${dataDir}: another run has just begun here`);
}

async function create(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    try {
      await onFile(file, () => handle.writeFile(JSON.stringify({ pid: process.pid, host: hostname() })));
    } catch (error) {
      await rm(file, { force: true }).catch(() => undefined); // the first trouble is the one to hear of
      throw error;
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function keep(file: string): () => Promise<void> {
  ours.add(file);
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined); // a beat that fails costs nothing: the next one follows
  }, BEAT_MS);
  beat.unref();
  return async () => {
    clearInterval(beat);
    ours.delete(file);
    await rm(file, { force: true });
  };
}

/** Who holds the lock, or `undefined` when the holder is dead: a killed run must not stop the next night's. */
async function holderOf(file: string): Promise<string | undefined> {
  if (ours.has(file)) return `process ${process.pid}`;
  try {
    const { mtimeMs } = await stat(file);
    const holder: { pid?: unknown; host?: unknown } = JSON.parse(await readFile(file, 'utf8'));
    if (typeof holder.pid !== 'number') return undefined;
    if (holder.host !== hostname())
      return Date.now() - mtimeMs < DEAD_AFTER_MS ? `process ${holder.pid} on ${holder.host}` : undefined;
    return holder.pid !== process.pid && isAlive(holder.pid) ? `process ${holder.pid}` : undefined;
  } catch {
    // Killed before its name was written, or released a moment ago.
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
