/**
 * Contract: how a publishing platform lists its pages. A platform only says WHERE things are; asking, politeness, scope, storing and health
 * are the engine's. One file in `platforms/` each, default export, the file's stem is the name that the registry uses.
 */
import { followPage, readList } from './follow.ts';
import type { Hint, Role } from './known-page.ts';
import type { PageLinks } from './page-links.ts';

/** An address worth asking for. The engine drops what lies outside the source. */
export interface Ask {
  url: string;
  role: Role;
  hint?: Hint;
  /** How many sitemaps led here. */
  depth?: number;
  /** The address whose reading led here. */
  from?: string;
  /** The address itself says what was known when it was asked for (`modified_after=…`): it is not remembered, what it brought is. */
  isPassing?: boolean;
}

/** A record as an interface names it. */
export interface RecordName {
  /** What the interface calls it for good, whatever its address becomes: `posts/123`. */
  key: string;
  /** Another one when the record has changed: the time of its last change, UTC. */
  version: string;
  /** The address that people use. */
  url: string;
}

/** One record of an interface, kept as a capture of its own. */
export interface PostRecord extends RecordName {
  mediaType: string;
  /** Text of the record without what changes by itself or names persons. */
  body: string;
  hint: Hint;
  /** The record's HTML, for finding links in. */
  html: string;
}

/** What an answer leads to. */
export interface Finding {
  asks: Ask[];
  records: PostRecord[];
  /** Records that stand in the interface now, named without their content. Those that are known as they are here need no asking. */
  names?: RecordName[];
  /** What the address turned out to be, when that differs from what it was asked as. */
  role?: Role;
  /** The answer isn't what its role promised (HTML for JSON): the platform's `closed` is asked for another way. */
  isClosed?: boolean;
}

/** The source as platforms see it. */
export interface Place {
  /** Registered addresses, canonical; the first is the source's `url`. */
  starts: string[];
  /** Sitemaps that robots.txt names, canonical. */
  sitemaps: string[];
  /** The source publishes news or meetings: its registered addresses may be nothing but lists. */
  mayList: boolean;
  /** By key: the live records of an interface that earlier runs have kept. */
  records?: ReadonlyMap<string, RecordName>;
  /** Whether an address may be a page of the source. */
  isPage(url: string): boolean;
}

/** An answer with a body, fresh or from the store. */
export interface Answer {
  url: string;
  role: Role;
  mediaType: string;
  headers: Record<string, string>;
  /** The decoded text. */
  text: string;
  depth: number;
  /** As it was asked for. */
  isPassing?: boolean;
}

/** What a first look at a source's address gives detection to go by. */
export interface Signs {
  url: string;
  mediaType: string;
  text: string;
  page: PageLinks;
}

/** How sure a platform is that a page is its own, 0..1, and a clause in English that says what it goes by. */
export interface Recognition {
  confidence: number;
  why: string;
}

/** A publishing platform. */
export interface Platform {
  /** Whether the page shows the platform; the surest is used. */
  detect(signs: Signs): Recognition | undefined;
  /** Where to begin. Registered addresses are always asked, named here or not. */
  begin(place: Place): Ask[];
  /** What an answer leads to. */
  read(answer: Answer, place: Place): Finding;
  /** Another way, when an interface of `begin` is closed. */
  closed(place: Place): Ask[];
}

/** Makes a platform out of what is special about it; the rest is a website with pages, sitemaps and feeds. */
export function definePlatform(special: Partial<Platform> & Pick<Platform, 'detect'>): Platform {
  return { begin: beginWithWeb, read: readWeb, closed: () => [], ...special };
}

/** Registered addresses and sitemaps. */
export function beginWithWeb(place: Place): Ask[] {
  const home = new URL(place.starts[0] ?? 'http://invalid').origin;
  const sitemaps = place.sitemaps.length > 0 ? place.sitemaps : [`${home}/sitemap.xml`];
  return [
    ...place.starts.map((url): Ask => ({ url, role: 'page', hint: { from: url, via: 'start' } })),
    ...sitemaps.map((url): Ask => ({ url, role: 'sitemap' })),
  ];
}

/** Reads pages, sitemaps and feeds by what they are. */
export function readWeb(answer: Answer, place: Place): Finding {
  const list = readList(answer, place);
  if (list) return list;
  // A site that answers every address with a page has no sitemap there.
  if (answer.role === 'sitemap' || answer.role === 'feed') return { asks: [], records: [], isClosed: true };
  return followPage(answer, place);
}
