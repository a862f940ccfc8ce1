import type { Output, Records } from './output.ts';
import { loadShelf } from './shelf.ts';

/** Writes every format of the shelf into the folder. */
export async function writeOutputs(records: Records, folder: string): Promise<void> {
  const outputs = await loadShelf<Output>(new URL('./outputs/', import.meta.url));
  for (const output of outputs.values()) await output.write(records, folder);
}
