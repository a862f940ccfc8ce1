/** What a calendar holds, in words. */
import type { Meeting, PublishedCommunity } from '../../normalizer/index.ts';
import type { Context } from '../page.ts';
import { fill } from '../words.ts';

/** What a calendar is of: everything, one community, or one kind of body. */
export type CalendarOf = { community?: PublishedCommunity; body?: Meeting['body'] };

/** "Møter i Helsefellesskapet Vest-Viken", "Møter: strategisk samarbeidsutvalg" */
export function calendarName({ community, body }: CalendarOf, { lang, t }: Pick<Context, 'lang' | 't'>): string {
  if (community) return fill(t.meeting.ofCommunity, { name: community.name[lang] });
  return body === undefined ? t.feed.allMeetings : fill(t.meeting.ofBody, { body: t.bodies[body].toLowerCase() });
}
