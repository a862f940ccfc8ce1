/** Finds the topics of `data/vocabulary/topics.yaml` in a text. */
import { z } from 'zod';
import { plainLetters } from './spelling.ts';
import { readVocabulary } from './vocabulary.ts';

/** A topic and the words that name it. */
export interface Named {
  topic: string;
  quote: string;
}

interface Phrase {
  topic: string;
  stems: string[][];
}

const PRIORITY = [
  'barn-og-unge',
  'psykisk-helse-og-rus',
  'skropelige-eldre',
  'flere-kroniske-lidelser',
  'svangerskap-fodsel-barsel',
];
/** So many priority groups in one passage are the standing explanation, not a topic. */
const ENUMERATION = 3;
const around = readVocabulary(
  'topic-words',
  z.strictObject({ cues: z.array(z.string()), standing: z.array(z.string()) }),
);
const CUE = new RegExp(`(?<!\\p{L})(?:${around.cues.join('|')})(?!\\p{L})`, 'iu');
/** Two or three words on, the heading names the thing itself, in any of its spellings. */
const STANDING_HEADING = new RegExp(
  `^(?:${around.standing.join('|')})\\s+(?:\\p{L}+\\s+){0,2}(?:hels?e[ -]?fell?e?s{1,4}kap|health communit)\\p{L}*`,
  'iu',
);
/** Words that may stand between the stems of a phrase. */
const SLACK = 4;
const LONGEST = 20_000;

const phrases: Phrase[] = Object.entries(
  readVocabulary('topics', z.record(z.string(), z.array(z.string().min(3)).min(1))),
).flatMap(([topic, list]) =>
  list.map((phrase) => ({
    topic,
    stems: plainLetters(phrase)
      .split(' ')
      .map((stem) => stem.split('|')),
  })),
);

/** The passage asked about last: the rule asks several things of each passage in turn. */
let last: { text: string; topics: Named[] } | undefined;

/** The topics that a passage names, each with the words that name it, in the vocabulary's order. */
export function topicsIn(text: string): Named[] {
  if (last?.text !== text) last = { text, topics: findTopics(text) };
  return last.topics;
}

function findTopics(text: string): Named[] {
  const whole = plainLetters(text.slice(0, LONGEST));
  const possible = phrases.filter(({ stems }) => stems.every((stem) => stem.some((one) => whole.includes(bare(one)))));
  if (possible.length === 0) return [];
  const tokens = text.slice(0, LONGEST).match(/[\p{L}\p{N}]+/gu) ?? [];
  const plain = tokens.map(plainLetters);
  const found = new Map<string, string>();
  for (const { topic, stems } of possible) {
    if (found.has(topic)) continue;
    const span = spanOf(stems, plain);
    if (span) found.set(topic, tokens.slice(span[0], span[1] + 1).join(' '));
  }
  return [...found].map(([topic, quote]) => ({ topic, quote }));
}

/** The topics that a passage says it is about: named after "handlar om", "tema" and the like, in the same sentence. */
export function announcedTopics(text: string): Named[] {
  if (!CUE.test(text)) return [];
  return text.split(/(?<=[.!?])\s+/).flatMap((sentence) => {
    const cue = CUE.exec(sentence);
    return cue ? topicsIn(sentence.slice(cue.index)) : [];
  });
}

/** Whether a passage is the explanation that stands on every page, known by its heading or by its row of groups. */
export function isStandingParagraph(text: string, trail: readonly string[]): boolean {
  const heading = trail.at(-1) ?? '';
  if (STANDING_HEADING.test(heading.slice(0, 200))) return true;
  return topicsIn(text).filter(({ topic }) => PRIORITY.includes(topic)).length >= ENUMERATION;
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
  return stem.startsWith('~') ? stem.slice(1) : stem;
}

function matches(token: string, stem: string[]): boolean {
  return stem.some((one) => (one.startsWith('~') ? token.includes(bare(one)) : token.startsWith(one)));
}
