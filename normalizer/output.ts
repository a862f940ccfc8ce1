/** Contract: published records -> bytes of one format. Members stand in `outputs/`. */
import type { SiteSettings } from '../scraper/index.ts';
import type { Item, Meeting, PublishedCommunity, PublishedSource } from './model.ts';

/** Everything that is published, to be read as often as a format needs. Items and meetings are sorted by id. */
export interface Records {
  items(): AsyncIterable<Item>;
  meetings: readonly Meeting[];
  communities: readonly PublishedCommunity[];
  sources: readonly PublishedSource[];
  site: SiteSettings;
}

export interface Output {
  /** Writes its files into the folder; the same records give the same bytes. */
  write(records: Records, folder: string): Promise<void>;
}

export function defineOutput(output: Output): Output {
  return output;
}
