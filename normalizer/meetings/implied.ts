/** Sentences that speak of a meeting without the word: by a case that is taken up, by «da ses vi», by «we» below a year. */
import type { Reading } from './reading.ts';
import { isGathering, type Scene } from './scene.ts';
import { splitSentences } from './sentences.ts';
import { YEAR_ALONE } from './table-years.ts';
import { hasWord, wordsSource } from './words.ts';

/** Whether a day of the sentence can be nothing but a meeting's of the body that the page is about. */
export function impliesMeeting(reading: Reading, scene: Scene): boolean {
  return isTakenUp(reading) || isThen(reading) || isOurs(reading, scene);
}

/** «Saken tas opp igjen 14. januar kl. 12.30». */
function isTakenUp({ text, clocks }: Reading): boolean {
  const isOurs = !hasWord(text, 'otherMeetings') && !ELSEWHERE.test(text);
  return clocks.length > 0 && isOurs && hasWord(text, 'takenUp');
}

/** «Saken behandles i ledergruppa», «Saken tas opp i Debatten»: by somebody named right behind. */
const ELSEWHERE = new RegExp(`${wordsSource('takenUp')}(?:\\s\\p{L}+)?\\s(?:i|av|hos)\\s(?!møte)\\p{L}`, 'iu');

/** «Saken er på kartet 14. januar. Da ses vi på Teams». */
function isThen({ sentence: { block, place } }: Reading): boolean {
  const next = splitSentences(block.text)[place + 1] ?? '';
  return THEN.test(next) && hasWord(next, 'meeting');
}

const THEN = /^(?:da|då)\s/iu;

/** «Me opna året på Voss 18. februar» below a year, on the page of a committee. */
function isOurs({ text, sentence, days }: Reading, { subject }: Scene): boolean {
  if (days.length !== 1 || !subject?.body || isGathering(subject.body)) return false;
  return YEAR_ALONE.test(sentence.block.trail.at(-1) ?? '') && hasWord(text, 'weBegin');
}
