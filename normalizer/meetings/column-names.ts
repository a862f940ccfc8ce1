/** What the header of a column or a row says that stands below or beside it: «Dato», «Dato 2026», «Møtedato (våren 2027)». */
import { SEASON } from '../dates/words.ts';
import { remembered } from '../remembered.ts';
import { isWord, type WordList } from './words.ts';

const OF_WHEN = new RegExp(
  `[\\s,:–-]{0,3}\\(?(?:(?:i|for|i løpet av)\\s)?(?:(?:${SEASON})(?:\\s20\\d{2})?|20\\d{2})\\)?$`,
  'iu',
);

/** A header without the year or the season of the days below it. */
const withoutYear = remembered((header): string => header.trim().replace(OF_WHEN, ''));

/** Whether a header is a word of the list, with a year or a season behind it or not. */
export function isColumnOf(header: string, key: WordList): boolean {
  return isWord(header, key) || isWord(withoutYear(header), key);
}
