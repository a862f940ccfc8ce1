/** What the scraper remembers of one address: one line in `<data>/state/pages/<source>.ndjson`, sorted by address. */

/** How an address was come by. */
export type Via = 'start' | 'link' | 'listing' | 'sitemap' | 'feed' | 'api';

/** What another page, feed, sitemap or interface said of an address before it was read itself. */
export interface Hint {
  /** The address that said so. */
  from: string;
  via: Via;
  /** The link's text or the entry's title, white space folded. */
  text?: string;
  /** The lead printed beside the link in a listing, or a feed's summary as plain text. */
  teaser?: string;
  /** The last heading, summary or tab before the link. */
  label?: string;
  /** ISO 8601 as given: a sitemap's `lastmod`, a feed's or interface's date. A date with no zone is as printed. */
  published?: string;
  updated?: string;
}

/** Where an original lies in the WARC files. */
export interface CaptureRef {
  /** The WARC-Record-ID, `<urn:uuid:…>`. */
  id: string;
  /** The WARC's file name inside the captures folder. */
  file: string;
  /** Bytes from the file's start to the record's gzip member. */
  offset: number;
}

/** What kind of thing stands at an address, as far as gathering needs to know. */
export type Role = 'page' | 'document' | 'listing' | 'feed' | 'sitemap' | 'api';

/** One address that belongs to a source. */
export interface KnownPage {
  /** Canonical form of the address that answered (see `address.ts`), after redirects. */
  url: string;
  /** Other addresses that led here by a redirect, sorted. */
  aliases: string[];
  role: Role;
  state: 'live' | 'gone' | 'moved';
  /** The last HTTP status; 0 when there was no answer. */
  status: number;
  /** As declared by the server without parameters, lower-case; '' when it was not. */
  mediaType: string;
  /** `charset=` of the server's Content-Type, lower-case, when it gave one. */
  charset?: string;
  etag?: string;
  lastModified?: string;
  /** `sha256:<hex>` of the stored body. */
  digest?: string;
  /** The newest stored original; absent when nothing could ever be read. */
  capture?: CaptureRef;
  /** Of a record of an interface: its name there for good (`posts/123`), and the time of its last change as given. */
  record?: { key: string; version: string };
  /** UTC timestamps. `firstSeen`: first stored; `capturedAt`: when `capture` was stored. */
  firstSeen?: string;
  capturedAt?: string;
  /** The day, `YYYY-MM-DD` UTC, on which it last answered; absent for what is asked for every run and for what has to be. */
  visited?: string;
  /** On how many visits in a row nothing had changed. */
  unchanged?: number;
  /** What came of the last attempt when it brought neither a body nor a 304. `runs`: on how many days; `day`: the last of them, `YYYY-MM-DD`. */
  failure?: { cause: string; message: string; since: string; runs: number; day?: string };
  /** Kept, but held back from publishing since this day, `YYYY-MM-DD` UTC; see `holding.ts`. `isForeign`: it came with pages that speak of something else. */
  held?: { since: string; isForeign?: boolean };
  hints: Hint[];
}

/** Whether a page is there to be read: stored, and not known to be gone or moved. */
export function isLive(page: KnownPage): boolean {
  return page.state === 'live' && page.capture !== undefined && (page.role === 'page' || page.role === 'document');
}
