import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dictionary } from '../catalogue/dictionary.ts';
import { defineOutput } from '../output.ts';

/** `dictionary.md`: what every field and column means, so that a downloaded folder explains itself. */
export default defineOutput({
  async write(_records, folder) {
    await writeFile(join(folder, 'dictionary.md'), dictionary());
  },
});
