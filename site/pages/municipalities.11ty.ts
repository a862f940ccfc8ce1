import type { PublishedCommunity } from '../../normalizer/index.ts';
import { asOfLine, pageHead } from '../_includes/parts.ts';
import { byName } from '../filters/collation.ts';
import { type Html, html } from '../html.ts';
import { type Context, definePage } from '../page.ts';
import { paths } from '../paths.ts';

function section(community: PublishedCommunity, { overview, lang, to }: Context<null>): Html {
  const sorted = byName(community.municipalities);
  const links = sorted.map(({ number, name }) => {
    const count = overview.itemsNaming(number).length;
    return html`<li><a href="${to(paths.municipality(lang, number))}">${name}</a>${count > 0 && html` <span class="count">${count}</span>`}</li>\n`;
  });
  return html`<section><h2><a href="${to(paths.community(lang, community.id))}">${community.name[lang]}</a></h2><ul class="columns">\n${links}</ul></section>\n`;
}

/** All municipalities under their helsefellesskap, with how many items name them. */
export default definePage<null>('municipalities', {
  menu: { place: 'main', order: 60, label: 'municipalities', path: paths.municipalities },
  entries: (_overview, lang) => [{ path: paths.municipalities(lang), key: 'municipalities', record: null }],
  render: (context) => ({
    title: context.t.municipality.title,
    description: context.t.municipality.lead,
    main: html`${pageHead(context, context.t.municipality.title, context.t.municipality.lead)}${asOfLine(context)}
${context.overview.communities.map((community) => section(community, context))}`,
  }),
});
