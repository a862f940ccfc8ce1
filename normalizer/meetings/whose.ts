/** Whose meeting a day is: a body beside it, one just named, or the one that headings, title or address are about. */
import { type DateSpan, findDates } from '../dates/find-dates.ts';
import { roleIn } from '../document-role.ts';
import type { Block } from '../page.ts';
import { hitsOf } from '../pattern-hits.ts';
import { isBareDates, isBelowName, LEADS } from './bare-days.ts';
import type { BodyHit } from './bodies.ts';
import { toldBeside } from './discourse.ts';
import type { Draft } from './draft.ts';
import { impliesMeeting } from './implied.ts';
import { isLabel, labelBlock, nameAbove } from './labels.ts';
import { isSameBody, ownBodies } from './own-bodies.ts';
import { readParticipants } from './participants.ts';
import { readPlace } from './place.ts';
import type { Reading } from './reading.ts';
import { clauseOf } from './refusal.ts';
import { bodiesIn, isGathering, isOpening, type Scene, soleBody } from './scene.ts';
import { type Sentence, sentencesOf, splitSentences } from './sentences.ts';
import { readStatus } from './status.ts';
import { newsOf } from './stories.ts';
import { isPast } from './tense.ts';
import { hasWord, isWord, labelled, needing, wordsSource } from './words.ts';

/** What is known when a sentence is read: the page, and what was read before it. */
export interface Telling {
  scene: Scene;
  before: readonly Reading[];
  drafts: readonly Draft[];
}

/** A body and how sure it is that the day is its. */
export interface Owner {
  hit: BodyHit;
  confidence: number;
  /** Another sentence tells what they did that day. */
  isPast?: boolean;
  /** That sentence, where it tells of that day alone. */
  beside?: string;
}

/** Whose meeting a day is: a body in the sentence, one just named, or the one that headings, title or address are about. */
export function bodiesOf(reading: Reading, span: DateSpan, telling: Telling): Owner[] {
  if (reading.bodies.length > 0) {
    const committee = committeeThatDid(reading, span, telling.scene);
    if (committee) return [{ hit: committee, confidence: 0.7 }];
    const own = conferenceOf(reading, telling.scene) ?? ownBodies(reading, span);
    const beside = own.length > 0 ? undefined : toldBeside(reading, span, telling);
    return beside ? [{ ...beside, confidence: 0.65 }] : own;
  }
  const { sentence, text } = reading;
  const card = (reading.days[0]?.index ?? 99) <= LEADS ? nameAbove(sentence.block, telling.scene) : undefined;
  const bare = isBareDates(reading, card !== undefined || isBelowName(reading, telling));
  const meets = isOfMeeting(reading, span, telling);
  const paper = roleIn(text)?.role === 'minutes' || roleIn(text)?.role === 'agenda';
  const beside = paper || card ? undefined : toldBeside(reading, span, telling);
  if (beside) return [{ ...beside, confidence: 0.7 }];
  const story = bare || paper ? undefined : newsOf(reading, span, telling);
  if (!bare && !meets && !paper) return story ? [{ hit: story, confidence: 0.65 }] : [];
  if (card) return [{ hit: card, confidence: 0.8 }];
  const just = meets ? (beganAfter(reading, telling) ?? justNamed(reading, telling)) : undefined;
  if (just && !isOfCommittee(just, reading, telling)) return [{ hit: just, confidence: 0.8 }];
  if (isOthers(reading, span, telling.scene)) return [];
  const label = labelBody(reading, telling);
  if (label === null) return [];
  if (label && (bare || paper)) return [{ hit: label, confidence: 0.8 }];
  const { subject, lead, opening } = telling.scene;
  const heading = headingBody(sentence.block, telling.scene);
  const isLabelled = bare && (isWord(sentence.block.term ?? '', 'when') || labelled(text, 'when') !== undefined);
  if (heading === null) return lead && isLabelled ? [{ hit: lead, confidence: 0.65 }] : [];
  if (heading) return [{ hit: heading, confidence: bare || paper ? 0.8 : 0.75 }];
  const named = meets && !subject ? committeeBefore(reading, telling.scene) : undefined;
  if (named) return [{ hit: named, confidence: 0.7 }];
  const only = meets && !subject ? onlyBody(reading, span, telling.scene) : undefined;
  if (only) return [{ hit: only, confidence: 0.65 }];
  if (subject) return [{ hit: subject, confidence: 0.7 }];
  const isTitle = sentence.block.kind === 'heading' && sentence.block.level === 1;
  if (opening && (bare || paper || isTitle || REFERS_BACK.test(text))) return [{ hit: opening, confidence: 0.65 }];
  if (lead && (isLabelled || isOfGathering(reading))) return [{ hit: lead, confidence: 0.65 }];
  return story ? [{ hit: story, confidence: 0.65 }] : [];
}

/** «Neste konferanse er 22. september»: the conference that the page is about. */
function conferenceOf({ bodies }: Reading, { subject, lead }: Scene): Owner[] | undefined {
  const hit = [subject, lead].find((each) => each?.body === 'konferanse');
  const isPlain = bodies.every(({ body, name }) => body === undefined && isWord(name, 'meeting'));
  return hit && isPlain ? [{ hit, confidence: 0.65 }] : undefined;
}

/** People who came together, or will the next time; a committee that meets is no gathering of all. */
function isOfGathering({ text, status }: Reading): boolean {
  // «I går sat ordførarar og direktørar i Sola kulturhus»: people, and a house that they were in.
  if (status.tense === 'past')
    return GATHERED.test(text) || (hasWord(text, 'loose') && (readPlace(text)?.weight ?? 0) >= 2);
  return hasWord(text, 'nextTime') && !hasWord(text, 'committees') && (GATHERED.test(text) || hasWord(text, 'meeting'));
}

/** Whether a sentence speaks of a meeting: by its words, by people who came together, or by what «utvalget» did that day. */
function isOfMeeting(reading: Reading, span: DateSpan, telling: Telling): boolean {
  const { text, status } = reading;
  const { before } = telling;
  if (hasWord(clauseOf(text, span), 'meeting') || hasWord(text, 'meeting') || hasWord(text, 'saveTheDay')) return true;
  if (hasWord(text, 'nextOccasion') || beganAfter(reading, telling)) return true;
  if (hasWord(openingOf(text), 'newDay') || hasWord(reading.sentence.block.trail.at(-1) ?? '', 'nextMeeting'))
    return true;
  if (isElliptic(text, before)) return true;
  // «… tek vi opp på partnarskapsmøtet. Det blir i Sandnes 19. mars»
  if (WAS_THE.test(text) && before.at(-1)?.bodies.at(-1)?.body !== undefined) return true;
  if (impliesMeeting(reading, telling.scene)) return true;
  const after = text.slice(span.index + span.text.length);
  const isDone = status.tense === 'past' && (GATHERED.test(text) || GENERIC.test(text));
  return isDone || (DID.test(after) && isPast(text));
}

/** «Det administrative partnerskapsmøtet var 11. juni. Det politiske ble holdt 19. november»: the noun of the sentence before. */
function isElliptic(text: string, before: readonly Reading[]): boolean {
  const last = before.at(-1);
  return last?.bodies.length === 1 && last.days.length > 0 && ELLIPTIC.test(text);
}

const ELLIPTIC = new RegExp(
  `^D(?:et|en)\\s\\p{Ll}{2,20}e\\s(?:${wordsSource('wereVerbs')}|${wordsSource('areVerbs')})\\s`,
  'u',
);
/** «Partnerskapsmøtet på Voss åpnet med sang. Koret begynte kl. 9 torsdag»: the hour of what was told of without a day. */
export function beganAfter(reading: Reading, { before, scene }: Telling): BodyHit | undefined {
  const { status, clocks, bodies, days } = reading;
  const last = before.at(-1);
  if (!last) return beganBefore(reading, scene);
  const [hit] = last?.bodies ?? [];
  const isOne = last?.bodies.length === 1 && last.days.length === 0 && hasWord(last.text, 'held');
  if (last?.status.status === 'cancelled' || last?.status.status === 'postponed') return undefined;
  const isToldOn = status.tense === 'past' && clocks.length > 0 && days.length === 1 && bodies.length === 0;
  return isOne && isToldOn && hit?.body && !COMMITTEES.has(hit.body) ? hit : undefined;
}

/** «Klokka ni tirsdag var salen full. 60 hadde takket ja til dialogmøte»: the hour stands first, what it was of comes after. */
function beganBefore({ sentence, status, clocks, bodies, days }: Reading, scene: Scene): BodyHit | undefined {
  const isToldOf = status.tense === 'past' && clocks.length > 0 && days.length === 1 && bodies.length === 0;
  if (!isToldOf || sentence.place > 0 || !isOpening(sentence.block, scene)) return undefined;
  const next = splitSentences(sentence.block.text)[1] ?? '';
  const hit = soleBody(next, scene);
  const isHeld = readStatus(next).tense === 'past' || readParticipants(next) !== undefined;
  return isGathering(hit?.body) && isHeld && findDates(next).every(({ day }) => day === undefined) ? hit : undefined;
}

/** «Partnerskapsmøtet er 5. mars. Neste møte i utvalget er 13. mars» in a committee's minutes: the committee's. */
function isOfCommittee({ body }: BodyHit, { text }: Reading, { scene }: Telling): boolean {
  const isGathering = body !== undefined && !COMMITTEES.has(body);
  return isGathering && hasWord(text, 'committees') && COMMITTEES.has(scene.subject?.body ?? '');
}

const COMMITTEES: ReadonlySet<string> = new Set(['ssu', 'fsu', 'lsu', 'samarbeidsstyre']);
/** So many blocks back a committee may be named that is only called «utvalget» here. */
const BACK = 4;

/** «… tirsdag 11. mars skal utvalget vedta program for partnerskapsmøtet»: the day is of who does it. */
function committeeThatDid(reading: Reading, span: DateSpan, scene: Scene): BodyHit | undefined {
  const { text, bodies } = reading;
  const after = text.slice(span.index + span.text.length);
  const did = DID.exec(after)?.[0];
  const isOnlyAbout = bodies.every(({ body }) => body !== undefined && !COMMITTEES.has(body));
  return did && isOnlyAbout && hasWord(did, 'committees') ? committeeBefore(reading, scene) : undefined;
}

/** «… mener strategisk samarbeidsutvalg. – I utvalgets møte 28. oktober …»: the committee named nearest before. */
function committeeBefore({ text, sentence }: Reading, scene: Scene): BodyHit | undefined {
  if (!hasWord(text, 'committees')) return undefined;
  const { index } = sentence.block;
  const before = scene.page.blocks.filter((block) => block.index < index && block.index >= index - BACK).reverse();
  for (const block of before) {
    const hits = bodiesIn(block.text, scene).filter(({ body }) => body !== undefined && COMMITTEES.has(body));
    const [hit] = hits;
    if (hit) return hits.every(({ body }) => body === hit.body) ? hit : undefined;
  }
  return undefined;
}

/** «… og legge tallene fram på møtet mandag 7. desember»: of the one body that the page names; an extra meeting is the one committee's. */
function onlyBody({ text }: Reading, span: DateSpan, scene: Scene): BodyHit | undefined {
  const isExtra = hasWord(text, 'extraMeeting') && !hasWord(text, 'asksFor');
  if ((!isExtra && !hasWord(text, 'atMeeting')) || hasWord(clauseOf(text, span), 'otherMeetings')) return undefined;
  const hits = scene.page.blocks
    .flatMap((block) => bodiesIn(block.text, scene))
    .filter(({ body }) => body !== undefined && (!isExtra || COMMITTEES.has(body)));
  const [first] = hits;
  return first && hits.every((hit) => isSameBody(hit, first)) ? first : undefined;
}

/** The body of a label above the day: «SSU:» before lines or a list of days, or the list entry that holds a list of them; `null` for somebody else's. */
function labelBody({ sentence }: Reading, { scene, before }: Telling): BodyHit | undefined | null {
  const line = [...before].reverse().find(({ days, text }) => days.length === 0 && isLabel(text));
  const label = line?.text ?? labelBlock(sentence.block, scene.page.blocks)?.text;
  if (label === undefined) return undefined;
  const bodies = bodiesIn(label, scene);
  if (bodies.length === 0) return hasWord(label, 'otherGroups') ? null : undefined;
  return soleBody(label, scene) ?? null;
}

/** «på UNN», «NAV-bygget» and «UNN Tromsø» are places. */
const ACRONYM = /(?<![\p{L}\d-]|(?<!\p{L})(?:på|ved|hos)\s)(\p{Lu}{2,5})(?![\p{L}\d]|-\p{L}|\s\p{Lu}\p{Ll})/gu;
const NO_GROUP = /^(?:PDF|DOCX?|PPTX?|XLSX?|ODT|MB|KB|HF|KS|OBS|NB|SAK|NY|AVLYST|UTSATT|UTSETT|FLYTTA?|FLYTTET|KL)$/u;

/** So near a day, in characters, another group is the one that meets: «Sekretariatet … legg dei fram på møtet 7. mai» is not. */
const NEAR_DAY = 60;

/** «Referat KSU 14.03.2025», «Møte i arbeidsgruppa 3. mai»: a group that the page's heading doesn't speak for. */
function isOthers({ text, sentence }: Reading, span: DateSpan, scene: Scene): boolean {
  const near = text.slice(Math.max(0, span.index - NEAR_DAY), span.index + span.text.length + NEAR_DAY);
  if (hasWord(near, 'otherGroups')) return true;
  const isPaper = roleIn(text) !== undefined || sentence.block.kind === 'item';
  if (!isPaper || text === text.toUpperCase()) return false;
  const own = new Set(scene.page.community.committees.flatMap(({ names }) => names));
  return hitsOf(text, ACRONYM).some(
    ([whole, acronym = whole]) => !own.has(acronym) && !NO_GROUP.test(acronym) && text.length < 120,
  );
}

const REFERS_BACK = needing('refersBack', new RegExp(`^(?:${wordsSource('refersBack')})`, 'iu'));
const GATHERED = needing('gathered', new RegExp(wordsSource('gathered'), 'iu'));
/** «Torsdag 13. februar sat utvalet i Molde»: the verb, and then who. */
const DID = needing(
  'genericBodies',
  new RegExp(`^,?\\s\\p{L}{2,12}\\s(?:${wordsSource('wholeOf')}\\s)?${wordsSource('genericBodies')}`, 'iu'),
);
const GENERIC = needing('genericBodies', new RegExp(`^${wordsSource('genericBodies')}`, 'iu'));
const WAS_THE = needing('introduces', new RegExp(`^${wordsSource('introduces')}\\s`, 'iu'));

/** The body that the sentence before names, when this one speaks of «møtet»; or the one after: «Det var det første …møtet». */
function justNamed({ text, sentence }: Reading, { before, scene }: Telling): BodyHit | undefined {
  if (REFERS_BACK.test(text)) {
    for (const earlier of [...before].reverse().slice(0, 2)) {
      const named = earlier.bodies.filter((hit) => hit.body);
      if (named.length > 0) return new Set(named.map((hit) => hit.body)).size === 1 ? named[0] : undefined;
    }
  }
  const earlier = before.some(({ bodies }) => bodies.length > 0) ? undefined : namedAbove(text, sentence, scene);
  if (earlier) return earlier;
  const last = before.at(-1)?.bodies ?? [];
  // «Førre veke var det partnarskapsmøte. Onsdag 7. mai samla leiarane seg …»
  if (GATHERED.test(text) && last.length > 0 && last.every((hit) => hit.body && hit.body === last[0]?.body))
    return last[0];
  const next = sentencesOf(sentence.block)[sentence.place + 1]?.text ?? '';
  const start = /^[^,.;]{0,70}/u.exec(next)?.[0] ?? '';
  return WAS_THE.test(next) ? soleBody(start, scene) : undefined;
}

function openingOf(text: string): string {
  return text.split(/\s/u, 3).join(' ');
}

/** «Møtet gikk over to dager, 28. og 29. mai»: what the paragraph right above speaks of. */
function namedAbove(text: string, { block, place }: Sentence, scene: Scene): BodyHit | undefined {
  const { page } = scene;
  const opening = openingOf(text);
  const isBack = REFERS_BACK.test(text) && (hasWord(opening, 'meeting') || hasWord(opening, 'newDay'));
  if (!isBack || place > 1) return undefined;
  const above = page.blocks[page.blocks.findIndex(({ index }) => index === block.index) - 1];
  if (above?.kind !== 'paragraph' || above.trail.join() !== block.trail.join()) return undefined;
  return soleBody(above.text, scene);
}

/** The body of the nearest heading that names one; `null` when the nearest names somebody else's meetings. */
export function headingBody(block: Block, scene: Scene): BodyHit | undefined | null {
  let area: string | undefined;
  for (const heading of [...block.trail].reverse()) {
    const bodies = bodiesIn(heading, scene);
    const sole = soleBody(heading, scene);
    if (sole) return area && !sole.area && isCommittee(sole) ? { ...sole, area } : sole;
    if (bodies.length > 0 && bodies.every((hit) => !hit.body)) return null;
    if (bodies.length === 0 && hasWord(heading, 'otherGroups')) return null;
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
