/** The registry entry that a probed address deserves, and what speaks for it. */
import type { Item } from '../normalizer/index.ts';
import { communityNameIn } from '../normalizer/index.ts';
import type { NewSource, Probe, Source } from '../scraper/index.ts';

/** An entry with the reason for its scope. */
export interface Suggestion {
  entry: NewSource;
  /** Why the scope is what it is, a clause. */
  why: string;
}

/** What was read with `scope: topical`: how many pages there were, and the items that they became. */
export interface Judged {
  read: number;
  items: readonly Pick<Item, 'kind'>[];
}

/** Pages that must have been read before their share says anything. */
const ENOUGH = 4;
const NEARLY_ALL = 0.8;
const MOST = 2 / 3;

/** Suggests scope and what the source publishes; `id` is the caller's. */
export function suggestEntry(probe: Probe, judged: Judged, id: string): Suggestion {
  const { source } = probe;
  const { scope, why } = scopeFor(probe, judged);
  const entry: NewSource = {
    id,
    url: source.url,
    publishes: publishesFor(probe, judged),
    scope,
    ...(source.platform && source.platform !== 'generic' && { platform: source.platform }),
    ...(source.render === 'browser' && { render: source.render }),
    ...(source.include && { include: source.include }),
  };
  return { entry, why };
}

function scopeFor({ url, title }: Probe, { read, items }: Judged): Pick<Source, 'scope'> & { why: string } {
  const inAddress = communityNameIn(placeOf(url));
  if (inAddress !== undefined) return { scope: 'community', why: `its address names it: “${inAddress}”` };
  const all = `${items.length} of ${read} pages and documents that were read are about it`;
  const share = items.length / Math.max(1, read);
  const inTitle = communityNameIn(title);
  const isDoubtful = read >= ENOUGH && share < MOST;
  if (inTitle !== undefined && !isDoubtful) return { scope: 'community', why: `its title names it: “${inTitle}”` };
  if (inTitle !== undefined) return { scope: 'topical', why: `its title names it, but only ${all}` };
  if (read >= ENOUGH && share >= NEARLY_ALL) return { scope: 'community', why: all };
  return { scope: 'topical', why: read === 0 ? 'nothing that could be read says that it is about it' : all };
}

/** Host and path without the letters that aren't words. */
function placeOf(url: string): string {
  const { hostname, pathname } = new URL(url);
  return `${hostname} ${pathname}`.replace(/[-_./]+/g, ' ');
}

const PUBLISHED_AS: Record<Item['kind'], Source['publishes'][number]> = {
  news: 'news',
  meeting: 'meetings',
  minutes: 'minutes',
  agreement: 'agreements',
  plan: 'plans',
  about: 'about',
  presentation: 'documents',
  report: 'documents',
  page: 'about',
};
const ORDER: Source['publishes'] = ['news', 'meetings', 'minutes', 'agreements', 'plans', 'about', 'documents'];

/** What was found; a list with dates that brought nothing yet is likely one of news. */
function publishesFor({ listing }: Probe, { items }: Judged): Source['publishes'] {
  const found = new Set(items.map(({ kind }) => PUBLISHED_AS[kind]));
  if (listing.form === 'feed') found.add('news');
  if (found.size === 0) found.add(listing.newest === null ? 'about' : 'news');
  return ORDER.filter((what) => found.has(what));
}
