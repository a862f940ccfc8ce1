/** Dates in words, in both written standards, without the machine's locale or time zone having a say. */

/** The two written standards that the site speaks. */
export type Lang = 'nb' | 'nn';

const weekdays = {
  nb: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'],
  nn: ['sundag', 'måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag'],
} as const;
const months = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];
const shortMonths = ['jan.', 'feb.', 'mars', 'apr.', 'mai', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'des.'];

/** The parts of `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; missing ones are undefined. */
export interface DateParts {
  year: number;
  /** 1–12 */
  month: number;
  day: number | undefined;
  /** HH.MM, as Norwegian writes it */
  clock: string | undefined;
}

/** The parts of a date or date-time as the model writes it; undefined when it is neither. */
export function dateParts(text: string): DateParts | undefined {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute] = match;
  return {
    year: Number(year),
    month: Number(month),
    day: day === undefined ? undefined : Number(day),
    clock: hour === undefined ? undefined : `${hour}.${minute}`,
  };
}

/** "fredag", "laurdag" …; of the Gregorian calendar. */
export function weekdayName(parts: DateParts, lang: Lang): string {
  const day = new Date(Date.UTC(parts.year, parts.month - 1, parts.day ?? 1)).getUTCDay();
  return weekdays[lang][day] ?? '';
}

/** "mars" */
export function monthName(month: number): string {
  return months[month - 1] ?? '';
}

/** "mars", "sep." */
export function shortMonthName(month: number): string {
  return shortMonths[month - 1] ?? '';
}

/** "17. mars 2023", or "mars 2023" where no day is known; the text itself when it is no date. */
export function longDate(text: string): string {
  const parts = dateParts(text);
  if (!parts) return text;
  const month = `${monthName(parts.month)} ${parts.year}`;
  return parts.day === undefined ? month : `${parts.day}. ${month}`;
}

/** "fredag 17. mars 2023", or "mars 2023" where no day is known. */
export function fullDate(text: string, lang: Lang): string {
  const parts = dateParts(text);
  return parts?.day === undefined ? longDate(text) : `${weekdayName(parts, lang)} ${longDate(text)}`;
}

function daySpan(start: DateParts, end: DateParts, lang: Lang): string {
  const last = `${end.day}. ${monthName(end.month)} ${end.year}`;
  if (start.year !== end.year) return `${start.day}. ${monthName(start.month)} ${start.year} – ${last}`;
  if (start.month !== end.month) return `${start.day}. ${monthName(start.month)} – ${last}`;
  return `${weekdayName(start, lang)} ${start.day}. – ${weekdayName(end, lang)} ${last}`;
}

/**
 * When something takes place: "fredag 17. mars 2023 kl. 10.00–14.00", "onsdag 12. – torsdag 13. juni 2024",
 * "mars 2023".
 */
export function timeSpan(start: string, end: string | null, lang: Lang): string {
  const from = dateParts(start);
  if (!from) return start;
  const to = end === null ? undefined : dateParts(end);
  if (to && start.slice(0, 10) !== end?.slice(0, 10) && from.day !== undefined) return daySpan(from, to, lang);
  const clock = clockSpan(start, end);
  return clock === '' ? fullDate(start, lang) : `${fullDate(start, lang)} ${clock}`;
}

/** "kl. 10.00–14.00", "kl. 10.00" or nothing where no time is known. */
export function clockSpan(start: string, end: string | null): string {
  const from = dateParts(start)?.clock;
  if (from === undefined) return '';
  const to = end?.slice(0, 10) === start.slice(0, 10) ? dateParts(end)?.clock : undefined;
  return to === undefined || to === from ? `kl. ${from}` : `kl. ${from}–${to}`;
}

const osloFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment (ISO 8601, UTC) as local time in Europe/Oslo, `YYYY-MM-DDTHH:MM`; undefined when it is no moment. */
export function osloTime(moment: string): string | undefined {
  const at = new Date(moment);
  return Number.isNaN(at.getTime()) ? undefined : osloFormat.format(at).replace(' ', 'T');
}

/** "21. november 2026 kl. 22.25", local time in Europe/Oslo. */
export function momentInWords(moment: string): string {
  const local = osloTime(moment);
  return local === undefined ? moment : `${longDate(local)} ${clockSpan(local, null)}`;
}

/** The local time with its offset, "2024-06-12T10:00+02:00", as schema.org asks; a day stays a day. */
export function withOsloOffset(local: string): string {
  if (!local.includes('T')) return local;
  const naive = Date.parse(`${local}:00Z`);
  const offset = [2, 1].find((hours) => osloTime(new Date(naive - hours * 3_600_000).toISOString()) === local) ?? 1;
  return `${local}+0${offset}:00`;
}
