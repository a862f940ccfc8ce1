/** Lines that hold days and hardly anything else: whose they are stands round them. */
import { findDates } from '../dates/find-dates.ts';
import { nameOf, placeBefore } from './beside.ts';
import type { Reading } from './reading.ts';
import { soleBody } from './scene.ts';
import type { Telling } from './whose.ts';

/** «Neste:», «Neste gang»: no more words make a label of what lies ahead. */
const LABEL_WORDS = 2;

/** A day that leads its line begins no later than here. */
export const LEADS = 12;

/** «Torsdag 5. mars kl. 9–15, Alexandra hotell, Loen»: a day, a time and names of places, and nothing else. */
function isFacts(text: string, rest: string, { days, clocks, status }: Reading): boolean {
  const isOne = days.length === 1 && days[0]?.index === 0 && clocks.length > 0 && status.tense === undefined;
  const parts = rest.split(/[,;|()·•–—]/u).map((part) => part.trim());
  return isOne && !/[.!?]$/u.test(text) && parts.every((part) => part === '' || nameOf(part) !== undefined);
}

/** What may follow the day of a line; the verb of a sentence may not. */
const NO_VERB = /^\s?(?:$|[–—,;:()-]|kl|(?:i|på|ved|hos|med)\s)/iu;

/** «4. mars – utsett på ubestemt tid» below a line or a heading that is a body's name and nothing else. */
export function isBelowName({ text, days, sentence, status }: Reading, { scene, before }: Telling): boolean {
  const [day] = days;
  const line = [...before].reverse().find((each) => each.days.length === 0)?.text;
  const heading = line ?? sentence.block.trail.at(-1);
  if (!day || day.index > LEADS || heading === undefined || status.tense === 'past') return false;
  const hit = soleBody(heading, scene);
  const isName = hit !== undefined && hit.index === 0 && hit.end >= heading.length - 1;
  return isName && text.length < 90 && NO_VERB.test(text.slice(day.index + day.text.length));
}

/** «6. mars kl. 10, Stryn», «12. juni, Hornindal – med omvising»: lines of one paragraph that each begin with a day are the entries of a list. */
function isTypedEntry({ text, days, sentence: { block } }: Reading): boolean {
  if (days[0]?.index !== 0 || !block.text.includes('\n')) return false;
  const lines = block.text.split('\n');
  return lines.some((line) => line === text) && lines.filter(beginsWithDay).length >= FEWEST_ENTRIES;
}

const FEWEST_ENTRIES = 2;

function beginsWithDay(line: string): boolean {
  const [first] = line.length > LONGEST_ENTRY ? [] : findDates(line);
  return first?.index === 0 && (first.kind === 'day' || first.kind === 'range');
}

/** A day, its time, a place and a remark are no longer. */
const LONGEST_ENTRY = 120;

/** A line that holds days and hardly anything else. */
export function isBareDates(reading: Reading, isNamed: boolean): boolean {
  const { text, sentence, days, clocks, status, labels } = reading;
  // A date in a `<time>` of its own without a time of day is the page's more often than a meeting's.
  if (sentence.block.kind === 'time' && clocks.length === 0) return false;
  let rest = text;
  for (const { text: part } of [...days, ...clocks]) rest = rest.replace(part, ' ');
  const words = rest.match(/\p{L}{2,}/gu) ?? [];
  const { kind } = sentence.block;
  const list = isNamed || kind === 'item' || kind === 'definition' || isTypedEntry(reading);
  const [first] = days;
  if (list && words.length <= 12 && ((first?.index ?? 99) <= 8 || placeBefore(text, first?.index ?? 0) !== undefined))
    return true;
  if (list) return false;
  if (isFacts(text, rest, reading)) return true;
  const isLed = labels.some((label) => /:$/u.test(label)) && (first?.index ?? 99) <= 12;
  if (isLed && words.length <= 12 && status.tense === undefined) return true;
  // A verb makes it a sentence: «Mandatet ble vedtatt 3. mai 2023» is no list of days.
  const isPlain = status.tense === undefined || (status.tense === 'future' && words.length <= LABEL_WORDS);
  return words.length <= 3 && text.length < 400 && isPlain;
}
