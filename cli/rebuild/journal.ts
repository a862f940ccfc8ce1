/** What a rebuild has done so far, so that one that was killed goes on where it stopped. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT, type ExitCode } from '../command.ts';

/** After so long a night is begun anew: the sources may have moved on. */
const STALE_MS = 12 * 3600 * 1000;

/** One rebuild: when it began, the steps that it was asked for, and how each of those that are done ended. */
export interface Journal {
  began: string;
  steps: string[];
  done: Record<string, ExitCode>;
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'state', 'rebuild.json');
}

/** The journal to go on with: that of an unfinished rebuild of the same steps, begun less than twelve hours ago; else a new one. */
export async function openJournal(dataDir: string, steps: readonly string[], now: Date): Promise<Journal> {
  const fresh: Journal = { began: now.toISOString(), steps: [...steps], done: {} };
  const last = await readJournal(dataDir);
  const isOpen = last !== undefined && steps.some((step) => last.done[step] === undefined);
  const isSame = isOpen && last.steps.join() === steps.join();
  const age = isSame ? now.getTime() - Date.parse(last.began) : Number.NaN;
  return isSame && age >= 0 && age < STALE_MS ? last : fresh;
}

async function readJournal(dataDir: string): Promise<Journal | undefined> {
  try {
    const { began, steps, done } = JSON.parse(await readFile(fileIn(dataDir), 'utf8')) as Partial<Journal>;
    const isWhole = typeof began === 'string' && Array.isArray(steps) && typeof done === 'object' && done !== null;
    return isWhole ? { began, steps, done } : undefined;
  } catch {
    // None yet, or cut off by the kill that it was for: then everything is done again, which costs only time.
    return undefined;
  }
}

/** Notes that a step ended well enough for the next one; failed steps are done again. */
export async function noteStep(dataDir: string, journal: Journal, step: string, code: ExitCode): Promise<void> {
  if (code === EXIT.failed) return;
  journal.done[step] = code;
  const part = `${fileIn(dataDir)}.part`;
  await writeFile(part, `${JSON.stringify(journal, null, 1)}\n`, { flush: true });
  await rename(part, fileIn(dataDir));
}
