import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  ChangeSchema,
  CoverageRowSchema,
  ItemSchema,
  MeetingSchema,
  PublishedCommunitySchema,
  PublishedSourceSchema,
} from '../model.ts';
import { defineOutput } from '../output.ts';

/** The major version of the published schemas: a field removed, narrowed or newly required raises it. */
const MAJOR = 1;

const SCHEMAS = {
  item: ItemSchema,
  meeting: MeetingSchema,
  community: PublishedCommunitySchema,
  source: PublishedSourceSchema,
  coverage: CoverageRowSchema,
  change: ChangeSchema,
};

/**
 * `schema/v1/<record>.json`: JSON Schema 2020-12 derived from the model, at the place that its permanent `$id` names,
 * and the same without the version as `schema/<record>.json` for whoever wants the newest.
 */
export default defineOutput({
  async write({ site }, folder) {
    const versioned = join(folder, 'schema', `v${MAJOR}`);
    await mkdir(versioned, { recursive: true });
    for (const [name, schema] of Object.entries(SCHEMAS)) {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
      const $id = new URL(`/data/schema/v${MAJOR}/${name}.json`, site.baseUrl).href;
      const text = `${JSON.stringify({ $schema, $id, ...rest }, null, 2)}\n`;
      await writeFile(join(versioned, `${name}.json`), text);
      await writeFile(join(folder, 'schema', `${name}.json`), text);
    }
  },
});
