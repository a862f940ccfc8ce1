/** An item as its own page tells it, before pages are linked with each other and with what was published before. */

import type { Mention } from './mention.ts';
import type { Item } from './model.ts';

export interface Draft {
  item: Omit<Item, 'id' | 'urls' | 'meetings' | 'firstSeen' | 'lastSeen' | 'lastChanged' | 'revision'>;
  /** Addresses that redirect to the page. */
  aliases: string[];
  /** The address that the page itself declares as canonical. */
  declared: string | null;
  /** Hash of title, lead and body: pages with the same are the same text. */
  textKey: string;
  mentions: Mention[];
  /** UTC. */
  firstSeen: string;
}

/** A page that is no item, and why. */
export interface LeftOut {
  url: string;
  source: string;
  reason: string;
}
