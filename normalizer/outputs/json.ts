import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineOutput } from '../output.ts';

/** `communities.json` and `sources.json`: short lists, indented for people. */
export default defineOutput({
  async write({ communities, sources }, folder) {
    await writeFile(join(folder, 'communities.json'), `${JSON.stringify(communities, null, 2)}\n`);
    await writeFile(join(folder, 'sources.json'), `${JSON.stringify(sources, null, 2)}\n`);
  },
});
