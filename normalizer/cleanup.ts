/** Contract: takes one kind of thing that is not content out of a tree. Members stand in `cleanups/`; their order in `cleanups.ts`. */
import type { AnyNode, Document } from 'domhandler';
import type { Head } from './page.ts';

/** What a clean-up may look at and do. */
export interface Workbench {
  root: Document;
  /** False when no word of the page begins a phrase of the group: then none of its pieces says one. */
  maySay(group: string): boolean;
  url: string;
  head: Head;
  /** Takes nodes out and keeps their text with the reason. */
  remove(nodes: readonly AnyNode[], reason: string): void;
}

export interface Cleanup {
  /** What it takes out, in a clause. */
  purpose: string;
  clean(bench: Workbench): void;
}

export function defineCleanup(cleanup: Cleanup): Cleanup {
  return cleanup;
}
