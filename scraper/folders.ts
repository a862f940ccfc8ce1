import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export function projectFolder(): string {
  return dirname(dirname(fileURLToPath(import.meta.url)));
}

/** The data that come with the project: registry, vocabulary, municipalities. */
export function bundledData(): string {
  return join(projectFolder(), 'data');
}

/** A file of `dataDir`, or the project's own where that folder has none (municipalities.csv, site.yaml). */
export function dataFile(dataDir: string, name: string): string {
  const own = join(dataDir, name);
  return existsSync(own) ? own : join(bundledData(), name);
}
