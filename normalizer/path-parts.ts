import { plainLetters } from './spelling.ts';

/** The parts of an address between slashes, decoded and without letter marks. */
export function pathParts(url: string): string[] {
  const { pathname } = new URL(url);
  try {
    return plainLetters(decodeURIComponent(pathname)).split('/').filter(Boolean);
  } catch {
    // A stray per cent sign: the address is read as it stands.
    return pathname.toLowerCase().split('/').filter(Boolean);
  }
}
