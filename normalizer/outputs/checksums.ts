import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineOutput } from '../output.ts';

/** `SHA256SUMS`: a line for every other file, as `sha256sum -c` reads them. */
export default defineOutput({
  stage: 'sums',
  async write({ files }, folder) {
    const lines = (await files()).map(({ path, sha256 }) => `${sha256}  ${path}\n`);
    await writeFile(join(folder, 'SHA256SUMS'), lines.join(''));
  },
});
