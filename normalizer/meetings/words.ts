/** The words of `data/vocabulary/meeting-words.yaml` as patterns. */
import { z } from 'zod';
import { groupsIn, lookFor } from '../piece-hits.ts';
import { holdsGroup } from '../piece-index.ts';
import { remembered, rememberedWord } from '../remembered.ts';
import { readVocabulary } from '../vocabulary.ts';

const list = z.array(z.string().min(1)).min(1);
const KEYS = [
  'held',
  'planned',
  'cancelled',
  'cancelledAtEnd',
  'postponed',
  'moved',
  'never',
  'unlessBody',
  'boundBefore',
  'setTo',
  'beside',
  'meeting',
  'refersBack',
  'followsOn',
  'when',
  'where',
  'organiser',
  'online',
  'physical',
  'hybrid',
  'venues',
  'participants',
  'approximately',
  'present',
  'forAll',
  'calendar',
  'invites',
  'saveTheDay',
  'introduces',
  'joinedModes',
  'alsoOnline',
  'insteadOf',
  'meant',
  'gathered',
  'facts',
  'factHeadings',
  'loose',
  'came',
  'otherGroups',
  'starts',
  'limits',
  'aboutPlace',
  'tentative',
  'notHeld',
  'negations',
  'wasDirectly',
  'thanks',
  'heldMark',
  'plannedMark',
  'form',
  'from',
  'to',
  'ends',
  'streamed',
  'calledOffFor',
  'movedFor',
  'meantLead',
  'meantEnd',
  'plainlyHeld',
  'openEnded',
  'putOff',
  'casesFor',
  'another',
  'genericBodies',
  'nowadays',
  'offers',
  'registers',
  'unknown',
  'partly',
  'nextTime',
  'committees',
  'parties',
  'newDay',
  'subordinate',
  'otherStarts',
  'all',
  'allMeetings',
  'areVerbs',
  'gatheringNouns',
  'wereVerbs',
  'regionOf',
  'hallEndings',
  'placeless',
  'overAtEnd',
  'nextOccasion',
  'placedAt',
  'drew',
  'bannerNouns',
  'bannerVerbs',
  'bannerHeld',
  'lastMeeting',
  'preterites',
  'minutes',
  'decisions',
  'stampLabels',
  'otherMeetings',
  'officeOf',
  'someOf',
  'membersOf',
  'atMeeting',
  'relativeWords',
  'noArea',
  'nextMeeting',
  'happened',
  'thatDay',
  'comesUp',
  'wholeOf',
  'extraMeeting',
  'hosts',
  'hostedBy',
  'conferences',
  'beforeStart',
  'closing',
  'theLast',
  'theFirst',
  'notYetNamed',
  'longAgo',
  'onAgenda',
  'ordinals',
  'officers',
  'byLetter',
  'otherEnds',
  'asksFor',
  'besideMain',
  'deeds',
  'wentOn',
  'afterwards',
  'doneIn',
  'withScreen',
  'inTheRoom',
  'tallies',
  'tallied',
  'afterCount',
  'countLabels',
  'approved',
  'takenUp',
  'weBegin',
  'houseEndings',
  'houseKinds',
  'eitherTense',
  'wasThere',
] as const;

/** A list of the vocabulary. */
export type WordList = (typeof KEYS)[number];

const { numbers, ...lists } = readVocabulary(
  'meeting-words',
  z.strictObject({
    ...(Object.fromEntries(KEYS.map((key) => [key, list])) as Record<WordList, typeof list>),
    numbers: z.array(z.strictObject({ number: z.int(), words: list })),
  }),
);

/** Alternation of the words for round numbers («nitti»). */
export function numberWordsSource(): string {
  return numbers.flatMap(({ words }) => words).join('|');
}

/** The number that digits or a word stand for; 0 for any other text. */
export function numberOf(text: string): number {
  return Number(text) || (numbers.find(({ words }) => words.includes(text.toLowerCase()))?.number ?? 0);
}

const patterns = new Map<WordList, RegExp>(KEYS.map((key) => [key, new RegExp(wordsSource(key), 'iu')]));

/** Alternation of a list's words as whole words, for building larger patterns; no groups that capture. */
export function wordsSource(key: WordList): string {
  const words = [...lists[key]].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(source);
  return `(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`;
}

function source(word: string): string {
  return word
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/ … /g, '(?:,? [\\p{L}\\d]+){0,3},? ')
    .replace(/ /g, '\\s{1,2}')
    .replace(/^~/u, '\\p{L}{3,20}')
    .replace(/~/gu, '\\p{L}{0,12}');
}

/** Alternation of several lists' words without any bound, for labels. */
export function labelsSource(...keys: readonly WordList[]): string {
  return keys
    .flatMap((key) => lists[key])
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(source)
    .join('|');
}

const first = lookFor(
  KEYS.flatMap((key) => [
    lists[key].filter(isOneWord).map((word) => ` ${word.toLowerCase()} `),
    lists[key]
      .filter((word) => !isOneWord(word))
      .map(longestPart)
      .filter((part) => part !== ''),
  ]),
);
/** A list's words that are looked for as they stand, and the longest parts of the others. */
const places = Object.fromEntries(
  KEYS.map((key, at) => {
    const whole = first + 2 * at;
    return [key, { whole, part: whole + 1, isSure: lists[key].every(hasPart) }];
  }),
) as Record<WordList, { whole: number; part: number; isSure: boolean }>;

/** Whether a word has a part to look for: without one nothing can be known but by trying. */
function hasPart(word: string): boolean {
  return longestPart(word) !== '';
}

/** Whether a list's word is the same wherever it stands: letters and nothing else. */
function isOneWord(word: string): boolean {
  return /^\p{L}{2,}$/u.test(word);
}

/** Of a word or phrase the longest part that stands in every text that says it; where it must begin or end a word, a space says so. */
function longestPart(word: string): string {
  const parts = [...word.toLowerCase().matchAll(/(~?)(\p{L}{2,})(?=(~?))/gu)];
  const [longest] = parts.sort((one, other) => (other[2] ?? '').length - (one[2] ?? '').length);
  if (longest === undefined) return '';
  const [, open, letters, on] = longest;
  return `${open === '' ? ' ' : ''}${letters}${on === '' ? ' ' : ''}`;
}

/** Of each word of a list the letters that stand in every text that says it, whatever is written before or after them. */
export function partsOf(key: WordList): string[] {
  return lists[key].map((word) => longestPart(word).trim());
}

/** Whether a text may hold a word of a list: cheap, and wrong only in saying yes. */
export function mayHaveWord(text: string, key: WordList): boolean {
  const { whole, part, isSure } = places[key];
  const found = groupsIn(text);
  return holdsGroup(found, whole) || holdsGroup(found, part) || !isSure;
}

/** As much of a pattern as sentences are read with. */
export type Search = Pick<RegExp, 'test' | 'exec'>;

/** A pattern that needs a word of the list to stand in a text: it is tried on no other. The pattern may not be global. */
export function needing(key: WordList, pattern: RegExp): Search {
  return {
    test: (text) => mayHaveWord(text, key) && pattern.test(text),
    exec: (text) => (mayHaveWord(text, key) ? pattern.exec(text) : null),
  };
}

/** Whether a text holds a word of a list. */
export function hasWord(text: string, key: WordList): boolean {
  const { whole, part, isSure } = places[key];
  const found = groupsIn(text);
  if (holdsGroup(found, whole)) return true;
  return (holdsGroup(found, part) || !isSure) && (patterns.get(key)?.test(text) ?? false);
}

/** Whether a text is nothing but a word of a list, a colon after it or not. */
export function isWord(text: string, key: WordList): boolean {
  return text.length <= LONGEST && (wholes.get(key)?.has(bare(text)) ?? false);
}

const wholes = new Map(KEYS.map((key) => [key, new Set(lists[key])]));
/** Longer texts are nothing but a word, some signs and spaces round it. */
const LONGEST = 20 + Math.max(...Object.values(lists).flatMap((words) => words.map(({ length }) => length)));
const SIGN = /[\s:.?]/;
const bare = rememberedWord((text) => {
  let end = text.length;
  while (end > 0 && SIGN.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end).toLowerCase().trim();
});

/** A label of a list at the start of a line with a colon, and what follows it. */
export function labelled(text: string, key: WordList): string | undefined {
  const hit = labelOf(text);
  return hit && isWord(hit[1] ?? '', key) ? text.slice(hit[0].length) : undefined;
}

const LABEL = /^([^:]{2,28}):\s{0,3}/u;
/** In UTF-16 units. */
const LONGEST_LABEL = 2 * 28;

const labelOf = remembered((text): RegExpExecArray | null => {
  const end = text.slice(0, LONGEST_LABEL + 1).indexOf(':');
  return end < 0 ? null : LABEL.exec(text);
});
