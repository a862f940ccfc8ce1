import type { PublishedCommunity } from '../../normalizer/index.ts';
import { calendarLink, feedLinks } from '../_includes/discovery.ts';
import { itemList } from '../_includes/item-list.ts';
import { countryMap } from '../_includes/map.ts';
import { meetingList } from '../_includes/meeting-list.ts';
import { asOfLine } from '../_includes/parts.ts';
import { grouped } from '../filters/numbers.ts';
import { type Html, html, joined } from '../html.ts';
import { type Context, definePage } from '../page.ts';
import { paths } from '../paths.ts';
import { counted, fill } from '../words.ts';

function opening(context: Context): Html {
  const { overview, t, lang } = context;
  const figures = [
    figure(t.count.items, overview.items.length, paths.news(lang), context),
    figure(t.count.meetings, overview.meetings.length, paths.meetings(lang), context),
    figure(t.count.sources, overview.sources.length, paths.sources(lang), context),
  ];
  return html`<section class="opening"><div><h1>${t.front.title}</h1>
<p class="lead">${t.front.lead}</p>
<ul class="figures">${figures}</ul>
${asOfLine(context)}${health(context)}${coverage(context)}</div>
${countryMap(context, t.front.mapAlt)}</section>\n`;
}

function figure(forms: { one: string; many: string }, n: number, path: string, { to }: Context): Html {
  const [number, word] = counted(forms, n).split(' ');
  return html`<li><a href="${to(path)}"><b>${number}</b> ${word}</a></li>\n`;
}

function health({ overview, t, lang, to }: Context): Html {
  const active = overview.sources.filter(({ state }) => state !== 'disabled');
  const ok = active.filter(({ state }) => state === 'ok' || state === 'unchanged').length;
  const bad = active.length - ok;
  const text = active.length === 0 ? t.front.healthNone : bad === 0 ? t.front.healthAll : t.front.healthSome;
  const words = fill(text, { n: active.length, ok, bad });
  return html`<p class="health${bad > 0 && ' health-some'}">${words} <a href="${to(paths.sources(lang))}">${t.front.healthLink}</a></p>\n`;
}

function coverage({ overview, t, lang, to }: Context): Html {
  const year = Number(overview.today.slice(0, 4));
  const rows = overview.coverage.filter((row) => row.year === year && row.expected !== null);
  if (rows.length === 0) return html``;
  const expected = rows.reduce((sum, row) => sum + (row.expected ?? 0), 0);
  const found = rows.reduce((sum, row) => sum + Math.min(row.found + row.planned, row.expected ?? 0), 0);
  const words = fill(t.front.coverage, { year, found, expected });
  return html`<p class="health${found < expected && ' health-some'}">${words} <a href="${to(paths.coverage(lang))}">${t.front.coverageLink}</a></p>\n`;
}

function newest(context: Context): Html {
  const { overview, t, lang, to } = context;
  // What tells of the community itself stands for years: it is on the community's page, and is no news.
  const news = overview.items.filter((item) => item.kind !== 'about' && !overview.isDocument(item));
  const fresh = overview.items.filter((item) => overview.isOfLastWeek(item.published)).length;
  const week = fresh === 1 ? t.front.weekOne : fill(t.front.weekMany, { n: grouped(fresh) });
  return html`<section class="newest"><div class="section-head"><h2>${t.front.newItems}</h2>${fresh > 0 && html`<p>${week}</p>`}</div>
${itemList(news.slice(0, 8), context, { empty: t.front.noNews })}
<p class="more"><a href="${to(paths.news(lang))}">${t.site.seeAll}<span class="hidden">: ${t.menu.news}</span></a></p></section>\n`;
}

function meetings(context: Context): Html {
  const { overview, t, lang, to } = context;
  const upcoming = overview.meetings.filter((meeting) => overview.isUpcoming(meeting)).slice(0, 6);
  const past = overview.meetings.filter((meeting) => !overview.isUpcoming(meeting)).slice(-3);
  return html`<section class="next"><div class="section-head"><h2>${t.front.nextMeetings}</h2></div>
${meetingList(upcoming, context, { empty: t.front.noMeetings })}
${upcoming.length < 3 && past.length > 0 && html`<h2 class="second">${t.front.lastMeetings}</h2>\n${meetingList(past.reverse(), context)}`}
<p class="more"><a href="${to(paths.meetings(lang))}">${t.site.seeAll}<span class="hidden">: ${t.menu.meetings}</span></a></p></section>\n`;
}

function communityLine(community: PublishedCommunity, { lang, to, t }: Context): Html {
  const counts = [
    community.items > 0 && counted(t.count.items, community.items),
    community.meetings > 0 && counted(t.count.meetings, community.meetings),
  ];
  const words = counts.some(Boolean) ? joined(counts, ', ') : t.front.nothingYet;
  return html`<li><a href="${to(paths.community(lang, community.id))}">${community.name[lang]}</a> <span class="count">${words}</span></li>\n`;
}

function communities(context: Context): Html {
  const { overview, t } = context;
  const regions = [...new Set(overview.communities.map(({ region }) => region))];
  const groups = regions.map((region) => {
    const members = overview.communities.filter((community) => community.region === region);
    return html`<section><h3>${region}</h3><ul>\n${members.map((member) => communityLine(member, context))}</ul></section>\n`;
  });
  return html`<section class="all-communities"><div class="section-head"><h2>${t.front.communities}</h2></div><div class="regions">\n${groups}</div></section>`;
}

/** The front page: what is new, what comes next, who they are, how the sources are. */
export default definePage<null>('front', {
  entries: (_overview, lang) => [{ path: paths.front(lang), key: 'front', record: null }],
  render: (context) => ({
    title: context.t.front.title,
    description: context.t.front.lead,
    head: html`${feedLinks(context)}${calendarLink(context)}`,
    main: html`${opening(context)}<div class="two">${newest(context)}${meetings(context)}</div>\n${communities(context)}`,
  }),
});
