import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublishedFile } from '../catalogue/files.ts';
import { packageOf } from '../catalogue/package.ts';
import { FORMS, type Form, tableSchema } from '../catalogue/table-schema.ts';
import { defineOutput } from '../output.ts';
import { TABLES } from '../published-tables.ts';

/**
 * `datapackage.json` (Data Package v2): every file with its size and sum, and what the columns of the tables mean; the Table Schemas stand
 * beside it as `schema/v1/tables/<table>-<form>.json`.
 */
export default defineOutput({
  stage: 'descriptions',
  async write(records, folder) {
    const schemas = join(folder, 'schema', 'v1', 'tables');
    await mkdir(schemas, { recursive: true });
    for (const table of TABLES)
      for (const form of Object.keys(FORMS) as Form[])
        await writeJson(join(schemas, `${table.name}-${form}.json`), tableSchema(table, form));
    const files = (await records.files()).filter(isData);
    await writeJson(join(folder, 'datapackage.json'), await packageOf(records, folder, files));
  },
});

/** The catalogue describes the package, not the other way round; schemas are part of the description. */
function isData({ path }: PublishedFile): boolean {
  return !/^(katalog\.|schema\/)/.test(path);
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
