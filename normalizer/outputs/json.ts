import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineOutput } from '../output.ts';
import { municipalitiesOf } from '../published-tables/lists.ts';
import { TextFiles } from '../text-files.ts';

/** `communities.json`, `municipalities.json` and `sources.json`, indented for people; `items.json` and `meetings.json`, one record a line. */
export default defineOutput({
  async write({ items, meetings, communities, sources }, folder) {
    const lists = { communities, municipalities: municipalitiesOf(communities), sources };
    for (const [name, list] of Object.entries(lists))
      await writeFile(join(folder, `${name}.json`), `${JSON.stringify(list, null, 2)}\n`);
    await writeList(join(folder, 'items.json'), items());
    await writeList(join(folder, 'meetings.json'), meetings);
  },
});

async function writeList(file: string, records: AsyncIterable<unknown> | Iterable<unknown>): Promise<void> {
  const files = new TextFiles();
  let before = '[\n';
  for await (const record of records) {
    files.add(file, `${before}${JSON.stringify(record)}`);
    before = ',\n';
  }
  files.add(file, before === '[\n' ? '[]\n' : '\n]\n');
  files.close();
}
