/** What became of the meeting that a day of a sentence is: from the sentence, its labels, and what kind of page tells it. */
import type { DateSpan } from '../dates/find-dates.ts';
import type { Draft } from './draft.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';
import { readingAt, readStatus, type StatusReading } from './status.ts';
import { isPreterite } from './tense.ts';
import type { Telling } from './whose.ts';
import { hasWord, isWord, labelled, wordsSource } from './words.ts';

/** The fate of the meeting on a day; `undefined` where nothing tells it. */
export function statusOf(reading: Reading, span: DateSpan, scene: Scene): Draft['status'] {
  const { dates, title } = scene;
  const { status: whole, clauses, days, text } = reading;
  const own = readingAt(clauses, span.index);
  const isOwn = days.length > 1 || (own.status === 'held' && !isCalledOff(whole));
  const status = own.status !== undefined && isOwn ? own : whole;
  if (isCalledOff(status)) return status.status;
  const ahead = isAhead(span, scene);
  // What lies ahead of the page's own dates can't have been held, whatever the tense.
  if (status.status === 'held') return ahead ? 'planned' : 'held';
  if (!ahead && isOfTheLast(reading, span, title)) return 'held';
  if (status.status !== undefined) return status.status;
  if (ahead) return text.length > 0 ? 'planned' : undefined;
  return ledStatus(reading) ?? (isReported(text, span, dates.published) ? 'held' : undefined);
}

/** «Møtet 5. mars ble rammet av snø og er utsatt»: what is called off anywhere in a sentence was not held. */
function isCalledOff({ status }: StatusReading): boolean {
  return status === 'cancelled' || status === 'postponed';
}

/** Later than the page's own days. */
export function isAhead({ start }: DateSpan, { dates }: Scene): boolean {
  const latest = [dates.published, dates.updated]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  return latest !== undefined && (start ?? '') > latest;
}

const MINUTES_OF = new RegExp(`${wordsSource('minutes')}\\s(?:fra|frå)\\s[^.;:!?]{0,60}$`, 'iu');

/** «Referatet fra møtet 28. oktober», «Sist møte: 21. april», «16. september: Mandatet fornyet» below «Vedtak». */
function isOfTheLast({ text, sentence }: Reading, span: DateSpan, title: string): boolean {
  const heading = sentence.block.trail.at(-1) ?? title;
  if (labelled(text, 'lastMeeting') !== undefined || isWord(heading, 'lastMeeting')) return true;
  const before = text.slice(0, span.index);
  if (MINUTES_OF.test(before) && !hasWord(text, 'negations')) return true;
  const after = text.slice(span.index + span.text.length);
  return span.index < LEADS && DECIDED.test(after) && [heading, title].some((one) => LIST_OF_DECISIONS.test(one));
}

/** A day that leads a line has at most its weekday before it. */
const LEADS = 12;
const DECIDED = /^(?:\s\([^)]{2,20}\))?\s?[:–-]\s\p{L}+(?:\s\S+){2}/u;
const LIST_OF_DECISIONS = new RegExp(`^${wordsSource('decisions')}`, 'iu');

/** «Utvalet hadde desse møta:», «Disse møtene er avlyst:» above a list of days. */
function ledStatus({ labels, sentence }: Reading): Draft['status'] {
  const label = sentence.block.kind === 'item' ? labels.at(-1) : undefined;
  const { status } = label === undefined ? {} : readStatus(label);
  return status === 'planned' ? undefined : status;
}

/** «Direktørane stilte til kryssforhør 3. mai» on a page that came after the day. */
function isReported(text: string, span: DateSpan, published: string | undefined): boolean {
  if (published === undefined || published < (span.start ?? '')) return false;
  return isPreterite(text);
}

const WAS_SET = new RegExp(`${wordsSource('insteadOf')}|${wordsSource('meant')}`, 'iu');

/** «Utsatt på ubestemt tid. Møtet skulle ha vært 9. mars»: the sentence before says what became of the day that this one tells. */
export function verdictBefore({ text, days }: Reading, { before }: Telling): Draft['status'] {
  const last = before.at(-1);
  const verdict = last?.status.status;
  if (!last || last.days.length > 0 || days.length !== 1 || !WAS_SET.test(text)) return undefined;
  return verdict === 'cancelled' || verdict === 'postponed' ? verdict : undefined;
}
