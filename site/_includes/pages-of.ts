/** Cuts a long list into pages. */
import type { Entry } from '../page.ts';
import { numbered } from '../paths.ts';

/** One page of a list. */
export interface ListPage<T, About> {
  records: readonly T[];
  /** What the list is of. */
  about: About;
  /** The list's first page. */
  list: string;
  number: number;
  total: number;
}

const perPage = 25;

/** The pages of a list, at least one, so that an empty list has a page that says so. */
export function pagesOf<T, About>(
  list: string,
  key: string,
  records: readonly T[],
  about: About,
): Entry<ListPage<T, About>>[] {
  const total = Math.max(1, Math.ceil(records.length / perPage));
  return Array.from({ length: total }, (_, index) => ({
    path: numbered(list, index + 1),
    key: `${key} ${index + 1}`,
    record: { records: records.slice(index * perPage, (index + 1) * perPage), about, list, number: index + 1, total },
  }));
}
