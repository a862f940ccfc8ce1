/** What goes into gathering one source, and what comes out of it. */
import type { Asking } from './asking.ts';
import type { CaptureStore } from './captures/store.ts';
import type { Fetcher } from './fetcher.ts';
import type { KnownPage } from './known-page.ts';
import type { Limits } from './limits.ts';
import type { Receipt } from './outcome.ts';
import type { Source } from './registry.ts';
import type { Failure } from './transport.ts';

/** What gathering a source works with. */
export interface GatherParts {
  source: Source;
  known: KnownPage[];
  asking: Asking;
  fetcher: Fetcher;
  store: CaptureStore;
  limits: Limits;
  /** At most so many pages and documents. */
  maxPages: number;
  /** At most so many further pages of lists, feeds, sitemaps and interfaces; for a first look. */
  maxLists?: number;
  /** Asks for everything that is known, due or not. */
  full?: boolean;
  /** Hosts of the community's other sources, from which documents may come. */
  sites: ReadonlySet<string>;
  signal?: AbortSignal | undefined;
  now(): Date;
  /** Called now and then with what is known so far. */
  checkpoint(pages: KnownPage[], silent: ReadonlySet<string>): Promise<void>;
  /** The last run found the source in other hands. */
  isSuspect?: boolean;
  /** The operator has looked at the source: what it shows is right. */
  isAccepted?: boolean;
  onAnswer?(url: string, status: number): void;
}

/** What gathering brought, for `health.ts` to judge. */
export interface Gathered {
  pages: KnownPage[];
  platform: string | null;
  receipt: Receipt;
  /** Registered addresses and interfaces that could not be read. */
  entryFailures: Failure[];
  /** Pages and documents that answered, found by looking and not by memory. */
  found: number;
  asked: number;
  /** Known pages and documents that were left for another night. */
  left: number;
  failed: Failure[];
  /** Pages with enough text and not one word of the subject. */
  silent: ReadonlySet<string>;
  changed: boolean;
  isInterrupted: boolean;
}

/** A receipt with nothing on it yet. */
export function emptyReceipt(): Receipt {
  return { requests: 0, bytes: 0, notModified: 0, stored: 0, waitedMs: 0, robotsRefused: 0, browserMs: 0 };
}
