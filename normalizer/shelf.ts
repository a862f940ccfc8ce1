import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Loads every member of a shelf: `<folder>/<name>.ts`, by file name in alphabetical order.
 * @param folder the shelf's folder as a `file:` URL, `new URL('./rules/', import.meta.url)`
 */
export async function loadShelf<T>(folder: URL): Promise<Map<string, T>> {
  const path = fileURLToPath(folder);
  const names = (await readdir(path)).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')).sort();
  const members = await Promise.all(
    names.map(async (name): Promise<[string, T]> => {
      const module = (await import(pathToFileURL(join(path, name)).href)) as { default?: T };
      if (module.default === undefined) throw new Error(`${join(path, name)}: expected a default export, found none`);
      return [name.slice(0, -'.ts'.length), module.default];
    }),
  );
  return new Map(members);
}
