import type { PublishedCommunity } from '../../normalizer/index.ts';
import { asOfLine, pageHead } from '../_includes/parts.ts';
import { grouped } from '../filters/numbers.ts';
import { type Html, html } from '../html.ts';
import { type Context, definePage } from '../page.ts';
import { paths } from '../paths.ts';

function row(community: PublishedCommunity, { lang, to }: Context): Html {
  const trusts = community.trusts.map(({ name }) => name).join(', ');
  return html`<tr><th scope="row"><a href="${to(paths.community(lang, community.id))}">${community.name[lang]}</a></th><td>${trusts}</td><td>${community.region}</td>
<td class="number">${community.municipalities.length}</td><td class="number">${grouped(community.items)}</td><td class="number">${grouped(community.meetings)}</td></tr>\n`;
}

/** All helsefellesskap in one table. */
export default definePage<null>('communities', {
  menu: { place: 'main', order: 40, label: 'communities', path: paths.communities },
  entries: (_overview, lang) => [{ path: paths.communities(lang), key: 'communities', record: null }],
  render: (context) => {
    const { t, overview } = context;
    const head = [t.menu.communities, t.community.trusts, t.community.region];
    const numbers = [t.menu.municipalities, t.source.items, t.menu.meetings];
    return {
      title: t.community.listTitle,
      description: t.community.listLead,
      main: html`${pageHead(context, t.community.listTitle, t.community.listLead)}${asOfLine(context)}
<section class="table-holder" aria-label="${t.community.listTitle}" tabindex="0"><table>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}${numbers.map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>
${overview.communities.map((community) => row(community, context))}</tbody></table></section>`,
    };
  },
});
