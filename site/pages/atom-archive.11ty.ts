import type { PublishedCommunity } from '../../normalizer/index.ts';
import type { Overview } from '../_data/overview.ts';
import { archiveYear, archiveYears, atomFeed, itemsOf } from '../_includes/atom-feed.ts';
import type { Lang } from '../filters/dates.ts';
import { defineFile, type Entry } from '../page.ts';
import { paths } from '../paths.ts';

interface Archive {
  community?: PublishedCommunity;
  year: string;
}

function archivesOf(overview: Overview, lang: Lang, community?: PublishedCommunity): Entry<Archive>[] {
  const of = community ? { community } : {};
  return archiveYears(overview, of).map((year) => ({
    path: paths.feedArchive(lang, year, community?.id),
    key: `feed archive ${community?.id ?? ''} ${year}`,
    record: { ...of, year },
  }));
}

/** All entries in Atom, a file for each year, of everything and of each community (STANDARDS A8.5, RFC 5005). */
export default defineFile<Archive>('atom-archive', {
  entries: (overview, lang) => [
    ...archivesOf(overview, lang),
    ...overview.communities.flatMap((community) => archivesOf(overview, lang, community)),
  ],
  write: (context) => {
    const { overview, lang, record } = context;
    const { year, community } = record;
    const years = archiveYears(overview, record);
    const place = years.indexOf(year);
    const [later, earlier] = [years[place - 1], years[place + 1]];
    const at = (other: string): string => paths.feedArchive(lang, other, community?.id);
    const links = {
      current: paths.feed(lang, 'atom', community ? { community: community.id } : {}),
      ...(earlier !== undefined && { 'prev-archive': at(earlier) }),
      ...(later !== undefined && { 'next-archive': at(later) }),
    };
    const items = itemsOf(overview, community).filter((item) => archiveYear(item) === year);
    return atomFeed(context, { items, links, isArchive: true }, year);
  },
});
