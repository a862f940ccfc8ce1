/** Finds the topics of `data/vocabulary/topics.yaml` in a text, and how the text speaks of them. */
import { z } from 'zod';
import { PieceIndex } from './piece-index.ts';
import { remembered } from './remembered.ts';
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

interface Phrase {
  topic: string;
  stems: string[][];
}

interface Phrases {
  all: readonly Phrase[];
  /** By phrase and stem: a group holds the spellings of one stem. */
  index: PieceIndex;
  /** The phrase that each group's stem belongs to. */
  phraseOf: readonly number[];
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
const signs = phrasesOf('topic-signs');

/** The passage asked about last: the rule asks several things of each passage in turn. */
let last: { text: string; topics: Named[] } | undefined;

/** The topics that a passage names, each with the words that name it, in the vocabulary's order. */
export function topicsIn(text: string): Named[] {
  if (last?.text !== text) last = { text, topics: findTopics(text, names) };
  return last.topics;
}

/** What one sentence says of topics: named or hinted at, each topic once. */
export function mentionsIn(sentence: string): Mention[] {
  const named = findTopics(sentence, names);
  const known = new Set(named.map(({ topic }) => topic));
  const hinted = findTopics(sentence, signs).filter(({ topic }) => !known.has(topic));
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

/** The sentences of a passage; lines are sentences of their own. */
export function sentencesOf(text: string): string[] {
  return text.split(/\n+|(?<=[.!?])\s+(?=[\p{Lu}«–"])/u).filter((part) => /\p{L}/u.test(part));
}

function mannerOf(sentence: string, { topic, quote, first }: Span, isList: boolean): Mention['manner'] {
  const words = [...sentence.matchAll(/[\p{L}\p{N}]+/gu)];
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
function isHanging(sentence: string, words: RegExpExecArray[], { topic, quote, first }: Span): boolean {
  const [word, joint, other] = words.slice(first, first + 3);
  if (!word || !joint || !other || quote !== word[0]) return false;
  const between = sentence.slice(word.index + word[0].length, other.index);
  if (!/^-\s(?:og|eller)\s$/.test(between)) return false;
  return findTopics(other[0], names).some((named) => named.topic !== topic);
}

/** Whether a passage is the explanation that stands on every page, known by its heading or by its row of groups. */
export function isStandingParagraph(text: string, trail: readonly string[]): boolean {
  const heading = trail.at(-1) ?? '';
  if (STANDING_HEADING.test(heading.slice(0, 200))) return true;
  return isEnumeration([text]);
}

/** Whether some passages, the items of a list for instance, name so many priority groups that they only explain. */
export function isEnumeration(texts: readonly string[]): boolean {
  const groups = texts.flatMap(topicsIn).flatMap(({ topic }) => (PRIORITY.includes(topic) ? topic : []));
  return new Set(groups).size >= ENUMERATION;
}

function before(words: readonly string[]): RegExp {
  // "handlet alt om": a word or two may stand before the preposition.
  const escaped = words.map((word) => word.replaceAll('.', '\\.').replace(/ om$/u, '(?: \\p{L}+){0,2} om'));
  return new RegExp(`(?<!\\p{L})(?:${escaped.join('|')})(?!\\p{L})`, 'iu');
}

function phrasesOf(file: string): Phrases {
  const vocabulary = readVocabulary(file, z.record(z.string(), z.array(z.string().min(3)).min(1)));
  const all = Object.entries(vocabulary).flatMap(([topic, phrases]) =>
    phrases.map((phrase) => ({
      topic,
      stems: plainLetters(phrase)
        .split(' ')
        .map((stem) => stem.split('|')),
    })),
  );
  return {
    all,
    index: new PieceIndex(all.flatMap(({ stems }) => stems.map((stem) => stem.map(bare)))),
    phraseOf: all.flatMap(({ stems }, place) => stems.map(() => place)),
  };
}

/** The phrases all of whose stems stand somewhere in the text. */
function possibleIn(whole: string, { all, index, phraseOf }: Phrases): Phrase[] {
  const found = index.foundIn(whole);
  if (found.length === 0) return [];
  const stems = new Map<number, number>();
  for (const group of found) stems.set(phraseOf[group] ?? 0, (stems.get(phraseOf[group] ?? 0) ?? 0) + 1);
  const places = [...stems].filter(([place, count]) => all[place]?.stems.length === count).map(([place]) => place);
  return places.sort((a, b) => a - b).flatMap((place) => all[place] ?? []);
}

const plainText = remembered((text) => plainLetters(text.slice(0, LONGEST)));
const tokensOf = remembered((text) => {
  const tokens = text.slice(0, LONGEST).match(/[\p{L}\p{N}]+/gu) ?? [];
  return { tokens, plain: tokens.map(plainLetters) };
});

function findTopics(text: string, phrases: Phrases): Span[] {
  const possible = possibleIn(plainText(text), phrases);
  if (possible.length === 0) return [];
  const { tokens, plain } = tokensOf(text);
  const found = new Map<string, Span>();
  for (const { topic, stems } of possible) {
    if (found.has(topic)) continue;
    const span = spanOf(stems, plain);
    if (span) found.set(topic, { topic, quote: tokens.slice(span[0], span[1] + 1).join(' '), first: span[0] });
  }
  return [...found.values()];
}

/** The first and last word of the first place where all stems stand close together, in any order. */
function spanOf(stems: string[][], tokens: string[]): [number, number] | undefined {
  for (let at = 0; at < tokens.length; at += 1) {
    if (!stems.some((stem) => matches(tokens[at] ?? '', stem))) continue;
    const end = at + stems.length + SLACK;
    const places = placesOf(stems, tokens, at, end);
    if (places) return [at, Math.max(...places)];
  }
  return undefined;
}

function placesOf(stems: string[][], tokens: string[], from: number, end: number): number[] | undefined {
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

function bare(stem: string): string {
  return stem.replace(/^[~=]/, '');
}

function matches(token: string, stem: string[]): boolean {
  return stem.some((one) => {
    if (one.startsWith('=')) return token === bare(one);
    return one.startsWith('~') ? token.includes(bare(one)) : token.startsWith(one);
  });
}
