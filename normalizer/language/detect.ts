/** Which language a text is in: Bokmål, Nynorsk, both, Northern Sámi, English, or none of these. */
import type { Language } from '../model.ts';
import { CODES, type Code, type Scores, scoresOf, wordScores } from './weights.ts';

/** What a whole text or page is judged to be. */
export interface Judgement {
  language: Language;
  /** 0..1: how sure; for a page the share of the words that decided and stand in the language found. */
  confidence: number;
  /** Words in passages that decided, by language. */
  words: Partial<Record<Code, number>>;
  /** Up to five words that spoke most clearly for the language found. */
  telling: string[];
}

/** How one passage speaks: `undefined` code when it could be either. */
export interface Passage {
  code: Code | undefined;
  words: number;
  /** By how much the first language leads (log-odds). */
  margin: number;
  /** Whether it ends as a sentence does. */
  ends: boolean;
}

type Read = ReturnType<typeof scoresOf>;

/** These pages are Norwegian unless they clearly are not (log-odds). */
const FIRST_GUESS: Scores = { nb: 0, nn: 0, da: -3, sv: -3, se: -1, en: -2 };
/** Log-odds that a passage must reach to count, and that other languages must lead by. */
const SURE = 2;
const FOREIGN = 3;
/** Only sentences make a text mixed, and only clear ones: names and headings are short and end in no full stop. */
const SENTENCE = 4;
const LONG = 8;
const CLEAR = 5;
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
  const parts = passages.flatMap(sentences).slice(0, MOST_PASSAGES);
  const read = parts.map(scoresOf);
  const judged = read.map((one, i) => passageOf(one, parts[i] ?? ''));
  const words: Judgement['words'] = {};
  for (const { code, words: count } of judged) if (code) words[code] = (words[code] ?? 0) + count;
  const code = strongest(words) ?? leaning(sumOf(read));
  if (code === undefined) return { language: 'und', confidence: 0, words, telling: [] };
  const decided = Object.values(words).reduce((sum, count) => sum + count, 0);
  const confidence = decided === 0 ? 0.5 : (words[code] ?? 0) / decided;
  return { language: languageOf(code, judged), confidence, words, telling: tellingWords(read, code) };
}

/** How one passage speaks. */
export function judgePassage(text: string): Passage {
  return passageOf(scoresOf(text), text);
}

function passageOf({ scores, words }: Read, text: string): Passage {
  const [best, second] = ranked(scores);
  const margin = best.score - second.score;
  return {
    code: words.length > 0 ? likeliest(scores, SURE) : undefined,
    words: words.length,
    margin,
    ends: /[.!?:][»”"')]?\s*$/.test(text.slice(-10)),
  };
}

function languageOf(code: Code, passages: Passage[]): Language {
  if (code === 'da' || code === 'sv') return 'und';
  const other = code === 'nb' ? 'nn' : code === 'nn' ? 'nb' : undefined;
  if (!other) return code;
  const clear = passages.filter(isClearSentence);
  const count = (of: Code) => clear.reduce((sum, passage) => sum + (passage.code === of ? passage.words : 0), 0);
  const minority = count(other);
  return minority > 0 && minority / (minority + count(code)) >= MIXED ? 'mixed' : code;
}

function isClearSentence({ words, margin, ends }: Passage): boolean {
  return margin >= CLEAR && words >= (ends ? SENTENCE : LONG);
}

/** The first language, when it leads by enough; Danish and the like must lead both Norwegian standards clearly. */
function likeliest(scores: Scores, enough: number): Code | undefined {
  const [best, second] = ranked(scores);
  const margin = best.score - second.score;
  const needed = best.code === 'nb' || best.code === 'nn' ? enough : Math.max(enough, FOREIGN);
  return margin >= needed ? best.code : undefined;
}

/** For a text in which no passage decides: the Norwegian standard it leans to, were it by one word. */
function leaning(scores: Scores): Code | undefined {
  if (scores.nb === scores.nn) return undefined;
  return likeliest(scores, FOREIGN) ?? (scores.nb > scores.nn ? 'nb' : 'nn');
}

function ranked(scores: Scores): [{ code: Code; score: number }, { code: Code; score: number }] {
  const order = CODES.map((code) => ({ code, score: scores[code] + FIRST_GUESS[code] })).sort(
    (a, b) => b.score - a.score,
  );
  const [best = { code: 'nb', score: 0 }, second = best] = order;
  return [best, second];
}

function strongest(words: Judgement['words']): Code | undefined {
  const [first] = CODES.filter((code) => (words[code] ?? 0) > 0).sort((a, b) => (words[b] ?? 0) - (words[a] ?? 0));
  return first;
}

function sumOf(read: readonly Read[]): Scores {
  const sums: Scores = { nb: 0, nn: 0, da: 0, sv: 0, se: 0, en: 0 };
  for (const { scores } of read) for (const code of CODES) sums[code] += scores[code];
  return sums;
}

/** Words of a passage run on to the next full stop. */
function sentences(passage: string): string[] {
  return passage.split(/\n+|(?<=[.!?])\s+(?=[\p{Lu}«–"])/u).filter((part) => /\p{L}/u.test(part));
}

function tellingWords(read: readonly Read[], code: Code): string[] {
  const at = CODES.indexOf(code);
  const against = CODES.indexOf(code === 'nb' ? 'nn' : 'nb');
  const seen = new Map<string, number>();
  for (const word of read.flatMap(({ words }) => words)) {
    const scores = wordScores(word);
    const lead = (scores[at] ?? 0) - (scores[against] ?? 0);
    if (lead > 0) seen.set(word, (seen.get(word) ?? 0) + lead);
  }
  return [...seen]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 5)
    .map(([word]) => word);
}
