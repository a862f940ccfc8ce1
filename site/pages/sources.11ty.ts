import { SOURCE_STATES } from '../../scraper/index.ts';
import { asOfLine, pageHead } from '../_includes/parts.ts';
import { sourceTable, stateLabel } from '../_includes/source-table.ts';
import { type Html, html } from '../html.ts';
import { type Context, definePage } from '../page.ts';
import { paths } from '../paths.ts';

function summary(context: Context<null>): Html {
  const { overview, t } = context;
  const rows = SOURCE_STATES.map((state) => {
    const count = overview.sources.filter((source) => source.state === state).length;
    return html`<div${count === 0 && html` class="zero"`}><dt>${stateLabel(state, context)} <b>${count}</b></dt><dd>${t.source.meanings[state]}</dd></div>\n`;
  });
  return html`<section><h2>${t.source.summary}</h2><dl class="states">\n${rows}</dl></section>\n`;
}

/** Every source and its health. */
export default definePage<null>('sources', {
  menu: { place: 'main', order: 70, label: 'sources', path: paths.sources },
  entries: (_overview, lang) => [{ path: paths.sources(lang), key: 'sources', record: null }],
  render: (context) => {
    const { overview, t, lang, to } = context;
    const groups = overview.communities.map(({ id, name }) => ({
      heading: html`<a href="${to(paths.community(lang, id))}">${name[lang]}</a>`,
      sources: overview.sourcesOf(id),
    }));
    return {
      title: t.source.title,
      description: t.source.lead,
      main: html`${pageHead(context, t.source.title, t.source.lead)}${asOfLine(context)}${summary(context)}<p class="more"><a href="${to(paths.coverage(lang))}">${t.front.coverageLink}</a></p>
<section><h2>${t.source.each}</h2>
${sourceTable(groups, t.source.each, context)}</section>`,
    };
  },
});
