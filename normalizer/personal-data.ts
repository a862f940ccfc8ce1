/** Takes what points to persons out of text: e-mail addresses, telephone numbers and fødselsnummer (STANDARDS B4). */

/** What stands where something was taken out. */
export const MARKERS = {
  email: '[e-post fjernet]',
  phone: '[telefon fjernet]',
  identity: '[fødselsnummer fjernet]',
} as const;

const AT =
  '(?:@|\\s?[([{]\\s?(?:at|a|alfa|krøll-?alfa|alfa-?krøll|snabel-?a|@)\\s?[)\\]}]\\s?|\\s(?:krøll-?alfa|alfa-?krøll|snabel-?a)\\s)';
const DOT = '(?:\\.|\\s?[([{]\\s?(?:dot|punktum|prikk|\\.)\\s?[)\\]}]\\s?|\\s(?:dot|punktum|prikk)\\s)';
/** From the first letter of a name on, never from inside it: otherwise long runs without any @ would cost their length squared. */
const NAME = "(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]+";
const MAIL = new RegExp(`${NAME}${AT}(?:[\\p{L}\\p{N}-]{1,63}${DOT}){1,5}[\\p{L}]{2,24}`, 'giu');
/** "navn at domene dot no": both words spelt out, or "at" is only a conjunction. */
const SPELT = new RegExp(`${NAME} at [\\p{L}\\p{N}-]{1,63} (?:dot|punktum|prikk) [a-z]{2,10}(?![\\p{L}\\p{N}])`, 'giu');

const LABELLED =
  /(?<![\p{L}\p{N}])((?:tlf|telefonnr|telefonnummer|telefon|mobilnummer|mobiltelefon|mobil|mob|sentralbord|phone|faks|fax|sms|vakttelefon|tel)(?:\.|:|\s|nr|på|til|er){0,6})((?:\(\+\d{1,3}\)\s?|\+?\(?)\d[\d ().-]{3,18}\d)(?!\d)/giu;
const FOREIGN =
  /(?<![\p{L}\p{N}+])(?:\((?:\+|00)\d{1,3}\)|(?:\+|00)(?:\(?\d{1,3}\)?))[ .-]?\d(?:[ .-]?\d){5,12}(?![\d])/gu;
const NORWEGIAN =
  /(?<![\p{L}\p{N}/§.,:+-]|\d[ ])(?:[2-9]\d(?:[ \u00a0]\d\d){3}|[4-9]\d\d[ \u00a0-]\d\d[ \u00a0-]\d{3}|[2-9]\d{7})(?![\p{L}\d]|[.,/:-]\d|[ \u00a0]\d)/gu;
const IDENTITY = /(?<!\d)\d{6}[ \u00a0-]?\d{5}(?!\d)/g;
/** What may stand before eight figures that are no telephone number, and after them. */
const BEFORE_NUMBER =
  /(?:sak|saksnr|saksnummer|arkivsak|journal\p{L}*|ref|referanse|dok\p{L}*|id|nr|konto\p{L}*|org\p{L}*|isbn|issn|doi|veke|uke|veker|uker)[.:]?\s?$/iu;
const AFTER_NUMBER = /^\s?(?:kr|kroner|mill|nok|%|prosent|innbygg\p{L}*|personer|personar)(?![\p{L}])/iu;

/**
 * Replaces e-mail addresses (also obfuscated ones), telephone numbers and valid fødselsnummer by markers. Idempotent. Years, dates,
 * case numbers, organisation numbers, amounts and postcodes stay.
 */
export function withoutPersonalData(text: string): string {
  // Most text has neither so many figures in a row nor any way of writing @: then there is nothing to look for.
  const mayHoldNumbers = FIGURES.test(text);
  const rest = withoutMail(mayHoldNumbers ? withoutIdentity(text) : text);
  return mayHoldNumbers ? withoutPhones(rest) : rest;
}

/** Five figures with nothing but signs between them: no telephone number has fewer. */
const FIGURES = /\d(?:[ \u00a0().-]*\d){4}/;
/** What each way of writing @ has in it, and what the spelt-out dot. */
const SIGNS = /@|alfa|snabel|[([{]\s?at?\s?[)\]}]/iu;
const SPELT_DOT = / (?:dot|punktum|prikk) /i;

function withoutIdentity(text: string): string {
  return text.replace(IDENTITY, (run) => (isIdentityNumber(run.replace(/\D/g, '')) ? MARKERS.identity : run));
}

function withoutMail(text: string): string {
  const rest = SIGNS.test(text) ? text.replace(/mailto:(?=[^\s@]{1,64}@)/gi, '').replace(MAIL, MARKERS.email) : text;
  return SPELT_DOT.test(rest) ? rest.replace(SPELT, MARKERS.email) : rest;
}

function withoutPhones(text: string): string {
  return text
    .replace(LABELLED, (run, label: string, number: string) =>
      isShortNumber(number) ? run : `${label}${MARKERS.phone}`,
    )
    .replace(FOREIGN, MARKERS.phone)
    .replace(NORWEGIAN, (run: string, at: number, whole: string) => (isPhone(run, at, whole) ? MARKERS.phone : run));
}

/** True when a text holds something that {@link withoutPersonalData} would take out. */
export function hasPersonalData(text: string): boolean {
  return withoutPersonalData(text) !== text;
}

/** True when a text holds a valid fødselsnummer or D-number (both check digits, mod 11). */
export function hasIdentityNumber(text: string): boolean {
  return (text.match(IDENTITY) ?? []).some((run) => isIdentityNumber(run.replace(/\D/g, '')));
}

/** A date without separators (15112019, 20240612) or a number of something else is no telephone number. */
function isPhone(run: string, at: number, whole: string): boolean {
  if (/^\d{8}$/.test(run) && isDate(run)) return false;
  if (BEFORE_NUMBER.test(whole.slice(Math.max(0, at - 20), at))) return false;
  return !AFTER_NUMBER.test(whole.slice(at + run.length, at + run.length + 20));
}

function isDate(digits: string): boolean {
  const yearFirst = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
  const dayFirst = /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}$/;
  return yearFirst.test(digits) || dayFirst.test(digits);
}

/** 110, 112, 113 and 116 117 belong to nobody; a date after "telefon" is a date. */
function isShortNumber(number: string): boolean {
  const digits = number.replace(/\D/g, '');
  return (
    digits.length < 5 ||
    digits === '116117' ||
    /^\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}$/.test(number) ||
    /^\d{4}\s?[–-]\s?\d{4}$/.test(number)
  );
}

/** Eleven figures with both check digits right (mod 11); D-numbers and the synthetic ones of the tax administration too. */
function isIdentityNumber(digits: string): boolean {
  const d = [...digits].map(Number);
  const weigh = (weights: number[]) => weights.reduce((sum, weight, i) => sum + weight * (d[i] ?? 0), 0) % 11;
  const day = Number(digits.slice(0, 2)) % 40;
  const month = Number(digits.slice(2, 4)) % 40;
  if (day < 1 || day > 31 || month < 1 || month > 12) return false;
  return weigh([3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) === 0 && weigh([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) === 0;
}
