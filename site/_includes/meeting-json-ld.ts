/** schema.org for a meeting (STANDARDS A6.1). */
import type { Meeting } from '../../normalizer/index.ts';
import { withOsloOffset } from '../filters/dates.ts';
import { jsonLd } from '../filters/json-ld.ts';
import { languageTag } from '../filters/language-tag.ts';
import { type Html, html } from '../html.ts';
import type { Context } from '../page.ts';
import { absoluteAddress, paths } from '../paths.ts';
import { meetingLanguage } from './meeting-list.ts';

const attendance = {
  physical: 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  hybrid: 'MixedEventAttendanceMode',
};

function statusOf({ status, movedFrom }: Meeting): object {
  if (status === 'cancelled') return { eventStatus: 'https://schema.org/EventCancelled' };
  if (status === 'postponed') return { eventStatus: 'https://schema.org/EventPostponed' };
  if (movedFrom === null) return { eventStatus: 'https://schema.org/EventScheduled' };
  return { eventStatus: 'https://schema.org/EventRescheduled', previousStartDate: movedFrom };
}

/** An `Event`; nothing where the day or the place is unknown, since neither may be invented. */
export function meetingJsonLd(context: Context<Meeting>): Html {
  const { record, overview, lang, path } = context;
  const { place } = record;
  if (record.precision === 'month' || !place?.text) return html``;
  const community = overview.community(record.community);
  const url = absoluteAddress(context, path);
  const value = {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: record.title,
    startDate: withOsloOffset(record.start),
    ...(record.end && { endDate: withOsloOffset(record.end) }),
    location: { '@type': 'Place', name: place.text },
    ...(place.mode !== 'unknown' && { eventAttendanceMode: `https://schema.org/${attendance[place.mode]}` }),
    ...statusOf(record),
    organizer: {
      '@type': 'GovernmentOrganization',
      name: community?.name[lang] ?? record.community,
      url: absoluteAddress(context, paths.community(lang, record.community)),
    },
    inLanguage: languageTag(meetingLanguage(record, context)),
    url,
  };
  return html`${jsonLd(value)}\n`;
}
