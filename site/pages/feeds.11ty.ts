import { pageHead } from '../_includes/parts.ts';
import { type Html, html } from '../html.ts';
import { type Context, definePage } from '../page.ts';
import { absoluteAddress, paths } from '../paths.ts';

function address(context: Context, path: string, words: string): Html {
  return html`<a href="${context.to(path)}" data-address="${absoluteAddress(context, path)}">${words}</a>`;
}

function row(context: Context, name: string, community?: string): Html {
  const { lang, t } = context;
  const atom = address(context, paths.feed(lang, 'atom', community), t.feed.atom);
  const json = address(context, paths.feed(lang, 'json', community), t.feed.json);
  return html`<tr><th scope="row">${name}</th><td>${atom}</td><td>${json}</td></tr>\n`;
}

/** The addresses to subscribe to. */
export default definePage<null>('feeds', {
  menu: { place: 'footer', order: 100, label: 'feeds', path: paths.feeds },
  entries: (_overview, lang) => [{ path: paths.feeds(lang), key: 'feeds', record: null }],
  render: (context) => {
    const { t, overview, lang } = context;
    return {
      title: t.feed.title,
      description: t.feed.lead,
      main: html`${pageHead(context, t.feed.title, t.feed.lead)}<section class="table-holder" aria-label="${t.feed.caption}" tabindex="0"><table>
<caption>${t.feed.caption}</caption>
<thead><tr><th scope="col">${t.feed.of}</th><th scope="col">Atom</th><th scope="col">JSON Feed</th></tr></thead>
<tbody>
${row(context, t.feed.all)}${overview.communities.map(({ id, name }) => row(context, name[lang], id))}</tbody></table></section>`,
    };
  },
});
