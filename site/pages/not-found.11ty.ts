import { html } from '../html.ts';
import { definePage } from '../page.ts';
import { paths } from '../paths.ts';

/** The page for addresses that lead nowhere; in its own folder's terms, so its links are from the site's root. */
export default definePage<null>('not-found', {
  hidden: true,
  entries: (_overview, lang) => [{ path: paths.notFound(lang), key: 'not-found', record: null }],
  render: (context) => {
    const { t, lang, to } = context;
    const ways = [
      { text: t.site.home, path: paths.front(lang) },
      { text: t.menu.communities, path: paths.communities(lang) },
      { text: t.menu.meetings, path: paths.meetings(lang) },
    ];
    return {
      title: t.notFound.title,
      description: t.notFound.lead,
      main: html`<div class="page-head"><h1>${t.notFound.title}</h1>
<p class="lead">${t.notFound.lead}</p></div>
<h2>${t.notFound.tryThese}</h2><ul>${ways.map(({ text, path }) => html`<li><a href="${to(path)}">${text}</a></li>`)}</ul>`,
    };
  },
});
