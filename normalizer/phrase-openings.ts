/** The first two words of the phrases that `boilerplate.ts` compiles. */

/** Stands in a phrase for any word. */
const ANY = '...';

/** A word that a phrase may begin with, and the words that may come next; missing where that may be anything, or nothing. */
export interface Opening {
  first: string;
  next?: readonly string[];
}

/** All ways in which a phrase may begin: with its first part, and with the next as long as parts may be missing. */
export function openingsOf(phrase: string): Opening[] {
  return openings(phrase.trim().match(/\[[^\]]*\]|\([^)]*\)|\S+/g) ?? []);
}

function openings(parts: readonly string[]): Opening[] {
  const [part, ...rest] = parts;
  if (part === undefined) return [{ first: ANY }];
  const next = firstsOf(rest);
  const own = waysOf(part).map(([first = ANY, second]): Opening => {
    if (second !== undefined) return { first, next: [second] };
    return next === undefined ? { first } : { first, next };
  });
  return part.startsWith('[') ? [...own, ...openings(rest)] : own;
}

/** The words that the rest of a phrase may begin with; `undefined` where that may be anything, or nothing. */
function firstsOf(parts: readonly string[]): readonly string[] | undefined {
  const firsts = openings(parts).map(({ first }) => first);
  return firsts.some((word) => word === ANY || word === '#' || word.startsWith('*')) ? undefined : firsts;
}

/** The words of each way of saying a part. */
function waysOf(part: string): string[][] {
  return /^[[(]/.test(part)
    ? part
        .slice(1, -1)
        .split('|')
        .map((way) => way.trim().split(/\s+/))
    : [[part]];
}
