import { BODIES } from '../../scraper/index.ts';
import { shownStatuses } from '../_includes/meeting-list.ts';
import { pageHead } from '../_includes/parts.ts';
import { type Html, html } from '../html.ts';
import { type Context, definePage } from '../page.ts';
import { paths } from '../paths.ts';

type Option = readonly [value: string, text: string];

function choice(context: Context, name: string, label: string, options: readonly Option[]): Html {
  const { t } = context;
  return html`<label>${label}<select name="${name}"><option value="">${t.list.all}</option>${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select></label>\n`;
}

function years({ overview }: Context): Option[] {
  const days = [
    ...overview.items.map(({ published, updated }) => published ?? updated),
    ...overview.meetings.map(({ start }) => start),
  ];
  const all = new Set(days.flatMap((day) => day?.slice(0, 4) ?? []));
  return [...all]
    .sort()
    .reverse()
    .map((year) => [year, year]);
}

function kinds({ t }: Context): Option[] {
  const items = Object.entries(t.kinds).map(([kind, name]): Option => [kind, name]);
  return [
    ['calendar', t.search.meeting],
    ...items,
    ['community', t.search.community],
    ['municipality', t.search.municipality],
  ];
}

function languages({ overview, t }: Context): Option[] {
  const used = new Set(overview.items.map(({ language }) => language));
  return Object.entries(t.languages).flatMap(([id, name]): Option[] => (used.has(id as never) ? [[id, name]] : []));
}

function form(context: Context): Html {
  const { overview, t, lang, to } = context;
  const communities = overview.communities.map(({ id, name }): Option => [id, name[lang]]);
  const bodies = BODIES.map((body): Option => [body, t.bodies[body]]);
  const statuses = shownStatuses.map((status): Option => [status, t.statuses[status]]);
  const { one, many, none, wait, failed } = t.search;
  // Shown by the script: without it there is nothing that could answer.
  return html`<form id="search" class="search" role="search" hidden data-root="${to('/')}" data-lang="${lang}" data-one="${one}" data-many="${many}" data-none="${none}" data-wait="${wait}" data-failed="${failed}">
<label class="question" for="q">${t.search.question}</label>
<div class="ask"><input id="q" name="q" type="search" autocomplete="off" spellcheck="false"><button type="submit">${t.search.button}</button></div>
<div class="choices">
${choice(context, 'community', t.item.community, communities)}${choice(context, 'kind', t.item.kind, kinds(context))}${choice(context, 'body', t.meeting.body, bodies)}${choice(context, 'status', t.meeting.status, statuses)}${choice(context, 'year', t.search.year, years(context))}${choice(context, 'language', t.item.language, languages(context))}</div>
</form>
<p id="result-count" class="result-count" role="status"></p>
<h2 class="hidden">${t.search.results}</h2>
<ol id="results" class="entries"></ol>
<button id="more-results" type="button" hidden>${t.search.more}</button>
`;
}

function lists({ t, lang, to }: Context): Html {
  const ways = [
    [paths.news(lang), t.menu.news],
    [paths.meetings(lang), t.menu.meetings],
    [paths.documents(lang), t.menu.documents],
    [paths.topics(lang), t.menu.topics],
    [paths.municipalities(lang), t.menu.municipalities],
  ] as const;
  return html`<noscript><p>${t.search.noScript}</p></noscript>
<section><h2>${t.search.lists}</h2><ul class="ways">${ways.map(([path, name]) => html`<li><a href="${to(path)}">${name}</a></li>`)}</ul></section>`;
}

/** Search over everything; the lists lead everywhere for those without a script. */
export default definePage<null>('search', {
  script: 'search.js',
  entries: (_overview, lang) => [{ path: paths.search(lang), key: 'search', record: null }],
  render: (context) => {
    const { t } = context;
    return {
      title: t.search.title,
      description: t.search.lead,
      main: html`${pageHead(context, t.search.title, t.search.lead)}${form(context)}${lists(context)}`,
    };
  },
});
