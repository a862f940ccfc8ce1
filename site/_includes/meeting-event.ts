/** A meeting as an event in a calendar. */
import type { Meeting } from '../../normalizer/index.ts';
import type { Withdrawn } from '../_data/history.ts';
import { calendarAddress, calendarText, nextDay, type Property, utcMoment, whenProperty } from '../calendar.ts';
import { languageTag } from '../filters/language-tag.ts';
import { outwardAddress } from '../outward-link.ts';
import type { Context } from '../page.ts';
import { absoluteAddress, paths } from '../paths.ts';
import { meetingLanguage, placeWords } from './meeting-list.ts';

const statuses = { planned: 'CONFIRMED', held: 'CONFIRMED', cancelled: 'CANCELLED', postponed: 'TENTATIVE' } as const;

/** When a meeting is. */
type When = Pick<Meeting, 'start' | 'end' | 'precision'>;

/** Whether a meeting can stand in a calendar: one of which only the month is known can't. */
export function hasDay({ precision, start, end }: When): boolean {
  return precision !== 'month' && [start, end ?? start].every((day) => !Number.isNaN(Date.parse(day.slice(0, 10))));
}

/** When: with times only where both ends have them, else whole days, of which a calendar names the day after the last. */
function times({ start, end, precision }: When): Property[] {
  const timed = precision === 'minute' && start.includes('T') && (end === null || end.includes('T'));
  if (timed)
    return [whenProperty('DTSTART', start), ...(end !== null && end > start ? [whenProperty('DTEND', end)] : [])];
  const first = start.slice(0, 10);
  const last = end !== null && end.slice(0, 10) > first ? end.slice(0, 10) : first;
  return [
    whenProperty('DTSTART', first),
    whenProperty('DTEND', nextDay(last)),
    { name: 'TRANSP', value: 'TRANSPARENT' },
  ];
}

/** When what is said of the meeting last changed: never the moment of building. */
function stamp(meeting: Meeting, { overview }: Context): string {
  const told = meeting.items.flatMap((id) => overview.item(id)?.lastChanged ?? []).sort();
  return utcMoment(meeting.lastChanged ?? told.at(-1) ?? '1970-01-01T00:00:00Z');
}

function sourceAddress(meeting: Meeting, { overview }: Context): string | undefined {
  const items = meeting.items.flatMap((id) => overview.item(id) ?? []);
  const page = items.find(({ format }) => format === 'html') ?? items[0];
  return page && outwardAddress(page.url)?.href;
}

const text = (name: string, words: string, language?: string): Property => ({
  name,
  ...(language === 'nb' || language === 'nn' ? { parameters: { LANGUAGE: language } } : {}),
  value: calendarText(words),
});

function summary(meeting: Meeting, context: Context): Property {
  const { overview, lang, t } = context;
  const community = overview.community(meeting.community)?.name[lang] ?? meeting.community;
  const label =
    meeting.status === 'cancelled' || meeting.status === 'postponed' ? `${t.statuses[meeting.status]}: ` : '';
  return text('SUMMARY', `${label}${meeting.title}, ${community}`, languageTag(meetingLanguage(meeting, context)));
}

function description(meeting: Meeting, context: Context): string {
  const { lang, t } = context;
  const own = absoluteAddress(context, paths.meeting(lang, meeting.id));
  const noTime = meeting.precision === 'day' ? `${t.meeting.noTime}.` : '';
  return [t.bodies[meeting.body], noTime, `${t.feed.moreAt} ${own}`, t.site.unofficial].filter(Boolean).join('\n');
}

const uid = (id: string): Property => text('UID', `${id}@samla`);

/** The event's properties. The UID stays for ever: it is made of the meeting's id alone, in both languages alike. */
export function meetingEvent(meeting: Meeting, context: Context): Property[] {
  const { lang, t, overview } = context;
  const moment = stamp(meeting, context);
  const place = placeWords(meeting, context);
  const own = absoluteAddress(context, paths.meeting(lang, meeting.id));
  return [
    uid(meeting.id),
    { name: 'DTSTAMP', value: moment },
    { name: 'LAST-MODIFIED', value: moment },
    { name: 'SEQUENCE', value: String(Math.max(meeting.sequence ?? 0, overview.history.sequenceAfter(meeting.id))) },
    ...times(meeting),
    { name: 'STATUS', value: statuses[meeting.status] },
    summary(meeting, context),
    ...(place === undefined ? [] : [text('LOCATION', place)]),
    text('DESCRIPTION', description(meeting, context), lang),
    text('CATEGORIES', t.bodies[meeting.body]),
    { name: 'URL', value: calendarAddress(sourceAddress(meeting, context) ?? own) },
  ];
}

/**
 * A meeting that no source tells of any more, as calendars need it to take it out (STANDARDS A7.5). Its words say what is known: that
 * it isn't told of any more, not that somebody cancelled it.
 */
export function withdrawnEvent({ id, at, last }: Withdrawn, context: Context): Property[] {
  const { lang, t, overview } = context;
  const moment = utcMoment(at);
  const community = overview.community(last.community)?.name[lang] ?? last.community;
  const name = last.localName || t.bodies[last.body];
  return [
    uid(id),
    { name: 'DTSTAMP', value: moment },
    { name: 'LAST-MODIFIED', value: moment },
    { name: 'SEQUENCE', value: String(last.sequence) },
    ...times(last),
    { name: 'STATUS', value: 'CANCELLED' },
    text('SUMMARY', `${t.feed.noLonger}: ${name}, ${community}`, lang),
    text('DESCRIPTION', `${t.feed.noLongerMore}\n${t.site.unofficial}`, lang),
    text('CATEGORIES', t.bodies[last.body]),
    { name: 'URL', value: calendarAddress(absoluteAddress(context, paths.meetingsOf(lang, last.community))) },
  ];
}
