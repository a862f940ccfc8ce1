/** Lets go of originals that nobody needs: neither what is known of a page nor what is published names them. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compactCaptures, placeOf, removeCaptures } from './captures/compact.ts';
import { takeLock } from './lock.ts';
import { readKnownPages, writeKnownPages } from './state.ts';

/** What is tidied. `named`: ids of originals that published items name. */
export interface TidyOptions {
  dataDir: string;
  capturesDir: string;
  named: ReadonlySet<string>;
}

/**
 * Gives the bytes that were freed. A run that is killed leaves every original that is needed where somebody finds it. Throws `AlreadyRunningError`, `StateError`
 * or a file system's error.
 */
export async function tidyOriginals({ dataDir, capturesDir, named }: TidyOptions): Promise<number> {
  const folder = join(dataDir, 'state', 'pages');
  if (!existsSync(capturesDir) || !existsSync(folder)) return 0;
  const release = await takeLock(dataDir);
  try {
    const sources = (await readdir(folder)).filter((name) => name.endsWith('.ndjson')).map((name) => name.slice(0, -7));
    const needed = new Set<string>();
    for (const source of sources)
      for (const { capture } of await readKnownPages(dataDir, source)) if (capture) needed.add(placeOf(capture));
    const { moved, obsolete, freed } = await compactCaptures(capturesDir, needed, named);
    // What is known points at the new places before the old ones go.
    if (moved.size > 0) for (const source of sources) await pointAt(dataDir, source, moved);
    await removeCaptures(capturesDir, obsolete);
    return freed;
  } finally {
    await release();
  }
}

type Moved = Awaited<ReturnType<typeof compactCaptures>>['moved'];

async function pointAt(dataDir: string, source: string, moved: Moved): Promise<void> {
  const pages = await readKnownPages(dataDir, source);
  const pointed = pages.map((page) => {
    const capture = page.capture && moved.get(placeOf(page.capture));
    return capture ? { ...page, capture } : page;
  });
  await writeKnownPages(dataDir, source, pointed);
}
