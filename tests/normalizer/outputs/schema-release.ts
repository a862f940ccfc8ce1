/** Keeps the schemas as they are now for the compatibility test: `node --import tsx tests/normalizer/outputs/schema-release.ts`, at each release. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchemas, MAJOR } from '../../../normalizer/catalogue/schemas.ts';
import { TABLES } from '../../../normalizer/published-tables.ts';

const folder = new URL(`../../fixtures/released-schemas/v${MAJOR}/`, import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, schema] of jsonSchemas())
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);

const columns = TABLES.map(({ name, columns: all }) => [
  name,
  Object.fromEntries(all.map((one) => [one.name, one.type])),
]);
writeFileSync(new URL('../tables.json', folder), `${JSON.stringify(Object.fromEntries(columns), null, 2)}\n`);
