import type { Item, PublishedCommunity } from '../../normalizer/index.ts';
import { coverageCell, coverageLegend } from '../_includes/coverage-cell.ts';
import { calendarLink, feedLinks } from '../_includes/discovery.ts';
import { itemList } from '../_includes/item-list.ts';
import { communityMap } from '../_includes/map.ts';
import { meetingList } from '../_includes/meeting-list.ts';
import { asOfLine, fact, facts, pageHead } from '../_includes/parts.ts';
import { sourceTable } from '../_includes/source-table.ts';
import { byName } from '../filters/collation.ts';
import { type Html, html, joined } from '../html.ts';
import { type Context, definePage } from '../page.ts';
import { paths } from '../paths.ts';
import { counted, fill } from '../words.ts';

type Here = Context<PublishedCommunity>;

// The registry lists every form that a name is found in; one that is the word before it says nothing new.
function otherNames(names: readonly string[], name: string): Html | false {
  const others = names.filter((other) => other.toLowerCase() !== name.toLowerCase());
  return others.length > 0 && html` <small>${others.join(', ')}</small>`;
}

function factList({ record, t }: Here): Html {
  const trusts = record.trusts.map(
    ({ name, organisation }) =>
      html`<li>${name} <small>${fill(t.community.organisation, { number: organisation })}</small></li>`,
  );
  const bodies = record.committees.map(
    ({ body, names }) => html`<li>${t.bodies[body]}${otherNames(names, t.bodies[body])}</li>`,
  );
  return facts([
    fact(t.community.region, record.region),
    fact(t.community.trusts, html`<ul class="plain">${trusts}</ul>`),
    fact(t.community.bodies, bodies.length > 0 && html`<ul class="plain">${bodies}</ul>`),
  ]);
}

function news(context: Here, items: readonly Item[]): Html {
  const { record, t, to, lang, overview } = context;
  const shown = items.filter((item) => !overview.isDocument(item));
  const all = html`<p class="more"><a href="${to(paths.newsOf(lang, record.id))}">${fill(t.community.allNews, { name: record.name[lang] })}</a></p>`;
  return html`<section><h2>${t.community.news}</h2>
${itemList(shown.slice(0, 6), context, { oneCommunity: true, empty: t.community.noNews })}
${shown.length > 0 && all}</section>\n`;
}

function meetings(context: Here): Html {
  const { record, t, to, lang, overview } = context;
  const all = overview.meetingsOf(record.id);
  const upcoming = all.filter((meeting) => overview.isUpcoming(meeting));
  const past = all.filter((meeting) => !overview.isUpcoming(meeting));
  const link = html`<p class="more"><a href="${to(paths.meetingsOf(lang, record.id))}">${fill(t.community.allMeetings, { name: record.name[lang] })}</a></p>`;
  return html`<section><h2>${t.community.upcoming}</h2>
${meetingList(upcoming.slice(0, 6), context, { oneCommunity: true, empty: t.meeting.upcomingEmpty })}
<h2>${t.community.past}</h2>
${meetingList(past.slice(-5).reverse(), context, { oneCommunity: true, empty: t.meeting.pastEmpty })}
${all.length > 0 && link}</section>\n`;
}

function papers(context: Here, items: readonly Item[]): Html {
  const { t, overview } = context;
  const documents = items.filter((item) => overview.isDocument(item));
  const shown = documents.slice(0, 12);
  return html`<section><h2>${t.community.papers}</h2>
${itemList(shown, context, { oneCommunity: true, brief: true, empty: t.community.noPapers })}
${documents.length > shown.length && html`<p class="note">${counted(t.count.documents, documents.length)}</p>`}</section>\n`;
}

/** What was found of what is expected, by body and year. */
function coverage(context: Here): Html {
  const { record, t, lang, to, overview } = context;
  const rows = overview.coverage.filter(({ community }) => community === record.id);
  if (rows.length === 0) return html``;
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
  const bodies = [...new Set(rows.map(({ body }) => body))].sort();
  const lines = bodies.map((body) => {
    const cells = years.map((year) =>
      coverageCell(
        rows.find((row) => row.body === body && row.year === year),
        context,
      ),
    );
    return html`<tr><th scope="row">${t.bodies[body]}</th>${cells}</tr>\n`;
  });
  const name = fill(t.coverage.ofCommunity, { name: record.name[lang] });
  return html`<section><h2>${t.coverage.title}</h2>
<section class="table-holder" aria-label="${name}" tabindex="0"><table class="matrix coverage"><caption>${name}</caption>
<thead><tr><th scope="col">${t.meeting.body}</th>${years.map((year) => html`<th scope="col">${year}</th>`)}</tr></thead>
<tbody>\n${lines}</tbody></table></section>
${coverageLegend(rows, context)}<p class="more"><a href="${to(paths.coverage(lang))}">${t.front.coverageLink}</a></p></section>\n`;
}

function municipalities({ record, t, to, lang }: Here): Html {
  const names = byName(record.municipalities);
  const links = names.map(
    ({ number, name }) => html`<li><a href="${to(paths.municipality(lang, number))}">${name}</a></li>\n`,
  );
  return html`<section><h2>${t.community.municipalities} <span class="count">${names.length}</span></h2>
<ul class="columns">\n${links}</ul></section>\n`;
}

function sources(context: Here): Html {
  const { record, t, lang, overview } = context;
  const known = overview.sourcesOf(record.id);
  const table =
    known.length === 0
      ? html`<p class="empty">${t.community.noSources}</p>`
      : sourceTable([{ sources: known }], fill(t.source.caption, { name: record.name[lang] }), context);
  return html`<section><h2>${t.community.sources}</h2>\n${table}</section>`;
}

/** One helsefellesskap: who, what is new, meetings, papers, municipalities, sources. */
export default definePage<PublishedCommunity>('community', {
  entries: (overview, lang) =>
    overview.communities.map((community) => ({
      path: paths.community(lang, community.id),
      key: `community ${community.id}`,
      record: community,
    })),
  render: (context) => {
    const { record, t, lang, overview } = context;
    const name = record.name[lang];
    const items = overview.itemsOf(record.id);
    const counts = [
      counted(t.count.municipalities, record.municipalities.length),
      counted(t.count.items, items.length),
      counted(t.count.meetings, overview.meetingsOf(record.id).length),
    ];
    const step = { text: t.menu.communities, path: paths.communities(lang) };
    return {
      title: name,
      description: `${name}. ${counts.join(', ')}.`,
      head: html`${feedLinks(context, { community: record })}${calendarLink(context, { community: record })}`,
      main: html`<div class="opening opening-small"><div>${pageHead(context, name, joined(counts, html` <i>·</i> `), [step])}
${asOfLine(context)}${factList(context)}</div>${communityMap(record, context, fill(t.community.mapAlt, { name }))}</div>
<div class="two">${news(context, items)}${meetings(context)}</div>
${papers(context, items)}${coverage(context)}${municipalities(context)}${sources(context)}`,
    };
  },
});
