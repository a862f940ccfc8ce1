/** The clean-ups in their order. */
import type { Cleanup, Workbench } from './cleanup.ts';
import type { ReadDocument, Removal } from './page.ts';
import { loadShelf } from './shelf.ts';
import { textOf } from './tree.ts';

/** Each clean-up with the reason for its place. */
const ORDER: readonly (readonly [name: string, reason: string])[] = [];

const shelf = await loadShelf<Cleanup>(new URL('./cleanups/', import.meta.url));
const LONGEST_TEXT = 500;

/** Runs all clean-ups over a tidied document, in place, and tells what went and why, in the order in which it went. */
export function cleanUp(document: ReadDocument, url: string): Removal[] {
  const removed: Removal[] = [];
  for (const [name] of ORDER) {
    const cleanup = shelf.get(name);
    if (cleanup !== undefined) cleanup.clean(workbench(document, url, name, removed));
  }
  return removed;
}

function workbench(document: ReadDocument, url: string, cleanup: string, removed: Removal[]): Workbench {
  return {
    $: document.$,
    url,
    head: document.head,
    remove(nodes, reason) {
      for (const node of nodes.toArray()) {
        const text = textOf(node).slice(0, LONGEST_TEXT);
        if (text !== '') removed.push({ cleanup, reason, text });
      }
      nodes.remove();
    },
  };
}
