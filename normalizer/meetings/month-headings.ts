/** Days printed below the name of their month: «Desember 2026», and «Mandag 14. Fagrådet» in the lines below it. */
import { findDates } from '../dates/find-dates.ts';
import { MONTH, WEEKDAY } from '../dates/words.ts';
import type { Block } from '../page.ts';

const MONTH_ALONE = new RegExp(`^(?:${MONTH})\\.?(?:\\s((?:19|20)\\d{2}))?:?$`, 'iu');
const DAY = `(?:(?:${WEEKDAY})\\.?,?\\s)?(?:den\\s)?\\d{1,2}`;
/** One day, or two of the month, at the start of a line; not «3 saker», not «10.30», not «1. des». */
const LEADS = new RegExp(
  `^(${DAY}\\.?(?:\\s?(?:og|[-–—])\\s?${DAY}\\.?)?)(?=$|[,:;]|\\s(?:[–—-]\\s|kl|\\()|\\s\\p{Lu}|\\s?\\n)`,
  'iu',
);
/** Without a full stop or a weekday a number is no day. */
const IS_DAY = new RegExp(`^(?:(?:${WEEKDAY})|(?:den\\s)?\\d{1,2}\\.)`, 'iu');

/** «Oktobermøtet, som skulle vært den 16.», «møtet i mai, den 3.»: the month stands in the name of the meeting, the day alone after it. */
const MONTH_OF = new RegExp(
  `(?<!\\p{L})(${MONTH})(?:møte|samling|konferanse)\\p{L}{0,3}(?!\\p{L})[^.\\d\\n]{0,60}?\\s(?:den|dagen)\\s(\\d{1,2})(\\.?)(?=[,;)]|$|\\s(?!\\s?(?:${MONTH})(?!\\p{L})))`,
  'giu',
);

/** The blocks with the month of a meeting's name written into the day that follows it. */
export function withMonthsOfNames(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    if (!/(?:den|dagen)\s\d/u.test(block.text)) return block;
    const text = block.text.replace(MONTH_OF, namedDay);
    return text === block.text ? block : { ...block, text };
  });
}

function namedDay(whole: string, month: string, ...[, , at, text]: [string, string, number, string]): string {
  const ends = /^(?:$|\s\p{Lu})/u.test(text.slice(at + whole.length)) && whole.endsWith('.');
  return `${whole.replace(/\.$/u, '')}. ${month.toLowerCase()}${ends ? '.' : ''}`;
}

/** The blocks with the month of the heading written into the days that lead their lines. */
export function withMonths(blocks: readonly Block[]): Block[] {
  if (!blocks.some(({ trail }) => trail.some((heading) => MONTH_ALONE.test(heading)))) return [...blocks];
  return blocks.map((block) => {
    const month = block.kind === 'cell' ? undefined : [...block.trail].reverse().find((text) => MONTH_ALONE.test(text));
    const text = month === undefined ? undefined : spelled(block.text, month);
    return text === undefined ? block : { ...block, text };
  });
}

function spelled(text: string, month: string): string | undefined {
  const hit = LEADS.exec(text);
  if (!hit?.[1] || !IS_DAY.test(hit[1]) || findDates(text).some(isDay)) return undefined;
  return `${hit[1].replace(/\.$/u, '')}. ${month.replace(/:$/u, '')}${text.slice(hit[1].length)}`;
}

function isDay({ kind }: { kind: string }): boolean {
  return kind === 'day' || kind === 'range';
}
