/** Contract: takes one kind of thing that is not content out of a tree. Members stand in `cleanups/`; their order in `cleanups.ts`. */
import type { Cheerio, CheerioAPI } from 'cheerio';
import type { AnyNode } from 'domhandler';
import type { Head } from './page.ts';

/** What a clean-up may look at and do. */
export interface Workbench {
  $: CheerioAPI;
  url: string;
  head: Head;
  /** Takes nodes out and keeps their text with the reason. */
  remove(nodes: Cheerio<AnyNode>, reason: string): void;
}

export interface Cleanup {
  /** What it takes out, in a clause. */
  purpose: string;
  clean(bench: Workbench): void;
}

export function defineCleanup(cleanup: Cleanup): Cleanup {
  return cleanup;
}
