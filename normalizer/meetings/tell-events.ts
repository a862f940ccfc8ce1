/** Reads meetings from schema.org events in JSON-LD. */
import { osloDay } from '../dates/calendar.ts';
import type { MeetingMode } from '../model.ts';
import { type Draft, quoteOf } from './draft.ts';
import { labelledPlace } from './place.ts';
import { type Scene, soleBody } from './scene.ts';

const STATUS: Record<string, Draft['status']> = {
  EventCancelled: 'cancelled',
  EventPostponed: 'postponed',
  EventRescheduled: 'planned',
  EventMovedOnline: 'planned',
};
const MODE: Record<string, MeetingMode> = {
  OfflineEventAttendanceMode: 'physical',
  OnlineEventAttendanceMode: 'online',
  MixedEventAttendanceMode: 'hybrid',
};

/** All events whose name, or else the page's title, names a body. */
export function tellEvents(scene: Scene): Draft[] {
  return scene.page.head.jsonLd.flatMap((event) => (isEvent(event) ? (tellEvent(event, scene) ?? []) : []));
}

function isEvent(object: Record<string, unknown>): boolean {
  const type = object['@type'];
  return [type].flat().some((name) => typeof name === 'string' && /Event$/u.test(name));
}

function tellEvent(event: Record<string, unknown>, scene: Scene): Draft | undefined {
  const name = text(event.name);
  const hit = soleBody(name, scene) ?? (name === '' || name === scene.title ? scene.subject : undefined);
  const start = moment(event.startDate);
  if (!hit?.body || !start) return undefined;
  const end = moment(event.endDate);
  const status = STATUS[lastPart(event.eventStatus)];
  const moved = osloDay(text([event.previousStartDate].flat()[0]));
  const place = placeOf(event);
  return {
    body: hit.body,
    localName: hit.name,
    ...(hit.area ? { area: hit.area } : {}),
    ...(name ? { title: name } : {}),
    start: start.value,
    ...(end && end.value > start.value && end.precision === start.precision ? { end: end.value } : {}),
    precision: start.precision,
    day: start.value.slice(0, 10),
    ...(place ? { place } : {}),
    ...(status ? { status } : {}),
    ...(moved && moved !== start.value.slice(0, 10) ? { movedFrom: moved } : {}),
    documents: [],
    quote: quoteOf(`${name} ${text(event.startDate)}`.trim(), 0),
    confidence: 0.9,
    at: -1,
  };
}

/** A day, or a moment in Europe/Oslo. A moment without zone is taken as printed. */
function moment(value: unknown): { value: string; precision: 'day' | 'minute' } | undefined {
  const iso = text(value);
  const day = osloDay(iso);
  if (!day) return undefined;
  const clock = /T(\d{2}):?(\d{2})/u.exec(iso);
  if (!clock) return { value: day, precision: 'day' };
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/u.test(iso.trim());
  const time = zoned ? osloTime(iso) : `${clock[1]}:${clock[2]}`;
  return time && time !== '00:00' ? { value: `${day}T${time}`, precision: 'minute' } : { value: day, precision: 'day' };
}

const oslo = new Intl.DateTimeFormat('nb-NO', {
  timeZone: 'Europe/Oslo',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function osloTime(iso: string): string | undefined {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? undefined : oslo.format(at).replace('.', ':');
}

function placeOf(event: Record<string, unknown>): Draft['place'] {
  const mode = MODE[lastPart(event.eventAttendanceMode)] ?? 'unknown';
  const locations = [event.location].flat().filter((each) => typeof each === 'object' || typeof each === 'string');
  const names = locations.flatMap((each) =>
    typeof each === 'string' ? [each] : [text((each as Record<string, unknown> | null)?.name)],
  );
  const name = names.find((each) => each !== '') ?? null;
  if (name === null) return mode === 'unknown' ? undefined : { text: name, mode, weight: 4 };
  if (mode !== 'unknown') return { text: name, mode, weight: 4 };
  // Nothing said of how: as the name tells, and what the page prints under «Sted» may say more.
  return { ...(labelledPlace(name) ?? { text: name, mode }), weight: 3.4 };
}

function lastPart(value: unknown): string {
  return text(value).replace(/^.*[/#]/u, '');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
