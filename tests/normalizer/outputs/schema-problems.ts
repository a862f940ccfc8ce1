/** What the published schemas say of the published files of a folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface Resource {
  path: string;
  jsonSchema?: string;
}

/** A line for each JSON and NDJSON file that holds something its schema doesn't allow, or that has no schema; and how many records were looked at. */
export function schemaProblems(folder: string): { problems: string[]; records: number } {
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  for (const name of readdirSync(join(folder, 'schema/v1')).filter((one) => one.endsWith('.json')))
    ajv.addSchema(JSON.parse(text(`schema/v1/${name}`)) as object);
  const { resources } = JSON.parse(text('datapackage.json')) as { resources: Resource[] };
  const schemaOf = new Map(resources.map(({ path, jsonSchema }) => [path, jsonSchema]));
  const problems: string[] = [];
  let records = 0;
  for (const path of jsonFiles(folder)) {
    const schema = schemaOf.get(path);
    const validate = schema && ajv.getSchema((JSON.parse(text(schema)) as { $id: string }).$id);
    if (!validate) problems.push(`${path}: has no schema`);
    else {
      const lines = path.endsWith('.ndjson') ? text(path).split('\n').slice(0, -1) : [text(path)];
      records += lines.length;
      const wrong = lines.find((line) => !validate(JSON.parse(line)));
      if (wrong !== undefined) problems.push(`${path}: ${ajv.errorsText(validate.errors)}: ${wrong.slice(0, 200)}`);
    }
  }
  return { problems, records };
}

/** The files that hold records, and not what describes them. */
function jsonFiles(folder: string): string[] {
  const all = (readdirSync(folder, { recursive: true }) as string[]).map((name) => name.replaceAll('\\', '/'));
  return all.filter((name) => /\.(nd)?json$/.test(name) && !/^(schema|datapackage)/.test(name)).sort();
}
