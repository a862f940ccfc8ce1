import type { Meeting } from '../../normalizer/index.ts';
import { BODIES } from '../../scraper/index.ts';
import type { Withdrawn } from '../_data/history.ts';
import { type CalendarOf, calendarName } from '../_includes/calendar-name.ts';
import { hasDay, meetingEvent, withdrawnEvent } from '../_includes/meeting-event.ts';
import { writeCalendar } from '../calendar.ts';
import { type Context, defineFile } from '../page.ts';
import { absoluteAddress, paths } from '../paths.ts';

type Here = Context<CalendarOf>;

// From the beginning of the year before last: more than the twelve months that subscribers must be able to count on.
function firstDay(today: string): string {
  return `${Number(today.slice(0, 4)) - 2}-01-01`;
}

function meetingsIn({ overview, record: { community, body } }: Here): Meeting[] {
  const all = community ? overview.meetingsOf(community.id) : overview.meetings;
  const from = firstDay(overview.today);
  return all.filter(
    (meeting) => (body === undefined || meeting.body === body) && meeting.start >= from && hasDay(meeting),
  );
}

function withdrawnIn({ overview, record: { community, body } }: Here): Withdrawn[] {
  const from = firstDay(overview.today);
  return overview.history
    .withdrawn((id) => overview.meeting(id) !== undefined)
    .filter(
      ({ last }) =>
        (community === undefined || last.community === community.id) &&
        (body === undefined || last.body === body) &&
        last.start >= from &&
        hasDay(last),
    );
}

function page({ lang, record: { community, body }, overview }: Here): string {
  if (community) return paths.meetingsOf(lang, community.id);
  const isShown = body !== undefined && overview.meetings.some((meeting) => meeting.body === body);
  return isShown ? paths.meetingsOfBody(lang, body) : paths.meetings(lang);
}

/** Calendars (iCalendar) of all meetings, of each community and of each kind of body; they are there even while empty. */
export default defineFile<CalendarOf>('calendar', {
  entries: (overview, lang) => [
    { path: paths.calendar(lang), key: 'calendar', record: {} },
    ...overview.communities.map((community) => ({
      path: paths.calendar(lang, { community: community.id }),
      key: `calendar ${community.id}`,
      record: { community },
    })),
    ...BODIES.map((body) => ({
      path: paths.calendar(lang, { body }),
      key: `calendar body ${body}`,
      record: { body },
    })),
  ],
  write: (context) => {
    const { overview, lang, record } = context;
    const head = {
      name: `${overview.settings.title[lang]}: ${calendarName(record, context)}`,
      language: lang,
      source: absoluteAddress(context, context.path),
      page: absoluteAddress(context, page(context)),
    };
    return writeCalendar(head, [
      ...meetingsIn(context).map((meeting) => meetingEvent(meeting, context)),
      ...withdrawnIn(context).map((meeting) => withdrawnEvent(meeting, context)),
    ]);
  },
});
