/** The regular expressions that sources build while they are loaded, caught as they are made. */
import { relative } from 'node:path';

/** A pattern and the source that made it. */
export interface BuiltPattern {
  file: string;
  pattern: RegExp;
}

/** All patterns that the sources of some rooms make while `load` runs; those of packages are left out. */
export async function patternsBuilt(root: string, rooms: readonly string[], load: () => Promise<unknown>) {
  const found = new Map<string, BuiltPattern>();
  const plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(plain, {
    construct(target, given: [string, string?]) {
      const pattern = new target(...given);
      const file = makerOf(root, rooms);
      if (file !== undefined) found.set(String(pattern), { file, pattern });
      return pattern;
    },
  });
  try {
    await load();
  } finally {
    globalThis.RegExp = plain;
  }
  return [...found.values()];
}

/** The source whose code asks for the pattern: the innermost one of the stack. */
function makerOf(root: string, rooms: readonly string[]): string | undefined {
  const frames = (new Error().stack ?? '').split('\n').slice(3);
  const file = /(\/[^\s():]+\.[cm]?[jt]s)/.exec(frames[0] ?? '')?.[1];
  const name = file === undefined ? undefined : relative(root, file);
  return rooms.some((room) => name?.startsWith(`${room}/`)) ? name : undefined;
}
