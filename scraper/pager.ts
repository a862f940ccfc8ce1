/** Finds the links that turn the pages of a list, in all the forms that sites use, without knowing any site. */
import { REMEMBERED, remembered } from './memo.ts';
import type { Link } from './page-links.ts';
import { isLabel } from './words.ts';

const PAGE_PARAMETER =
  /^(page|paged|side|sidenr|sidenummer|pagenr|pageno|pagenumber|pageindex|page_index|pagina|offset|start|skip|from|startat|startrow|start_row|first|index|pnr|currentpage|list_page)$/i;
const PAGE_IN_PATH = /\/(page|side|p|pagina)[/-](\d{1,4})\/?$/i;
const YEAR = /^(19|20)\d\d$/;

/** Whether a link on a page leads to another page of the same list: numbered, next, older, more, or another year. */
export function isPagerLink(link: Pick<Link, 'url' | 'text' | 'rel'>, page: string): boolean {
  const here = listOf(page);
  const there = listOf(link.url);
  if (link.url === page || there.host !== here.host) return false;
  const samePath = here.path === there.path;
  if (samePath && here.query === there.query && (there.isTurned || here.isTurned)) return true;
  // Below the front page everything lies "inside the list": there only a page number in the address counts.
  const inside = here.path !== '/' && there.path.startsWith(here.path);
  if (!inside && !samePath) return false;
  if (saysNext(link)) return true;
  const text = link.text.trim();
  return samePath ? /^\d{1,4}$/.test(text) : YEAR.test(text) && there.path === `${here.path}${text}/`;
}

function saysNext({ rel, text }: Pick<Link, 'text' | 'rel'>): boolean {
  return rel.includes('next') || isLabel(text, 'next') || isLabel(text, 'more');
}

/** A list's address without what says which of its pages is shown. */
const listOf = remembered(REMEMBERED, (url): { host: string; path: string; query: string; isTurned: boolean } => {
  const { host, pathname, searchParams } = new URL(url);
  const path = pathname.replace(PAGE_IN_PATH, '/');
  const kept = [...searchParams].filter(([name, value]) => !(PAGE_PARAMETER.test(name) && /^\d{1,6}$/.test(value)));
  const isTurned = path !== pathname || kept.length < searchParams.size;
  return {
    host,
    path: path.endsWith('/') ? path : `${path}/`,
    query: kept.map((pair) => pair.join('=')).join('&'),
    isTurned,
  };
});

/** One name for all the pages of a list, to count them by. */
export function listKey(url: string): string {
  const { host, path, query } = listOf(url);
  return `${host}${path}?${query}`;
}
