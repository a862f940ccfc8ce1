/** Writes iCalendar (RFC 5545, RFC 7986). What stands in it is given; scraped text can't leave its property. */

/** One property; the text is written as it is given, so escape it first with {@link calendarText}. */
export interface Property {
  name: string;
  /** Written as `;NAME=value`; values of ours only. */
  parameters?: Readonly<Record<string, string>>;
  value: string;
}

/** A day (`YYYY-MM-DD`) or a local time in Europe/Oslo (`YYYY-MM-DDTHH:MM`). */
export type LocalMoment = string;

/** What a calendar says about itself. */
export interface CalendarHead {
  name: string;
  /** BCP 47 */
  language: string;
  /** Where the calendar itself lies. */
  source: string;
  /** The page that shows the same. */
  page: string;
}

const productId = '-//Samla//Helsefellesskap//NO';
const widest = 75;

// Rules in force since 1996 (EU directive 2000/84).
const oslo = `BEGIN:VTIMEZONE
TZID:Europe/Oslo
X-LIC-LOCATION:Europe/Oslo
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`.split('\n');

// Controls, lone surrogates and everything that changes how the rest is read; line breaks are dealt with before.
const unseen = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\p{Cs}]/gu;

/** A text as a TEXT value: signs escaped, line breaks as `\n`, no other control characters (STANDARDS A7.7). */
export function calendarText(text: string): string {
  return text
    .replace(/\r\n?|[\n\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => line.replace(unseen, '').replace(/[\\;,]/g, '\\$&'))
    .join('\\n');
}

/** An address as a URI value: nothing in it can end the line. */
export function calendarAddress(url: string): string {
  return new URL(url).href.replace(unseen, '');
}

/** One content line, cut into pieces of 75 octets at most, never inside a character; without the last line break. */
export function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let size = 0;
  for (const sign of line) {
    const octets = Buffer.byteLength(sign);
    if (size + octets > widest) {
      pieces.push(piece);
      // The space that begins the next piece counts too.
      piece = '';
      size = 1;
    }
    piece += sign;
    size += octets;
  }
  return [...pieces, piece].join('\r\n ');
}

const digits = (moment: string): string => moment.replace(/[-:]/g, '');

/** `DTSTART` or `DTEND`: a day as a date, a time with its zone. */
export function whenProperty(name: 'DTSTART' | 'DTEND', moment: LocalMoment): Property {
  if (!moment.includes('T')) return { name, parameters: { VALUE: 'DATE' }, value: digits(moment) };
  return { name, parameters: { TZID: 'Europe/Oslo' }, value: `${digits(moment)}00` };
}

/** A moment (ISO 8601, UTC) as RFC 5545 writes it: `20261120T041200Z`. */
export function utcMoment(moment: string): string {
  return `${digits(new Date(moment).toISOString().slice(0, 19))}Z`;
}

/** The day after a day. */
export function nextDay(day: string): string {
  return new Date(Date.parse(day.slice(0, 10)) + 86_400_000).toISOString().slice(0, 10);
}

function written({ name, parameters = {}, value }: Property): string {
  const more = Object.entries(parameters).map(([key, word]) => `;${key}=${word}`);
  return folded(`${name}${more.join('')}:${value}`);
}

function headProperties({ name, language, source, page }: CalendarHead): Property[] {
  return [
    { name: 'VERSION', value: '2.0' },
    { name: 'PRODID', value: productId },
    { name: 'CALSCALE', value: 'GREGORIAN' },
    { name: 'NAME', parameters: { LANGUAGE: language }, value: calendarText(name) },
    { name: 'X-WR-CALNAME', value: calendarText(name) },
    { name: 'X-WR-TIMEZONE', value: 'Europe/Oslo' },
    { name: 'REFRESH-INTERVAL', parameters: { VALUE: 'DURATION' }, value: 'PT12H' },
    { name: 'X-PUBLISHED-TTL', value: 'PT12H' },
    { name: 'SOURCE', parameters: { VALUE: 'URI' }, value: calendarAddress(source) },
    { name: 'URL', value: calendarAddress(page) },
  ];
}

/** A whole calendar: its head, the time zone of Norway and one event for each list of properties. CRLF at every line's end. */
export function writeCalendar(head: CalendarHead, events: Iterable<readonly Property[]>): string {
  const lines = ['BEGIN:VCALENDAR', ...headProperties(head).map(written), ...oslo];
  for (const event of events) lines.push('BEGIN:VEVENT', ...event.map(written), 'END:VEVENT');
  return `${[...lines, 'END:VCALENDAR'].join('\r\n')}\r\n`;
}
