/** Days as `YYYY-MM-DD` strings and what can be reckoned from them; no clock and no time zone of the machine is used. */

const DAY_MS = 86_400_000;

/** Whether such a day was or will be: the year 1900–2099, a month 1–12, a day that the month has. */
export function isRealDay(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  return day <= daysInMonth(year, month);
}

/** Days in a month; month 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A day's number, from 1 January 1970 on. */
function numberOf(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS;
}

/** `YYYY-MM-DD`. */
export function isoDay(year: number, month: number, day: number): string {
  return `${isoMonth(year, month)}-${String(day).padStart(2, '0')}`;
}

/** `YYYY-MM`. */
export function isoMonth(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** 1 January 1970 was one. */
const THURSDAY = 3;

/** 0 Monday … 6 Sunday. */
export function weekdayOf(day: string): number {
  return (((numberOf(day) + THURSDAY) % 7) + 7) % 7;
}

/** The day so many days after (before, when negative). */
export function addDays(day: string, days: number): string {
  return new Date((numberOf(day) + days) * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from);
}

/** The year of an ISO day, month or year. */
export function yearOf(iso: string): number {
  return Number(iso.slice(0, 4));
}

/** `24` -> 2024, `97` -> 1997; four digits as they are. */
export function fullYear(digits: string): number {
  const number = Number(digits);
  if (digits.length !== 2) return number;
  return number < 70 ? 2000 + number : 1900 + number;
}

const oslo = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The day in Europe/Oslo of an ISO 8601 date or moment. A day or a moment without zone is taken as printed;
 * one with `Z` or an offset is moved to Oslo. `undefined` when it is none, or no real day.
 */
export function osloDay(iso: string): string | undefined {
  const parts =
    /^\s{0,9}(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?\d{2})?(?:[.,]\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?)?/.exec(
      iso,
    );
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, zone] = parts;
  if (!isRealDay(Number(year), Number(month), Number(day))) return undefined;
  if (!zone) return `${year}-${month}-${day}`;
  const offset = zone === 'Z' ? 'Z' : zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  const moment = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00${offset}`);
  return Number.isNaN(moment) ? undefined : oslo.format(moment);
}
