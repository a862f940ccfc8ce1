/** The words of `data/vocabulary/dates.yaml` and the pieces of expressions that are made of them. */
import { z } from 'zod';
import { readVocabulary } from '../vocabulary.ts';
import type { WeekdayPointer } from './span.ts';

const words = z.array(z.string().min(1)).min(1);

const vocabulary = readVocabulary(
  'dates',
  z.strictObject({
    months: z.array(words).length(12),
    samiMonths: words.length(12),
    weekdays: z.array(words).length(7),
    weekdaysShort: z.array(words).length(7),
    weekdaysDotted: z.array(words).length(7),
    seasons: z.strictObject({ spring: words, summer: words, autumn: words, winter: words }),
    ordinals: z.array(words),
    ordinalEndings: words,
    weekdayAhead: words,
    weekdayBehind: words,
    weekdayNext: words,
    weekdayLast: words,
    weekNext: words,
    weekThis: words,
    weekLast: words,
    weekBeforeLast: words,
    relative: z.array(z.strictObject({ days: z.int(), words })),
    notBefore: words,
    notAfter: words,
    yearOfSomethingElse: words,
    doneWithPlans: words,
    published: words,
    updated: words,
    weakLabels: words,
    pageSubjects: words,
    pageVerbs: words,
    kickers: words,
    written: words,
    hours: z.array(words).length(12),
    clockWords: z.strictObject({
      led: words,
      half: words,
      until: words,
      quarterPast: words,
      quarterTo: words,
      from: words,
      to: words,
    }),
  }),
);

export const labels = { published: vocabulary.published, updated: vocabulary.updated, weak: vocabulary.weakLabels };
export const { notBefore, notAfter, yearOfSomethingElse, doneWithPlans } = vocabulary;

/** Makes one alternation of words as they stand, longest first, spaces as white space of every kind. */
export function oneOf(list: readonly string[]): string {
  return [...list]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s{1,2}'))
    .join('|');
}

/** What a label of a page's date may begin with («Denne siden ble …»), and what may stand before a bare one («Nyheit | …»). */
export const SUBJECT = `(?:(?:denne|dette)\\s)?(?:${oneOf(vocabulary.pageSubjects)})\\s(?:${oneOf(vocabulary.pageVerbs)})`;
export const KICKER = oneOf(vocabulary.kickers);

/** Verbs of putting a page out, before «av» and a name. */
export const WRITTEN = oneOf(vocabulary.written);

function numbered(groups: readonly (readonly string[])[], first: number): Map<string, number> {
  return new Map(groups.flatMap((forms, place) => forms.map((form): [string, number] => [form, place + first])));
}

const months = numbered(vocabulary.months, 1);
const weekdays = numbered(vocabulary.weekdays, 0);
const weekdaysShort = numbered(vocabulary.weekdaysShort, 0);
const weekdaysDotted = numbered(vocabulary.weekdaysDotted, 0);
const DOTTED = oneOf([...weekdaysDotted.keys()]);

/** An alternation of month names and their abbreviations, without the abbreviating full stop. */
export const MONTH = oneOf([...months.keys()]);
/** Northern Sámi month names in the case forms that dates take. */
export const SAMI_MONTH = `(?:${oneOf(vocabulary.samiMonths)})(?:mánnui|mánnu|mánuin|mánus|mánu)`;
/** Full weekday names, and the definite singular (`mandagen`). */
export const WEEKDAY = `(?:${oneOf([...weekdays.keys()])})(?:en)?`;
/** Full or shortened weekday names, for beside a date. */
export const WEEKDAY_BESIDE = `(?:${WEEKDAY}|(?:${oneOf([...weekdaysShort.keys()])})\\.?|(?:${DOTTED})\\.|^(?:${DOTTED}))`;
export const RELATIVE = oneOf(vocabulary.relative.flatMap((entry) => entry.words));
export const SEASON = oneOf(Object.values(vocabulary.seasons).flat());

function clockLeads({ led, half, quarterPast, quarterTo, from }: typeof vocabulary.clockWords): Set<string> {
  return new Set([...led, ...half, ...quarterPast, ...quarterTo, ...from]);
}

const whole = (word: string): string => ` ${word.replace(/^.* /, '')} `;
const opening = (word: string): string => ` ${word.replace(/ .*$/, '')}`;

/** Words without which some pattern finds nothing, lower case; a space stands for the border of a word. */
export const SIGN_WORDS = {
  month: [...months.keys()].map(whole),
  samiMonth: vocabulary.samiMonths,
  weekday: [...weekdays.keys()].map(opening),
  weekdayShort: [...weekdaysShort.keys(), ...weekdaysDotted.keys()].map(whole),
  ordinal: vocabulary.ordinals.flat().map(whole),
  season: Object.values(vocabulary.seasons).flat().map(whole),
  week: ['uke', 'uka', 'veke', 'veka'].map(whole),
  relative: vocabulary.relative.flatMap((entry) => entry.words).map(whole),
  hour: vocabulary.hours.flat().map(whole),
  clockWord: [...clockLeads(vocabulary.clockWords)].map((word) => opening(word).replace('.', '')),
  counted: [...vocabulary.notBefore, 'møte', 'samling', 'sesjon', 'økt', 'del', 'runde', 'dag'].map(opening),
  measured: vocabulary.notAfter.filter((word) => word.length > 1),
} as const;

/** Words for the number of a day («tredje»). */
export const ORDINAL = oneOf(vocabulary.ordinals.flat());
/** What is written after a day's digits («30te»). */
export const ORDINAL_ENDING = oneOf(vocabulary.ordinalEndings);

/** The day of the month that a word stands for. */
export function ordinalNumber(word: string): number | undefined {
  const place = vocabulary.ordinals.findIndex((forms) => forms.includes(word.toLowerCase()));
  return place < 0 ? undefined : place + 1;
}

const POINTERS: readonly { points: WeekdayPointer; pattern: RegExp }[] = [
  { points: 'ahead', pattern: wordBefore(vocabulary.weekdayAhead) },
  { points: 'behind', pattern: wordBefore(vocabulary.weekdayBehind) },
  { points: 'next', pattern: wordBefore(vocabulary.weekdayNext) },
  { points: 'last', pattern: wordBefore(vocabulary.weekdayLast) },
];
const WEEKS: readonly { points: WeekdayPointer; pattern: RegExp }[] = [
  { points: 'next-week', pattern: wordsAfter(vocabulary.weekNext) },
  { points: 'this-week', pattern: wordsAfter(vocabulary.weekThis) },
  { points: 'last-week', pattern: wordsAfter(vocabulary.weekLast) },
  { points: 'two-weeks-ago', pattern: wordsAfter(vocabulary.weekBeforeLast) },
];

const WEEKS_ANYWHERE = WEEKS.map(({ points }, at) => ({
  points,
  pattern: new RegExp(
    `(?<!\\p{L})(?:${oneOf([vocabulary.weekNext, vocabulary.weekThis, vocabulary.weekLast, vocabulary.weekBeforeLast][at] ?? [])})(?!\\p{L})`,
    'iu',
  ),
}));

/** The week that a text speaks of, seen from the day of publishing: «Neste uke smeller det». */
export function weekIn(text: string): WeekdayPointer | undefined {
  return /(?:uke|uka|veke)/iu.test(text) ? WEEKS_ANYWHERE.find(({ pattern }) => pattern.test(text))?.points : undefined;
}

function wordBefore(list: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${oneOf(list)})\\s{1,2}$`, 'iu');
}

function wordsAfter(list: readonly string[]): RegExp {
  return new RegExp(`^\\s(?:i\\s)?(?:${oneOf(list)})(?!\\p{L})`, 'iu');
}

/** Where the words round a weekday that stands alone say that it lies; `undefined` when they don't. */
export function pointerOf(before: string, after: string): WeekdayPointer | undefined {
  return (
    WEEKS.find(({ pattern }) => pattern.test(after))?.points ??
    POINTERS.find(({ pattern }) => pattern.test(before))?.points
  );
}

/** 1–12, or `undefined`. */
export function monthNumber(word: string): number | undefined {
  return months.get(word.toLowerCase().replace(/\.$/, ''));
}

/** 1–12 for a Northern Sámi month in any case form. */
export function samiMonthNumber(word: string): number | undefined {
  const place = vocabulary.samiMonths.findIndex((stem) => word.toLowerCase().startsWith(stem));
  return place < 0 ? undefined : place + 1;
}

/** 0 Monday … 6 Sunday, for a name or a shortened one. */
export function weekdayNumber(word: string): number | undefined {
  const plain = word.toLowerCase().replace(/\.$/, '');
  return (
    weekdays.get(plain) ??
    weekdays.get(plain.replace(/en$/, '')) ??
    weekdaysShort.get(plain) ??
    weekdaysDotted.get(plain)
  );
}

/** Days from the day of publishing that a word such as `i går` stands for. */
export function relativeDays(word: string): number | undefined {
  const plain = word.toLowerCase().replace(/\s+/g, ' ');
  return vocabulary.relative.find((entry) => entry.words.includes(plain))?.days;
}

/** `spring`, `summer` … for a season's word. */
export function seasonName(word: string): string | undefined {
  return Object.entries(vocabulary.seasons).find(([, forms]) => forms.includes(word.toLowerCase()))?.[0];
}

/** Hours as words, one to twelve. */
export const HOUR = oneOf(vocabulary.hours.flat());
/** Alternations of the words round an hour that is written as a word. */
export const CLOCK_WORDS = {
  led: oneOf(vocabulary.clockWords.led),
  half: oneOf(vocabulary.clockWords.half),
  until: oneOf(vocabulary.clockWords.until),
  quarterPast: oneOf(vocabulary.clockWords.quarterPast),
  quarterTo: oneOf(vocabulary.clockWords.quarterTo),
  from: oneOf(vocabulary.clockWords.from),
  to: oneOf(vocabulary.clockWords.to),
};

/** 1–12 for an hour's word; 0 for any other. */
export function hourNumber(word: string): number {
  return vocabulary.hours.findIndex((forms) => forms.includes(word.toLowerCase())) + 1;
}
