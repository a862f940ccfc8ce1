/** One run at a time on a data folder. */
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Another run is gathering into the same folder. */
export class AlreadyRunningError extends Error {}

/** Takes the lock; the function given back releases it. Throws {@link AlreadyRunningError} while another live process holds it. */
export async function takeLock(dataDir: string): Promise<() => Promise<void>> {
  const file = join(dataDir, 'state', 'run.lock');
  await mkdir(join(dataDir, 'state'), { recursive: true });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const handle = await open(file, 'wx');
      await handle.writeFile(JSON.stringify({ pid: process.pid, host: hostname() }));
      await handle.close();
      return () => rm(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = await holderOf(file);
    if (holder)
      throw new AlreadyRunningError(
        `${dataDir}: another run (process ${holder}) is gathering here; wait for it, or remove ${file} if it is no more`,
      );
    await rm(file, { force: true });
  }
  throw new AlreadyRunningError(`${dataDir}: another run has just begun here`);
}

/** The process that holds the lock, or `undefined` when it is dead: a killed run must not stop the next night's. */
async function holderOf(file: string): Promise<number | undefined> {
  let holder: { pid?: unknown; host?: unknown };
  try {
    holder = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    // Killed before its name was written, or just released.
    return undefined;
  }
  if (typeof holder.pid !== 'number') return undefined;
  if (holder.host !== hostname()) return holder.pid;
  if (holder.pid === process.pid) return holder.pid;
  try {
    process.kill(holder.pid, 0);
    return holder.pid;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' ? holder.pid : undefined;
  }
}
