/** The ground of one source while it is gathered: its scope, which grows when a registered address redirects, and how platforms see it. */
import { canonicalAddress, siteOf } from './address.ts';
import type { KnownPage, Role } from './known-page.ts';
import type { Place, RecordName } from './platform.ts';
import type { Source } from './registry.ts';
import { type Scope, scopeOf } from './scope.ts';

/** What the ground is made from. */
export interface TerritoryParts {
  source: Source;
  /** Hosts of the community's other sources, from which documents may come. */
  sites: ReadonlySet<string>;
  /** Records of an interface that earlier runs have kept, by key. */
  records: ReadonlyMap<string, RecordName>;
}

/** What belongs to a source, and where it begins. */
export class Territory {
  readonly #parts: TerritoryParts;
  #scope: Scope;
  #sitemaps: string[] = [];
  /** Answers given before: a site's menu stands on every one of its pages. */
  readonly #pages = new Map<string, boolean>();
  readonly #documents = new Map<string, boolean>();

  constructor(parts: TerritoryParts) {
    this.#parts = parts;
    this.#scope = scopeOf(parts.source, parts.sites);
  }

  /** Registered addresses, canonical, and where they have led. */
  get starts(): string[] {
    return this.#scope.starts;
  }

  /** Sitemaps that robots.txt names; those of other sites are none of ours. */
  setSitemaps(named: string[]): void {
    const { url } = this.#parts.source;
    this.#sitemaps = named
      .flatMap((address) => canonicalAddress(address, url) ?? [])
      .filter((address) => siteOf(address) === siteOf(url));
  }

  get place(): Place {
    const { source, records } = this.#parts;
    return {
      starts: this.#scope.starts,
      sitemaps: this.#sitemaps,
      mayList: source.publishes.some((what) => what === 'news' || what === 'meetings'),
      isPage: (url) => this.#scope.isPage(url),
      records,
    };
  }

  isPage(url: string): boolean {
    return this.#scope.isPage(url);
  }

  /** Whether an address may be asked for as this. */
  belongs(url: string, role: Role): boolean {
    if (!isMachineList(role)) return this.#isInside(url, role === 'document');
    return this.starts.some((start) => siteOf(start) === siteOf(url));
  }

  #isInside(url: string, isDocument: boolean): boolean {
    const answers = isDocument ? this.#documents : this.#pages;
    const known = answers.get(url);
    if (known !== undefined) return known;
    const isInside = isDocument ? this.#scope.isDocument(url) : this.#scope.isPage(url);
    answers.set(url, isInside);
    return isInside;
  }

  /** Whether what is known may stay known: the registry may have drawn other borders since. */
  keeps({ url, role }: KnownPage): boolean {
    return isMachineList(role) || (role === 'document' ? this.#scope.isDocument(url) : this.#scope.isPage(url));
  }

  /** A registered address that redirects takes its scope along, within its site. */
  startMoved(url: string): void {
    const { source, sites } = this.#parts;
    if (siteOf(url) !== siteOf(source.url)) return;
    this.#pages.clear();
    this.#documents.clear();
    const include = source.include && [...source.include, new URL(url).pathname];
    this.#scope = scopeOf({ ...source, start: [...source.start, url], ...(include && { include }) }, sites);
  }
}

/** Lists for machines: named by platforms and pages, never asked for because they are remembered. */
export function isMachineList(role: Role): boolean {
  return role === 'api' || role === 'feed' || role === 'sitemap';
}
