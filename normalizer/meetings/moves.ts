/** Meetings that were moved to another day or called off, in one sentence or over several. */
import { findDates } from '../dates/find-dates.ts';
import type { Block } from '../page.ts';
import type { BodyHit } from './bodies.ts';
import type { Draft } from './draft.ts';
import type { Reading } from './reading.ts';
import { draftOf } from './told-day.ts';
import { bodiesOf, type Telling } from './whose.ts';
import { hasWord, needing, wordsSource } from './words.ts';

const MOVED = needing('moved', new RegExp(wordsSource('moved'), 'iu'));
const REFERS = needing('refersBack', new RegExp(`^(?:${wordsSource('refersBack')})`, 'iu'));
const WAS = needing('insteadOf', new RegExp(`${wordsSource('insteadOf')}\\s(?:den\\s|\\p{L}{4,7}dag\\s)?$`, 'iu'));
/** So many blocks below a card's day its other lines stand. */
const CARD = 4;

/** A line of the card whose badge gave the day: the card's heading stands between. */
function isOnCard({ index, trail }: Block, { at, card }: Draft): boolean {
  return card !== undefined && index - at <= CARD && trail.at(-1) === card;
}

/** «Møtet 12. juni er flyttet til 25. september»: one meeting at its new day, with the day it was first called for. */
export function tellMove(reading: Reading, telling: Telling): Draft | undefined {
  const { text, days } = reading;
  if (!MOVED.test(text) && !hasWord(text, 'insteadOf') && !isMeant(reading) && !isSetBefore(reading)) return undefined;
  if (days.length === 2 && !isOneMove(reading)) return undefined;
  const range = days.find((span) => span.kind === 'range' && span.end && /til/iu.test(span.text));
  const [one, two] = range ? [range, range] : days;
  // «Møtet er 10. juni (flyttet fra 3. juni)»: the new day stands first.
  const isTurned = one && two && !range && isWas(text.slice(one.index + one.text.length, two.index));
  const [first, second] = isTurned ? [two, one] : [one, two];
  const from = first?.start;
  const to = range ? range.end : second?.start;
  if (!first || !second || !from || !to || from === to) return undefined;
  const [owner] = bodiesOf(reading, first, telling);
  if (!owner) return undefined;
  const moved = { ...second, kind: 'day' as const, start: to };
  delete moved.end;
  return { ...draftOf(reading, moved, owner, telling), status: 'planned', movedFrom: from };
}

/** «Møtet 3. mars ble avlyst, og det neste er flyttet til 5. mai» tells of two meetings; a move has both days in its own statement. */
function isOneMove({ text, days, clauses }: Reading): boolean {
  const [one, two] = days;
  if (!one || !two) return false;
  const between = text.slice(one.index + one.text.length, two.index);
  const isAcross = clauses.some(({ index }) => index > one.index && index <= two.index);
  // «… møtes ikke 20. mars, men 27. mars»
  if (isWas(text.slice(0, one.index)) && BUT.test(between)) return true;
  return !isAcross || MOVED.test(between) || isWas(between) || MEANT.test(text.slice(0, one.index));
}

const BUT = /^,?\smen\s(?:den\s|\p{L}{4,7}dag\s)?$/iu;
const MEANT = needing('meant', new RegExp(`${wordsSource('meant')}(?:\\s[\\p{L}]{2,12}){0,4}\\s(?:den\\s)?$`, 'iu'));

/** «Møtet som skulle vært 6. mai, blir i stedet holdt 15. mai». */
function isMeant({ text, days, status, bodies }: Reading): boolean {
  const [one, two] = days;
  if (!one || !two || days.length > 2 || status.status === 'cancelled') return false;
  const between = text.slice(one.index + one.text.length, two.index);
  const isOther = hasWord(between, 'another') || bodies.some(({ index }) => index > one.index && index < two.index);
  return MEANT.test(text.slice(0, one.index)) && !isOther;
}

/** «19. mars (ny dato, tidligere 12. mars)». */
function isSetBefore({ text, days }: Reading): boolean {
  const [one, two] = days;
  return one !== undefined && two !== undefined && isWas(text.slice(one.index + one.text.length, two.index));
}

/** Whether what stands before a day says that a meeting was to be on it. */
export function isWas(before: string): boolean {
  return WAS.test(before) || (/[(,–-]/u.test(before) && DIRECTLY.test(before));
}

const DIRECTLY = needing(
  'wasDirectly',
  new RegExp(`${wordsSource('wasDirectly')}:?\\s(?:den\\s|\\p{L}{4,7}dag\\s)?$`, 'iu'),
);

/** «SSU skulle ha møttes 3. mars. … er møtet skjøvet til 10. mars»: the new day of the meeting told of just before. */
export function tellLaterMove(reading: Reading, telling: Telling): Draft | undefined {
  const { text, days, bodies, sentence } = reading;
  const last = telling.drafts.at(-1);
  const [day] = days;
  const isOff = last?.status === 'cancelled' || (last !== undefined && hasWord(last.quote, 'meant'));
  const isNew = last !== undefined && hasWord(text, 'newDay') && isOff;
  if (!last || !day?.start || days.length > 1 || bodies.length > 0 || !(MOVED.test(text) || isNew)) return undefined;
  const isNear = sentence.block.index - last.at <= 1 && last.at >= 0 && last.day.length === 10;
  const isOpen = last.status !== 'held' && !last.movedFrom && (isNew || !last.relative) && day.start !== last.day;
  const isItsOwn = telling.drafts.filter(({ at }) => at === last.at).length === 1;
  const hit: BodyHit = { body: last.body, name: last.localName, index: 0, end: 0, unsure: false };
  const isOfMeeting = isNew || hasWord(text, 'meeting');
  if (!isNear || !isOpen || !isItsOwn || !isOfMeeting || WAS.test(text.slice(0, day.index))) return undefined;
  const owner = { hit: last.area ? { ...hit, area: last.area } : hit, confidence: 0.8 };
  return { ...draftOf(reading, day, owner, telling), status: 'planned', movedFrom: last.day };
}

/** «Ny dato er 21. mai. Møtet var først satt til 7. mai»: the day that the meeting told of just before was moved from. */
export function tellOldDay(reading: Reading, { drafts, scene }: Telling): Draft | undefined {
  const last = drafts.at(-1);
  const [day, more] = reading.days;
  if (!last || !day || more) return undefined;
  const { text, bodies, sentence, status } = reading;
  if (status.status === 'cancelled' || status.status === 'postponed') return undefined;
  const isNear = sentence.block.index - last.at <= 1 || isOnCard(sentence.block, last);
  const isIts = bodies.every(({ body }) => body === last.body) && isNear && last.at >= 0;
  const ahead = text.slice(0, day.index);
  const isOld = MEANT.test(ahead) || WAS.test(ahead);
  if (!isIts || !isOld || last.status === 'held' || last.movedFrom || last.day.length !== 10) return undefined;
  const [{ start } = day] = findDates(text, {
    ...scene.dates,
    anchor: { year: Number(last.day.slice(0, 4)), text: last.day },
  }).filter(({ index }) => index === day.index);
  return start?.length === 10 && start !== last.day ? { ...last, status: 'planned', movedFrom: start } : undefined;
}

/** «Avlyst!», «Møtet på Stiklestad blir utsett på ubestemt tid»: what becomes of the meeting told of just before. */
export function withVerdict(drafts: Draft[], reading: Reading): void {
  const last = drafts.at(-1);
  const { index, kind } = reading.sentence.block;
  if (!last || reading.days.length > 0 || index - last.at > CARD) return;
  const { status, bodies, text, sentence } = reading;
  if (status.status !== 'cancelled' && status.status !== 'postponed') return;
  const isNear = last.at === index || (index - last.at === 1 && kind === 'paragraph') || isOnCard(sentence.block, last);
  const isShort = (text.match(/\p{L}+/gu) ?? []).length <= 4;
  const isAnother =
    bodies.some(({ body }) => body !== last.body) || drafts.some((other) => other !== last && other.at === last.at);
  if (!isNear || isAnother || last.status === 'held' || !(isShort || hasWord(text, 'meeting') || REFERS.test(text)))
    return;
  drafts[drafts.length - 1] = { ...last, status: status.status };
}
