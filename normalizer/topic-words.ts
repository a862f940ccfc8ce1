/** Finds the topics of `data/vocabulary/topics.yaml` in a text, and how the text speaks of them. */
import { z } from 'zod';
import { PhraseIndex } from './phrase-index.ts';
import { remembered } from './remembered.ts';
import { CharacterKind, type Run } from './runs.ts';
import { plainLetters } from './spelling.ts';
import { readVocabulary } from './vocabulary.ts';

/** A topic and the words that name it. */
export interface Named {
  topic: string;
  quote: string;
}

/** How one sentence speaks of a topic. */
export interface Mention extends Named {
  /** Named outright; else only hinted at (`data/vocabulary/topic-signs.yaml`). */
  outright: boolean;
  /** The sentence begins with it. */
  leads: boolean;
  /** `announced`: "handlar om …"; `audience`: "for pasienter med …"; `passing`: "blant annet …", a department's name, one of many. */
  manner: 'announced' | 'audience' | 'passing' | 'plain';
}

/** One way to write a word of a phrase. */
interface Stem {
  letters: string;
  /** Where in a word it stands: `data/vocabulary/topics.yaml` says how they are marked. */
  stands: 'within' | 'whole' | 'first';
}

interface Phrase {
  topic: string;
  /** Of each word its spellings. */
  stems: Stem[][];
}

/** Phrases that a text may say: those that name topics outright, and those that hint at them. */
interface Possible {
  names: readonly Phrase[];
  hints: readonly Phrase[];
}

interface Span extends Named {
  first: number;
}

const PRIORITY = [
  'barn-og-unge',
  'psykisk-helse-og-rus',
  'skropelige-eldre',
  'flere-kroniske-lidelser',
  'svangerskap-fodsel-barsel',
];
/** So many priority groups in one passage are the standing explanation, so many topics in one sentence a list in passing. */
const ENUMERATION = 3;
const list = z.array(z.string().min(2)).min(1);
const around = readVocabulary(
  'topic-words',
  z.strictObject({ cues: list, audience: list, passing: list, offices: list, places: list, standing: list }),
);
const CUE = before(around.cues);
const AUDIENCE = before(around.audience);
const PASSING = before(around.passing);
/** The name follows at once. */
const OFFICE = new RegExp(`(?<!\\p{L})\\p{L}*(?:${around.offices.join('|')})\\s+$`, 'iu');
const PLACE = new RegExp(`(?:${around.places.join('|')})$`, 'iu');
/** Two or three words on, the heading names the thing itself, in any of its spellings. */
const STANDING_HEADING = new RegExp(
  `^(?:${around.standing.join('|')})\\s+(?:\\p{L}+\\s+){0,2}(?:hels?e[ -]?fell?e?s{1,4}kap|health communit)\\p{L}*`,
  'iu',
);
/** Words that may stand between the stems of a phrase. */
const SLACK = 4;
const LONGEST = 20_000;
/** A sentence begins with what stands among its first words. */
const FIRST_WORDS = 2;

const names = phrasesOf('topics');
const phrases = [...names, ...phrasesOf('topic-signs')];
const index = new PhraseIndex(
  phrases.map(({ stems }) => stems.map((spellings) => spellings.map(pieceOf))),
  true,
);

/** A text without letter marks, lower case. */
export const plainOf = remembered(plainLetters);

const NONE: Possible = { names: [], hints: [] };
/** The phrases all of whose stems stand somewhere in the text. */
const possibleIn = remembered((text): Possible => {
  const found = index.possibleIn(text);
  if (found.length === 0) return NONE;
  const ofNames = found.filter((place) => place < names.length);
  const listed = (places: readonly number[]) =>
    places.map((place) => phrases[place]).filter((one) => one !== undefined);
  return { names: listed(ofNames), hints: listed(found.slice(ofNames.length)) };
});
/** The topics that a passage names, each with the words that name it, in the vocabulary's order. */
const namedIn = remembered((text): readonly Span[] => findTopics(text, possibleIn(text).names));

/** What one sentence says of topics: named or hinted at, each topic once. */
export function mentionsIn(sentence: string): Mention[] {
  const { hints } = possibleIn(sentence);
  const named = namedIn(sentence);
  if (named.length + hints.length === 0) return [];
  const hinted = findTopics(sentence, hints).filter(({ topic }) => !named.some((other) => other.topic === topic));
  const isList = named.length >= ENUMERATION;
  const mention = (outright: boolean) => (span: Span) => ({
    topic: span.topic,
    quote: span.quote,
    outright,
    leads: span.first <= FIRST_WORDS,
    manner: mannerOf(sentence, span, isList),
  });
  return [...named.map(mention(true)), ...hinted.map(mention(false))];
}

function mannerOf(sentence: string, { topic, quote, first }: Span, isList: boolean): Mention['manner'] {
  const { words } = wordsOf(sentence);
  const lead = sentence.slice(0, words[first]?.index ?? 0);
  if (PASSING.test(lead) || OFFICE.test(lead) || PLACE.test(quote)) return 'passing';
  // "Plan for rekruttering av jordmødre" is about recruiting.
  if (isHanging(sentence, words, { topic, quote, first })) return 'passing';
  if (isCued(lead)) return /\bav\s+$/i.test(lead) ? 'plain' : 'announced';
  if (isList) return 'passing';
  return AUDIENCE.test(lead) ? 'audience' : 'plain';
}

/** So far behind a cue a topic is what it announces. */
const CUED = 90;

/** A cue right before, or one with a row of things after it; "alt handlet om rekruttering: Træna deler jordmor" announces one. */
function isCued(lead: string): boolean {
  const hit = CUE.exec(lead);
  if (!hit) return false;
  const after = lead.slice(hit.index + hit[0].length);
  return after.length <= CUED && !/\p{L}/u.test(after.slice(0, Math.max(0, after.lastIndexOf(':'))));
}

/** "Opplærings- og samhandlingstilskudd": half a compound whose other half is named as something else. */
function isHanging(sentence: string, words: readonly Run[], { topic, quote, first }: Span): boolean {
  const [word, joint, other] = words.slice(first, first + 3);
  if (!word || !joint || !other || quote !== word.text) return false;
  const between = sentence.slice(word.index + word.text.length, other.index);
  if (!/^-\s(?:og|eller)\s$/.test(between)) return false;
  return namedIn(other.text).some((named) => named.topic !== topic);
}

/** Whether a passage is the explanation that stands on every page, known by its heading or by its row of groups. */
export function isStandingParagraph(text: string, trail: readonly string[]): boolean {
  return isStandingHeading(trail.at(-1) ?? '') || isEnumeration([text]);
}

const isStandingHeading = remembered((heading) => STANDING_HEADING.test(heading.slice(0, 200)));

/** Whether some passages, the items of a list for instance, name so many priority groups that they only explain. */
export function isEnumeration(texts: readonly string[]): boolean {
  if (texts.length === 1 && possibleIn(texts[0] ?? '').names.length < ENUMERATION) return false;
  return isRowOfGroups(texts.flatMap((text) => possibleIn(text).names)) && isRowOfGroups(texts.flatMap(namedIn));
}

function isRowOfGroups(named: readonly { topic: string }[]): boolean {
  if (named.length < ENUMERATION) return false;
  const topics = new Set(named.map(({ topic }) => topic));
  return PRIORITY.filter((topic) => topics.has(topic)).length >= ENUMERATION;
}

function before(words: readonly string[]): RegExp {
  // "handlet alt om": a word or two may stand before the preposition.
  const escaped = words.map((word) => word.replaceAll('.', '\\.').replace(/ om$/u, '(?: \\p{L}+){0,2} om'));
  // ": hvordan" begins with no letter.
  const begun = escaped.map((word) => (/^\p{L}/u.test(word) ? `(?<!\\p{L})${word}` : word));
  return new RegExp(`(?:${begun.join('|')})(?!\\p{L})`, 'iu');
}

function phrasesOf(file: string): Phrase[] {
  const vocabulary = readVocabulary(file, z.record(z.string(), z.array(z.string().min(3)).min(1)));
  return Object.entries(vocabulary).flatMap(([topic, phrases]) =>
    phrases.map((phrase) => ({ topic, stems: plainLetters(phrase).split(' ').map(spellingsOf) })),
  );
}

function spellingsOf(marked: string): Stem[] {
  return marked.split('|').map((stem) => ({
    letters: stem.replace(/^[~=]/, ''),
    stands: stem.startsWith('~') ? 'within' : stem.startsWith('=') ? 'whole' : 'first',
  }));
}

function pieceOf({ letters, stands }: Stem): string {
  if (stands === 'within') return letters;
  return stands === 'whole' ? ` ${letters} ` : ` ${letters}`;
}

const WORD = new CharacterKind(/[\p{L}\p{N}]/u);
const wordsOf = remembered((text): { words: readonly Run[]; plain: readonly string[] } => {
  const words = WORD.runsIn(text.slice(0, LONGEST));
  return { words, plain: words.map((word) => plainLetters(word.text)) };
});

function findTopics(text: string, possible: readonly Phrase[]): Span[] {
  if (possible.length === 0) return [];
  const { words, plain } = wordsOf(text);
  const found = new Map<string, Span>();
  for (const { topic, stems } of possible) {
    const span = found.has(topic) ? undefined : spanOf(stems, plain);
    if (span) found.set(topic, { topic, quote: quoteOf(words.slice(span[0], span[1] + 1)), first: span[0] });
  }
  return [...found.values()];
}

function quoteOf(words: readonly Run[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** The first and last word of the first place where all stems stand close together, in any order. */
function spanOf(stems: readonly Stem[][], tokens: readonly string[]): [number, number] | undefined {
  for (let at = 0; at < tokens.length; at += 1) {
    if (!stems.some((stem) => matches(tokens[at] ?? '', stem))) continue;
    const end = at + stems.length + SLACK;
    const places = placesOf(stems, tokens, at, end);
    if (places) return [at, Math.max(...places)];
  }
  return undefined;
}

function placesOf(
  stems: readonly Stem[][],
  tokens: readonly string[],
  from: number,
  end: number,
): number[] | undefined {
  const places: number[] = [];
  for (const stem of stems) {
    const limit = stems.length === 1 ? from + 1 : Math.min(end, tokens.length);
    let place = from;
    while (place < limit && (places.includes(place) || !matches(tokens[place] ?? '', stem))) place += 1;
    if (place >= limit) return undefined;
    places.push(place);
  }
  return places;
}

function matches(token: string, spellings: readonly Stem[]): boolean {
  return spellings.some(({ letters, stands }) => {
    if (stands === 'whole') return token === letters;
    return stands === 'within' ? token.includes(letters) : token.startsWith(letters);
  });
}
