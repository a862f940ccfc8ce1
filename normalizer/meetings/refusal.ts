/** Tells dates that are deadlines, validities, sources and orders from the days of meetings. */
import type { DateSpan } from '../dates/find-dates.ts';
import { hitsOf } from '../pattern-hits.ts';
import { remembered } from '../remembered.ts';
import { hasWord, needing, wordsSource } from './words.ts';

const BOUND = needing('boundBefore', new RegExp(`${wordsSource('boundBefore')}\\s{1,2}(?:den\\s|om\\s)?$`, 'iu'));
/** «Set av torsdag 23. april»: the little word belongs to the verb. */
const SAVED = needing('saveTheDay', new RegExp(`${wordsSource('saveTheDay')}\\s{1,2}(?:den\\s)?$`, 'iu'));
const TO = /(?<!\p{L})til\s{1,2}(?:den\s)?$/iu;
const SET = needing(
  'setTo',
  new RegExp(`${wordsSource('setTo')}(?:\\s\\p{L}{2,12}){0,3}\\s{0,2}til\\s{1,2}(?:den\\s)?$`, 'iu'),
);
const MOVED_FROM = needing('moved', new RegExp(wordsSource('moved'), 'iu'));
const SUBORDINATE = new RegExp(`${wordsSource('subordinate')}\\s[^,;]*$`, 'iu');
const STARTS = new RegExp(wordsSource('otherStarts'), 'iu');

/** «innan 20. januar»: whether a text says no more before the date than that it is a bound. */
export function isBound(text: string, span: DateSpan): boolean {
  const before = text.slice(0, span.index);
  return BOUND.test(before) && before.trim().split(/\s+/u).length <= 2;
}

/** Why the date can't be a meeting's day, or `undefined` when it may be. `hasBody`: whether a body stands in the date's clause. */
export function refusal(text: string, span: DateSpan, hasBody: (clause: string) => boolean): string | undefined {
  const before = text.slice(Math.max(0, span.index - 60), span.index);
  if (span.kind !== 'range' && BOUND.test(before) && !SAVED.test(before) && !MOVED_FROM.test(text)) return 'a bound';
  if (TO.test(before) && !SET.test(before) && !MOVED_FROM.test(text)) return 'a bound';
  const clause = clauseOf(text, span);
  if (isNever(withoutInvitation(clause, hasBody))) return 'a deadline, validity or source';
  if (hasBody(clause)) return undefined;
  if (hasWord(clause, 'unlessBody')) return 'an agreement or an act';
  const meets = hasWord(clause, 'meeting');
  if (!meets && (STARTS.test(clause) || SUBORDINATE.test(before))) return 'something else that happens';
  return undefined;
}

/** Whether a clause is of a deadline, a source or an approval: «Referatet er godkjent», not «Referatet er ikkje godkjent enno». */
export function isNever(clause: string): boolean {
  return hasWord(clause, 'never') || (hasWord(clause, 'approved') && !hasWord(clause, 'negations'));
}

const REGISTERS = new RegExp(`${wordsSource('registers')}(?=\\s)`, 'iu');

/** «Meld deg på dialogmøtet i Førde 3. juni!»: the words before a body invite to it. */
function withoutInvitation(clause: string, hasBody: (clause: string) => boolean): string {
  const hit = REGISTERS.exec(clause);
  return hit && hasBody(clause.slice(hit.index, hit.index + 60)) ? clause.replace(REGISTERS, '') : clause;
}

/** The piece between commas or semicolons in which the date stands; commas of the date itself aside. */
export function clauseOf(text: string, span: DateSpan): string {
  const end = span.index + span.text.length;
  const ends = clauseEnds(text);
  const before = ends.findLast((hit) => hit.index + hit[0].length <= span.index);
  const stop = ends.find(({ index }) => index >= end)?.index;
  return text.slice((before?.index ?? -1) + 1, stop ?? text.length);
}

/** A comma, the colon after a day («Frist 18. februar: møte 4. mars»), or an «og» that a verb follows: «… behandlet 3. mars og gjelder fra 1. april». */
const CLAUSE_END =
  /[,;]\s|:(?<=\d{1,2}\.\s?\p{L}{3,9}(?:\s\d{4})?:)\s|\sog\s(?=(?:gjelder|gjeld|trer|trår|er|skal|har|blir|vert|varer|varar|startet|starter|startar)\s)/gu;

const clauseEnds = remembered((text): readonly RegExpExecArray[] => hitsOf(text, CLAUSE_END));
