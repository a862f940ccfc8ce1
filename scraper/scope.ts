/** What belongs to a source: which addresses are its pages, and which documents it may bring along. */
import { canonicalAddress, safeDecode, siteOf } from './address.ts';
import { isDenied } from './denied.ts';
import { isAsset } from './document-address.ts';
import { registrableDomain } from './registrable-domain.ts';
import type { Source } from './registry.ts';

/** The borders of one source. All addresses are canonical. */
export interface Scope {
  /** The addresses that the registry names: `url` and `start`. */
  starts: string[];
  /** May be gathered as a page (or list of pages) of the source. */
  isPage(url: string): boolean;
  /** May be gathered as a document that one of the pages links to. */
  isDocument(url: string): boolean;
}

/** Lists by category, searches, log-ins and a publishing tool's own rooms: never pages, unless the registry names them. */
const NO_PAGE = new Set(
  'category categories kategori kategoriar kategorier tag tags stikkord emneord author forfatter forfattar user users search sok søk søkeresultat login logginn logg-inn signin wp-admin wp-login.php wp-json wp-includes xmlrpc.php cgi-bin feed rss comments trackback cart handlekurv'.split(
    ' ',
  ),
);
const NO_PAGE_QUERY =
  /^(s|q|query|search|sok|søk|replytocom|share|print|preview|action|redirect_to|add-to-cart|ical|outlook-ical|feed|eventdisplay|tribe-bar-date|sort|sortby|order|filter)$/i;
const DATE_ARCHIVE = /^\/(19|20)\d\d(\/\d\d){0,2}\/?$/;
/** A last part like `partnerskapsmotet.44101.aspx` or `index.html` is a file, and what lies beside it may belong to it. */
const FILE_NAME = /\.[a-z]{2,5}$/i;

/**
 * The scope of a source. `sites`: hosts (see `siteOf`) of the community's other sources, from which documents may come,
 * as they may from other hosts of the same registered domain.
 */
export function scopeOf(source: Source, sites: ReadonlySet<string> = new Set()): Scope {
  const starts = [...startsOf(source)];
  const hosts = new Set(starts.map(siteOf));
  const isInside = source.include ? prefixTest(source.include) : defaultTest(starts);
  const named = namedLists([...starts.map(pathOf), ...(source.include ?? []).map(safeDecode)]);
  const isExcluded = prefixTest(source.exclude);
  const isElsewhere = selectorTest(starts);
  const domains = new Set(starts.flatMap((url) => registrableDomain(siteOf(url)) ?? []));
  return {
    starts,
    isPage(url) {
      if (!hosts.has(siteOf(url)) || isDenied(url) || isAsset(url)) return false;
      if (starts.includes(url)) return true;
      return isInside(url) && !isExcluded(url) && !isArchive(url, named) && !isElsewhere(url);
    },
    isDocument(url) {
      const site = siteOf(url);
      const isOurs = hosts.has(site) || sites.has(site) || domains.has(registrableDomain(site) ?? '');
      return isOurs && !isDenied(url) && !isExcluded(url);
    },
  };
}

/** The registered addresses, canonical. */
export function startsOf(source: Source): Set<string> {
  return new Set([source.url, ...source.start].flatMap((url) => canonicalAddress(url) ?? []));
}

function pathOf(url: string): string {
  return safeDecode(new URL(url).pathname);
}

function prefixTest(prefixes: string[]): (url: string) => boolean {
  const paths = prefixes.map(safeDecode);
  return (url) => {
    const path = pathOf(url);
    return paths.some((prefix) => path.startsWith(prefix) || `${path}/` === prefix);
  };
}

/** Without `include`: what lies at and below the registered addresses. */
function defaultTest(starts: string[]): (url: string) => boolean {
  const tests = starts.map((start) => {
    const path = pathOf(start);
    const folder = FILE_NAME.test(path) ? path.replace(/[^/]*$/, '') : path;
    // A file in the site's root would open the whole site: there it stands for itself alone.
    if (folder === '/' && path !== '/') return (other: string) => other === path;
    const below = folder.endsWith('/') ? folder : `${folder}/`;
    return (other: string) => other === folder || `${other}/` === below || other.startsWith(below);
  });
  return (url) => tests.some((test) => test(pathOf(url)));
}

/**
 * A registered address may choose an area by its query (`?o=ostfold`): the same page for another area belongs to another source. Numbers are left
 * alone, they may as well turn pages.
 */
function selectorTest(starts: string[]): (url: string) => boolean {
  const chosen = new Map<string, Set<string>>();
  for (const start of starts)
    for (const [name, value] of new URL(start).searchParams) {
      const key = `${siteOf(start)}${pathOf(start)}?${name}`;
      if (!/^\d*$/.test(value)) chosen.set(key, (chosen.get(key) ?? new Set()).add(value));
    }
  return (url) =>
    [...new URL(url).searchParams].some(([name, value]) => {
      const values = chosen.get(`${siteOf(url)}${pathOf(url)}?${name}`);
      return values !== undefined && !values.has(value);
    });
}

/** Paths of the registry that name such a list themselves, ending in a slash: its further pages lie below it. */
function namedLists(paths: readonly string[]): string[] {
  return paths
    .map((path) => path.toLowerCase().replace(/(?<!\/)\/?$/, '/'))
    .filter((path) => path.split('/').some((part) => NO_PAGE.has(part)));
}

function isArchive(url: string, named: readonly string[]): boolean {
  const { searchParams } = new URL(url);
  const whole = pathOf(url).toLowerCase();
  const list = named.find((path) => whole.startsWith(path));
  const path = list === undefined ? whole : whole.slice(list.length - 1);
  if (DATE_ARCHIVE.test(path) || path.split('/').some((part) => NO_PAGE.has(part))) return true;
  return [...searchParams.keys()].some((name) => NO_PAGE_QUERY.test(name));
}
