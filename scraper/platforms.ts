/** The shelf of platforms: scanned, so that a new file is a new platform. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from './folders.ts';
import { pageLinks } from './page-links.ts';
import type { Platform, Recognition, Signs } from './platform.ts';

let shelf: Promise<ReadonlyMap<string, Platform>> | undefined;

/** All platforms by name, in alphabetical order. Throws when a file on the shelf holds none. */
export function platforms(): Promise<ReadonlyMap<string, Platform>> {
  shelf ??= scan(join(projectFolder(), 'scraper', 'platforms'));
  return shelf;
}

async function scan(folder: string): Promise<ReadonlyMap<string, Platform>> {
  const found = new Map<string, Platform>();
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  for (const file of files.sort()) {
    const module: { default?: Platform } = await import(pathToFileURL(join(folder, file)).href);
    if (!module.default) throw new Error(`${file}: expected a platform as default export`);
    found.set(file.replace(/\.ts$/, ''), module.default);
  }
  return found;
}

/** The platform of a name. Throws with the names that there are. */
export async function platformNamed(name: string): Promise<Platform> {
  const all = await platforms();
  const platform = all.get(name);
  if (!platform) throw new Error(`${name}: no such platform; there are ${[...all.keys()].join(', ')}`);
  return platform;
}

/** A guess at the platform behind an address. */
export interface Guess extends Recognition {
  platform: string;
}

/** Who knows the page at an address best; ties go to the first by name. */
export async function detectPlatform(first: Omit<Signs, 'page'>): Promise<Guess> {
  const signs: Signs = { ...first, page: pageLinks(first.text, first.url) };
  let best: Guess = { platform: 'generic', confidence: 0, why: 'shows no platform' };
  for (const [platform, { detect }] of await platforms()) {
    const seen = detect(signs);
    if (seen && seen.confidence > best.confidence) best = { platform, ...seen };
  }
  return best;
}
