/** Ids of new sources: `<host>-<what>`, as those in the registry. */

const LONGEST = 60;

/** A kebab-case id made of host and path that nobody has yet; the shortest that tells the source apart. */
export function sourceIdFor(url: string, taken: ReadonlySet<string>): string {
  const host = hostPart(new URL(url));
  const parts = pathParts(new URL(url));
  const names = [parts.slice(-1), parts.slice(-2), parts].map((some) => shortened([host, ...some].join('-')));
  const free = [...(parts.length === 0 ? [host] : names)].find((name) => !taken.has(name));
  if (free !== undefined) return free;
  for (let number = 2; ; number += 1) {
    const name = `${names[0]}-${number}`;
    if (!taken.has(name)) return name;
  }
}

/** `www.valle.kommune.no` is `valle-kommune`; an IP address stays whole, with its port. */
function hostPart({ hostname, host }: URL): string {
  const isNumber = /^[\d.]+$|^\[/.test(hostname);
  const labels = hostname.replace(/^www\./, '').split('.');
  return kebab(isNumber || labels.length < 2 ? host : labels.slice(0, -1).join('-')) || 'kilde';
}

/** The parts of the path and the values of the query, without endings and the numbers that publishing tools put before them. */
function pathParts({ pathname, searchParams }: URL): string[] {
  const path = decoded(pathname)
    .split('/')
    .map((part) => part.replace(/\.[a-z]{2,5}$/i, '').replace(/(\.\d+(-\d+)*)+$/, ''));
  return [...path, ...searchParams.values()].map(kebab).filter((part) => part !== '' && part !== 'index');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray per cent sign: the address is read as it stands.
    return path;
  }
}

function kebab(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, (other) => (/^\p{M}+$/u.test(other) ? '' : '-'))
    .replace(/^-+|-+$/g, '');
}

/** Cut at a word's end. */
function shortened(name: string): string {
  if (name.length <= LONGEST) return name;
  return name
    .slice(0, LONGEST + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, LONGEST);
}
