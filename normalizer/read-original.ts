/** One stored original -> a draft, or the reason why it is none: the part of a run that needs nothing but the original itself. */
import type { Capture, Community, Source } from '../scraper/index.ts';
import type { Draft, LeftOut } from './draft.ts';
import { removeFurniture } from './furniture.ts';
import { readPage } from './read-page.ts';
import { type Circumstances, understand } from './understand.ts';

/** An original to be read, and all that is known of it. */
export interface Original {
  community: Community;
  source: Source;
  about: Circumstances;
  capture: Capture;
}

/** Reads and understands it. What is wrong in the bytes is a flag or a reason, never an error. */
export async function readOriginal({ community, source, about, capture }: Original): Promise<Draft | LeftOut> {
  const { known } = about;
  const page = await readPage(capture, known, source, community);
  if (page !== undefined) {
    const own = { ...removeFurniture(page, new Set(about.furniture)), documents: new Map(about.documents) };
    return understand(own, capture, about);
  }
  return {
    url: known.url,
    source: source.id,
    reason: `no reader for ${known.mediaType || 'an unknown media type'}`,
  };
}
