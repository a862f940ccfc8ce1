/** Reads meetings from sentences, list items, headings and link texts. */
import { type DateContext, type DateSpan, findDates } from '../dates/find-dates.ts';
import { roleIn } from '../document-role.ts';
import type { Block } from '../page.ts';
import { clockFor, placeNear } from './beside.ts';
import type { BodyHit } from './bodies.ts';
import { confidenceOf, type Draft, papersOf, quoteOf, timing } from './draft.ts';
import { readParticipants } from './participants.ts';
import { refusal } from './refusal.ts';
import { bodiesIn, type Scene } from './scene.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type Clause, readClauses, readingAt, readStatus } from './status.ts';
import { tellFileNames } from './tell-file-names.ts';
import { bodiesOf, type Owner, type Reading, type Telling } from './whose.ts';
import { hasWord, labelled, wordsSource } from './words.ts';

/** All meetings that the blocks tell of in words; table cells are read elsewhere. */
export function tellText(blocks: readonly Block[], scene: Scene): Draft[] {
  const drafts: Draft[] = [];
  for (const block of blocks) {
    if (block.kind === 'cell' || block.kind === 'term') continue;
    const before: Reading[] = [];
    for (const sentence of sentencesOf(block)) {
      const reading = readSentence(sentence, scene);
      drafts.push(...tellSentence(reading, { scene, before, drafts }));
      withVerdict(drafts, reading);
      before.push(reading);
    }
    drafts.push(...tellFileNames(block, drafts, scene));
  }
  return drafts;
}

function readSentence(sentence: Sentence, scene: Scene): Reading {
  const { block } = sentence;
  const text = block.term === undefined ? sentence.text : `${block.term}: ${sentence.text}`;
  const bodies = bodiesIn(text, scene);
  const status = readStatus(text);
  const anchor = yearBesideBody(text, bodies);
  const context: DateContext = {
    ...scene.dates,
    trail: block.trail,
    ...(status.tense ? { tense: status.tense } : {}),
    ...(anchor ? { anchor } : {}),
  };
  const clauses = readClauses(text);
  const spans = datesOf(text, context, clauses);
  const days = spans.filter((span) => isDay(span) || isMonth(span, block));
  return { sentence, text, bodies, status, clauses, days, clocks: spans.filter((span) => span.kind === 'clock') };
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
  if (!isToldPlainly(reading, span)) return [];
  return bodiesOf(reading, span, telling).map((owner) => draftOf(reading, span, owner, telling));
}

/** «I dag» and a weekday alone count only where a past meeting is told of; in most sentences they mean «nowadays» or any such day. */
function isToldPlainly({ text, status, bodies }: Reading, span: DateSpan): boolean {
  if (span.kind !== 'relative' && span.kind !== 'weekday') return true;
  const nowadays = /(?:er|har|kan|må|møter|brukar|bruker|finnes|finst)\si\sdag|i\sdag\s(?:er|har|kan|må|møter)/iu.test(
    text,
  );
  const told = status.tense !== undefined || status.status === 'cancelled';
  return told && !nowadays && bodies.some((hit) => hit.body);
}

function draftOf(reading: Reading, span: DateSpan, { hit, confidence }: Owner, telling: Telling): Draft {
  const { sentence, text } = reading;
  const { block } = sentence;
  const status = verdictBefore(reading, telling) ?? statusOf(reading, span, telling.scene);
  const documents = papersOf(linksNear(block, text), [...block.trail].at(-1) ?? '');
  const held =
    documents.some(({ role }) => role === 'minutes') || isMinutes(text, block) || isOwnDay(text, telling.scene);
  const place = placeNear(reading, span);
  const participants = status === 'planned' ? undefined : readParticipants(text);
  return {
    body: hit.body ?? 'other',
    localName: hit.name,
    ...(hit.area ? { area: hit.area } : {}),
    ...timing(span, clockFor(reading, span)),
    day: span.start ?? '',
    ...(place ? { place } : {}),
    ...(participants ? { participants } : {}),
    ...(status && !(status === 'planned' && held) ? { status } : held ? { status: 'held' as const } : {}),
    documents,
    quote: quoteOf(text, span.index),
    confidence: confidenceOf(confidence, span),
    ...(span.kind === 'relative' || span.kind === 'weekday' ? { relative: true } : {}),
    at: block.index,
  };
}

function linksNear(block: Block, text: string): Block['links'] {
  return block.text.includes('\n') ? block.links.filter((link) => text.includes(link.text)) : block.links;
}

/** Minutes that exist tell of a meeting that was held; «referat kommer» doesn't. */
function isMinutes(text: string, block: Block): boolean {
  const role = roleIn(text)?.role;
  if (role !== 'minutes' || /(?<!\p{L})(?:ikke|ikkje|kommer|kjem|mangler|manglar)(?!\p{L})/iu.test(text)) return false;
  return block.kind === 'heading' || block.links.length > 0 || block.index < 0;
}

/** «Dato: 12.03.2026» at the head of a page that is the minutes themselves. */
function isOwnDay(text: string, { title }: Scene): boolean {
  return labelled(text, 'when') !== undefined && roleIn(title)?.role === 'minutes' && !NEXT_MEETING.test(text);
}

const NEXT_MEETING = /^neste(?!\p{L})/iu;

function statusOf({ status: whole, clauses, days, text }: Reading, span: DateSpan, { dates }: Scene): Draft['status'] {
  const own = readingAt(clauses, span.index);
  const status = days.length > 1 && own.status !== undefined ? own : whole;
  if (status.status === 'cancelled' || status.status === 'postponed') return status.status;
  const latest = [dates.published, dates.updated]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  const ahead = latest !== undefined && (span.start ?? '') > latest;
  // What lies ahead of the page's own dates can't have been held, whatever the tense.
  if (status.status === 'held') return ahead ? 'planned' : 'held';
  return status.status ?? (ahead && text.length > 0 ? 'planned' : undefined);
}

const MOVED = new RegExp(wordsSource('moved'), 'iu');
const REFERS = new RegExp(`^(?:${wordsSource('refersBack')})`, 'iu');
const WAS = new RegExp(`${wordsSource('insteadOf')}\\s(?:den\\s|\\p{L}{4,7}dag\\s)?$`, 'iu');

/** «Møtet 12. juni er flyttet til 25. september»: one meeting at its new day, with the day it was first called for. */
function tellMove(reading: Reading, telling: Telling): Draft | undefined {
  const { text, days } = reading;
  if (!MOVED.test(text) && !hasWord(text, 'insteadOf')) return undefined;
  if (days.length === 2 && !isOneMove(reading)) return undefined;
  const range = days.find((span) => span.kind === 'range' && span.end && /til/iu.test(span.text));
  const [one, two] = range ? [range, range] : days;
  // «Møtet er 10. juni (flyttet fra 3. juni)»: the new day stands first.
  const isTurned = one && two && !range && WAS.test(text.slice(one.index + one.text.length, two.index));
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

/** «SSU skulle ha møttes 3. mars. … er møtet skjøvet til 10. mars»: the new day of the meeting told of just before. */
function tellLaterMove(reading: Reading, telling: Telling): Draft | undefined {
  const { text, days, bodies, sentence } = reading;
  const last = telling.drafts.at(-1);
  const [day] = days;
  if (!last || !day?.start || days.length > 1 || bodies.length > 0 || !MOVED.test(text)) return undefined;
  const isNear = sentence.block.index - last.at <= 1 && last.at >= 0 && last.day.length === 10;
  const isOpen = last.status !== 'held' && !last.movedFrom && !last.relative && day.start !== last.day;
  const isItsOwn = telling.drafts.filter(({ at }) => at === last.at).length === 1;
  const hit: BodyHit = { body: last.body, name: last.localName, index: 0, end: 0, unsure: false };
  if (!isNear || !isOpen || !isItsOwn || !hasWord(text, 'meeting') || WAS.test(text.slice(0, day.index)))
    return undefined;
  const owner = { hit: last.area ? { ...hit, area: last.area } : hit, confidence: 0.8 };
  return { ...draftOf(reading, day, owner, telling), status: 'planned', movedFrom: last.day };
}

const WAS_SET = new RegExp(`${wordsSource('insteadOf')}|${wordsSource('meant')}`, 'iu');

/** «Utsatt på ubestemt tid. Møtet skulle ha vært 9. mars»: the sentence before says what became of the day that this one tells. */
function verdictBefore({ text, days }: Reading, { before }: Telling): Draft['status'] {
  const last = before.at(-1);
  const verdict = last?.status.status;
  if (!last || last.days.length > 0 || days.length !== 1 || !WAS_SET.test(text)) return undefined;
  return verdict === 'cancelled' || verdict === 'postponed' ? verdict : undefined;
}

/** «Møtet 3. mars ble avlyst, og det neste er flyttet til 5. mai» tells of two meetings; a move has both days in its own statement. */
function isOneMove({ text, days, clauses }: Reading): boolean {
  const [one, two] = days;
  if (!one || !two) return false;
  const between = text.slice(one.index + one.text.length, two.index);
  const isAcross = clauses.some(({ index }) => index > one.index && index <= two.index);
  return !isAcross || MOVED.test(between) || WAS.test(between);
}

/** «Avlyst!», «Møtet på Stiklestad blir utsett på ubestemt tid»: what becomes of the meeting told of just before. */
function withVerdict(drafts: Draft[], reading: Reading): void {
  const { days, status, bodies, text, sentence } = reading;
  const last = drafts.at(-1);
  if (!last || days.length > 0 || (status.status !== 'cancelled' && status.status !== 'postponed')) return;
  const { index, kind } = sentence.block;
  const isNear = last.at === index || (index - last.at === 1 && kind === 'paragraph');
  const isShort = (text.match(/\p{L}+/gu) ?? []).length <= 4;
  const isAnother =
    bodies.some(({ body }) => body !== last.body) || drafts.some((other) => other !== last && other.at === last.at);
  if (!isNear || isAnother || last.status === 'held' || !(isShort || hasWord(text, 'meeting') || REFERS.test(text)))
    return;
  drafts[drafts.length - 1] = { ...last, status: status.status };
}

/** «Partnerskapsmøtet fulgte samme sted kl. 12.30–15.30»: the day (and place) of the meeting told of just before. */
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
