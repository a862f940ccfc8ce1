/** The published data of the last night that passed the check: kept until this night's have passed it too. */
import { existsSync } from 'node:fs';
import { constants, cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the folders lie: beside what is published, so that a rename is enough. */
export function foldersOf(dataDir: string): { published: string; good: string; rejected: string } {
  const at = (name: string): string => join(dataDir, name);
  return { published: at('published'), good: at('.published-good'), rejected: at('.published-rejected') };
}

/** Sets a copy of what is published aside. One that a killed night has left is older and was checked: it stays. */
export async function setAside(dataDir: string): Promise<void> {
  const { published, good } = foldersOf(dataDir);
  if (existsSync(good) || !existsSync(published)) return;
  const part = `${good}.part`;
  await rm(part, { recursive: true, force: true });
  await cp(published, part, { recursive: true, mode: constants.COPYFILE_FICLONE });
  await rename(part, good);
}

/** What was published has passed: the copy is no longer needed. */
export async function accept(dataDir: string): Promise<void> {
  const { good, rejected } = foldersOf(dataDir);
  await rm(good, { recursive: true, force: true });
  await rm(rejected, { recursive: true, force: true });
}

/** Puts the last good data back. What was rejected is kept to be looked at; its path is given. */
export async function putBack(dataDir: string): Promise<string> {
  const { published, good, rejected } = foldersOf(dataDir);
  await rm(rejected, { recursive: true, force: true });
  if (existsSync(published)) await rename(published, rejected);
  if (existsSync(good)) await rename(good, published);
  return rejected;
}
