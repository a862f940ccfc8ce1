import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressOf } from '../catalogue/files.ts';
import { jsonSchemas, MAJOR } from '../catalogue/schemas.ts';
import { defineOutput } from '../output.ts';

/**
 * `schema/v1/<name>.json`: JSON Schema 2020-12 derived from the model, at the place that its permanent `$id` names,
 * and the same without the version as `schema/<name>.json` for whoever wants the newest.
 */
export default defineOutput({
  async write({ site }, folder) {
    const versioned = join(folder, 'schema', `v${MAJOR}`);
    await mkdir(versioned, { recursive: true });
    for (const [name, { $schema, ...rest }] of jsonSchemas()) {
      const $id = addressOf(site, `schema/v${MAJOR}/${name}.json`);
      const text = `${JSON.stringify({ $schema, $id, ...rest }, null, 2)}\n`;
      await writeFile(join(versioned, `${name}.json`), text);
      await writeFile(join(folder, 'schema', `${name}.json`), text);
    }
  },
});
