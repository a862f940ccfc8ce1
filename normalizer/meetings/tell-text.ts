/** Reads meetings from sentences, list items, headings and link texts. */
import { isoDay, isRealDay } from '../dates/calendar.ts';
import { type DateContext, type DateSpan, findDates } from '../dates/find-dates.ts';
import type { Block } from '../page.ts';
import type { BodyHit } from './bodies.ts';
import type { Draft } from './draft.ts';
import { labelBlock } from './labels.ts';
import { tellLaterMove, tellMove, tellOldDay, withVerdict } from './moves.ts';
import { refusal } from './refusal.ts';
import { bodiesIn, type Scene } from './scene.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type Clause, readClauses, readingAt, readStatus } from './status.ts';
import { tellFileNames } from './tell-file-names.ts';
import { draftOf } from './told-day.ts';
import { beganAfter, bodiesOf, type Reading, type Telling } from './whose.ts';
import { hasWord, wordsSource } from './words.ts';

/** All meetings that the blocks tell of in words; table cells are read elsewhere. */
export function tellText(blocks: readonly Block[], scene: Scene): Draft[] {
  const drafts: Draft[] = [];
  for (const block of blocks) {
    if (block.kind === 'cell' || block.kind === 'term') continue;
    const before: Reading[] = [];
    for (const sentence of sentencesOf(block)) {
      const reading = readSentence(sentence, scene, labelsOf(sentence, before, scene));
      const telling = { scene, before, drafts };
      const moved = tellOldDay(reading, telling);
      if (moved) drafts[drafts.length - 1] = moved;
      else drafts.push(...tellSentence(reading, telling));
      withVerdict(drafts, reading);
      before.push(reading);
    }
    drafts.push(...tellFileNames(block, drafts, scene));
  }
  return drafts;
}

/** The lines that lead to this one, where they may name its year: «Våren 2026 møtes fagrådet disse dagene:». */
function labelsOf({ block }: Sentence, before: readonly Reading[], { page }: Scene): string[] {
  const line = [...before].reverse().find(({ text }) => /:$/u.test(text));
  const above = labelBlock(block, page.blocks);
  return [above, line].flatMap((label) => label?.text ?? []);
}

function readSentence(sentence: Sentence, scene: Scene, labels: readonly string[]): Reading {
  const { block } = sentence;
  const text = block.term === undefined ? sentence.text : `${block.term}: ${sentence.text}`;
  const bodies = bodiesIn(text, scene);
  const status = readStatus(text);
  const anchor = yearBesideBody(text, bodies);
  const context: DateContext = {
    ...scene.dates,
    trail: [...block.trail, ...labels],
    ...(status.tense ? { tense: status.tense } : {}),
    ...(anchor ? { anchor } : {}),
  };
  const clauses = readClauses(text);
  const spans = withYearOfNeighbour(datesOf(text, context, clauses));
  const all = spans.filter((span) => isDay(span) || isMonth(span, block));
  const standing = all.filter((span) => !isStruck(block, span));
  // Nothing but struck days: the meeting itself is struck.
  const isCalledOff = standing.length === 0 && all.length > 0;
  const days = isCalledOff ? all : standing;
  return {
    sentence,
    text,
    bodies,
    status: isCalledOff ? { status: 'cancelled', tense: 'future' } : status,
    clauses,
    days,
    labels,
    clocks: spans.filter((span) => span.kind === 'clock'),
  };
}

/** The dates of a sentence, each in the tense of its own clause: «ble holdt 12. november, og neste er 20. april». */
function datesOf(text: string, context: DateContext, clauses: readonly Clause[]): DateSpan[] {
  const spans = findDates(text, context);
  const tenses = new Set(clauses.map(({ reading }) => reading.tense));
  if (tenses.size < 2 || spans.every(({ reason }) => reason?.from !== 'published')) return spans;
  const byTense = new Map(
    [...tenses].map((tense) => [tense, findDates(text, tense ? { ...context, tense } : context)]),
  );
  return spans.map((span) => {
    const { tense } = readingAt(clauses, span.index);
    return byTense.get(tense)?.find(({ index, kind }) => index === span.index && kind === span.kind) ?? span;
  });
}

/** «Ny dato er 4. juni 2025 (opprinnelig 28. mai)»: days of one sentence are of one year where only one tells it. */
function withYearOfNeighbour(spans: readonly DateSpan[]): DateSpan[] {
  const days = spans.filter(isDay);
  const years = new Set(days.map(({ start }) => start?.slice(0, 4)));
  const [year] = years;
  if (years.size !== 1 || year === undefined) return [...spans];
  return spans.map((span) => {
    const { kind, start, day, month } = span;
    if (kind !== 'day' || start !== undefined || day === undefined || month === undefined) return span;
    if (!isRealDay(Number(year), month, day)) return span;
    return { ...span, start: isoDay(Number(year), month, day), reason: { from: 'list', text: year } };
  });
}

/** A day that is struck through holds no longer. */
function isStruck({ struck }: Block, { text }: DateSpan): boolean {
  return struck?.some((part) => part.includes(text)) ?? false;
}

function isDay(span: DateSpan): boolean {
  return span.start?.length === 10 && ['day', 'range', 'relative', 'weekday'].includes(span.kind);
}

/** A month alone is worth telling in a plan's list; elsewhere it only places something else in time. */
function isMonth(span: DateSpan, block: Block): boolean {
  return span.kind === 'month' && span.start?.length === 7 && block.kind === 'item' && span.index < 30;
}

/** «Partnerskapsmøte for 2023 avholdes 20. april»: the year beside the body is the meeting's. */
function yearBesideBody(text: string, bodies: readonly BodyHit[]): DateContext['anchor'] {
  for (const { body, end } of bodies) {
    const hit = /^\s(?:(?:for|i)\s)?((?:19|20)\d{2})(?![\d–-])/u.exec(text.slice(end, end + 10));
    if (body && hit) return { year: Number(hit[1]), text: hit[0].trim() };
  }
  const move = /^(?:Møt(?:et|e)|Konferansen)\si\s(20\d{2})(?!\d)/u.exec(text);
  return move ? { year: Number(move[1]), text: move[0] } : undefined;
}

function tellSentence(reading: Reading, telling: Telling): Draft[] {
  const { text, days } = reading;
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
  if (!isToldPlainly(reading, span, telling)) return [];
  return bodiesOf(reading, span, telling).map((owner) => draftOf(reading, span, owner, telling));
}

const NOW = wordsSource('nowadays');
const NOWADAYS = new RegExp(`${NOW}\\si\\sdag|i\\sdag\\s${NOW}`, 'iu');

/** «I dag» and a weekday alone count only where a past meeting is told of; in most sentences they mean «nowadays» or any such day. */
function isToldPlainly(reading: Reading, span: DateSpan, telling: Telling): boolean {
  const { text, status, bodies } = reading;
  const { scene } = telling;
  if (span.kind !== 'relative' && span.kind !== 'weekday') return true;
  const told = status.tense !== undefined || status.status === 'cancelled' || hasWord(text, 'meant');
  const isGathering =
    status.tense === 'past' &&
    (hasWord(text, 'gathered') || hasWord(text, 'loose')) &&
    (scene.lead ?? scene.subject ?? scene.opening) !== undefined;
  const isIts = isGathering || bodies.some((hit) => hit.body) || beganAfter(reading, telling) !== undefined;
  return told && !NOWADAYS.test(text) && isIts;
}

function followOn(reading: Reading, { drafts, scene }: Telling): Draft[] {
  const { text, bodies, clocks, sentence } = reading;
  const last = drafts.at(-1);
  const hit = bodies.find((each) => each.body);
  if (!last || !hit?.body || hit.body === last.body || !hasWord(text, 'followsOn') || last.day.length !== 10) return [];
  if (sentence.block.index - last.at > 2) return [];
  const span: DateSpan = { kind: 'day', index: 0, text: '', start: last.day, flags: [] };
  const draft = draftOf(
    { ...reading, days: [], clocks },
    span,
    { hit, confidence: 0.7 },
    { scene, before: [], drafts },
  );
  const samePlace = /sam[me]{1,2}\sst(?:ed|ad|aden)/iu.test(text);
  return [samePlace && last.place ? { ...draft, place: last.place } : draft];
}
