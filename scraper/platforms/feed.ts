/** A source that is a feed: RSS, Atom or JSON Feed. Its entries are the pages. */
import { readFeed } from '../feed-entries.ts';
import { type Ask, definePlatform } from '../platform.ts';

/** Recognised by what the address holds. */
export default definePlatform({
  detect: ({ text, url, mediaType }) =>
    !/html/.test(mediaType) && readFeed(text, url) ? { confidence: 0.99, why: 'is a feed' } : undefined,
  begin: (place) => place.starts.map((url): Ask => ({ url, role: 'feed', hint: { from: url, via: 'start' } })),
});
