import { type Meeting, MeetingSchema } from '../model.ts';
import { defineTable } from './table.ts';

/** Meetings: one row each. The words that they were read from stand in databases and in `meetings.ndjson`. */
export const meetings = defineTable<Meeting>({
  name: 'meetings',
  schema: MeetingSchema,
  key: ['id'],
  refersTo: { community: 'communities' },
  columns: [
    { name: 'id' },
    { name: 'community' },
    { name: 'body' },
    { name: 'localName' },
    { name: 'title' },
    { name: 'start' },
    { name: 'end' },
    { name: 'precision' },
    {
      name: 'day',
      type: 'date',
      field: 'end',
      description: 'The first day, as a date; empty when only the month is known',
      cell: ({ start, precision }) => (precision === 'month' ? null : start.slice(0, 10)),
    },
    { name: 'place', type: 'string', field: 'place.text' },
    { name: 'mode', field: 'place.mode' },
    { name: 'participants', field: 'participants.count' },
    { name: 'participantsApproximate', field: 'participants.approximate' },
    { name: 'status' },
    { name: 'movedFrom' },
    { name: 'items' },
    {
      name: 'documentCount',
      type: 'integer',
      field: 'documents',
      description: 'How many papers it has',
      cell: ({ documents }) => documents.length,
    },
    {
      name: 'hasMinutes',
      type: 'boolean',
      field: 'documents',
      description: 'Whether one of its papers is its minutes',
      cell: ({ documents }) => documents.some(({ role }) => role === 'minutes'),
    },
    { name: 'documents', type: 'json', cell: ({ documents }) => JSON.stringify(documents), onlyInDatabases: true },
    { name: 'evidence', type: 'json', cell: ({ evidence }) => JSON.stringify(evidence), onlyInDatabases: true },
    { name: 'confidence' },
    { name: 'sequence' },
    { name: 'lastChanged', type: 'datetime' },
  ],
  records: (records) => records.meetings,
});
