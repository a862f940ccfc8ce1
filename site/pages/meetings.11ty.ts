import type { Meeting, PublishedCommunity } from '../../normalizer/index.ts';
import type { Overview } from '../_data/overview.ts';
import { agenda } from '../_includes/meeting-list.ts';
import { filter, pageHead } from '../_includes/parts.ts';
import type { Lang } from '../filters/dates.ts';
import { type Html, html } from '../html.ts';
import { type Context, definePage, type Entry } from '../page.ts';
import { paths } from '../paths.ts';
import { fill } from '../words.ts';

type Body = Meeting['body'];

/** What a list of meetings is of. */
type About = { year: string } | { community: PublishedCommunity } | { body: Body } | { upcoming: true };

interface MeetingPage {
  about: About;
  meetings: readonly Meeting[];
}

type Here = Context<MeetingPage>;

const yearOf = ({ start }: Meeting): string => start.slice(0, 4);
const yearsOf = (overview: Overview): string[] => [...new Set(overview.meetings.map(yearOf))].sort().reverse();
const bodiesOf = (overview: Overview): Body[] => [...new Set(overview.meetings.map(({ body }) => body))].sort();

function* entries(overview: Overview, lang: Lang): Iterable<Entry<MeetingPage>> {
  const entry = (path: string, key: string, about: About, meetings: readonly Meeting[]): Entry<MeetingPage> => ({
    path,
    key: `meetings ${key}`,
    record: { about, meetings },
  });
  yield entry(paths.meetings(lang), 'upcoming', { upcoming: true }, overview.meetings);
  for (const year of yearsOf(overview)) {
    const those = overview.meetings.filter((meeting) => yearOf(meeting) === year);
    yield entry(paths.meetingsIn(lang, year), year, { year }, those);
  }
  for (const community of overview.communities) {
    yield entry(paths.meetingsOf(lang, community.id), community.id, { community }, overview.meetingsOf(community.id));
  }
  for (const body of bodiesOf(overview)) {
    const those = overview.meetings.filter((meeting) => meeting.body === body);
    yield entry(paths.meetingsOfBody(lang, body), `body ${body}`, { body }, those);
  }
}

function filters(context: Here): Html {
  const { overview, t, lang } = context;
  const years = yearsOf(overview).map((year) => ({ text: year, path: paths.meetingsIn(lang, year) }));
  const bodies = bodiesOf(overview).map((body) => ({ text: t.bodies[body], path: paths.meetingsOfBody(lang, body) }));
  const communities = overview.communities.map(({ id, name }) => ({
    text: name[lang],
    path: paths.meetingsOf(lang, id),
    count: overview.meetingsOf(id).length,
  }));
  return html`<div class="filters">${filter(context, t.list.byYear, years)}${filter(context, t.list.byBody, bodies)}${filter(context, t.list.byCommunity, communities)}</div>`;
}

function heading({ record, t, lang }: Here): string {
  const { about } = record;
  if ('year' in about) return fill(t.meeting.inYear, { year: about.year });
  if ('community' in about) return fill(t.meeting.ofCommunity, { name: about.community.name[lang] });
  return 'body' in about ? fill(t.meeting.ofBody, { body: t.bodies[about.body].toLowerCase() }) : t.meeting.title;
}

const recent = 20;

// A year is read from January on; the others from today: what comes first, then what was, the latest first.
function lists(context: Here): Html {
  const { record, overview, t } = context;
  const { about, meetings } = record;
  const options = { oneCommunity: 'community' in about };
  if ('year' in about) return html`${agenda(meetings, context, options)}`;
  const upcoming = meetings.filter((meeting) => overview.isUpcoming(meeting));
  const past = meetings.filter((meeting) => !overview.isUpcoming(meeting)).reverse();
  const shown = 'upcoming' in about ? past.slice(0, recent) : past;
  return html`<section><h2 class="part">${t.meeting.upcoming}</h2>
${agenda(upcoming, context, { ...options, empty: t.meeting.upcomingEmpty })}</section>
<section><h2 class="part">${t.meeting.past}</h2>
${agenda(shown, context, { ...options, empty: t.meeting.pastEmpty })}</section>`;
}

/** Meetings as agendas by month: what comes, each year, each community, each body. */
export default definePage<MeetingPage>('meetings', {
  menu: { place: 'main', order: 20, label: 'meetings', path: paths.meetings },
  entries,
  render: (context) => {
    const { record, t, lang } = context;
    const title = heading(context);
    const isFirst = 'upcoming' in record.about;
    const steps = isFirst ? [] : [{ text: t.meeting.title, path: paths.meetings(lang) }];
    return {
      title,
      description: `${title}. ${t.meeting.lead}`,
      main: html`${pageHead(context, title, isFirst ? t.meeting.lead : undefined, steps)}<div class="with-filter"><div>
${lists(context)}
<p class="note">${t.meeting.calendarNote}</p></div>
${filters(context)}</div>`,
    };
  },
});
