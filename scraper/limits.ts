/** How long, how large and how often: every bound of gathering in one place (STANDARDS B2, C1.5, C1.6). */

/** Bounds of one run. Times in milliseconds, sizes in bytes after decompression. */
export interface Limits {
  connectMs: number;
  headersMs: number;
  /** The longest pause inside a body. */
  bodyMs: number;
  /** From the first byte asked to the last received, one request. */
  totalMs: number;
  headerBytes: number;
  pageBytes: number;
  /** Feeds, sitemaps and interfaces. */
  listBytes: number;
  documentBytes: number;
  /** More than this many times what was sent is a bomb (judged from one MB unpacked). */
  ratio: number;
  redirects: number;
  tries: number;
  /** First wait before another try; doubles, and the real one is random up to it. */
  backoffMs: number;
  /** A server that asks for a longer wait than this is left alone for the rest of the run. */
  longestRetryAfterMs: number;
  /** A host that has answered nothing but "wait" for this long is left alone for the rest of the run. */
  stallMs: number;
  /** A pause is at least so many times as long as the last answer took, up to `longestSlowMs`: who is slow is busy. */
  slowFactor: number;
  longestSlowMs: number;
  /** Failures in a row after which a host is left alone for the rest of the run. */
  breaker: number;
  /** Requests under way at once, over all hosts. */
  concurrency: number;
  /** Pages of one listing that are turned. */
  listingPages: number;
  sitemapDepth: number;
  sitemapAddresses: number;
  /** The longest that rendering one page may take. */
  browserMs: number;
  /** Times that a "show more" button is pressed on one page. */
  clicks: number;
}

/** The bounds that hold unless a test asks for others. */
export const LIMITS: Limits = {
  connectMs: 15_000,
  headersMs: 30_000,
  bodyMs: 30_000,
  totalMs: 120_000,
  headerBytes: 64 * 1024,
  pageBytes: 5 * 1024 * 1024,
  listBytes: 10 * 1024 * 1024,
  documentBytes: 30 * 1024 * 1024,
  ratio: 100,
  redirects: 5,
  tries: 3,
  backoffMs: 1000,
  longestRetryAfterMs: 60_000,
  stallMs: 15 * 60_000,
  slowFactor: 5,
  longestSlowMs: 30_000,
  breaker: 5,
  concurrency: 8,
  listingPages: 100,
  sitemapDepth: 2,
  sitemapAddresses: 50_000,
  browserMs: 45_000,
  clicks: 50,
};
