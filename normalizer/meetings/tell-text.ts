/** Reads meetings from sentences, list items, headings and link texts. */
import { type DateContext, type DateSpan, findDates, readableFileName } from '../dates/find-dates.ts';
import { roleIn } from '../document-role.ts';
import type { Block } from '../page.ts';
import type { BodyHit } from './bodies.ts';
import { type Draft, papersOf, quoteOf, timing } from './draft.ts';
import { readParticipants } from './participants.ts';
import { readPlace } from './place.ts';
import { clauseOf, refusal } from './refusal.ts';
import { bodiesIn, pathOf, type Scene, soleBody } from './scene.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { readStatus, type StatusReading } from './status.ts';
import { hasWord, wordsSource } from './words.ts';

/** A sentence with everything read from it. */
interface Reading {
  sentence: Sentence;
  text: string;
  bodies: BodyHit[];
  status: StatusReading;
  days: DateSpan[];
  clocks: DateSpan[];
}

/** All meetings that the blocks tell of in words; table cells are read elsewhere. */
export function tellText(blocks: readonly Block[], scene: Scene): Draft[] {
  const drafts: Draft[] = [];
  for (const block of blocks) {
    if (block.kind === 'cell' || block.kind === 'term') continue;
    const before: Reading[] = [];
    for (const sentence of sentencesOf(block)) {
      const reading = readSentence(sentence, scene);
      drafts.push(...tellSentence(reading, { scene, before, drafts }));
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
  const spans = findDates(text, context);
  const days = spans.filter((span) => isDay(span) || isMonth(span, block));
  return { sentence, text, bodies, status, days, clocks: spans.filter((span) => span.kind === 'clock') };
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

interface Telling {
  scene: Scene;
  before: readonly Reading[];
  drafts: readonly Draft[];
}

function tellSentence(reading: Reading, telling: Telling): Draft[] {
  const { text, days } = reading;
  if (telling.scene.finder.isForeign(text)) return [];
  const moved = tellMove(reading, telling);
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

interface Owner {
  hit: BodyHit;
  confidence: number;
}

/** Whose meeting a day is: a body in the sentence, one just named, or the one that headings, title or address are about. */
function bodiesOf(reading: Reading, span: DateSpan, telling: Telling): Owner[] {
  if (reading.bodies.length > 0) return ownBodies(reading, span);
  const { sentence, text } = reading;
  const bare = isBareDates(reading);
  const meets = hasWord(clauseOf(text, span), 'meeting') || hasWord(text, 'meeting');
  const paper = roleIn(text)?.role === 'minutes' || roleIn(text)?.role === 'agenda';
  if (!bare && !meets && !paper) return [];
  const named = meets ? justNamed(reading, telling) : undefined;
  if (named) return [{ hit: named, confidence: 0.8 }];
  const heading = headingBody(sentence.block, telling.scene);
  if (heading === null) return [];
  if (heading) return [{ hit: heading, confidence: bare || paper ? 0.8 : 0.75 }];
  const { subject } = telling.scene;
  return subject ? [{ hit: subject, confidence: 0.7 }] : [];
}

/** Farther from a date than this, a body in the same sentence says nothing of it. */
const FARTHEST = 140;

function ownBodies({ text, bodies }: Reading, span: DateSpan): Owner[] {
  const end = span.index + span.text.length;
  const away = (hit: BodyHit) => (hit.end <= span.index ? span.index - hit.end : hit.index - end + 8);
  const led = [...bodies]
    .reverse()
    .find((hit) => hit.end <= span.index && !/[,;]/u.test(text.slice(hit.end, span.index)));
  const nearest = led && away(led) < 50 ? led : [...bodies].sort((a, b) => away(a) - away(b))[0];
  if (!nearest?.body || away(nearest) > FARTHEST) return [];
  const twin = bodies.find(
    (hit) => hit.body && hit.body !== nearest.body && isJoined(text, hit, nearest) && away(hit) < 60,
  );
  return [nearest, ...(twin ? [twin] : [])].map((hit) => ({ hit, confidence: hit.unsure ? 0.75 : 0.9 }));
}

function isJoined(text: string, a: BodyHit, b: BodyHit): boolean {
  const [first, second] = a.index < b.index ? [a, b] : [b, a];
  return /^\s(?:og|\+)\s$/u.test(text.slice(first.end, second.index));
}

/** A line that holds days and hardly anything else. */
function isBareDates({ text, sentence, days, clocks }: Reading): boolean {
  let rest = text;
  for (const { text: part } of [...days, ...clocks]) rest = rest.replace(part, ' ');
  const words = rest.match(/\p{L}{2,}/gu) ?? [];
  const list = sentence.block.kind === 'item' || sentence.block.kind === 'definition';
  const [first] = days;
  if (list) return words.length <= 12 && (first?.index ?? 99) <= 8;
  return words.length <= 3 && text.length < 400;
}

const REFERS_BACK = new RegExp(`^(?:${wordsSource('refersBack')})`, 'iu');
const GATHERED = /(?<!\p{L})(?:samlet|samla|møttes|møttest|samles|samlast|møtes|møtest)(?!\p{L})/iu;
const WAS_THE = /^(?:Det|Dette)\s(?:var|er|blir|vert|ble|vart)\s/u;

/** The body that the sentence before names, when this one speaks of «møtet»; or the one after: «Det var det første …møtet». */
function justNamed({ text, sentence }: Reading, { before, scene }: Telling): BodyHit | undefined {
  if (REFERS_BACK.test(text)) {
    for (const earlier of [...before].reverse().slice(0, 2)) {
      const named = earlier.bodies.filter((hit) => hit.body);
      if (named.length > 0) return new Set(named.map((hit) => hit.body)).size === 1 ? named[0] : undefined;
    }
  }
  const last = before.at(-1)?.bodies ?? [];
  // «Førre veke var det partnarskapsmøte. Onsdag 7. mai samla leiarane seg …»
  if (GATHERED.test(text) && last.length > 0 && last.every((hit) => hit.body && hit.body === last[0]?.body))
    return last[0];
  const next = sentencesOf(sentence.block)[sentence.place + 1]?.text ?? '';
  const start = /^[^,.;]{0,70}/u.exec(next)?.[0] ?? '';
  return WAS_THE.test(next) ? soleBody(start, scene) : undefined;
}

/** The body of the nearest heading that names one; `null` when the nearest names somebody else's meetings. */
function headingBody(block: Block, scene: Scene): BodyHit | undefined | null {
  let area: string | undefined;
  for (const heading of [...block.trail].reverse()) {
    const bodies = bodiesIn(heading, scene);
    const sole = soleBody(heading, scene);
    if (sole) return area && !sole.area && isCommittee(sole) ? { ...sole, area } : sole;
    if (bodies.length > 0 && bodies.every((hit) => !hit.body)) return null;
    if (isArea(heading)) area ??= heading;
  }
  const { subject } = scene;
  return subject && area && !subject.area && isCommittee(subject) ? { ...subject, area } : undefined;
}

function isCommittee({ body }: BodyHit): boolean {
  return body === 'lsu' || body === 'fsu';
}

/** A heading that is a place's name («Haugesund», «Kvam og Samnanger») or a field («Barn og unge»), not a year, not «Referat». */
function isArea(heading: string): boolean {
  return (
    /^\p{Lu}[\p{L} -]{2,40}$/u.test(heading) &&
    !roleIn(heading) &&
    !hasWord(heading, 'meeting') &&
    !/møt|dokument|arkiv|medlem|mandat|kontakt|om\s/iu.test(heading)
  );
}

function draftOf(reading: Reading, span: DateSpan, { hit, confidence }: Owner, telling: Telling): Draft {
  const { sentence, text } = reading;
  const { block } = sentence;
  const status = statusOf(reading, span, telling.scene);
  const documents = papersOf(linksNear(block, text), [...block.trail].at(-1) ?? '');
  const held = documents.some(({ role }) => role === 'minutes') || isMinutes(text, block);
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

function confidenceOf(base: number, span: DateSpan): number {
  const guessed = ['published', 'updated', 'path'].includes(span.reason?.from ?? '') ? 0.1 : 0;
  const wrong = span.flags.includes('weekday-mismatch') ? 0.15 : 0;
  const wide = span.kind === 'month' ? 0.2 : 0;
  return Math.round((base - guessed - wrong - wide) * 100) / 100;
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

function statusOf({ status, text }: Reading, span: DateSpan, { dates }: Scene): Draft['status'] {
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

/** The time of day after the date, up to the next one; before it when none follows and there is but one date. */
function clockFor({ days, clocks }: Reading, span: DateSpan): { from: string; to?: string } | undefined {
  const end = span.index + span.text.length;
  const next = days.find((day) => day.index >= end)?.index ?? Number.POSITIVE_INFINITY;
  const after = clocks.find((clock) => clock.index >= end && clock.index < next);
  return (after ?? (days.length === 1 ? clocks[0] : undefined))?.clock;
}

/** The place told beside this date: from the date to the next one, then before it. */
function placeNear({ text, days }: Reading, span: DateSpan): Draft['place'] {
  const end = span.index + span.text.length;
  if (days.length < 2) return readPlace(text, span.index) ?? afterComma(text.slice(end));
  const next = days.find((day) => day.index >= end)?.index ?? text.length;
  const last = [...days].reverse().find((day) => day.index < span.index);
  const from = last ? last.index + last.text.length : 0;
  const [ahead, behind] = [text.slice(end, next), text.slice(from, span.index)];
  const leads = /(?:på|i|ved)\s[^,;]{2,40}\s$/u.test(behind) ? readPlace(behind, behind.length) : undefined;
  return (
    leads ?? readPlace(ahead.replace(/(?:,|\sog)\s.*$/u, '')) ?? afterComma(ahead) ?? readPlace(behind, behind.length)
  );
}

/** «17. april, Tromsø, dagen før …»: a name alone after the date. */
function afterComma(text: string): Draft['place'] {
  const name =
    /^(?:,|:|\s?\(|\s[–-])\s?(?:kl[^,]{1,20},\s)?(\p{Lu}[\p{L}/-]+(?:\s\p{Lu}[\p{L}-]+){0,2})(?=[,.;)]|$)/u.exec(
      text,
    )?.[1];
  if (!name || bodyLike(name)) return undefined;
  return /^(?:Teams|Zoom|Skype|Digitalt)$/u.test(name)
    ? { text: name, mode: 'online', weight: 0 }
    : { text: name, mode: 'physical', weight: 1 };
}

function bodyLike(name: string): boolean {
  return roleIn(name) !== undefined || /^(?:SSU|FSU|LSU|Referat|Innkalling|Avlyst|AVLYST|Møte)/u.test(name);
}

const MOVED = new RegExp(wordsSource('moved'), 'iu');

/** «Møtet 12. juni er flyttet til 25. september»: one meeting at its new day, with the day it was first called for. */
function tellMove(reading: Reading, telling: Telling): Draft | undefined {
  const { text, days } = reading;
  if (!MOVED.test(text)) return undefined;
  const range = days.find((span) => span.kind === 'range' && span.end && /til/iu.test(span.text));
  const [first, second] = range ? [range, range] : days;
  const from = first?.start;
  const to = range ? range.end : second?.start;
  if (!first || !second || !from || !to || from === to) return undefined;
  const [owner] = bodiesOf(reading, first, telling);
  if (!owner) return undefined;
  const moved = { ...second, kind: 'day' as const, start: to };
  delete moved.end;
  return { ...draftOf(reading, moved, owner, telling), status: 'planned', movedFrom: from };
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

/** Papers whose link says no date, but whose file name does: `20250314_SSU-…-innkalling.pdf`. */
function tellFileNames(block: Block, drafts: readonly Draft[], scene: Scene): Draft[] {
  const told = new Set(
    drafts.filter((draft) => draft.at === block.index).flatMap((draft) => draft.documents.map(({ url }) => url)),
  );
  return block.links.flatMap((link) => {
    const [paper] = papersOf([link], [...block.trail].at(-1) ?? '');
    if (!paper || told.has(link.url) || (paper.role !== 'minutes' && paper.role !== 'agenda')) return [];
    return tellFileName(block, paper, scene) ?? [];
  });
}

function tellFileName(block: Block, paper: Draft['documents'][number], scene: Scene): Draft | undefined {
  const name = readableFileName(paper.url);
  const [span] = findDates(name, {
    ...scene.dates,
    path: pathOf(paper.url),
    trail: block.trail,
    fileName: true,
  }).filter(isDay);
  const hit =
    soleBody(paper.title, scene) ??
    scene.finder.findPlain(name).find((each) => each.body && (!each.unsure || scene.ours)) ??
    headingBody(block, scene) ??
    scene.subject;
  if (!span?.start || !hit?.body || (span.reason?.from !== 'printed' && span.form === 'short')) return undefined;
  return {
    body: hit.body,
    localName: hit.name,
    ...(hit.area ? { area: hit.area } : {}),
    ...timing(span, undefined),
    day: span.start,
    ...(paper.role === 'minutes' ? { status: 'held' as const } : {}),
    documents: [paper],
    quote: quoteOf(`${paper.title} (${name})`, 0),
    confidence: confidenceOf(0.65, span),
    at: block.index,
  };
}
