/** What stays as it was when a source's lists have lost their entries: an emptied list must look as emptied tomorrow, and is no page to show. */
import type { KnownPage } from './known-page.ts';

/** The pages of a run that found too few, with what the lists were and said before. */
export function withLastGood(pages: KnownPage[], before: KnownPage[]): KnownPage[] {
  const then = new Map(before.map((page) => [page.url, page]));
  const named = namedBy(before);
  const today = namedBy(pages);
  return pages.map((page) => {
    const old = then.get(page.url);
    if (!old) return page;
    const hasLost = (named.get(page.url) ?? 0) > 2 * (today.get(page.url) ?? 0);
    const kept = hasLost && old.capture ? { ...old, hints: page.hints } : page;
    return kept.hints.length > 0 ? kept : { ...kept, hints: old.hints };
  });
}

/** How many pages each list, feed or interface named. */
function namedBy(pages: KnownPage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { hints } of pages)
    for (const from of new Set(hints.filter(({ via }) => isList(via)).map((hint) => hint.from)))
      counts.set(from, (counts.get(from) ?? 0) + 1);
  return counts;
}

/** Whether an address was named by a list of entries rather than by a link in passing. */
export function isList(via: KnownPage['hints'][number]['via']): boolean {
  return via === 'listing' || via === 'feed' || via === 'api';
}
