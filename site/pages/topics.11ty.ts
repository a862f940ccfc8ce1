import type { PublishedCommunity } from '../../normalizer/index.ts';
import { pageHead } from '../_includes/parts.ts';
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
      html`<tr><th scope="row"><a href="${to(paths.community(lang, community.id))}">${community.name[lang]}</a></th>${columns.map((column) => cell(column[index] ?? 0, most))}</tr>\n`,
  );
  const total = topics.map((topic) => html`<td class="heat">${overview.itemsAbout(topic).length}</td>`);
  return html`<section class="table-holder" aria-label="${t.topic.matrix}" tabindex="0"><table class="matrix"><caption>${t.topic.matrix}</caption>
<thead><tr><td></td>${head}</tr></thead>
<tbody>\n${rows}<tr class="total"><th scope="row">${t.topic.total}</th>${total}</tr>\n</tbody></table></section>`;
}

/** Topics by community: a table that is a heat map as well. */
export default definePage<null>('topics', {
  menu: { place: 'main', order: 50, label: 'topics', path: paths.topics },
  entries: (_overview, lang) => [{ path: paths.topics(lang), key: 'topics', record: null }],
  render: (context) => {
    const { t, overview } = context;
    const content = overview.topics().length === 0 ? html`<p class="empty">${t.list.empty}</p>` : matrix(context);
    return {
      title: t.topic.title,
      description: t.topic.lead,
      main: html`${pageHead(context, t.topic.title, t.topic.lead)}${content}`,
    };
  },
});
