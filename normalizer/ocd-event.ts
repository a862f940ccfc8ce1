/** Meetings as Open Civic Data events, for programs that read the meetings of many countries (STANDARDS A10). */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Meeting, MeetingSchema } from './model.ts';

const link = z.strictObject({
  url: z.string().describe('Where it lies'),
  media_type: z.string().describe('The media type, where it is known; else empty'),
});

/** An Open Civic Data event; what has no place in it stands in `extras` as our model has it. */
export const OcdEventSchema = z
  .strictObject({
    id: z.string().describe('ocd-event/ and a UUID made of the meeting’s id'),
    name: z.string().describe('What the meeting is called'),
    description: z.string().describe('Always empty: the pages say it in their own words'),
    classification: z.string().describe('Which kind of body meets'),
    status: z
      .enum(['cancelled', 'tentative', 'confirmed', 'passed'])
      .describe('tentative: the day is not known, or it was put off; passed: a page says that it was held'),
    start_time: z
      .string()
      .describe('With the offset of Europe/Oslo where the time is known; else the day or the month'),
    end_time: z.string().nullable().describe('The last day, or when it ends'),
    timezone: z.literal('Europe/Oslo').describe('The time zone of all times'),
    all_day: z.boolean().describe('Whether no time of the day is known'),
    location: z
      .strictObject({
        name: z.string().describe('The place in the page’s words'),
        url: z.string().describe('Always empty'),
        coordinates: z.null().describe('Never known'),
      })
      .nullable()
      .describe('Where it is held, when that is said'),
    links: z
      .array(z.strictObject({ note: z.string().describe('What it is'), url: z.string().describe('Where it lies') }))
      .describe('Always empty: pages stand in extras.items'),
    documents: z
      .array(
        z.strictObject({
          note: z.string().describe('The words of the link that leads to it'),
          date: z.string().describe('Always empty'),
          links: z.array(link).describe('The paper itself'),
        }),
      )
      .describe('Its papers'),
    media: z.array(z.never()).describe('Always empty'),
    sources: z
      .array(z.strictObject({ url: z.string().describe('An address'), note: z.string().describe('The item’s id') }))
      .describe('The pages that tell of it'),
    participants: z
      .array(
        z.strictObject({
          name: z.string().describe('The id of the community'),
          entity_type: z.literal('organization').describe('What it is'),
        }),
      )
      .describe('Who meets'),
    updated_at: z.string().nullable().describe('When what is said of it was last changed'),
    extras: z.record(z.string(), z.unknown()).describe('The rest of the meeting, field by field as in meetings.json'),
  })
  .meta({ title: 'OcdEvent', description: 'A meeting as Open Civic Data has it' });

export type OcdEvent = z.infer<typeof OcdEventSchema>;

/** The addresses of items by id, for the events' sources. */
export type Addresses = ReadonlyMap<string, string>;

/** A meeting as an event. Nothing is lost: {@link fromOcdEvent} gives the meeting back. */
export function toOcdEvent(meeting: Meeting, addresses: Addresses): OcdEvent {
  const { title, body, start, end, place, documents, community, lastChanged, ...rest } = meeting;
  return {
    id: `ocd-event/${uuidOf(meeting.id)}`,
    name: title,
    description: '',
    classification: body,
    status: statusOf(meeting),
    start_time: withOffset(start),
    end_time: end === null ? null : withOffset(end),
    timezone: 'Europe/Oslo',
    all_day: !start.includes('T'),
    location: place === null || place.text === null ? null : { name: place.text, url: '', coordinates: null },
    links: [],
    documents: documents.map(({ url, title: note }) => ({ note, date: '', links: [{ url, media_type: '' }] })),
    media: [],
    sources: meeting.items.flatMap((id) => {
      const url = addresses.get(id);
      return url === undefined ? [] : [{ url, note: id }];
    }),
    participants: [{ name: community, entity_type: 'organization' }],
    updated_at: lastChanged ?? null,
    extras: { ...rest, mode: place?.mode ?? null, roles: documents.map(({ role }) => role) },
  };
}

/** The meeting that an event of ours was made of. Throws when it was made of none. */
export function fromOcdEvent(event: OcdEvent): Meeting {
  const { mode, roles, ...rest } = event.extras;
  const role = (at: number): unknown => (Array.isArray(roles) ? roles[at] : undefined);
  return MeetingSchema.parse({
    ...rest,
    title: event.name,
    body: event.classification,
    start: withoutOffset(event.start_time),
    end: event.end_time === null ? null : withoutOffset(event.end_time),
    place: mode === null ? null : { text: event.location?.name ?? null, mode },
    documents: event.documents.map(({ note, links }, at) => ({ url: links[0]?.url, title: note, role: role(at) })),
    community: event.participants[0]?.name,
    ...(event.updated_at !== null && { lastChanged: event.updated_at }),
  });
}

function statusOf({ status, precision }: Meeting): OcdEvent['status'] {
  if (status === 'cancelled') return 'cancelled';
  if (status === 'held') return 'passed';
  return status === 'postponed' || precision === 'month' ? 'tentative' : 'confirmed';
}

/** A version 8 UUID (RFC 9562) of SHA-256: the same for the same meeting wherever it is made. */
function uuidOf(id: string): string {
  const bytes = createHash('sha256').update(`samla-meeting:${id}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const OSLO = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', timeZoneName: 'longOffset' });

/** `2026-03-05T10:00` -> `2026-03-05T10:00:00+01:00`; days and months stay. */
function withOffset(time: string): string {
  if (!time.includes('T')) return time;
  // An hour off around the clock change is as near as a local time can be told there.
  const name = OSLO.formatToParts(new Date(`${time}:00+01:00`)).find(({ type }) => type === 'timeZoneName')?.value;
  return `${time}:00${name?.replace('GMT', '') || '+01:00'}`;
}

function withoutOffset(time: string): string {
  return time.slice(0, time.includes('T') ? 16 : 10);
}
