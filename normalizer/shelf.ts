import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Loads every member of a shelf: `<folder>/<name>.ts`, by file name in alphabetical order. A member is the file's default export,
 * or the one named after its contract (`export const reader`).
 * @param folder the shelf's folder as a `file:` URL, `new URL('./rules/', import.meta.url)`
 * @param contract the contract's name, `reader`
 */
export async function loadShelf<T>(folder: URL, contract = 'default'): Promise<Map<string, T>> {
  const path = fileURLToPath(folder);
  const names = (await readdir(path)).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')).sort();
  const members = await Promise.all(
    names.map(async (name): Promise<[string, T]> => {
      const module = (await import(pathToFileURL(join(path, name)).href)) as Record<string, T | undefined>;
      const member = module.default ?? module[contract];
      if (member === undefined) throw new Error(`${join(path, name)}: expected a default export, found none`);
      return [name.slice(0, -'.ts'.length), member];
    }),
  );
  return new Map(members);
}
