import type { Meeting } from '../../normalizer/index.ts';
import { hasDay, meetingEvent } from '../_includes/meeting-event.ts';
import { writeCalendar } from '../calendar.ts';
import { defineFile } from '../page.ts';
import { absoluteAddress, paths } from '../paths.ts';

/** A calendar of one meeting, for those who want that one only. */
export default defineFile<Meeting>('meeting-calendar', {
  entries: (overview, lang) =>
    overview.meetings.filter(hasDay).map((meeting) => ({
      path: paths.meetingCalendar(lang, meeting.id),
      key: `calendar of ${meeting.id}`,
      record: meeting,
    })),
  write: (context) => {
    const { record, lang } = context;
    const head = {
      name: record.title,
      language: lang,
      source: absoluteAddress(context, context.path),
      page: absoluteAddress(context, paths.meeting(lang, record.id)),
    };
    return writeCalendar(head, [meetingEvent(record, context)]);
  },
});
