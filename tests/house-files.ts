/** The project's own files and what they import, read as text: for the tests that guard the house. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));

/** From the room that may import all others to the one that imports none. */
export const ROOMS = ['cli', 'site', 'normalizer', 'scraper'] as const;

/** One import or re-export that names a file. */
export interface Import {
  /** Paths from the project's folder, with slashes. */
  from: string;
  to: string;
  /** `import type`: gone when the program runs. */
  typeOnly: boolean;
}

/** Every file below a folder of the project as paths from the project's folder, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(PROJECT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The code of a room, or of all rooms. */
export function codeOf(...rooms: readonly string[]): string[] {
  return (rooms.length > 0 ? rooms : ROOMS).flatMap(filesBelow).filter((file) => /\.[jt]s$/.test(file));
}

/** A file's text. */
export function textOf(file: string): string {
  return readFileSync(join(PROJECT, file), 'utf8');
}

/** Where a file can be imported from. */
export function urlOf(file: string): string {
  return new URL(`../${file}`, import.meta.url).href;
}

/** The file's name without folder and ending. */
export function stemOf(file: string): string {
  return basename(file).replace(/\.[jt]s$/, '');
}

/** The files of the project that a file imports, statically or by `import('…')`. */
export function importsOf(file: string): Import[] {
  return importsIn(file, textOf(file));
}

/** The same for a text that may not be in the project. */
export function importsIn(file: string, text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found = [...code.matchAll(/\b(?:(import|export)(\s+type)?[^;'"`]*?\bfrom\s*|import\s*\(?\s*)'(\.[^']*)'/g)];
  return found.map(([, , type, target = '']) => ({
    from: file,
    to: posix.normalize(posix.join(posix.dirname(file), target)),
    typeOnly: type !== undefined,
  }));
}

/** The room that a path lies in; `undefined` outside of all. */
export function roomOf(file: string): (typeof ROOMS)[number] | undefined {
  return ROOMS.find((room) => file.startsWith(`${room}/`));
}
