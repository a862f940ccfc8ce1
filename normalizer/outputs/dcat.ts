import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogueNodes, type Span } from '../catalogue/dcat.ts';
import { toJsonLd, toTurtle } from '../catalogue/graph.ts';
import type { Item } from '../model.ts';
import { defineOutput } from '../output.ts';

/** `katalog.ttl` and `katalog.jsonld`: the data as DCAT-AP-NO describes them, for data.norge.no and other catalogues. */
export default defineOutput({
  stage: 'descriptions',
  async write(records, folder) {
    const given = { files: await records.files(), span: await spanOf(records.items()) };
    const nodes = await catalogueNodes(records, folder, given);
    await writeFile(join(folder, 'katalog.ttl'), await toTurtle(nodes));
    await writeFile(join(folder, 'katalog.jsonld'), `${JSON.stringify(toJsonLd(nodes), null, 2)}\n`);
  },
});

async function spanOf(items: AsyncIterable<Item>): Promise<Span> {
  const span: Span = { firstDay: undefined, lastDay: undefined, firstSeen: undefined };
  for await (const { published, firstSeen } of items) {
    if (span.firstSeen === undefined || firstSeen < span.firstSeen) span.firstSeen = firstSeen;
    if (published === null) continue;
    if (span.firstDay === undefined || published < span.firstDay) span.firstDay = published;
    if (span.lastDay === undefined || published > span.lastDay) span.lastDay = published;
  }
  return span;
}
