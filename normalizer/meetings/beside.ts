/** The time and the place that stand beside a day in its sentence. */
import type { DateSpan } from '../dates/find-dates.ts';
import { MONTH, SEASON, WEEKDAY } from '../dates/words.ts';
import { roleIn } from '../document-role.ts';
import { municipalityNumber } from '../municipality-names.ts';
import type { BodyHit } from './bodies.ts';
import type { Draft } from './draft.ts';
import { isPlaceless, readMode, readPlace } from './place.ts';
import type { Reading } from './reading.ts';
import { hasWord, isWord, wordsSource } from './words.ts';

/** The time of day after the date, up to the next one; before it when none follows and there is but one date. */
export function clockFor({ text, days, clocks }: Reading, span: DateSpan): { from: string; to?: string } | undefined {
  const end = span.index + span.text.length;
  const next = days.find((day) => day.index >= end)?.index ?? Number.POSITIVE_INFINITY;
  const shared = clocks.length === 1 ? clocks[0] : undefined;
  if (shared && hasWord(text.slice(Math.max(0, shared.index - 24), shared.index), 'forAll')) return shared.clock;
  const after = clocks.find((clock) => clock.index >= end && clock.index < next);
  return (after ?? (days.length === 1 ? clocks[0] : undefined))?.clock;
}

/** The place told beside this date: from the date to the next one, then before it. */
export function placeNear(reading: Reading, span: DateSpan): Draft['place'] {
  const { days } = reading;
  const text = withoutNames(reading.text, reading.bodies);
  const end = span.index + span.text.length;
  const names = namesAfter(text, end, reading);
  const told = names ?? (days.length < 2 ? placeBefore(text, span.index) : undefined);
  if (days.length < 2) return mostTelling(told, saidOf(reading, text, span));
  const following = days.find((day) => day.index >= end);
  const next = following?.index ?? text.length;
  // «14. mai og 11. juni på Teams, og 9. september i Stryn»: two days joined are on the same spot.
  if (following && /^\.?\s(?:og|samt)\s(?:den\s)?$/u.test(text.slice(end, next))) return placeNear(reading, following);
  const last = [...days].reverse().find((day) => day.index < span.index);
  const from = last ? last.index + last.text.length : 0;
  const ahead = text.slice(end, next);
  // «Ordninga gjeld frå 1. september i Stryn, og utvalet møtest 26. november»: another statement's place is not this day's.
  const behind = text.slice(from, span.index).replace(/^.*(?:,\s(?:og|men|mens|medan)\s|;\s)/u, '');
  // «12. november i Fredrikstad og 11. november i Halden»: what follows at once is this day's; what leads belongs to it only right before.
  const follows = /^\s?\(?(?:på|i|ved|hos)\s/u.test(ahead) ? readPlace(clauseBefore(ahead)) : undefined;
  const leads = /(?:på|i|ved)\s(?!.*(?:\sog|\sder)\s)[^,;]{2,40}\s$/u.test(behind)
    ? readPlace(behind, behind.length)
    : undefined;
  return (
    follows ?? leads ?? names ?? readPlace(clauseBefore(ahead)) ?? readPlace(behind, behind.length) ?? sharedMode(text)
  );
}

/** «… er tema på Beredskapswebinaret 27. januar»: a body's name has no capital that could make a place of it. */
export function withoutNames(text: string, bodies: readonly BodyHit[]): string {
  return bodies.reduce((line, { index, end, area = '' }) => {
    const last = end - area.length;
    return `${line.slice(0, index)}${line.slice(index, last).toLowerCase()}${line.slice(last)}`;
  }, text);
}

/** The place that the sentence says, unless it only says of what stands there why the meeting was moved. */
function saidOf({ clauses, bodies }: Reading, text: string, span: DateSpan): Draft['place'] {
  const said = readPlace(text, span.index);
  const at = said?.text && said.weight < 2 ? text.indexOf(said.text) : -1;
  const clause = clauses.find(({ index, end }) => at >= index && at < end);
  if (!said?.text || at < 0 || !clause || (span.index >= clause.index && span.index < clause.end)) return said;
  const isSubject = SAYS_OF_IT.test(text.slice(at + said.text.length));
  const isMeetings = hasWord(text.slice(clause.index, at), 'meeting') || bodies.some(({ index }) => index < at);
  // «Brua på Lote er stengd, og møtet er flytta til 24. november»
  return isSubject && !isMeetings ? undefined : said;
}

const SAYS_OF_IT = new RegExp(`^\\s${wordsSource('areVerbs')}|^\\s${wordsSource('wereVerbs')}`, 'iu');

/** «3. mai og 4. juni, begge gonger på nett»: how people meet on all of the sentence's days. */
function sharedMode(text: string): Draft['place'] {
  const all = FOR_ALL.exec(text);
  const mode = all ? readMode(text.slice(all.index), false) : 'unknown';
  return mode === 'unknown' ? undefined : { text: null, mode, weight: 0 };
}

const FOR_ALL = new RegExp(wordsSource('forAll'), 'iu');

function clauseBefore(ahead: string): string {
  return ahead.replace(/(?:,|\sog|\smens|\smen)\s.*$/u, '');
}

/** A place named in the line's own list of facts, unless the sentence tells of a building. */
function mostTelling(names: Draft['place'], said: Draft['place']): Draft['place'] {
  if (!names) return said;
  return said && said.weight > names.weight && said.text?.includes(names.text ?? '') ? said : names;
}

const LOWER_VENUE = new RegExp(`^${wordsSource('venues')}(?:\\s(?:(?:i|på|ved)\\s)?\\p{Lu}[\\p{L}\\s-]{1,30})?$`, 'u');
const PART = /^(?:\s?[,;:|–—·•-]|\s?\(|\))\s?/u;
const NAME = /^\p{Lu}[\p{L}’'.&/-]+(?:\s(?:(?:i|på|og|ved)\s)?\p{Lu}?[\p{L}\d’'&/-]+){0,5}$/u;
const MOST_PARTS = 4;

/** «17. april, kl. 10–12, Mo i Rana»: names alone among the short facts after the day. */
function namesAfter(text: string, end: number, { bodies, clocks, days }: Reading): Draft['place'] {
  let at = end;
  let place: Draft['place'];
  for (let count = 0; count < MOST_PARTS; count += 1) {
    const mark = PART.exec(text.slice(at));
    const clock = clocks.find(({ index }) => index >= at && index - at <= 3);
    if (clock) {
      at = clock.index + clock.text.length;
      continue;
    }
    if (!mark || days.some(({ index }) => index === at + mark[0].length)) return place;
    const start = at + mark[0].length;
    const part = /^[^,;|()·•]{2,60}?(?=\s?[,;|()·•]|:\s|\s[–—-]\s|\.?$|\.\s)/u.exec(text.slice(start))?.[0];
    if (part === undefined) return place;
    const isBody = bodies.some((hit) => hit.index < start + part.length && hit.end > start);
    const next = isBody || roleIn(part) !== undefined ? undefined : nameOf(part);
    if (place) return joined(place, next);
    place = next;
    at = start + part.length;
  }
  return place;
}

/** «Auditoriet, Ålesund sjukehus»: a room and the house that it is in. */
function joined(room: NonNullable<Draft['place']>, house: Draft['place']): Draft['place'] {
  if (!house?.text || !room.text) return room;
  if (room.mode !== house.mode) return { ...(room.mode === 'online' ? house : room), mode: 'hybrid' };
  return { ...room, text: `${room.text}, ${house.text}`, weight: Math.max(room.weight, house.weight) };
}

/** Names with commas between them and nothing else: «Møterom K2, Kalnes». */
export function namesOf(line: string): Draft['place'] {
  const [first, ...others] = line.split(/,\s/u).map((part) => nameOf(part.trim()));
  if (others.length > 2) return undefined;
  return others.reduce((place, next) => (place && next ? joined(place, next) : undefined), first);
}

const PLACE_AND_DAY = /^(?:([^,;:.]{3,40}),\s)?([^,;:]{3,50}?)\s?[,:–]\s(?:\p{L}{3,8}dag\s)?(?:den\s)?$/u;

/** «Sandnes, 4. mars»: a municipality, a venue or a screen named before the day. */
export function placeBefore(text: string, index: number): Draft['place'] {
  const [, house, part] = PLACE_AND_DAY.exec(text.slice(0, index)) ?? [];
  if (part === undefined) return undefined;
  // «Fosnavåg, Herøy rådhus, 18. september»: a town and the house in it.
  if (house !== undefined)
    return (readPlace(`${house}, ${part}`)?.weight ?? 0) >= 2 ? namesOf(`${house}, ${part}`) : undefined;
  const isPlace =
    isWord(part, 'online') || municipalityNumber(part, []) !== undefined || (readPlace(part)?.weight ?? 0) >= 2;
  return isPlace || isDateline(text, part, index) ? nameOf(part) : undefined;
}

/** «Florø, 4. mars 2026: …»: one name with a comma opens a line, the day comes next. */
function isDateline(text: string, part: string, index: number): boolean {
  if (!/^\p{Lu}\p{Ll}{2,}$/u.test(part) || !/^[^,]+,\s/u.test(text.slice(0, index)) || roleIn(part)) return false;
  return !DATE_WORD.test(part) && !/(?:møte|utval|utvalg|plan|råd|ing|ering)$/iu.test(part);
}

const DATE_WORD = new RegExp(`^(?:${MONTH}|${WEEKDAY}|${SEASON})$`, 'iu');

/** Whether a name is that of a municipality. */
export function isTown(name: string): boolean {
  return municipalityNumber(name, []) !== undefined;
}

/** A place that is told by its name alone, among other short facts. */
export function nameOf(part: string): Draft['place'] {
  if (isWord(part, 'online')) return { text: /^\p{Lu}/u.test(part) ? part : null, mode: 'online', weight: 0 };
  if (NAMELESS.some((list) => isWord(part, list))) return undefined;
  if (LOWER_VENUE.test(part)) return { text: part, mode: 'physical', weight: 2.5 };
  if (!NAME.test(part) || (/\s\p{Ll}+$/u.test(part) && readPlace(part) === undefined)) return undefined;
  if (STATUS.some((list) => hasWord(part, list)) || isPlaceless(part)) return undefined;
  const venue = readPlace(part);
  return { text: part, mode: venue?.mode ?? 'physical', weight: Math.max(1, venue?.weight ?? 0) };
}

/** How people meet, and labels. */
const NAMELESS = ['physical', 'hybrid', 'where', 'when', 'facts'] as const;
const STATUS = ['cancelled', 'postponed', 'moved', 'held', 'planned', 'never', 'meeting', 'otherGroups'] as const;
