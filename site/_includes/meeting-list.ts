/** Meetings as an agenda: grouped by month, the day large at the left, status in words. */
import type { Language, Meeting } from '../../normalizer/index.ts';
import { dateParts, longDate, shortMonthName, timeSpan, weekdayName } from '../filters/dates.ts';
import { langAttribute } from '../filters/language-tag.ts';
import { type Html, html, joined } from '../html.ts';
import type { Context } from '../page.ts';
import { paths } from '../paths.ts';
import { capital } from '../words.ts';

/** Options of {@link meetingList} and {@link agenda}. */
export interface MeetingListOptions {
  /** Leave the community out where the page is about one. */
  oneCommunity?: boolean;
  empty?: string;
}

/** The language that a meeting's title and local name are in: that of the items it was read from, when they agree. */
export function meetingLanguage(meeting: Meeting, { overview }: Context): Language {
  const languages = new Set(meeting.items.map((id) => overview.item(id)?.language ?? 'und'));
  const [only] = languages;
  return languages.size === 1 && only !== undefined ? only : 'und';
}

/** What a meeting's status is called on the day of the data. */
export type ShownStatus = Meeting['status'] | 'was-planned';

/** All of them, in the order in which they are offered. */
export const shownStatuses = [
  'planned',
  'held',
  'was-planned',
  'cancelled',
  'postponed',
] as const satisfies readonly ShownStatus[];

/** A source seldom says afterwards that a meeting was held: then it is known only that it was planned. Never stored. */
export function shownStatus(meeting: Meeting, { overview }: Pick<Context, 'overview'>): ShownStatus {
  return meeting.status === 'planned' && !overview.isUpcoming(meeting) ? 'was-planned' : meeting.status;
}

/** The status as a small label; planned and held need none in lists that are already divided by time. */
export function statusLabel(meeting: Meeting, context: Context): Html | undefined {
  const shown = shownStatus(meeting, context);
  if (shown === 'planned' || shown === 'held') return undefined;
  const words = shown === 'was-planned' ? context.t.meeting.notConfirmed : context.t.statuses[shown];
  return html`<span class="status status-${shown}">${words}</span>`;
}

/** Where a meeting takes place, in a few words; undefined when nothing is known. */
export function placeWords(meeting: Meeting, { t }: Context): string | undefined {
  const { place } = meeting;
  if (!place) return undefined;
  const mode = t.modes[place.mode];
  if (!place.text) return mode || undefined;
  return place.mode === 'hybrid' || place.mode === 'online' ? `${place.text} (${mode.toLowerCase()})` : place.text;
}

function dayBlock(meeting: Meeting, { lang }: Context): Html {
  const parts = dateParts(meeting.start);
  const month = parts ? shortMonthName(parts.month) : '';
  const day = parts?.day;
  const small = parts && day !== undefined ? weekdayName(parts, lang).slice(0, 3) : parts?.year;
  return html`<div class="day" aria-hidden="true"><b>${day ?? '·'}</b><span>${month}</span><small>${small}</small></div>`;
}

function meetingRow(meeting: Meeting, context: Context, options: MeetingListOptions): Html {
  const { lang, t, to, overview } = context;
  const name = overview.community(meeting.community)?.name[lang];
  const when = html`<time datetime="${meeting.start}">${timeSpan(meeting.start, meeting.end, lang)}</time>`;
  const what = joined([options.oneCommunity ? undefined : name, t.bodies[meeting.body]], html` <i>·</i> `);
  const where = joined([when, placeWords(meeting, context)], html` <i>·</i> `);
  const label = statusLabel(meeting, context);
  return html`<li class="meeting${meeting.status === 'cancelled' && ' is-cancelled'}">${dayBlock(meeting, context)}<div>
<p class="kicker">${what}</p>
<h3><a href="${to(paths.meeting(lang, meeting.id))}"${langAttribute(meetingLanguage(meeting, context), lang)}>${meeting.title}</a>${label && html` ${label}`}</h3>
<p class="host">${where}</p></div></li>\n`;
}

/** Meetings in the order given; a sentence instead where there are none. */
export function meetingList(meetings: readonly Meeting[], context: Context, options: MeetingListOptions = {}): Html {
  if (meetings.length === 0) return html`<p class="empty">${options.empty ?? context.t.list.empty}</p>`;
  return html`<ol class="meetings">\n${meetings.map((meeting) => meetingRow(meeting, context, options))}</ol>`;
}

const monthOf = (meeting: Meeting): string => meeting.start.slice(0, 7);

/** Meetings under a heading for each month, in the order given. */
export function agenda(meetings: readonly Meeting[], context: Context, options: MeetingListOptions = {}): Html {
  if (meetings.length === 0) return meetingList(meetings, context, options);
  const months = [...new Set(meetings.map(monthOf))];
  return html`${months.map((month) => {
    const those = meetings.filter((meeting) => monthOf(meeting) === month);
    return html`<section class="month"><h2 class="month-name">${capital(longDate(month))}</h2>\n${meetingList(those, context, options)}</section>\n`;
  })}`;
}
