import type { Meeting } from '../../normalizer/index.ts';
import { BODIES } from '../../scraper/index.ts';
import { calendarLink, feedLinks } from '../_includes/discovery.ts';
import { feedTopics } from '../_includes/feed-entries.ts';
import { pageHead } from '../_includes/parts.ts';
import { shortName } from '../filters/short-name.ts';
import { type Html, html } from '../html.ts';
import { type Context, definePage } from '../page.ts';
import { absoluteAddress, paths } from '../paths.ts';
import { wordFor } from '../words.ts';

interface Row {
  name: string;
  community?: string;
  topic?: string;
  body?: Meeting['body'];
}

/** What a table offers of each row: a column for each way. */
interface Table {
  caption: string;
  rows: readonly Row[];
  calendars?: true;
  feeds?: true;
}

// What is meant is said in full to those who hear the link alone.
function copyable(context: Context, path: string, words: string, name: string): Html {
  return html`<a href="${context.to(path)}" data-address="${absoluteAddress(context, path)}">${words}<span class="hidden">: ${name}</span></a>`;
}

function feedCells(context: Context, { name, community, topic }: Row): Html {
  const { lang } = context;
  const of = { ...(community && { community }), ...(topic && { topic }) };
  return html`<td>${copyable(context, paths.feed(lang, 'atom', of), 'Atom', name)}</td><td>${copyable(context, paths.feed(lang, 'json', of), 'JSON Feed', name)}</td>`;
}

function calendarCells(context: Context, { name, community, body }: Row): Html {
  const { lang, t } = context;
  const path = paths.calendar(lang, { ...(community && { community }), ...(body && { body }) });
  const webcal = absoluteAddress(context, path).replace(/^https?:/, 'webcal:');
  const open = html`<a href="${webcal}">${t.feed.openInCalendar}<span class="hidden">: ${name}</span></a>`;
  return html`<td>${open}</td><td>${copyable(context, path, 'iCalendar', name)}</td>`;
}

function table(context: Context, { caption, rows, calendars, feeds }: Table): Html {
  const { t } = context;
  const line = (row: Row): Html =>
    html`<tr><th scope="row">${row.name}</th>${calendars && calendarCells(context, row)}${feeds && feedCells(context, row)}</tr>\n`;
  return html`<section class="table-holder" aria-label="${caption}" tabindex="0"><table class="addresses">
<caption>${caption}</caption>
<thead><tr><th scope="col">${t.feed.of}</th>${calendars && html`<th scope="col">${t.feed.calendar}</th><th scope="col">iCalendar</th>`}${feeds && html`<th scope="col">Atom</th><th scope="col">JSON Feed</th>`}</tr></thead>
<tbody>
${rows.map(line)}</tbody></table></section>\n`;
}

function tables(context: Context): Html {
  const { t, overview, lang } = context;
  const communities = overview.communities.map(({ id, name }) => ({
    name: shortName(name[lang], t.community.commonName),
    community: id,
  }));
  const bodies = BODIES.map((body) => ({ name: t.bodies[body], body }));
  const topics = feedTopics(overview).map((topic) => ({ name: wordFor(t.topics, topic), topic }));
  return html`<section><h2>${t.feed.calendarTitle}</h2>
<p>${t.feed.calendarLead}</p>
<p><strong>${t.feed.how}.</strong> ${t.feed.howText}</p>
${table(context, { caption: t.list.byCommunity, rows: [{ name: t.list.all }, ...communities], calendars: true })}${table(context, { caption: t.list.byBody, rows: bodies, calendars: true })}</section>
<section><h2>${t.feed.newsTitle}</h2>
<p>${t.feed.newsLead}</p>
${table(context, { caption: `${t.feed.newsTitle}: ${t.list.byCommunity.toLowerCase()}`, rows: [{ name: t.list.all }, ...communities], feeds: true })}${table(context, { caption: t.feed.byTopic, rows: topics, feeds: true })}</section>`;
}

/** The addresses to subscribe to: calendars and feeds. */
export default definePage<null>('feeds', {
  menu: { place: 'footer', order: 100, label: 'feeds', path: paths.feeds },
  entries: (_overview, lang) => [{ path: paths.feeds(lang), key: 'feeds', record: null }],
  render: (context) => {
    const { t } = context;
    return {
      title: t.feed.title,
      description: t.feed.lead,
      head: html`${feedLinks(context)}${calendarLink(context)}`,
      main: html`${pageHead(context, t.feed.title, t.feed.lead)}${tables(context)}`,
    };
  },
});
