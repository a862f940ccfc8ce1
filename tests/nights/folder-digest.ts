import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The one file of a site that tells when the sources were last looked at. */
const MANIFEST = 'freshness.json';

/** The digest of each file below a folder, by path, but for the site's manifest; empty when the folder isn't there. `essence` takes out what may differ. */
export function digestsIn(folder: string, essence = (text: string) => text): Record<string, string> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== MANIFEST,
  );
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [
        file.slice(folder.length + 1),
        createHash('sha256')
          .update(essence(readFileSync(file, 'latin1')))
          .digest('hex'),
      ]),
  );
}
