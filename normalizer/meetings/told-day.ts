/** A meeting from a day in a sentence, with what the sentence says beside it. */
import type { DateSpan } from '../dates/find-dates.ts';
import { roleIn } from '../document-role.ts';
import type { Block } from '../page.ts';
import { clockFor, placeNear } from './beside.ts';
import { confidenceOf, type Draft, papersOf, quoteOf, timing } from './draft.ts';
import { readParticipants } from './participants.ts';
import { readPlace } from './place.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';
import { isAhead, statusOf, verdictBefore } from './told-status.ts';
import type { Owner, Telling } from './whose.ts';
import { labelled } from './words.ts';

/** The meeting that a day of a sentence is, of the body that owns it. */
export function draftOf(reading: Reading, span: DateSpan, owner: Owner, telling: Telling): Draft {
  const { hit, confidence } = owner;
  const { sentence, text } = reading;
  const { block } = sentence;
  const isDone = owner.isPast === true && !isAhead(span, telling.scene);
  const status = verdictBefore(reading, telling) ?? (isDone ? 'held' : statusOf(reading, span, telling.scene));
  const documents = papersOf(linksNear(block, text), [...block.trail].at(-1) ?? '');
  const held =
    documents.some(({ role }) => role === 'minutes') ||
    isMinutes(text, block) ||
    isOwnDay(text, telling.scene) ||
    isFirstLine(reading, span, telling.scene);
  const place = placeNear(reading, span) ?? (owner.beside ? readPlace(owner.beside) : placeOfLabel(reading));
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
    ...cardOf(block, telling.scene),
  };
}

/** The heading of a card stands below the badge that gives its day. */
function cardOf({ index, trail }: Block, { page }: Scene): Pick<Draft, 'card'> {
  const heading = trail.at(-1);
  const isBelow = page.blocks.some(
    (block) => block.kind === 'heading' && block.index > index && block.index <= index + 3 && block.text === heading,
  );
  return isBelow && heading !== undefined ? { card: heading } : {};
}

/** «… møtes fagrådet på Teams disse dagene:» above a list of days. */
function placeOfLabel({ labels }: Reading): Draft['place'] {
  const label = labels.at(-1);
  const place = label === undefined ? undefined : readPlace(label);
  return place && (place.weight >= 2 || place.text === null || place.mode === 'online') ? place : undefined;
}

function linksNear(block: Block, text: string): Block['links'] {
  return block.text.includes('\n') ? block.links.filter((link) => text.includes(link.text)) : block.links;
}

/** Minutes that exist tell of a meeting that was held; «referat kommer» doesn't. */
function isMinutes(text: string, block: Block): boolean {
  if (block.kind !== 'heading' && block.links.length === 0 && block.index >= 0) return false;
  return roleIn(text)?.role === 'minutes' && !TO_COME.test(text);
}

const TO_COME = /(?<!\p{L})(?:ikke|ikkje|kommer|kjem|mangler|manglar)(?!\p{L})/iu;

/** «Dato: 12.03.2026» at the head of a page that is the minutes themselves. */
function isOwnDay(text: string, { title }: Scene): boolean {
  return labelled(text, 'when') !== undefined && roleIn(title)?.role === 'minutes' && !NEXT_MEETING.test(text);
}

/** «Møte torsdag 3. september på Teams» as the first line below «Fagrådet: referat». */
function isFirstLine({ sentence, status, text }: Reading, { index }: DateSpan, { title, page }: Scene): boolean {
  if (index > FIRST_WORDS || status.tense === 'future' || NEXT_MEETING.test(text)) return false;
  const first = page.blocks.find(({ kind }) => kind !== 'heading');
  return sentence.place === 0 && first?.index === sentence.block.index && roleIn(title)?.role === 'minutes';
}

/** No more than «Møte i utvalget torsdag» stands before the day. */
const FIRST_WORDS = 30;
const NEXT_MEETING = /^neste(?!\p{L})/iu;
