/** What a rebuild has done so far, so that one that was killed goes on where it stopped. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { EXIT, type ExitCode } from '../command.ts';

/** After so long a night is begun anew: the sources may have moved on. */
const STALE_MS = 12 * 3600 * 1000;

/** One rebuild: where and when it began, the steps that it was asked for, and how each of those that are done ended. */
export interface Journal {
  host: string;
  began: string;
  steps: string[];
  done: Record<string, ExitCode>;
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'state', 'rebuild.json');
}

/** The journal to go on with: that of an unfinished rebuild of the same steps, begun less than twelve hours ago; else a new one. */
export async function openJournal(dataDir: string, steps: readonly string[], now: Date): Promise<Journal> {
  const fresh: Journal = { host: hostname(), began: now.toISOString(), steps: [...steps], done: {} };
  const last = await readJournal(dataDir);
  const isOpen = last !== undefined && steps.some((step) => last.done[step] === undefined && step !== 'restore');
  // A state that was brought to another machine says nothing of what lies on that one.
  const isSame = isOpen && last.steps.join() === steps.join() && last.host === hostname();
  const age = isSame ? now.getTime() - Date.parse(last.began) : Number.NaN;
  return isSame && age >= 0 && age < STALE_MS ? last : fresh;
}

async function readJournal(dataDir: string): Promise<Journal | undefined> {
  try {
    const { host, began, steps, done } = JSON.parse(await readFile(fileIn(dataDir), 'utf8')) as Partial<Journal>;
    const isWhole =
      typeof host === 'string' &&
      typeof began === 'string' &&
      Array.isArray(steps) &&
      typeof done === 'object' &&
      done !== null;
    return isWhole ? { host, began, steps, done } : undefined;
  } catch {
    // None yet, or cut off by the kill that it was for: then everything is done again, which costs only time.
    return undefined;
  }
}

/** Notes that a step ended well enough for the next one; failed steps are done again, and so is what only brings what is missing. */
export async function noteStep(dataDir: string, journal: Journal, step: string, code: ExitCode): Promise<void> {
  if (code === EXIT.failed || step === 'restore') return;
  journal.done[step] = code;
  await write(dataDir, journal);
}

/** Has steps done again that were done: a later one has taken back what they did. */
export async function forgetSteps(dataDir: string, journal: Journal, steps: readonly string[]): Promise<void> {
  for (const step of steps) delete journal.done[step];
  if (steps.length > 0) await write(dataDir, journal);
}

async function write(dataDir: string, journal: Journal): Promise<void> {
  const part = `${fileIn(dataDir)}.part`;
  await writeFile(part, `${JSON.stringify(journal, null, 1)}\n`, { flush: true });
  await rename(part, fileIn(dataDir));
}
