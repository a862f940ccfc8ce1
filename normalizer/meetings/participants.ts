/** How many persons took part, where a text says so; never how many municipalities or members there are. */
import { hasWord, isWord, labelsSource, numberOf, numberWordsSource, wordsSource } from './words.ts';

const COUNT = new RegExp(
  `(?<![\\d.,–-]\\s?)(?:(${wordsSource('approximately')})\\s{1,2})?(?<![\\d.,–-])(?<!\\p{L})(\\d{1,4}|${numberWordsSource()})(?![\\d.,]\\d|\\s?[-–]\\s?\\d)\\s{1,2}(?:\\p{L}{3,16}\\s){0,2}?(?<!\\p{L})(${labelsSource('participants', 'loose')})(?!\\p{L})`,
  'giu',
);

/** `undefined` when the text gives no count of those who came. */
export function readParticipants(text: string): { count: number; approximate: boolean } | undefined {
  for (const hit of text.matchAll(COUNT)) {
    const [, about, number = '', noun = ''] = hit;
    const before = text.slice(Math.max(0, hit.index - 24), hit.index);
    const count = numberOf(number);
    if (hasWord(before, 'limits') || count < 2 || /^(?:19|20)\d{2}$/u.test(number)) continue;
    // «95 ledere» are participants only where they came; «95 deltakere» came anyhow.
    if (isWord(noun, 'loose') && !hasWord(text, 'came')) continue;
    return { count, approximate: about !== undefined || /\p{L}/u.test(number) };
  }
  return undefined;
}
