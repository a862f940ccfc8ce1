/** The shapes that date reading works with. */

/** How an expression is written; `short` is `dd.mm` without year, `compact` digits in a row in a file name. */
export type DateForm = 'word' | 'numeric' | 'short' | 'iso' | 'compact';

/** Where a year that isn't printed beside its day was taken from. */
export type YearSource =
  | 'printed'
  | 'list'
  | 'range'
  | 'text'
  | 'anchor'
  | 'heading'
  | 'title'
  | 'published'
  | 'updated'
  | 'path'
  | 'weekday';

/** Where a weekday that stands alone lies, seen from the day of publishing. */
export type WeekdayPointer =
  | 'ahead'
  | 'behind'
  | 'next'
  | 'last'
  | 'next-week'
  | 'this-week'
  | 'last-week'
  | 'two-weeks-ago';

/** One expression as it stands in a text, before it is placed in time. */
export interface Expression {
  kind: 'day' | 'range' | 'month' | 'year' | 'years' | 'season' | 'week' | 'relative' | 'weekday' | 'clock';
  /** Where it begins in the text (UTF-16 units). */
  index: number;
  text: string;
  form?: DateForm;
  day?: number;
  month?: number;
  year?: number;
  /** The last day of a range; the last year of a period in `toYear`. */
  toDay?: number;
  toMonth?: number;
  toYear?: number;
  /** 0 Monday … 6 Sunday, when one is named. */
  weekday?: number;
  /** Where the words round a weekday alone say that it lies. */
  points?: WeekdayPointer;
  /** Days from the day of publishing. */
  offset?: number;
  week?: number;
  season?: string;
  /** `HH:MM`, local time. */
  clock?: { from: string; to?: string };
}

/** An expression placed in time as far as text and surroundings allow. */
export interface DateSpan extends Expression {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; absent when the year (or what a relative word counts from) isn't known. */
  start?: string;
  /** The last day of a range, the last year of a period. */
  end?: string;
  /** Where the year came from, and the words that gave it. */
  reason?: { from: YearSource; text: string };
  /** `weekday-mismatch`: the printed weekday isn't that day's. */
  flags: string[];
}

/** What stands round a text and can tell the year of a date in it. */
export interface DateContext {
  /** Headings above, outermost first. */
  trail?: readonly string[];
  title?: string;
  /** `YYYY-MM-DD`. */
  published?: string;
  updated?: string;
  /** Path of the page's or file's address. */
  path?: string;
  /** A year known otherwise, with the words that gave it. */
  anchor?: { year: number; text: string };
  /** Whether the text tells of something that was or that is to come. */
  tense?: 'past' | 'future';
  /** The week that the text or the sentence before it speaks of: a weekday alone lies in it. */
  points?: WeekdayPointer;
  /** Days that the page prints with their years, `YYYY-MM-DD`; asked where nothing else tells a year. */
  printed?: readonly string[];
  /** Days of the same table that are printed with weekdays and without years: together they tell which of two years it is. */
  neighbours?: readonly { day: number; month: number; weekday: number }[];
  /** A caption and its heading say two years: only weekdays can tell which it is. */
  isDisputed?: boolean;
  /** The text is a file's name: digits in a row are looked at too. */
  fileName?: boolean;
}
