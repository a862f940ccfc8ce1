import type { CoverageRow, Meeting, PublishedCommunity } from '../../normalizer/index.ts';
import type { Overview } from '../_data/overview.ts';
import { coverageCell, coverageLegend } from '../_includes/coverage-cell.ts';
import { asOfLine, filter, pageHead } from '../_includes/parts.ts';
import { shortName } from '../filters/short-name.ts';
import { type Html, html } from '../html.ts';
import { type Context, definePage } from '../page.ts';
import { paths } from '../paths.ts';
import { fill } from '../words.ts';

type Body = Meeting['body'];
type Here = Context<number>;

const yearsOf = ({ coverage }: Overview): number[] =>
  [...new Set(coverage.map(({ year }) => year))].sort((a, b) => b - a);

/** The year that is shown first: that of the data. */
function yearNow(overview: Overview): number {
  return Number(overview.today.slice(0, 4));
}

const rowsOf = ({ overview, record }: Here): CoverageRow[] => overview.coverage.filter(({ year }) => year === record);

function matrix(context: Here, rows: readonly CoverageRow[], bodies: readonly Body[]): Html {
  const { overview, t, lang, to } = context;
  const title = fill(t.coverage.matrix, { year: context.record });
  const line = (community: PublishedCommunity): Html => {
    const cells = bodies.map((body) =>
      coverageCell(
        rows.find((row) => row.community === community.id && row.body === body),
        context,
      ),
    );
    return html`<tr><th scope="row"><a href="${to(paths.community(lang, community.id))}">${shortName(community.name[lang], t.community.commonName)}</a></th>${cells}</tr>\n`;
  };
  return html`<section class="table-holder" aria-label="${title}" tabindex="0"><table class="matrix coverage upright"><caption>${title}</caption>
<thead><tr><th scope="col">${t.item.community}</th>${bodies.map((body) => html`<th scope="col"><span>${t.bodies[body]}</span></th>`)}</tr></thead>
<tbody>\n${overview.communities.map(line)}</tbody></table></section>\n`;
}

/** What the marks stand for in this very case: named sources, days and causes, for who wants to mend it. */
function gaps(context: Here, rows: readonly CoverageRow[]): Html {
  const { overview, t, lang } = context;
  const groups = overview.communities.map(({ id, name }) => {
    const open = rows.filter((row) => row.community === id && row.reason !== null && row.reason.id !== 'not-due');
    const lines = open.map((row) => html`<li>${t.bodies[row.body]}: ${row.reason?.[lang]}</li>\n`);
    return (
      lines.length > 0 &&
      html`<details class="gap"><summary>${name[lang]} <span class="count">${lines.length}</span></summary><ul>\n${lines}</ul></details>\n`
    );
  });
  if (groups.every((group) => group === false)) return html``;
  return html`<section><h2>${t.coverage.gaps}</h2>\n${groups}</section>\n`;
}

function minutes(context: Here, rows: readonly CoverageRow[]): Html {
  const { overview, t, lang, to } = context;
  const known = rows.filter(({ withMinutes }) => withMinutes > 0);
  if (known.length === 0)
    return html`<section><h2>${t.coverage.minutes}</h2><p class="empty">${t.coverage.noMinutes}</p></section>\n`;
  const isTold = known.some(({ medianDaysToMinutes }) => medianDaysToMinutes !== null);
  const lines = known.map(
    ({ community, body, found, withMinutes, medianDaysToMinutes }) =>
      html`<tr><th scope="row"><a href="${to(paths.meetingsOf(lang, community))}">${overview.community(community)?.name[lang] ?? community}</a></th><td>${t.bodies[body]}</td>
<td class="number">${fill(t.coverage.ofExpected, { found: withMinutes, expected: found })}</td>${isTold && html`<td class="number">${medianDaysToMinutes ?? '–'}</td>`}</tr>\n`,
  );
  return html`<section><h2>${t.coverage.minutes}</h2>
<p class="note">${isTold ? t.coverage.minutesNote : t.coverage.noDays}</p>
<section class="table-holder" aria-label="${t.coverage.minutes}" tabindex="0"><table><caption>${t.coverage.minutes}</caption>
<thead><tr><th scope="col">${t.item.community}</th><th scope="col">${t.meeting.body}</th><th scope="col" class="number">${t.coverage.withMinutes}</th>${isTold && html`<th scope="col" class="number">${t.coverage.days}</th>`}</tr></thead>
<tbody>\n${lines}</tbody></table></section></section>\n`;
}

function content(context: Here): Html {
  const { overview, t, lang } = context;
  const rows = rowsOf(context);
  if (rows.length === 0) return html`<p class="empty">${t.coverage.empty}</p>`;
  const bodies = [...new Set(rows.map(({ body }) => body))].sort();
  const years = yearsOf(overview).map((year) => ({ text: String(year), path: pathOf(overview, lang, year) }));
  return html`<div class="years">${filter(context, t.list.byYear, years)}</div>${matrix(context, rows, bodies)}${coverageLegend(rows, context)}${minutes(context, rows)}${gaps(context, rows)}`;
}

function pathOf(overview: Overview, lang: Here['lang'], year: number): string {
  return year === yearNow(overview) ? paths.coverage(lang) : paths.coverageIn(lang, String(year));
}

/** What was found of what is expected, as a heat map of communities and bodies, a page for each year. */
export default definePage<number>('coverage', {
  menu: { place: 'footer', order: 90, label: 'coverage', path: paths.coverage },
  entries: (overview, lang) =>
    [...new Set([yearNow(overview), ...yearsOf(overview)])].map((year) => ({
      path: pathOf(overview, lang, year),
      key: `coverage ${year}`,
      record: year,
    })),
  render: (context) => {
    const { t, lang, overview, record } = context;
    const isFirst = record === yearNow(overview);
    const title = isFirst ? t.coverage.title : fill(t.coverage.inYear, { year: record });
    const steps = isFirst ? [] : [{ text: t.coverage.title, path: paths.coverage(lang) }];
    return {
      title,
      description: `${title}. ${t.coverage.lead}`,
      main: html`${pageHead(context, title, isFirst ? t.coverage.lead : undefined, steps)}${asOfLine(context)}${content(context)}`,
    };
  },
});
