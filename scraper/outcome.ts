/** What came of gathering: kept in `<data>/state/sources.json` between runs, returned by `scrape`. */

export const SOURCE_STATES = [
  'ok',
  'unchanged',
  'stale',
  'failing',
  'blocked',
  'too-few',
  'skipped',
  'disabled',
] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

/** What one run cost a source. */
export interface Receipt {
  requests: number;
  /** As sent over the wire, bodies only. */
  bytes: number;
  /** Answers with status 304. */
  notModified: number;
  /** Bodies stored anew. */
  stored: number;
  /** Milliseconds spent waiting for politeness' sake. */
  waitedMs: number;
  /** Addresses that robots.txt keeps us from. */
  robotsRefused: number;
  browserMs: number;
}

/** The health of one source after a run. */
export interface SourceOutcome {
  source: string;
  community: string;
  state: SourceState;
  /** A named cause from `causes.ts`; null when all is well. */
  cause: string | null;
  /** One line for people: who, what was expected, what came, where to look. */
  message: string | null;
  /** UTC. When it got into this state. */
  since: string;
  /** UTC. The last run that read the source as expected; null when there was none. */
  lastSuccess: string | null;
  /** UTC. When this run looked at it. */
  checkedAt: string;
  /** The platform that was used, given or detected. */
  platform: string | null;
  /** Live pages and documents known after the run. */
  pages: number;
  /** Pages found by looking in the last good runs, one a day, oldest first: what the next run is measured by. */
  found?: number[];
  /** What the run could reach: a digest of the source's borders and of the program. Another one may bring many pages at once. */
  reach?: string;
  receipt: Receipt;
}

/** All sources of a run, in the registry's order. */
export interface ScrapeReport {
  sources: SourceOutcome[];
}
