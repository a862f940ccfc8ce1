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

/** How many records a page of a list holds; meetings are small. */
export const perPage = { items: 25, meetings: 80 };

/** What a list holds. */
export interface ListOf<T, About> {
  records: readonly T[];
  about: About;
  /** Records a page. */
  size?: number;
}

/** The pages of a list, at least one, so that an empty list has a page that says so. */
export function pagesOf<T, About>(
  list: string,
  key: string,
  { records, about, size = perPage.items }: ListOf<T, About>,
): Entry<ListPage<T, About>>[] {
  const total = Math.max(1, Math.ceil(records.length / size));
  return Array.from({ length: total }, (_, index) => ({
    path: numbered(list, index + 1),
    key: `${key} ${index + 1}`,
    record: { records: records.slice(index * size, (index + 1) * size), about, list, number: index + 1, total },
  }));
}
