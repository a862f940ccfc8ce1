/** Which language a text is in: Bokmål, Nynorsk, both, Northern Sámi, English, or none of these. */
import { sentencesWithWords } from '../cut-sentences.ts';
import type { Language } from '../model.ts';
import { wordsOf } from './features.ts';
import { codeOfNames } from './telling-words.ts';
import { CODES, type Code, type Scores, sumOf } from './weights.ts';
import { readWord, type WordReading } from './word-reading.ts';

/** What a whole text or page is judged to be. */
export interface Judgement {
  language: Language;
  /** 0..1: how sure; for a page the share of the words that decided and stand in the language found. */
  confidence: number;
  /** Words in passages that decided, by language. */
  words: Partial<Record<Code, number>>;
  /** Up to five words that spoke most clearly for the language found. */
  telling: string[];
  /** Whether so little of the text decides that it could well be otherwise. */
  thin: boolean;
}

/** How one passage speaks: `undefined` code when it could be either. */
export interface Passage {
  code: Code | undefined;
  words: number;
  /** By how much the first language leads (log-odds). */
  margin: number;
  /** Whether it ends as a sentence does. */
  ends: boolean;
  /** Languages that alone have one of its words. */
  marks: readonly Code[];
}

interface Read {
  scores: Scores;
  words: WordReading[];
  marks: readonly Code[];
}

/** These pages are Norwegian unless they clearly are not (log-odds). */
const FIRST_GUESS: Scores = { nb: 0, nn: 0, da: -3, sv: -3, se: -1, en: -2 };
/** Log-odds that a passage must reach to count, and that other languages must lead by. */
const SURE = 2;
const FOREIGN = 3;
/** Only sentences make a text mixed, and only clear ones: names and headings are short and end in no full stop. */
const SENTENCE = 4;
const LONG = 8;
const CLEAR = 5;
/** What a word that one language alone has adds to that language (log-odds). */
const MARK = 2;
/** Where nothing decides, Bokmål is the likelier: three pages in four are. */
const USUAL = 2;
/** A text is thin when fewer words than these stand in passages that decided. */
const THIN_WORDS = 8;
/** Enough passages to judge any page by. */
const MOST_PASSAGES = 2000;
/** From this share of the words that decided, the other standard makes a text mixed. */
const MIXED = 0.2;

/** The language of one text; `und` when nothing in it decides, or when it is Danish, Swedish or something else. */
export function detectLanguage(text: string): { language: Language; confidence: number } {
  const { language, confidence } = judge(text.split(/\n+/));
  return { language, confidence };
}

/** The language of a text given as its passages (blocks, paragraphs), each weighted by its words. */
export function judge(passages: readonly string[]): Judgement {
  const parts = passages.flatMap(sentencesWithWords).slice(0, MOST_PASSAGES);
  const read = parts.map(readPassage);
  const judged = read.map((one, i) => passageOf(one, parts[i] ?? ''));
  const words: Judgement['words'] = {};
  for (const { code, words: count } of judged) if (code) words[code] = (words[code] ?? 0) + count;
  const decided = Object.values(words).reduce((sum, count) => sum + count, 0);
  const thin = decided < THIN_WORDS;
  const code = (thin ? leaning(read, parts) : undefined) ?? strongest(words);
  if (code === undefined) return { language: 'und', confidence: 0, words, telling: [], thin: true };
  const share = decided === 0 ? 0.5 : (words[code] ?? 0) / decided;
  const confidence = share * Math.min(1, (decided + THIN_WORDS) / (2 * THIN_WORDS));
  return { language: languageOf(code, judged), confidence, words, telling: tellingWords(read, code), thin };
}

/** The model's scores, with what is added for words that one language alone has. */
function readPassage(text: string): Read {
  const words = wordsOf(text).map(readWord);
  const scores = sumOf(words);
  const marks: Code[] = [];
  for (const { codes } of words) {
    for (const code of codes) {
      if (!marks.includes(code)) marks.push(code);
      scores[code] += MARK;
    }
  }
  return { scores, words, marks };
}

/** How one passage speaks. */
export function judgePassage(text: string): Passage {
  return passageOf(readPassage(text), text);
}

function passageOf({ scores, words, marks }: Read, text: string): Passage {
  const [best, second] = ranked(scores);
  const margin = best.score - second.score;
  return {
    code: words.length > 0 ? likeliest(scores, SURE) : undefined,
    words: words.length,
    margin,
    ends: /[.!?:][»”"')]?\s*$/.test(text.slice(-10)),
    marks,
  };
}

function languageOf(code: Code, passages: Passage[]): Language {
  if (code === 'da' || code === 'sv') return 'und';
  const other = code === 'nb' ? 'nn' : code === 'nn' ? 'nb' : undefined;
  if (!other) return code;
  const clear = passages.filter(isClearSentence);
  const count = (of: Code) => clear.reduce((sum, one) => sum + (one.code === of ? one.words : 0), 0);
  const isReal = clear.some((passage) => passage.code === other && isBeyondDoubt(passage));
  const minority = isReal ? count(other) : 0;
  return minority > 0 && minority / (minority + count(code)) >= MIXED ? 'mixed' : code;
}

function isClearSentence({ words, margin, ends }: Passage): boolean {
  return margin >= CLEAR && words >= (ends ? SENTENCE : LONG);
}

/** Long words that both standards share may lean one way; a word that one standard alone has doesn't. */
function isBeyondDoubt({ code, marks, margin }: Passage): boolean {
  return code !== undefined && (marks.includes(code) || margin >= 2 * CLEAR);
}

/** The first language, when it leads by enough; Danish and the like must lead both Norwegian standards clearly. */
function likeliest(scores: Scores, enough: number): Code | undefined {
  const [best, second] = ranked(scores);
  const margin = best.score - second.score;
  const needed = best.code === 'nb' || best.code === 'nn' ? enough : Math.max(enough, FOREIGN);
  return margin >= needed ? best.code : undefined;
}

/** For a text in which no passage decides: what its single words say, then its names, then what it leans to. */
function leaning(read: readonly Read[], parts: readonly string[]): Code | undefined {
  const scores = sumOfPassages(read);
  if (scores.nb === scores.nn) return undefined;
  const codes = read.flatMap((one) => one.words.map(({ codes }) => codes));
  const marks = new Set(codes.flatMap((some) => (some.length === 1 ? some : [])));
  // Bokmål shares words with Danish, which these pages hardly ever are.
  if (marks.size === 0 && codes.some((some) => some.length > 1)) marks.add('nb');
  const [only, more] = marks;
  if (only !== undefined && more === undefined) return only;
  const named = marks.size === 0 ? codeOfNames(parts.join('\n')) : undefined;
  return named ?? likeliest(scores, FOREIGN) ?? (scores.nb + USUAL >= scores.nn ? 'nb' : 'nn');
}

interface Ranked {
  code: Code;
  score: number;
}

/** The two that lead; of equals the first in the order of all scores. */
function ranked(scores: Scores): [Ranked, Ranked] {
  let best: Ranked = { code: 'nb', score: Number.NEGATIVE_INFINITY };
  let second = best;
  for (const code of CODES) {
    const score = scores[code] + FIRST_GUESS[code];
    if (score > best.score) [best, second] = [{ code, score }, best];
    else if (score > second.score) second = { code, score };
  }
  return [best, second];
}

function strongest(words: Judgement['words']): Code | undefined {
  const [first] = CODES.filter((code) => (words[code] ?? 0) > 0).sort((a, b) => (words[b] ?? 0) - (words[a] ?? 0));
  return first;
}

function sumOfPassages(read: readonly Read[]): Scores {
  const sums: Scores = { nb: 0, nn: 0, da: 0, sv: 0, se: 0, en: 0 };
  for (const { scores } of read) for (const code of CODES) sums[code] += scores[code];
  return sums;
}

function tellingWords(read: readonly Read[], code: Code): string[] {
  const at = CODES.indexOf(code);
  const against = CODES.indexOf(code === 'nb' ? 'nn' : 'nb');
  const seen = new Map<WordReading, number>();
  for (const { words } of read) {
    for (const word of words) {
      const lead = (word.scores[at] ?? 0) - (word.scores[against] ?? 0);
      if (lead > 0) seen.set(word, (seen.get(word) ?? 0) + lead);
    }
  }
  return first(seen, 5).map(([{ word }]) => word);
}

type Said = readonly [WordReading, number];

/** So many of the words that lead most, in their order; there may be hundreds of others. */
function first(seen: ReadonlyMap<WordReading, number>, most: number): Said[] {
  const leading: Said[] = [];
  for (const said of seen) {
    const last = leading[most - 1];
    if (last !== undefined && compare(said, last) > 0) continue;
    leading.push(said);
    leading.sort(compare).splice(most);
  }
  return leading;
}

function compare([one, a]: Said, [other, b]: Said): number {
  return b - a || (one.word < other.word ? -1 : 1);
}
