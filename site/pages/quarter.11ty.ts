import type { Item, Meeting } from '../../normalizer/index.ts';
import type { Overview } from '../_data/overview.ts';
import { itemList } from '../_includes/item-list.ts';
import { meetingList } from '../_includes/meeting-list.ts';
import { asOfLine, pageHead } from '../_includes/parts.ts';
import type { Lang } from '../filters/dates.ts';
import { type Html, html, joined } from '../html.ts';
import { type Context, definePage } from '../page.ts';
import { paths } from '../paths.ts';
import { counted, fill, wordFor } from '../words.ts';

/** "2026-4": the fourth quarter of 2026. */
type Quarter = string;
type Here = Context<Quarter>;

const newsShown = 12;
const papersShown = 10;
const topicsShown = 6;
/** The helsefellesskap were agreed on in 2019: earlier days are about something else. */
const first = '2019-4';

function quarterOf(day: string): Quarter {
  return `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

const dayOf = ({ published, updated }: Item): string | null => published ?? updated;

/** The quarters that hold something, the newest first; that of the data is always among them, later ones are not. */
function quartersOf({ items, meetings, today }: Overview): Quarter[] {
  const now = quarterOf(today);
  const days = [...items.map(dayOf), ...meetings.map(({ start }) => start)];
  const told = days.flatMap((day) => (day === null ? [] : [quarterOf(day)]));
  return [...new Set([now, ...told])]
    .filter((quarter) => quarter >= first && quarter <= now)
    .sort()
    .reverse();
}

function pathOf(overview: Overview, lang: Lang, quarter: Quarter): string {
  return quarter === quarterOf(overview.today) ? paths.quarter(lang) : paths.quarterOf(lang, quarter);
}

function nameOf(quarter: Quarter, { t }: Pick<Context, 't'>): string {
  const [year = '', number = ''] = quarter.split('-');
  return fill(t.quarter.name, { n: number, year });
}

interface Told {
  news: Item[];
  papers: Item[];
  meetings: Meeting[];
}

function toldIn({ overview, record }: Here): Told {
  const items = overview.items.filter((item) => quarterOf(dayOf(item) ?? '') === record);
  return {
    news: items.filter((item) => item.kind !== 'about' && !overview.isDocument(item)),
    papers: items.filter((item) => overview.isDocument(item)),
    meetings: overview.meetings.filter(({ start }) => quarterOf(start) === record),
  };
}

function sentence(context: Here, { news, papers, meetings }: Told): string {
  const { t } = context;
  const silent = new Set([...news, ...papers, ...meetings].map(({ community }) => community));
  return fill(t.quarter.sentence, {
    news: counted(t.count.items, news.length),
    papers: counted(t.count.documents, papers.length),
    meetings: counted(t.count.meetings, meetings.length),
    communities: counted(t.count.communities, silent.size),
  });
}

function topics(context: Here, { news, papers }: Told): Html | false {
  const { t, lang, to } = context;
  const counts = new Map<string, number>();
  for (const topic of [...news, ...papers].flatMap((item) => item.topics))
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, topicsShown);
  const links = most.map(
    ([topic, count]) =>
      html`<li><a href="${to(paths.topic(lang, topic))}">${wordFor(t.topics, topic)}</a> <span class="count">${count}</span></li>\n`,
  );
  return (
    links.length > 0 && html`<section><h2>${t.quarter.topics}</h2><ul class="columns wide">\n${links}</ul></section>\n`
  );
}

function communities(context: Here, { news, papers, meetings }: Told): Html {
  const { overview, t, lang, to } = context;
  const lines = overview.communities.map(({ id, name }) => {
    const count = (records: readonly { community: string }[]): number =>
      records.filter(({ community }) => community === id).length;
    const told = [
      count(news) > 0 && counted(t.count.items, count(news)),
      count(papers) > 0 && counted(t.count.documents, count(papers)),
      count(meetings) > 0 && counted(t.count.meetings, count(meetings)),
    ];
    return html`<li><a href="${to(paths.community(lang, id))}">${name[lang]}</a> <span class="count">${told.some(Boolean) ? joined(told, ', ') : t.quarter.silent}</span></li>\n`;
  });
  return html`<section class="all-communities"><h2>${t.front.communities}</h2><div class="regions"><section><ul>\n${lines.slice(0, 10)}</ul></section>${lines.length > 10 && html`<section><ul>\n${lines.slice(10)}</ul></section>`}</div></section>\n`;
}

function parts(context: Here, told: Told): Html {
  const { t, overview } = context;
  const past = told.meetings.filter((meeting) => !overview.isUpcoming(meeting));
  const next = told.meetings.filter((meeting) => overview.isUpcoming(meeting));
  return html`<div class="two"><section><h2>${t.quarter.news}</h2>
${itemList(told.news.slice(0, newsShown), context, { empty: t.quarter.noNews })}
</section><section><h2>${t.quarter.meetings}</h2>
${(past.length > 0 || next.length === 0) && meetingList(past, context, { empty: t.quarter.noMeetings })}
${next.length > 0 && html`<h2>${t.meeting.upcoming}</h2>\n${meetingList(next, context)}`}</section></div>
<section><h2>${t.quarter.papers}</h2>
${itemList(told.papers.slice(0, papersShown), context, { brief: true, empty: t.quarter.noPapers })}</section>
`;
}

/** A line for each year with its quarters. */
function allQuarters(context: Here): Html {
  const { overview, t, lang, to, record } = context;
  const quarters = quartersOf(overview);
  const years = [...new Set(quarters.map((quarter) => quarter.slice(0, 4)))];
  const lines = years.map((year) => {
    const links = quarters
      .filter((quarter) => quarter.startsWith(year))
      .map(
        (quarter) =>
          html`<a href="${to(pathOf(overview, lang, quarter))}"${quarter === record && html` aria-current="page"`}>${fill(t.quarter.short, { n: quarter.slice(5) })}<span class="hidden"> ${year}</span></a>\n`,
      );
    return html`<li><b>${year}</b> ${links.reverse()}</li>\n`;
  });
  return html`<nav class="filter quarters" aria-label="${t.quarter.all}"><h2>${t.quarter.all}</h2><ul>\n${lines}</ul></nav>\n`;
}

/** The quarter in review: what a newsletter would say, with links; a page for each quarter. */
export default definePage<Quarter>('quarter', {
  menu: { place: 'footer', order: 80, label: 'quarter', path: paths.quarter },
  entries: (overview, lang) =>
    quartersOf(overview).map((quarter) => ({
      path: pathOf(overview, lang, quarter),
      key: `quarter ${quarter}`,
      record: quarter,
    })),
  render: (context) => {
    const { t, record } = context;
    const told = toldIn(context);
    const title = nameOf(record, context);
    const words = sentence(context, told);
    return {
      title,
      description: words,
      main: html`${pageHead(context, title, words)}${asOfLine(context)}${allQuarters(context)}${topics(context, told)}${parts(context, told)}${communities(context, told)}<p class="note">${t.quarter.note}</p>`,
    };
  },
});
