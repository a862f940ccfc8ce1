/** Contract: bytes of one media type -> tree. Members stand in `readers/`, one file a format. */
import type { Capture } from '../scraper/index.ts';
import type { ReadDocument } from './page.ts';

export interface Reader {
  /** Media types it reads, lower-case without parameters. */
  mediaTypes: readonly string[];
  /** File name endings it reads when the media type says nothing (`application/octet-stream` or none). */
  extensions: readonly string[];
  /** Document formats with a binary parser run in a worker with limits on time and memory. */
  isolated: boolean;
  /** Never throws for what is wrong in the bytes: that is a flag, and an empty tree. */
  read(capture: Capture, charset?: string): ReadDocument | Promise<ReadDocument>;
}

export function defineReader(reader: Reader): Reader {
  return reader;
}
