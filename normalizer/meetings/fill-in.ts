/** Fills in a meeting from one sentence that speaks of it: its time of day, its place, how many came, that it was held. */
import { type DateSpan, findDates } from '../dates/find-dates.ts';
import { type Draft, withClock } from './draft.ts';
import { readParticipants } from './participants.ts';
import { type PlaceReading, readPlace } from './place.ts';
import { hasWord, needing, wordsSource } from './words.ts';

/** «Møtet på Stiklestad er avlyst». */
const MEETING_AT = new RegExp(`^${wordsSource('gatheringNouns')}\\s(?:på|i|ved)\\s\\p{Lu}`, 'iu');
/** «Då er det dialogmøte, heildigitalt, kl. 9–11»: goes on with what the sentence before placed in time. */
const INTRODUCES = needing('introduces', new RegExp(`^${wordsSource('introduces')}\\s`, 'iu'));
/** «Då møtest utvalet i Stryn». */
const THEN = /^(?:da|då)\s/iu;
const WAS_HELD = new RegExp(
  `^${wordsSource('gatheringNouns')}\\s${wordsSource('wereVerbs')}(?!\\s(?:${wordsSource('meantEnd')}|${wordsSource('cancelled')}|${wordsSource('postponed')}))`,
  'iu',
);

/** What one sentence adds to a draft; `others`: it names other meetings too. */
export function withSentence(draft: Draft, text: string, others: boolean): Draft {
  const counts = draft.status !== 'planned' && draft.status !== 'cancelled' && !draft.participants && !others;
  const participants = counts ? readParticipants(text) : undefined;
  const introduces = INTRODUCES.test(text) || (THEN.test(text) && hasWord(text, 'meeting'));
  const isAboutPlace = introduces || hasWord(text, 'aboutPlace') || MEETING_AT.test(text) || participants !== undefined;
  const offered = hasWord(text, 'offers') ? readPlace(text)?.mode : undefined;
  const isChoice = offered === 'hybrid' || (offered === 'online' && draft.place?.mode === 'physical');
  const usual = hasWord(text, 'tentative') && !isChoice;
  const told = (isAboutPlace || isChoice) && !usual && !others ? readPlace(text) : undefined;
  const isHeld =
    !draft.status && !others && (WAS_HELD.test(text) || hasWord(text, 'thanks') || hasWord(text, 'wasThere'));
  const timed = others || usual ? draft : withToldClock(draft, text);
  // Most sentences add nothing.
  if (!participants && !isHeld && !told) return timed;
  const filled = { ...timed };
  if (participants) filled.participants = participants;
  if (isHeld) filled.status = 'held';
  if (told) filled.place = betterPlace(draft.place, isChoice ? { ...told, mode: 'hybrid' } : told);
  return filled;
}

const ABOUT_TIME = ['starts', 'gathered', 'aboutPlace'] as const;

/** «Klokkeslettet er det same, kl. 09.00–11.30», «… og møtet starter klokken 09.30»: the time of the day told of before. */
function withToldClock(draft: Draft, text: string): Draft {
  if (draft.precision !== 'day') return draft;
  const isAboutTime = ABOUT_TIME.some((list) => hasWord(text, list)) || INTRODUCES.test(text);
  // «Om lag 30 var med fra kl. 9 til 11»: those who came, and when.
  if (!isAboutTime && readParticipants(text) === undefined) return draft;
  const clocks = findDates(text).filter(({ kind }) => kind === 'clock');
  const clock = joinedClock(text, clocks);
  return clock ? withClock(draft, clock) : draft;
}

/** The one time that a sentence tells, or its two where it says that the second is the end: «start kl. 10, slutt kl. 14». */
export function joinedClock(text: string, clocks: readonly DateSpan[]): DateSpan['clock'] {
  const [first, second] = clocks;
  if (!first?.clock || clocks.length > 2) return undefined;
  if (!second?.clock || (second.clock.from === first.clock.from && !second.clock.to)) return first.clock;
  const between = text.slice(first.index + first.text.length, second.index);
  const isEnd = hasWord(between, 'ends') && !first.clock.to && second.clock.from > first.clock.from;
  return isEnd ? { from: first.clock.from, to: second.clock.from } : undefined;
}

function betterPlace(known: PlaceReading | undefined, told: PlaceReading): PlaceReading {
  if (!known) return told;
  const mode = joinModes(known, told);
  // «på Deichman i Bjørvika» says more than «i biblioteket».
  const isNameless = /^\p{Ll}+$/u.test(told.text ?? '') && /^\p{Lu}/u.test(known.text ?? '');
  if (isNameless) return { ...known, mode };
  if (told.text && told.weight > known.weight) return { ...told, mode };
  return { ...known, mode };
}

/** People in the room and people on a screen, told in two sentences, are a hybrid meeting. */
function joinModes(a: PlaceReading, b: PlaceReading): PlaceReading['mode'] {
  if (a.mode === 'unknown') return b.mode;
  if (b.mode === 'unknown' || a.mode === b.mode) return a.mode;
  return b.mode === 'hybrid' || a.mode === 'hybrid' ? 'hybrid' : a.mode;
}
