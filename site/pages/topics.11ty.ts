import type { Item, PublishedCommunity } from '../../normalizer/index.ts';
import { asOfLine, pageHead } from '../_includes/parts.ts';
import { shortName } from '../filters/short-name.ts';
import { type Html, html } from '../html.ts';
import { type Context, definePage } from '../page.ts';
import { paths } from '../paths.ts';
import { wordFor } from '../words.ts';

const steps = 4;

function cell(count: number, most: number): Html {
  if (count === 0) return html`<td class="heat"><span class="none">·</span></td>`;
  return html`<td class="heat heat-${Math.ceil((count / most) * steps)}">${count}</td>`;
}

function matrix(context: Context<null>): Html {
  const { overview, t, lang, to } = context;
  const topics = overview.topics();
  const count = (topic: string, community: PublishedCommunity): number =>
    overview.itemsAbout(topic).filter((item) => item.community === community.id).length;
  const columns = topics.map((topic) => overview.communities.map((community) => count(topic, community)));
  const most = Math.max(1, ...columns.flat());
  const head = topics.map(
    (topic) => html`<th scope="col"><a href="${to(paths.topic(lang, topic))}">${wordFor(t.topics, topic)}</a></th>`,
  );
  const rows = overview.communities.map(
    (community, index) =>
      html`<tr><th scope="row"><a href="${to(paths.community(lang, community.id))}">${shortName(community.name[lang], t.community.commonName)}</a></th>${columns.map((column) => cell(column[index] ?? 0, most))}</tr>\n`,
  );
  const total = topics.map((topic) => html`<td class="heat">${overview.itemsAbout(topic).length}</td>`);
  return html`<section class="table-holder" aria-label="${t.topic.matrix}" tabindex="0"><table class="matrix upright"><caption>${t.topic.matrix}</caption>
<thead><tr><td></td>${head}</tr></thead>
<tbody>\n${rows}<tr class="total"><th scope="row">${t.topic.total}</th>${total}</tr>\n</tbody></table></section>`;
}

const undated = '–';

// A year has no page of a topic: the figures stand alone.
function overTime({ overview, t, lang, to }: Context<null>): Html {
  const topics = overview.topics();
  const yearOf = ({ published, updated }: Item): string => (published ?? updated ?? undated).slice(0, 4);
  const years = [...new Set(overview.items.filter((item) => item.topics.length > 0).map(yearOf))].sort();
  const counts = topics.map((topic) => {
    const of = overview.itemsAbout(topic).map(yearOf);
    return years.map((year) => of.filter((each) => each === year).length);
  });
  const most = Math.max(1, ...counts.flat());
  const rows = topics.map(
    (topic, at) =>
      html`<tr><th scope="row"><a href="${to(paths.topic(lang, topic))}">${wordFor(t.topics, topic)}</a></th>${counts[at]?.map((count) => cell(count, most))}</tr>\n`,
  );
  const head = years.map((year) => html`<th scope="col">${year === undated ? t.list.undated : year}</th>`);
  return html`<section><h2>${t.topic.byYear}</h2><section class="table-holder" aria-label="${t.topic.byYear}" tabindex="0"><table class="matrix"><caption>${t.topic.byYear}</caption>
<thead><tr><th scope="col">${t.topic.topic}</th>${head}</tr></thead>
<tbody>\n${rows}</tbody></table></section></section>`;
}

/** Topics by community and by year: tables that are heat maps as well. */
export default definePage<null>('topics', {
  menu: { place: 'main', order: 50, label: 'topics', path: paths.topics },
  entries: (_overview, lang) => [{ path: paths.topics(lang), key: 'topics', record: null }],
  render: (context) => {
    const { t, overview } = context;
    const content =
      overview.topics().length === 0
        ? html`<p class="empty">${t.list.empty}</p>`
        : html`${matrix(context)}${overTime(context)}`;
    return {
      title: t.topic.title,
      description: t.topic.lead,
      main: html`${pageHead(context, t.topic.title, t.topic.lead)}${asOfLine(context)}${content}`,
    };
  },
});
