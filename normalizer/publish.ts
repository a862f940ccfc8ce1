import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { onFile } from '../scraper/index.ts';

/**
 * Replaces `<data>/published` by a folder that `write` fills. A reader sees the old files or the new ones, never
 * a mix; a run that is killed between the two renames is mended by the next one. Files that would hold the same
 * bytes as before leave the folder as it is.
 */
export async function publish(dataDir: string, write: (folder: string) => Promise<void>): Promise<void> {
  const paths = await mendPublished(dataDir);
  await rm(paths.next, { recursive: true, force: true });
  await mkdir(paths.next, { recursive: true });
  await onFile(paths.next, async () => {
    await write(paths.next);
    await flush(paths.next);
  });
  if (await sameFiles(paths.next, paths.current)) return rm(paths.next, { recursive: true });
  if (existsSync(paths.current)) await rename(paths.current, paths.last);
  try {
    await rename(paths.next, paths.current);
  } catch (error) {
    if (existsSync(paths.last)) await rename(paths.last, paths.current);
    throw error;
  }
  await rm(paths.last, { recursive: true, force: true });
}

/** Brings back what a killed run had moved aside. */
export async function mendPublished(dataDir: string): Promise<{ current: string; next: string; last: string }> {
  const current = join(dataDir, 'published');
  const last = join(dataDir, '.published-last');
  if (!existsSync(current) && existsSync(last)) await rename(last, current);
  await rm(last, { recursive: true, force: true });
  return { current, last, next: join(dataDir, '.published-next') };
}

async function filesOf(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();
}

/** On disk before the folder takes its name, so that a power cut can't leave empty files under it. */
async function flush(folder: string): Promise<void> {
  for (const file of await filesOf(folder)) {
    const handle = await open(join(folder, file), 'r+');
    await handle.sync();
    await handle.close();
  }
}

async function sameFiles(a: string, b: string): Promise<boolean> {
  const [left, right] = [await filesOf(a), await filesOf(b)];
  if (left.length !== right.length || left.some((file, at) => file !== right[at])) return false;
  for (const file of left) {
    if ((await digestOf(join(a, file))) !== (await digestOf(join(b, file)))) return false;
  }
  return true;
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await onFile(file, () => pipeline(createReadStream(file), hash));
  return hash.digest('hex');
}

/** Writes a small file so that a reader sees the old bytes or the new ones. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.next`;
  await writeFile(temporary, text, { flush: true });
  await rename(temporary, file);
}
