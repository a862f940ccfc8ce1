/** One page, one item: which addresses hold the same thing. */

/** What is compared of a page. */
export interface Addressed {
  url: string;
  community: string;
  format: string;
  /** The address that the page declares as canonical, or null. */
  declared: string | null;
  /** Hash of title and body. Pages with different text are different items, whatever their addresses. */
  textKey: string;
  /** Hash of the original bytes, or null. */
  digest: string | null;
}

/** Joins and partings of addresses that people decided on (`data/decisions.yaml`). */
export interface DecidedAddresses {
  joinItems: readonly string[][];
  partItems: readonly string[];
}

const UNDECIDED: DecidedAddresses = { joinItems: [], partItems: [] };

/**
 * Groups pages that are one item; the first of each group gives the address that counts.
 * Same community and text, and addresses that differ only in `www.`, scheme, last slash, letter case, query or a
 * language folder – or a declared canonical in common – are one; so are documents of identical bytes.
 * `earlier` holds addresses that stood for an item before: they keep doing so. The order of `pages` does not matter.
 */
export function groupTwins<T extends Addressed>(
  pages: readonly T[],
  earlier: ReadonlySet<string>,
  decided: DecidedAddresses = UNDECIDED,
): T[][] {
  const groupOf = new Map<string, T[]>();
  for (const page of pages) {
    const keys = keysOf(page, decided);
    const near = new Set(keys.map((key) => groupOf.get(key)));
    const group = [page, ...[...near].flatMap((one) => one ?? [])];
    for (const member of group) for (const key of keysOf(member, decided)) groupOf.set(key, group);
  }
  return [...new Set(groupOf.values())].map((group) => {
    const declared = new Set(group.map((page) => page.declared));
    const firsts = new Set(decided.joinItems.map(([first]) => first));
    const rank = (page: T) => rankOf(page.url, declared, earlier) - (firsts.has(page.url) ? 16 : 0);
    return group.sort((a, b) => rank(a) - rank(b) || compare(a.url, b.url));
  });
}

/** What was decided comes before what is found: a parted page is alone, joined ones share a key. */
function keysOf(page: Addressed, { joinItems, partItems }: DecidedAddresses): string[] {
  const joined = joinItems.flatMap((urls, at) => (urls.includes(page.url) ? [`${page.community} joined ${at}`] : []));
  if (joined.length > 0) return [...joined, ...twinKeys(page)];
  return partItems.includes(page.url) ? [`${page.community} parted ${page.url}`] : twinKeys(page);
}

function twinKeys({ url, community, format, declared, textKey, digest }: Addressed): string[] {
  const keys = [`${community} ${textKey} ${looseAddress(url)}`];
  if (declared !== null) keys.push(`${community} ${textKey} ${looseAddress(declared)}`);
  if (format !== 'html' && digest !== null) keys.push(`${community} ${format} ${digest}`);
  return keys;
}

const LANGUAGE_FOLDER = /^\/(?:en|nb|nn|no|se|sa|sami|english)(?=\/)/;

function looseAddress(url: string): string {
  if (!URL.canParse(url)) return url;
  const { hostname, port, pathname } = new URL(url);
  const path = pathname
    .toLowerCase()
    .replace(LANGUAGE_FOLDER, '')
    .replace(/\/(?:index|default)\.(?:html?|aspx|php)$/, '/')
    .replace(/(?<!\/)\/+$/, '');
  return `${hostname.replace(/^www\./, '')}:${port}${path}`;
}

/** Lower is better: published before, declared by one of the pages, not in a language folder, https. */
function rankOf(url: string, declared: ReadonlySet<string | null>, earlier: ReadonlySet<string>): number {
  const path = URL.canParse(url) ? new URL(url).pathname.toLowerCase() : '';
  return (
    (earlier.has(url) ? 0 : 16) +
    (declared.has(url) ? 0 : 8) +
    (LANGUAGE_FOLDER.test(path) ? 2 : 0) +
    (url.includes('?') ? 2 : 0) +
    (url.startsWith('https:') ? 0 : 1)
  );
}

/** By code units, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
