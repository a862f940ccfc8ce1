/** Days and bodies that stand in different sentences of a story: «Det skjedde tirsdag 24. mars», «… tirsdag 11. mars. Da gikk SSU gjennom …». */
import { daysBetween } from '../dates/calendar.ts';
import type { DateSpan } from '../dates/find-dates.ts';
import { mayHoldDate } from '../dates/signs.ts';
import type { Block } from '../page.ts';
import type { BodyHit } from './bodies.ts';
import { isSomebodyOf } from './own-bodies.ts';
import { readPlace } from './place.ts';
import { Reading } from './reading.ts';
import { clauseOf } from './refusal.ts';
import { bodiesIn, isGathering, opensWith, type Scene, soleBody } from './scene.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { isPast } from './tense.ts';
import type { Telling } from './whose.ts';
import { hasWord, needing, wordsSource } from './words.ts';

/** News sets the scene of what happened in the weeks before it: at most so many days. */
const OLDEST = 35;
/** A byline or a caption's line is no longer. */
const LONGEST_LINE = 60;
/** So many words at most say what a day is of, before they say that it was then: «Valget til leder skjedde …». */
const OPENING = 6;

/** Who a sentence is about stands in its first characters. */
const SUBJECT = 40;

const THAT_DAY = needing('thatDay', new RegExp(`^${wordsSource('thatDay')}\\s`, 'iu'));
/** «Da hadde utvalget alt sagt ja»: before that day. */
const HAD = /^\p{L}+\s(?:hadde|har)\s/iu;
const WENT = needing(
  'wentOn',
  new RegExp(`^\\p{L}+\\s(?:\\p{L}+\\s)?${wordsSource('wentOn')}\\s(?:på|i|ved|hos|over|via)\\s`, 'iu'),
);
const ORDINAL = needing('ordinals', new RegExp(`^${wordsSource('ordinals')}[\\s,]`, 'iu'));
/** «Den» is a thing that was told of, no meeting. */
const IT = /^den\s\p{L}+\s/iu;
const POINTS_BACK = /^(?:det|den|dette|denne|disse|desse)\s/iu;
/** «Onsdag 12. juni.», «12. juni:» and nothing else. */
const NOTHING_ELSE = /^[\s.,:–-]*$/u;
/** «Der», a verb, «hele» and the rest of a space. */
const WORDS_BEFORE = 4;
/** What somebody's deed is about stands at the end of its sentence. */
const ABOUT = needing('asksFor', new RegExp(wordsSource('asksFor'), 'iu'));
const QUOTED = /^\s?[–—«"“-]\s?\p{Lu}/u;

/** Who met on a day that another sentence tells, and whether it tells so in the past. */
export interface Told {
  hit: BodyHit;
  isPast: boolean;
  /** The sentence that names the body, where it tells of that day alone. */
  beside?: string;
}

/** The body whose meeting is on a day that stands in a sentence of its own, told by the sentences beside it. */
export function toldBeside(reading: Reading, span: DateSpan, { scene, before }: Telling): Told | undefined {
  const { text, days, bodies, sentence } = reading;
  const isProse = sentence.block.kind === 'paragraph' || sentence.block.kind === 'item';
  const clause = clauseOf(text, span);
  const isNamed = bodies.some(({ body }) => body) || bodiesIn(clause, scene).length > 0;
  if (!isProse || isNamed || days.length !== 1 || isElse(clause, scene)) return undefined;
  return bodyOfDiary(reading, span, scene) ?? bodyAfter(reading, span, scene) ?? bodyBefore(reading, before, scene);
}

/** Another's meeting, or a place of a word of law. */
function isElse(text: string, scene: Scene): boolean {
  return hasWord(text, 'otherMeetings') || hasWord(text, 'otherGroups') || scene.finder.isForeign(text);
}

/** «Onsdag 12. juni. Seks timer i bil. Samarbeidsrådet begynner før jeg får av meg skoene.» */
function bodyOfDiary({ text, sentence }: Reading, span: DateSpan, scene: Scene): Told | undefined {
  const rest = text.slice(0, span.index) + text.slice(span.index + span.text.length);
  if (sentence.place > 0 || !NOTHING_ELSE.test(rest)) return undefined;
  const told = sentencesOf(sentence.block).slice(1);
  if (told.length === 0 || told.some((other) => isElse(other.text, scene) || holdsDay(other, scene))) return undefined;
  // What is written down of a day was written after it.
  const hit = partyOf(told.map((other) => other.text).join(' '), scene);
  const isSubject = told.some((other) => bodiesIn(other.text, scene).some(({ index }) => index <= SUBJECT));
  return hit && isSubject ? { hit, isPast: true } : undefined;
}

function of(hit: BodyHit | undefined, told: string, beside?: string): Told | undefined {
  return hit && { hit, isPast: isPast(told), ...(beside === undefined ? {} : { beside }) };
}

/** The one body that a text speaks of, and not of somebody in it. */
function partyOf(text: string, scene: Scene): BodyHit | undefined {
  const hit = soleBody(text, scene);
  return hit && !isSomebodyOf(text, hit) ? hit : undefined;
}

/** «… tirsdag 11. mars. Da gikk utvalget gjennom …», «… er det vår tur. Partnerskapsmøtet starter kl. 10». */
function bodyAfter(reading: Reading, span: DateSpan, scene: Scene): Told | undefined {
  const next = sentencesAfter(reading.sentence, scene)[0];
  if (!next || isElse(next.text, scene) || holdsDay(next, scene)) return undefined;
  const hit = partyOf(next.text, scene);
  if (hit === undefined) return undefined;
  const after = new Reading(next, scene, []);
  const isThen = next.block === reading.sentence.block && didThen(next.text, hit) && !endsOrBegins(reading.text);
  const hasHours = after.clocks.length > 0 && hasWord(next.text, 'starts');
  return isThen || hasHours || setsScene(reading, after, span, scene) ? of(hit, next.text, next.text) : undefined;
}

/** «Da gikk utvalget gjennom …», «Da er det partnerskapsmøte»; «Da hadde utvalget alt sagt ja» was before that day. */
function didThen(text: string, hit: BodyHit): boolean {
  const ahead = text.slice(0, hit.index);
  if (!THAT_DAY.test(text) || HAD.test(text) || /[,;:]/u.test(ahead)) return false;
  return isGathering(hit.body) || (ahead.split(/\s/u).length <= WORDS_BEFORE && !hasWord(text, 'byLetter'));
}

/** «Direktøren slutter 31. mars», «Arbeidet stanset 3. mars»: a day of something else. */
function endsOrBegins(text: string): boolean {
  return hasWord(text, 'otherStarts') || hasWord(text, 'otherEnds');
}

/** The first words of news tell where and when it was, the next ones who it was. */
function setsScene(reading: Reading, after: Reading, span: DateSpan, scene: Scene): boolean {
  const { published } = scene.dates;
  if (published === undefined || span.start === undefined || scene.subject || scene.lead) return false;
  const age = daysBetween(span.start, published);
  if (age < 0 || age > OLDEST || reading.status.tense === 'future') return false;
  const first = opensWith(scene).find(({ text }) => text.length > LONGEST_LINE);
  const isPlaced = (readPlace(reading.text.slice(Math.max(0, span.index - 60)))?.weight ?? 0) >= 1;
  const isOpen = reading.sentence.block === first && hasWord(reading.text, 'notYetNamed');
  return isOpen && isPlaced && isPast(after.text) && !hasWord(after.text, 'longAgo');
}

/** «Utvalget hadde øvd på debatten. Det skjedde tirsdag 24. mars.» */
function bodyBefore(reading: Reading, before: readonly Reading[], scene: Scene): Told | undefined {
  const { text } = reading;
  const opening = text.split(/\s/u, OPENING).join(' ');
  const happened = hasWord(opening, 'happened');
  const at = readPlace(text);
  const isPlaced = at !== undefined && (at.weight >= 1 || at.mode !== 'physical');
  const isBack = POINTS_BACK.test(text) && !IT.test(text) && (happened || (isPlaced && WENT.test(text)));
  const comesUp = hasWord(text, 'comesUp') && isPlaced;
  const isNth = isPlaced && ORDINAL.test(text);
  const isIts = isBack || (happened && hasWord(opening, 'meeting')) || hasWord(text, 'onAgenda');
  if (!isIts && !isNth && !comesUp && !hasWord(text, 'newDay')) return undefined;
  // «Det andre, på rådhuset 20. oktober» stands after «Det første, …».
  const last = before.findLast(({ text: told }) => !isNth || !ORDINAL.test(told))?.sentence;
  const earlier = last ? [last] : sentencesAbove(reading.sentence.block, scene);
  if (earlier.some((one) => isElse(one.text, scene) || (!comesUp && holdsDay(one, scene)))) return undefined;
  const told = earlier.map((one) => one.text).join(' ');
  const hit = partyOf(told, scene);
  // «Utvalget ba om en gjennomgang av brannen. Det skjedde 11. februar»: of what was asked for, or of nothing that they did.
  const isDoing = isGathering(hit?.body) || comesUp || !ABOUT.test(told);
  const isMeeting = !isNth || isGathering(hit?.body) || hasWord(told, 'meeting');
  return isDoing && isMeeting ? of(hit, text, happened ? last?.text : undefined) : undefined;
}

/** The paragraph above, quotes passed by. */
function sentencesAbove(block: Block, { page }: Scene): Sentence[] {
  const at = page.blocks.findIndex(({ index }) => index === block.index);
  const above = page.blocks.slice(Math.max(0, at - 2), at).findLast(({ text }) => !QUOTED.test(text));
  return above?.kind === 'paragraph' ? sentencesOf(above) : [];
}

/** The sentences that follow: those of the block, then those of the next paragraph. */
function sentencesAfter({ block, place }: Sentence, { page }: Scene): Sentence[] {
  const after = page.blocks[page.blocks.findIndex(({ index }) => index === block.index) + 1];
  return [...sentencesOf(block).slice(place + 1), ...(after?.kind === 'paragraph' ? sentencesOf(after) : [])];
}

function holdsDay(sentence: Sentence, scene: Scene): boolean {
  return mayHoldDate(sentence.text) && new Reading(sentence, scene, []).days.length > 0;
}
