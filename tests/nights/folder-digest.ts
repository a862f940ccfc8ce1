import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The digest of each file below a folder, by path; empty when it isn't there. `essence` takes out what may differ. */
export function digestsIn(folder: string, essence = (text: string) => text): Record<string, string> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
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
