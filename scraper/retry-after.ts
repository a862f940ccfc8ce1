/** The Retry-After header (RFC 9110 10.2.3). */

const A_DAY = 24 * 3600 * 1000;

/** Milliseconds to wait from `now`, at most a day; `undefined` when the header is absent, negative or garbage. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d{1,12}$/.test(value)) return Math.min(Number(value) * 1000, A_DAY);
  // Only the forms of HTTP-date: Date.parse would take "-1" for a year.
  const at = /^[A-Z][a-z]{2,8},? /.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.min(Math.max(at - now, 0), A_DAY);
}
