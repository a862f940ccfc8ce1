import type { Meeting, PublishedCommunity } from '../../normalizer/index.ts';
import type { Overview } from '../_data/overview.ts';
import type { CalendarOf } from '../_includes/calendar-name.ts';
import { calendarLink } from '../_includes/discovery.ts';
import { agenda, type ShownStatus, shownStatus, shownStatuses } from '../_includes/meeting-list.ts';
import { type ListPage, pagesOf, perPage } from '../_includes/pages-of.ts';
import { filter, numberedTitle, pageHead, pager, withFilters } from '../_includes/parts.ts';
import type { Lang } from '../filters/dates.ts';
import { shortName } from '../filters/short-name.ts';
import { type Html, html } from '../html.ts';
import { type Context, definePage, type Entry } from '../page.ts';
import { paths } from '../paths.ts';
import { fill } from '../words.ts';

type Body = Meeting['body'];

/** What a list of meetings is of. */
type About =
  | { year: string }
  | { community: PublishedCommunity }
  | { body: Body }
  | { status: ShownStatus }
  | { upcoming: true };

type MeetingPage = ListPage<Meeting, About>;
type Here = Context<MeetingPage>;

const yearOf = ({ start }: Meeting): string => start.slice(0, 4);
const yearsOf = (overview: Overview): string[] => [...new Set(overview.meetings.map(yearOf))].sort().reverse();
const bodiesOf = (overview: Overview): Body[] => [...new Set(overview.meetings.map(({ body }) => body))].sort();

const withStatus = (overview: Overview, status: ShownStatus): Meeting[] =>
  overview.meetings.filter((meeting) => shownStatus(meeting, { overview }) === status);
const statusesOf = (overview: Overview): ShownStatus[] =>
  shownStatuses.filter((status) => withStatus(overview, status).length > 0);

const recent = 20;

// What comes first, then what was, the latest first.
function fromToday(overview: Overview, meetings: readonly Meeting[], past = meetings.length): Meeting[] {
  const held = meetings.filter((meeting) => !overview.isUpcoming(meeting)).reverse();
  return [...meetings.filter((meeting) => overview.isUpcoming(meeting)), ...held.slice(0, past)];
}

function* entries(overview: Overview, lang: Lang): Iterable<Entry<MeetingPage>> {
  const { meetings } = overview;
  const list = (path: string, key: string, about: About, records: readonly Meeting[]): Entry<MeetingPage>[] =>
    pagesOf(path, `meetings ${key}`, { records, about, size: perPage.meetings });
  yield* list(paths.meetings(lang), 'upcoming', { upcoming: true }, fromToday(overview, meetings, recent));
  for (const year of yearsOf(overview)) {
    const those = meetings.filter((meeting) => yearOf(meeting) === year);
    yield* list(paths.meetingsIn(lang, year), year, { year }, those);
  }
  for (const community of overview.communities) {
    const those = fromToday(overview, overview.meetingsOf(community.id));
    yield* list(paths.meetingsOf(lang, community.id), community.id, { community }, those);
  }
  for (const body of bodiesOf(overview)) {
    const those = meetings.filter((meeting) => meeting.body === body);
    yield* list(paths.meetingsOfBody(lang, body), `body ${body}`, { body }, fromToday(overview, those));
  }
  for (const status of statusesOf(overview)) {
    const those = fromToday(overview, withStatus(overview, status));
    yield* list(paths.meetingsWithStatus(lang, status), `status ${status}`, { status }, those);
  }
}

function filters(context: Here): Html {
  const { overview, t, lang, to } = context;
  const years = yearsOf(overview).map((year) => ({ text: year, path: paths.meetingsIn(lang, year) }));
  const bodies = bodiesOf(overview).map((body) => ({ text: t.bodies[body], path: paths.meetingsOfBody(lang, body) }));
  const statuses = statusesOf(overview).map((status) => ({
    text: t.statuses[status],
    path: paths.meetingsWithStatus(lang, status),
  }));
  const communities = overview.communities.map(({ id, name }) => ({
    text: shortName(name[lang], t.community.commonName),
    path: paths.meetingsOf(lang, id),
    count: overview.meetingsOf(id).length,
  }));
  return html`${filter(context, t.list.byYear, years)}${filter(context, t.list.byBody, bodies)}${filter(context, t.list.byStatus, statuses)}${filter(context, t.list.byCommunity, communities)}<p class="more"><a href="${to(paths.search(lang))}?kind=calendar">${t.list.several}</a></p>`;
}

function listName({ record, t, lang }: Here): string {
  const { about } = record;
  if ('year' in about) return fill(t.meeting.inYear, { year: about.year });
  if ('community' in about) return fill(t.meeting.ofCommunity, { name: about.community.name[lang] });
  if ('status' in about) return fill(t.meeting.ofStatus, { status: t.statuses[about.status].toLowerCase() });
  return 'body' in about ? fill(t.meeting.ofBody, { body: t.bodies[about.body].toLowerCase() }) : t.meeting.title;
}

// A year is read from January on, in one go; the other lists have two parts, of which later pages may hold one only.
function lists(context: Here): Html {
  const { record, overview, t } = context;
  const { about, records, number } = record;
  const options = { oneCommunity: 'community' in about };
  if ('year' in about) return html`${agenda(records, context, options)}`;
  const upcoming = records.filter((meeting) => overview.isUpcoming(meeting));
  const past = records.filter((meeting) => !overview.isUpcoming(meeting));
  const part = (name: string, meetings: readonly Meeting[], empty: string): Html | false =>
    (meetings.length > 0 || (number === 1 && !('status' in about))) &&
    html`<section><h2 class="part">${name}</h2>\n${agenda(meetings, context, { ...options, empty })}</section>\n`;
  return html`${part(t.meeting.upcoming, upcoming, t.meeting.upcomingEmpty)}${part(t.meeting.past, past, t.meeting.pastEmpty)}`;
}

// A year has no calendar of its own: it would stop when the year does.
function calendarOf(about: About): CalendarOf {
  if ('community' in about) return { community: about.community };
  return 'body' in about ? { body: about.body } : {};
}

function subscribe(context: Here): Html {
  const { t, lang, to, record } = context;
  const { community, body } = calendarOf(record.about);
  const path = paths.calendar(lang, { ...(community && { community: community.id }), ...(body && { body }) });
  return html`<p class="subscribe"><a href="${to(path)}">${t.feed.subscribeTo}</a> <a href="${to(paths.feeds(lang))}">${t.feed.allWays}</a></p>\n`;
}

/** Meetings as agendas by month: what comes, each year, each community, each body. */
export default definePage<MeetingPage>('meetings', {
  menu: { place: 'main', order: 20, label: 'meetings', path: paths.meetings },
  entries,
  render: (context) => {
    const { record, t, lang } = context;
    const title = numberedTitle(context, listName(context), record);
    const isFirst = 'upcoming' in record.about;
    const steps = isFirst ? [] : [{ text: t.meeting.title, path: paths.meetings(lang) }];
    const shown = html`${subscribe(context)}${lists(context)}
${pager(context, record.list, record.number, record.total)}
<p class="note">${t.meeting.calendarNote}</p>`;
    return {
      title,
      description: `${title}. ${t.meeting.lead}`,
      head: calendarLink(context, calendarOf(record.about)),
      main: html`${pageHead(context, title, isFirst ? t.meeting.lead : undefined, steps)}${withFilters(context, shown, filters(context))}`,
    };
  },
});
