import { archiveYears, atomFeed } from '../_includes/atom-feed.ts';
import { type FeedOf, feedEntries, feedItems } from '../_includes/feed-entries.ts';
import { defineFile } from '../page.ts';
import { paths } from '../paths.ts';

/** Atom feeds of everything, of each community and of each topic: the newest entries, and where the older ones are. */
export default defineFile<FeedOf>('atom', {
  entries: (overview, lang) => feedEntries(overview, lang, 'atom'),
  write: (context) => {
    const { overview, lang, record } = context;
    const [year] = archiveYears(overview, record);
    const links = year === undefined ? {} : { 'prev-archive': paths.feedArchive(lang, year, record.community?.id) };
    return atomFeed(context, { items: feedItems(context), links, isArchive: false });
  },
});
