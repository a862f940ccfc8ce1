/** Reads meetings from sentences, list items, headings and link texts. */
import type { DateSpan } from '../dates/find-dates.ts';
import { roleIn } from '../document-role.ts';
import type { Block } from '../page.ts';
import type { Draft } from './draft.ts';
import { isUnderStamp } from './labels.ts';
import { tellLaterMove, tellMove, tellOldDay, withVerdict } from './moves.ts';
import { withOneOfThem } from './one-of-them.ts';
import { Reading } from './reading.ts';
import { refusal } from './refusal.ts';
import { bodiesIn, isGathering, type Scene } from './scene.ts';
import { sentencesOf, splitSentences } from './sentences.ts';
import { readStatus } from './status.ts';
import { newsOf } from './stories.ts';
import { tellFileNames } from './tell-file-names.ts';
import { isPast } from './tense.ts';
import { draftOf } from './told-day.ts';
import { beganAfter, bodiesOf, type Telling } from './whose.ts';
import { hasWord, wordsSource } from './words.ts';

/** All meetings that the blocks tell of in words; table cells are read elsewhere. */
export function tellText(blocks: readonly Block[], scene: Scene): Draft[] {
  const drafts: Draft[] = [];
  for (const block of blocks) {
    if (block.kind === 'cell' || block.kind === 'term' || isUnderStamp(block, blocks)) continue;
    const before: Reading[] = [];
    for (const sentence of sentencesOf(block)) {
      const reading = new Reading(sentence, scene, before);
      const telling = { scene, before, drafts };
      const moved = tellOldDay(reading, telling);
      if (moved) drafts[drafts.length - 1] = moved;
      else drafts.push(...tellSentence(reading, telling));
      withVerdict(drafts, reading);
      withOneOfThem(drafts, reading);
      before.push(reading);
    }
    if (block.links.length > 0) drafts.push(...tellFileNames(block, drafts, scene));
  }
  return drafts;
}

function tellSentence(reading: Reading, telling: Telling): Draft[] {
  const { text, days } = reading;
  if (days.length === 0) return followOn(reading, telling);
  if (telling.scene.finder.isForeign(text)) return [];
  const moved = tellMove(reading, telling) ?? tellLaterMove(reading, telling);
  if (moved) return [moved];
  const found = days.flatMap((span) => tellDay(reading, span, telling));
  return found.length > 0 ? found : followOn(reading, telling);
}

function tellDay(reading: Reading, span: DateSpan, telling: Telling): Draft[] {
  const { text } = reading;
  const inClause = (clause: string) => bodiesIn(clause, telling.scene).some((hit) => hit.body);
  if (refusal(text, span, inClause)) return [];
  if (isDayOfPage(reading, span, telling.scene) || !isToldPlainly(reading, span, telling)) return [];
  return bodiesOf(reading, span, telling).map((owner) => draftOf(reading, span, owner, telling));
}

/** The day of publishing as a line of its own below the title of a page that is no meeting's paper. */
function isDayOfPage({ text, sentence: { block } }: Reading, span: DateSpan, { page, title, dates }: Scene): boolean {
  if (span.year === undefined || span.start !== dates.published || text.length > span.text.length + 1) return false;
  const role = roleIn(title)?.role;
  const at = page.blocks.findIndex(({ kind, level }) => kind === 'heading' && level === 1);
  const isBelowTitle = at >= 0 && block.index > at && block.index <= at + 2;
  return (
    (block.kind === 'paragraph' || block.kind === 'time') && isBelowTitle && role !== 'minutes' && role !== 'agenda'
  );
}

const NOW = wordsSource('nowadays');
const NOWADAYS = new RegExp(`${NOW}\\si\\sdag|i\\sdag\\s${NOW}`, 'iu');

const IN = /(?<!\p{L})(?:i|på)\s(?:det\s)?$/u;

/** «I dag» and a weekday alone count only where a past meeting is told of; in most sentences they mean «nowadays» or any such day. */
function isToldPlainly(reading: Reading, span: DateSpan, telling: Telling): boolean {
  const { text, status, bodies } = reading;
  const { scene } = telling;
  if (span.kind !== 'relative' && span.kind !== 'weekday') return true;
  // «Vedtaket kom i SSU tirsdag»
  const isIn = isPast(text) && bodies.some((hit) => hit.body && IN.test(text.slice(0, hit.index)));
  const told = isIn || status.tense !== undefined || status.status === 'cancelled' || hasWord(text, 'meant');
  const isGathering =
    status.tense === 'past' &&
    (hasWord(text, 'gathered') || hasWord(text, 'loose')) &&
    (scene.lead ?? scene.subject ?? scene.opening) !== undefined;
  const isIts = isGathering || bodies.some((hit) => hit.body) || beganAfter(reading, telling) !== undefined;
  if (!NOWADAYS.test(text) && newsOf(reading, span, telling)) return true;
  if (isCalledTo(reading, span, scene)) return true;
  return (told || isToldOn(reading, scene)) && !NOWADAYS.test(text) && isIts;
}

/** «Onsdag kl. 10–15 møtes partnerne på Kinn hotell» below «Klart for partnerskapsmøte»: an hour or a week says which day. */
function isCalledTo({ text, status, clocks }: Reading, { kind, points }: DateSpan, { subject }: Scene): boolean {
  const isSet = kind === 'weekday' && (clocks.length > 0 || points !== undefined);
  return isSet && status.tense === 'future' && isGathering(subject?.body) && CALLS.some((list) => hasWord(text, list));
}

const CALLS = ['gathered', 'meeting', 'starts'] as const;

/** «I går bytte utvalet ut møterommet. Dei møttest på verftet»: the sentence after it says that they met. */
function isToldOn({ sentence: { block, place } }: Reading, { page }: Scene): boolean {
  const after = page.blocks[page.blocks.findIndex(({ index }) => index === block.index) + 1];
  const next =
    splitSentences(block.text)[place + 1] ?? (after?.kind === 'paragraph' ? splitSentences(after.text)[0] : undefined);
  return next !== undefined && hasWord(next, 'gathered') && readStatus(next).tense === 'past';
}

function followOn(reading: Reading, { drafts, scene }: Telling): Draft[] {
  const { text, sentence } = reading;
  const last = drafts.at(-1);
  if (last?.day.length !== 10 || sentence.block.index - last.at > 2 || !hasWord(text, 'followsOn')) return [];
  const hit = reading.bodies.find((each) => each.body);
  if (!hit?.body || hit.body === last.body || scene.finder.isForeign(text)) return [];
  const span: DateSpan = { kind: 'day', index: 0, text: '', start: last.day, flags: [] };
  const draft = draftOf(reading.withoutDays(), span, { hit, confidence: 0.7 }, { scene, before: [], drafts });
  const samePlace = /sam[me]{1,2}\sst(?:ed|ad|aden)/iu.test(text);
  return [samePlace && last.place ? { ...draft, place: last.place } : draft];
}
