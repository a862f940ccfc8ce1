/** Small pieces that many pages share: breadcrumbs, page heads, filters, pages of a list, facts. */
import { momentInWords } from '../filters/dates.ts';
import { type Hole, type Html, html } from '../html.ts';
import type { Context } from '../page.ts';
import { numbered, paths } from '../paths.ts';
import { fill } from '../words.ts';

/** A step on the way to a page. */
export interface Step {
  text: Hole;
  path: string;
}

/** The way from the front page to here; the page itself is left out. */
export function breadcrumb({ t, lang, to }: Context, steps: readonly Step[] = []): Html {
  const all = [{ text: t.site.home, path: paths.front(lang) }, ...steps];
  return html`<nav class="breadcrumb" aria-label="${t.site.breadcrumb}"><ol>${all.map(
    ({ text, path }) => html`<li><a href="${to(path)}">${text}</a></li>`,
  )}</ol></nav>\n`;
}

/** The top of an ordinary page: the way here, the heading, a lead. */
export function pageHead(context: Context, title: Hole, lead?: Hole, steps: readonly Step[] = []): Html {
  return html`${breadcrumb(context, steps)}<div class="page-head"><h1>${title}</h1>${lead && html`\n<p class="lead">${lead}</p>`}</div>\n`;
}

/** How old the data are: the same words on every page that lists something. */
export function asOfLine({ overview, t }: Context): Html {
  if (overview.asOf === undefined) return html`<p class="as-of">${t.site.asOfUnknown}</p>\n`;
  const [before, after] = t.site.asOf.split('{when}');
  return html`<p class="as-of">${before}<time datetime="${overview.asOf}">${momentInWords(overview.asOf)}</time>${after}.</p>\n`;
}

/** A list with its filters beside it; on narrow screens, where they stand below, a link leads to them. */
export function withFilters(context: Context, list: Html, filters: Html): Html {
  return html`<div class="with-filter"><div>${asOfLine(context)}<p class="to-filters"><a href="#avgrens">${context.t.list.filter}</a></p>
${list}</div>
<div class="filters" id="avgrens">${filters}</div></div>`;
}

/** A term and what is said of it; left out where there is nothing to say. */
export function fact(term: string, value: Hole): Html {
  if (value === null || value === undefined || value === false || value === '') return html``;
  return html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`;
}

/** Facts as a definition list. */
export function facts(rows: readonly Html[]): Html {
  return html`<dl class="facts">\n${rows}</dl>`;
}

/** One choice of a filter; `count` stands behind it. */
export interface Choice {
  text: string;
  path: string;
  count?: number;
}

/** Filters that need no script: each choice is a page of its own. Choices that would find nothing are left out. */
export function filter(context: Context, label: string, choices: readonly Choice[]): Html {
  const links = choices
    .filter(({ count }) => count !== 0)
    .map(({ text, path, count }) => {
      const here = path === context.path || context.path.startsWith(`${path}side-`);
      return html`<li><a href="${context.to(path)}"${here && html` aria-current="page"`}>${text}${count !== undefined && html` <span class="count">${count}</span>`}</a></li>\n`;
    });
  return html`<nav class="filter" aria-label="${label}"><h2>${label}</h2><ul>\n${links}</ul></nav>\n`;
}

// First, last, the neighbours and every tenth page: each page of a long list is a few steps away.
function shownPages(current: number, total: number): number[] {
  const all = Array.from({ length: total }, (_, index) => index + 1);
  return all.filter((n) => n === 1 || n === total || Math.abs(n - current) <= 2 || n % 10 === 0);
}

/** A list's title, with the page's number behind it from the second page on. */
export function numberedTitle(
  { t }: Context,
  title: string,
  { number, total }: { number: number; total: number },
): string {
  return number === 1 ? title : `${title}, ${fill(t.list.pageOf, { n: number, total }).toLowerCase()}`;
}

/** The pages of a list that is longer than one page; nothing for a short one. */
export function pager(context: Context, list: string, current: number, total: number): Html {
  if (total <= 1) return html``;
  const { t, to } = context;
  const link = (n: number, text: Hole, rel: Html): Html =>
    html`<li><a href="${to(numbered(list, n))}"${rel}>${text}</a></li>\n`;
  const numbers = shownPages(current, total).map((n) =>
    link(
      n,
      html`<span class="hidden">${fill(t.list.page, { n: '' })}</span>${n}`,
      html`${n === current && html` aria-current="page"`}`,
    ),
  );
  return html`<nav class="pager" aria-label="${t.list.pages}"><ul>
${current > 1 && link(current - 1, t.list.previous, html` rel="prev"`)}${numbers}${current < total && link(current + 1, t.list.next, html` rel="next"`)}</ul></nav>`;
}
