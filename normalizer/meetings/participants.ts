/** How many persons took part, where a text says so; never how many municipalities or members there are. */

import { hitsOf } from '../pattern-hits.ts';
import { groupsIn, lookFor } from '../piece-hits.ts';
import { holdsGroup } from '../piece-index.ts';
import { remembered } from '../remembered.ts';
import {
  hasWord,
  isWord,
  labelsSource,
  needing,
  numberOf,
  numberWordsSource,
  partsOf,
  type Search,
  wordsSource,
} from './words.ts';

const COUNT = new RegExp(
  `(?<![\\d.,–-]\\s?)(?:(${wordsSource('approximately')})\\s{1,2})?(?<![\\d.,–-])(?<!\\p{L})(\\d{1,4}|${numberWordsSource()})(?![\\d.,]\\d|\\s?[-–]\\s?\\d)\\s{1,2}(?:\\p{L}{3,16}\\s){0,2}?(?<!\\p{L})(${labelsSource('participants')}|\\p{L}{0,14}(?:${labelsSource('loose')}))(?!\\p{L})`,
  'giu',
);

/** «var 73 til stede», «snaue 90 hadde funnet veien»: a number of nobody in particular, who came. */
const WHO_CAME = needing(
  'came',
  new RegExp(
    `(?<![\\d.,–/-]\\s?)(?:(${wordsSource('approximately')})\\s{1,2})?(?<![\\d.,–/-])(?<!\\p{L})(\\d{2,4}|${numberWordsSource()})\\s(?:hadde\\s|var\\s|har\\s|er\\s|som\\s)?${wordsSource('came')}`,
    'iu',
  ),
);

/** «Temaet samlet 60 fra kommuner og sykehus». */
const DREW = needing(
  'drew',
  new RegExp(
    `${wordsSource('drew')}\\s(?:(${wordsSource('approximately')})\\s{1,2})?(\\d{2,4}|${numberWordsSource()})\\s(?:fra|frå)\\s`,
    'iu',
  ),
);

const NUMBER = `(?:(${wordsSource('approximately')})\\s{1,2})?(?<![\\d.,–/-])(\\d{2,4}|${numberWordsSource()})`;
/** What may follow a number of nobody in particular: «45 til slutt», not «45 minutter». */
const COUNTED = `(?=[.,;:!)]|$|\\s(?:${labelsSource('participants', 'loose')}|${wordsSource('afterCount')}))`;
/** «Av 92 påmeldte møtte 87 opp», «De 240 som var på konferansen», «I går var 35 beboere og pårørende samlet». */
const PLAINLY: readonly Search[] = [
  new RegExp(`(?<!\\p{L})(?:møtte|kom|stilte)\\s${NUMBER}\\s(?:opp|fram|frem)(?!\\p{L})`, 'iu'),
  new RegExp(
    `(?<!\\p{L})(?:de|dei|alle)\\s${NUMBER}\\s(?:som\\s(?:(?:var|kom|møtte|deltok|satt|sat)(?!\\p{L})|(?:hadde|har)\\s(?:\\p{L}+\\s){0,2}${wordsSource('came')})|${wordsSource('inTheRoom')})`,
    'iu',
  ),
  // «Teljinga i døra stogga på 95», «Oppmøtet ble 60»
  needing(
    'tallies',
    new RegExp(
      `${wordsSource('tallies')}(?:\\s(?:i|ved|på)\\s\\p{L}+)?\\s${wordsSource('tallied')}\\s(?:(?:på|i|til|med|opp|heile|hele)\\s){0,2}${NUMBER}${COUNTED}`,
      'iu',
    ),
  ),
  // «Vi ble 45 til slutt»
  new RegExp(`(?<!\\p{L})(?:vi|me)\\s(?:ble|blei|vart|var)\\s(?:\\p{L}{2,8}\\s){0,2}${NUMBER}${COUNTED}`, 'iu'),
  // «180 på dialogmøtet: …»
  new RegExp(`^${NUMBER}\\s(?:\\p{L}+\\s)?på\\s${wordsSource('gatheringNouns')}`, 'iu'),
  new RegExp(
    `(?<!\\p{L})(?:var|hadde)\\s${NUMBER}\\s\\p{Ll}[^.;:\\d]{2,60}?\\s(?:samlet|samla|til stede|til stades|møtt opp|møtt fram|på plass|benket|benka)(?!\\p{L})`,
    'iu',
  ),
];

/** Most sentences have no number that may count people. */
const MAY_COUNT = new RegExp(`\\d(?:\\s|[.,;:!)]?$|[.,;:!)]\\s)|(?:${numberWordsSource()})(?:\\s|[.,;:!)]|$)`, 'iu');

/** Those who can be counted; more may be written before each of them. */
const NOUNS = lookFor([[...partsOf('participants'), ...partsOf('loose')]]);

interface Participants {
  count: number;
  approximate: boolean;
}

/** `undefined` when the text gives no count of those who came. */
export const readParticipants = remembered((text): Readonly<Participants> | undefined => {
  if (!MAY_COUNT.test(text)) return undefined;
  const plain = plainCount(text);
  if (plain) return plain;
  for (const hit of holdsGroup(groupsIn(text), NOUNS) ? hitsOf(text, COUNT) : []) {
    const [, about, number = '', noun = ''] = hit;
    const before = text.slice(Math.max(0, hit.index - 24), hit.index);
    const count = numberOf(number);
    if (hasWord(before, 'limits') || count < 2 || /^(?:19|20)\d{2}$/u.test(number)) continue;
    // «95 ledere» are participants only where they came; «95 deltakere» came anyhow.
    if (!isWord(noun, 'participants') && !hasWord(text, 'came')) continue;
    return { count, approximate: about !== undefined || /\p{L}/u.test(number) };
  }
  const drew = DREW.exec(text);
  const isShare = drew !== null && hasWord(text.slice(drew.index), 'limits');
  const [, about, number = ''] = WHO_CAME.exec(text) ?? (isShare ? undefined : drew) ?? [];
  const count = numberOf(number);
  if (count < 10 || /^(?:19|20)\d{2}$/u.test(number)) return undefined;
  return { count, approximate: about !== undefined || /\p{L}/u.test(number) };
});

/** The number under «Antall frammøtte», with or without the word for those who came. */
export function labelledCount(value: string): Participants | undefined {
  const [, about, number = ''] = ALONE.exec(value.trim()) ?? [];
  const count = numberOf(number);
  return count < 2 ? undefined : { count, approximate: about !== undefined };
}

const ALONE = new RegExp(
  `^(?:(${wordsSource('approximately')})\\s{1,2})?(\\d{1,4})(?:\\s(?:${labelsSource('participants', 'loose')}))?\\.?$`,
  'iu',
);

/** A count that needs no noun for people: the sentence says who came, not who was asked. */
function plainCount(text: string): Participants | undefined {
  for (const pattern of PLAINLY) {
    const [whole = '', about, number = ''] = pattern.exec(text) ?? [];
    const count = numberOf(number);
    if (count < 10 || /^(?:19|20)\d{2}$/u.test(number) || hasWord(whole, 'limits') || /kommun/iu.test(whole)) continue;
    return { count, approximate: about !== undefined || /\p{L}/u.test(number) };
  }
  return undefined;
}
