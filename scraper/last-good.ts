/** What stays as it was when a source's lists have lost their entries: an emptied list must look as emptied tomorrow, and is no page to show. */
import type { KnownPage } from './known-page.ts';

/** The pages of a run that found too few, with what the lists were and said before. `starts`: registered addresses, which may be short lists. */
export function withLastGood(pages: KnownPage[], before: KnownPage[], starts: ReadonlySet<string>): KnownPage[] {
  const then = new Map(before.map((page) => [page.url, page]));
  const named = namedBy(before, starts);
  const today = namedBy(pages, starts);
  return pages.map((page) => {
    const old = then.get(page.url);
    if (!old) return page;
    const hasLost = (named.get(page.url) ?? 0) > 2 * (today.get(page.url) ?? 0);
    const kept = hasLost && old.capture ? { ...old, hints: page.hints } : page;
    return kept.hints.length > 0 ? kept : { ...kept, hints: old.hints };
  });
}

/** How many pages each list, feed, interface or registered address named. */
function namedBy(pages: KnownPage[], starts: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { hints } of pages)
    for (const from of new Set(hints.filter((hint) => isListed(hint, starts)).map((hint) => hint.from)))
      counts.set(from, (counts.get(from) ?? 0) + 1);
  return counts;
}

/** Whether an address was named by a list of entries, or linked to from a registered address: a list too short to look like one. */
export function isListed({ via, from }: KnownPage['hints'][number], starts: ReadonlySet<string>): boolean {
  return isList(via) || (via === 'link' && starts.has(from));
}

/** Whether an address was named by a list of entries rather than by a link in passing. */
export function isList(via: KnownPage['hints'][number]['via']): boolean {
  return via === 'listing' || via === 'feed' || via === 'api';
}
