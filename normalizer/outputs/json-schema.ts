import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ItemSchema, MeetingSchema, PublishedCommunitySchema, PublishedSourceSchema } from '../model.ts';
import { defineOutput } from '../output.ts';

/** The major version of the published schemas: a field removed, narrowed or newly required raises it. */
const MAJOR = 1;

const SCHEMAS = {
  item: ItemSchema,
  meeting: MeetingSchema,
  community: PublishedCommunitySchema,
  source: PublishedSourceSchema,
};

/** `schema/<record>.json`: JSON Schema 2020-12 derived from the model, with a permanent `$id`. */
export default defineOutput({
  async write({ site }, folder) {
    await mkdir(join(folder, 'schema'), { recursive: true });
    for (const [name, schema] of Object.entries(SCHEMAS)) {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
      const $id = new URL(`/data/schema/v${MAJOR}/${name}.json`, site.baseUrl).href;
      const document = { $schema, $id, ...rest };
      await writeFile(join(folder, 'schema', `${name}.json`), `${JSON.stringify(document, null, 2)}\n`);
    }
  },
});
