import { join } from 'node:path';
import { FolderFiles } from './catalogue/files.ts';
import type { Item } from './model.ts';
import { linesOf } from './ndjson-lines.ts';
import { type Output, type Records, STAGES, type Written } from './output.ts';
import { loadShelf } from './shelf.ts';

/** Writes every format of the shelf into the folder, stage by stage. */
export async function writeOutputs(records: Records, folder: string): Promise<void> {
  const outputs = [...(await loadShelf<Output>(new URL('./outputs/', import.meta.url))).values()];
  // Reading a line back costs a tenth of making the item from its draft once more.
  const files = new FolderFiles(folder);
  const fresh: Written = { ...records, files: () => files.list() };
  const written: Written = { ...fresh, items: () => readBack(folder) };
  for (const stage of STAGES)
    for (const output of outputs.filter((one) => one.stage === stage))
      await output.write(stage === 'lines' ? fresh : written, folder);
}

async function* readBack(folder: string): AsyncGenerator<Item> {
  for await (const { text } of linesOf(join(folder, 'items.ndjson'))) yield JSON.parse(text) as Item;
}
