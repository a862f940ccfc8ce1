/** Contract: published records -> bytes of one format. Members stand in `outputs/`. */
import type { SiteSettings } from '../scraper/index.ts';
import type { PublishedFile } from './catalogue/files.ts';
import type { Item, Meeting, PublishedCommunity, PublishedSource } from './model.ts';

/** Everything that is published, to be read as often as a format needs. Items and meetings are sorted by id. */
export interface Records {
  items(): AsyncIterable<Item>;
  meetings: readonly Meeting[];
  communities: readonly PublishedCommunity[];
  sources: readonly PublishedSource[];
  site: SiteSettings;
  /** The folder of what is published now, until it is replaced; it need not be there. */
  previous: string;
  /** UTC. When the sources were last looked at; undefined when they never were. */
  lookedAt: string | undefined;
}

/** The records as formats see them: with the files that earlier stages have written. */
export interface Written extends Records {
  /** Sorted by path. */
  files(): Promise<PublishedFile[]>;
}

/**
 * When a format is written. `lines`: the records themselves, which all later stages read back from the folder; `counts`: what is counted over them; `formats`: all that in other
 * forms; `descriptions`: what says which files there are; `sums`: what holds a sum of every other file.
 */
export const STAGES = ['lines', 'counts', 'formats', 'descriptions', 'sums'] as const;
export type Stage = (typeof STAGES)[number];

export interface Output {
  stage: Stage;
  /** Writes its files into the folder; the same records give the same bytes. */
  write(records: Written, folder: string): Promise<void>;
}

/** A format's definition; `formats` is its stage when it says nothing. */
export function defineOutput(output: Omit<Output, 'stage'> & { stage?: Stage }): Output {
  return { stage: 'formats', ...output };
}
