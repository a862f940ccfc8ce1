/** Reads lines that hold nothing but a page's own dates: «Publisert 12.06.2024», «Sist endret 02.04.2024 08.15». */
import { foldSpace } from '../text.ts';
import { findDates } from './find-dates.ts';
import { KICKER, labels, oneOf, SUBJECT, WRITTEN } from './words.ts';

/** The days that a line of dates gives, `YYYY-MM-DD`. */
export interface DateLine {
  published?: string;
  updated?: string;
}

type Field = keyof DateLine;

const updatedLabels = new Set(labels.updated);
const weak = new Set(labels.weak);
const ALL = oneOf([...labels.published, ...labels.updated]);
const STRONG = oneOf([...labels.published, ...labels.updated].filter((label) => !weak.has(label)));

const LABEL = new RegExp(
  `^\\(?(?:${SUBJECT}\\s)?(${ALL})(?!\\p{L})\\s{0,2}[:.]?\\s{0,2}(?:den\\s{1,2}|på\\s{1,2})?`,
  'iu',
);
const LABEL_ALONE = new RegExp(`^(${ALL})\\s{0,2}[:.]?$`, 'iu');
const CLOCK = /^,?\s{0,2}[-–]?\s{0,2}(?:kl(?:okk[ae]n)?\.?:?\s{0,2})?\d{1,2}[.:]\d{2}(?::\d{2})?(?!\d)/iu;
const BYLINE = /^\s?(?:av|by)\s[^.!?]{1,60}$/iu;
/** «Opprettet 1.2.2025 09.12 av Systemkonto Sist endret …»: who did it, before the next label. */
const BYLINE_BETWEEN = new RegExp(
  `^(?:av|by)\\s[^.!?\\d]{1,60}?[\\s|•·(,;]{1,3}(?=(?:${ALL})(?!\\p{L})[^\\d]{1,20}\\d)`,
  'iu',
);
/** «Av: Kommunikasjon | Publisert …»: who wrote it, before a bar. */
const BYLINE_FIRST = /^(?:(?:skrevet|skrive|tekst)\s)?(?:av|by)\s?:?\s[^.!?\d|•·]{2,60}[|•·]\s{0,3}/iu;
/** «Skrevet av redaksjonen 4.5.2025»: who wrote it and the day, and nothing else. */
const WRITTEN_BY = new RegExp(`^(?:${WRITTEN})\\s(?:av|by)\\s[^!?\\d|•·]{2,60}[\\s,–-]{1,3}(?=\\d)`, 'iu');
/** «Av Kari Nordmann, man. 13/04/2026»: the same without the verb; such words begin a sentence as well. */
const NAMED_FIRST = /^(?:av|by|tekst)\s?:?\s(?:\p{L}[\p{L}.'-]{0,30}[\s,–-]{1,3}){1,7}(?=\d)/iu;
/** «Sist endra av redaksjonen 4.5.2025»: who did it, between the label and the day. */
const NAME = /^(?:av|by)\s[^!?:\d|•·]{2,60}[\s,–-]{1,3}(?=\d)/iu;
/** «Nyheit | 13. april 2026»: what the page is, before its day. */
const KIND_FIRST = new RegExp(`^(?:${KICKER})\\s{0,2}[|·•,:–—/-]?\\s{0,2}(?=\\d|\\p{L}{3,7}\\.?\\s\\d)`, 'iu');
const BORDER = /^[\s|·•,;/–—-]{1,6}/u;
const SEPARATOR = /^[\s|·•,;/()–—.-]{1,6}/u;
/** A label in the middle of a text begins a sentence of its own and is written with a capital. */
const GLUED = new RegExp(
  `(?:^|(?<=[.!?:»”"')]\\s{0,3})|(?<=\\s[|·•–—-]\\s)|(?<=\\s{2}))\\(?(?:${STRONG})(?!\\p{L})\\s{0,2}:?\\s{0,2}(?=\\d)`,
  'giu',
);

/** The first letters of all labels with a capital: what has none of them needs no closer look. */
const MAY_BE_LABELLED = new RegExp(
  [...new Set([...labels.published, ...labels.updated].map((label) => label.slice(0, 4)))].map(capitalised).join('|'),
);

/** `sist` -> `S[iI][sS][tT]` */
function capitalised(letters: string): string {
  const [first = '', ...rest] = letters;
  return `${first.toUpperCase()}${rest.map((letter) => (letter === ' ' ? '\\s' : `[${letter}${letter.toUpperCase()}]`)).join('')}`;
}

/** The field that a label names, when the text is nothing but a label. */
export function labelField(text: string): Field | undefined {
  const hit = LABEL_ALONE.exec(text);
  return hit ? fieldOf(hit[1] ?? '') : undefined;
}

/** Whether a label is too general to be trusted among other facts (`Dato`). */
export function isWeakLabel(text: string): boolean {
  const hit = LABEL.exec(text);
  return hit !== null && weak.has(plain(hit[1] ?? ''));
}

/** The dates of a line that holds labels and dates and nothing else, a clock and «av …» passed over; `undefined` for any other text. */
export function readDateLine(text: string): DateLine | undefined {
  if (text.length > 160) return undefined;
  const written = WRITTEN_BY.exec(text.trim());
  const day = written && bareDay(text.trim().slice(written[0].length));
  if (day) return { published: day };
  let rest = text.trim().replace(BYLINE_FIRST, '');
  let line: DateLine | undefined;
  while (rest !== '') {
    const part = readPart(rest);
    if (!part) return line && BYLINE.test(rest) ? line : undefined;
    line = { [part.field]: part.day, ...line };
    rest = part.rest.replace(BYLINE_BETWEEN, '');
  }
  return line;
}

function readPart(text: string): { field: Field; day: string; rest: string } | undefined {
  const label = LABEL.exec(text);
  if (!label) return undefined;
  const day = leadingDay(text.slice(label[0].length).replace(NAME, ''));
  if (!day) return undefined;
  const rest = day.rest.replace(CLOCK, '').replace(SEPARATOR, '').trim();
  return { field: fieldOf(label[1] ?? ''), day: day.day, rest };
}

function leadingDay(text: string): { day: string; rest: string } | undefined {
  if (!/\d/.test(text)) return undefined;
  const [span] = findDates(text.slice(0, 80));
  if (span?.kind !== 'day' || span.index > 0 || !span.start || span.start.length !== 10) return undefined;
  return { day: span.start, rest: text.slice(span.text.length) };
}

/** The day of a text that is a bare date with its year (a clock may follow) and nothing else. */
export function bareDay(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const day = leadingDay(text.trim());
  return day && day.rest.replace(CLOCK, '').trim() === '' ? day.day : undefined;
}

/** The day of a line by the title: bare, or with who wrote the text before or after it («Av Kari Nordmann, man. 13/04/2026 - 09:12»). */
export function daysLine(text: string): string | undefined {
  if (text.length > 100) return undefined;
  const rest = text.trim().replace(BORDER, '').replace(KIND_FIRST, '').replace(NAMED_FIRST, '');
  const day = bareDay(rest) ?? leadingDay(rest);
  if (day === undefined || typeof day === 'string') return day;
  const after = day.rest.replace(CLOCK, '').replace(SEPARATOR, '').trim();
  return BYLINE.test(after) ? day.day : undefined;
}

/** A date line glued into a longer text: where it stands and what it says. Labels of one general word don't count here. */
export function findGluedLine(text: string): { index: number; length: number; line: DateLine } | undefined {
  if (!MAY_BE_LABELLED.test(text)) return undefined;
  for (const hit of text.matchAll(GLUED)) {
    // The pattern ignores case for the label's inner letters; its first must be a capital.
    if (!/^\(?\p{Lu}/u.test(hit[0])) continue;
    const part = readPart(text.slice(hit.index));
    if (!part) continue;
    const length = text.length - hit.index - part.rest.length;
    const ends = part.rest === '' || /^\p{Lu}/u.test(part.rest) || hit.index === 0;
    if (ends) return { index: hit.index, length, line: { [part.field]: part.day } };
  }
  return undefined;
}

function fieldOf(label: string): Field {
  return updatedLabels.has(plain(label)) ? 'updated' : 'published';
}

function plain(label: string): string {
  return foldSpace(label).toLowerCase();
}
