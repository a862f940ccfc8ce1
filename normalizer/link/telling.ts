/** What pages tell of meetings, and the order that makes joining independent of the order they come in. */
import type { Mention } from '../mention.ts';

/** One item's telling of one meeting. */
export interface Telling {
  item: string;
  community: string;
  /** The day the item was published, when it says so. */
  published?: string;
  mention: Mention;
}

/** Bodies of which a community has several: their areas tell them apart. */
export const COMMITTEES: ReadonlySet<string> = new Set(['lsu', 'fsu']);

/** By code unit, so that the machine's language doesn't matter. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The surest first, then by item and time; a total order on what tellings say. */
export function compareTellings(a: Telling, b: Telling): number {
  return (
    b.mention.confidence - a.mention.confidence ||
    compare(a.item, b.item) ||
    compare(a.mention.start, b.mention.start) ||
    compare(JSON.stringify(a), JSON.stringify(b))
  );
}

/** The day (or month) that a mention begins on. */
export function dayOf({ start }: Mention): string {
  return start.slice(0, 10);
}
