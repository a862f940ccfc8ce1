/** Reads the meeting of which a document is the agenda or the minutes: from its head, its name, and what links to it. */
import { type DateContext, type DateSpan, findDates, readableFileName } from '../dates/find-dates.ts';
import { roleIn } from '../document-role.ts';
import type { DocumentRole } from '../model.ts';
import type { Block } from '../page.ts';
import { placeBefore } from './beside.ts';
import type { BodyHit } from './bodies.ts';
import { type Draft, quoteOf, timing } from './draft.ts';
import { readFacts } from './facts.ts';
import { asText, gatheringsAhead, nextOnes } from './papers-ahead.ts';
import { readParticipants } from './participants.ts';
import { readMode, readPlace } from './place.ts';
import { pathOf, type Scene, soleBody } from './scene.ts';
import { splitSentences } from './sentences.ts';
import { readStatus } from './status.ts';
import { tellTables } from './tell-tables.ts';
import { tellText } from './tell-text.ts';
import { hasWord, labelled, labelsSource, wordsSource } from './words.ts';

/** Where the cases begin, the head of a document ends. */
const CASES =
  /^(?:sak(?:er|sliste|liste)?(?:\s|:|$)|saksnr|sak\s?(?:nr\.?\s?)?\d|\d{1,3}[/-](?:\d{2}|20\d{2})(?!\d)|godkjenning av)/iu;
const LONGEST_HEAD = 14;

/** The meetings of a document: its own, and the next one that it calls for. Other documents are read for bodies beside dates alone. */
export function tellDocument(scene: Scene): Draft[] {
  const { blocks } = scene.page;
  const role = roleOf(scene);
  if (role !== 'minutes' && role !== 'agenda') return withOwnBody(blocks, scene);
  const own = tellOwn(scene, role);
  const ahead = own ? { ...scene, dates: { ...scene.dates, published: scene.dates.published ?? own.day } } : scene;
  if (!own) return [];
  const later = withSubject(ahead, own);
  const told = [
    ...tellText(nextOnes(blocks), later),
    ...tellText(gatheringsAhead(blocks, ahead), ahead),
    ...withOwnBody(asText(blocks), ahead, 0.75),
  ].filter(({ day }) => day > own.day);
  return [own, ...told.map((draft) => ({ ...draft, status: draft.status ?? ('planned' as const) }))];
}

function withSubject(scene: Scene, own: Draft | undefined): Scene {
  if (!own) return scene;
  const subject: BodyHit = { body: own.body, name: own.localName, index: 0, end: 0, unsure: false };
  return { ...scene, subject: own.area ? { ...subject, area: own.area } : subject };
}

/** Agreements and plans name the meeting that passed them; only a body beside the date is believed there. */
function withOwnBody(blocks: readonly Block[], scene: Scene, surest = 0.8): Draft[] {
  const { subject: _, ...bare } = scene;
  const told = tellText(blocks, bare).filter((draft) => draft.confidence >= surest && draft.precision !== 'month');
  return isPlanOfMeetings(scene) ? [...told, ...tellTables(blocks, scene)] : told;
}

const SHEETS: ReadonlySet<string> = new Set(['xlsx', 'xlsm', 'ods']);

/** A calendar of meetings in a paper; a sheet of anything with a column of bodies and one of days is one as well. */
function isPlanOfMeetings({ title, page }: Scene): boolean {
  const names = [title, readableFileName(page.url), ...page.hints.flatMap(({ text }) => text ?? [])];
  return SHEETS.has(page.format) || names.some((name) => hasWord(name, 'calendar'));
}

function headOf(blocks: readonly Block[]): Block[] {
  const end = blocks.findIndex((block, at) => at > 0 && CASES.test(block.text));
  return blocks.slice(0, Math.min(end < 0 ? LONGEST_HEAD : end, LONGEST_HEAD));
}

/** Names of the document, the surest first: its title, its head's first lines, what links call it, its file's name. */
function namesOf(scene: Scene): string[] {
  const { page, title } = scene;
  const head = headOf(page.blocks)
    .slice(0, 3)
    .map(({ text }) => text);
  const hints = page.hints.flatMap(({ text }) => text ?? []);
  return [title, ...head, ...hints].filter((name) => name !== '');
}

function roleOf(scene: Scene): DocumentRole | undefined {
  const file = readableFileName(scene.page.url);
  const roles = [...namesOf(scene), file].map((name) => roleIn(name)?.role).filter((role) => role !== undefined);
  const [first] = roles;
  // A draft decision or a report is its own thing, even when a link calls it a paper of the minutes.
  return first === 'minutes' || first === 'agenda'
    ? roles.includes('minutes') && first === 'agenda' && /protokoll|referat/iu.test(scene.title)
      ? 'minutes'
      : first
    : first;
}

function tellOwn(scene: Scene, role: 'minutes' | 'agenda'): Draft | undefined {
  const hit = bodyOf(scene);
  const day = dayOf(scene);
  if (!hit?.body || !day?.span.start) return undefined;
  const head = headOf(scene.page.blocks);
  const text = head.map((block) => block.text).join('\n');
  const facts = readFacts(head);
  const clock = facts.find((fact) => fact.clock)?.clock ?? clockIn(text);
  const place = withScreen(facts.find((fact) => fact.place)?.place ?? placeIn(head), text);
  const counted = facts.find((fact) => fact.participants)?.participants;
  const participants = role === 'minutes' ? (counted ?? countIn(text)) : undefined;
  const told = readStatus(scene.title).status;
  const status = told === 'cancelled' || told === 'postponed' ? told : role === 'minutes' ? 'held' : 'planned';
  return {
    body: hit.body,
    localName: hit.name,
    ...(hit.area ? { area: hit.area } : {}),
    ...timing(day.span, clock),
    day: day.span.start,
    ...(place ? { place } : {}),
    ...(participants ? { participants } : {}),
    status,
    documents: [{ url: scene.page.url, title: scene.title || readableFileName(scene.page.url), role }],
    quote: quoteOf(day.text, day.span.index),
    confidence: day.sure ? 0.9 : 0.75,
    at: 0,
  };
}

function bodyOf(scene: Scene): BodyHit | undefined {
  const { page, finder } = scene;
  for (const name of [...namesOf(scene), ...headOf(page.blocks).map(({ text }) => text)]) {
    const hit = soleBody(name, scene);
    if (hit) return hit.area ? hit : (withArea(hit, scene) ?? hit);
  }
  return finder.findPlain(readableFileName(page.url)).find((hit) => hit.body && (!hit.unsure || scene.ours));
}

/** The area that the file's name or a link gives when the title has none. */
function withArea(hit: BodyHit, scene: Scene): BodyHit | undefined {
  const others = [
    ...namesOf(scene).map((name) => soleBody(name, scene)),
    ...scene.finder.findPlain(readableFileName(scene.page.url)),
  ];
  const area = others.find((other) => other?.body === hit.body && other?.area)?.area;
  return area ? { ...hit, area } : undefined;
}

interface Day {
  span: DateSpan;
  text: string;
  sure: boolean;
}

/** The day under a label («Møtedato: …»), in the title or the head, in a link's words, in the file's name. */
function dayOf(scene: Scene): Day | undefined {
  const { page } = scene;
  const head = headOf(page.blocks);
  const context: DateContext = { ...scene.dates, trail: [] };
  const labels = head.flatMap((block) =>
    block.text
      .split('\n')
      .filter((line) => labelled(line, 'when') !== undefined || (block.term && hasWord(block.term, 'when'))),
  );
  const texts = [
    ...labels,
    scene.title,
    ...head.map(({ text }) => text),
    ...page.hints.flatMap(({ text }) => text ?? []),
  ];
  for (const text of texts) {
    if (hasWord(text, 'nextMeeting') && !labels.includes(text)) continue;
    const span = dayIn(text, context);
    if (span) return { span, text, sure: true };
  }
  const name = readableFileName(page.url);
  const span = dayIn(name, { ...context, path: pathOf(page.url), fileName: true });
  return span && { span, text: name, sure: false };
}

function dayIn(text: string, context: DateContext): DateSpan | undefined {
  return findDates(text, context).find(
    (span) =>
      (span.kind === 'day' || span.kind === 'range') &&
      span.start?.length === 10 &&
      !/(?:frist|innen|innan)\D{0,40}$/iu.test(text.slice(0, span.index)),
  );
}

function clockIn(text: string): { from: string; to?: string } | undefined {
  const clocks = findDates(text.replaceAll('\n', ' \u2028 ')).filter(({ kind }) => kind === 'clock');
  return (clocks.find(({ clock }) => clock?.to) ?? clocks[0])?.clock;
}

/** The count of the first sentence that has one. */
function countIn(text: string): Draft['participants'] {
  return splitSentences(text)
    .map(readParticipants)
    .find((count) => count !== undefined);
}

/** «Fire av medlemmene deltok på skjerm», «Dei som har lang veg, kan kople seg på Teams»: some in the room, some on a screen. */
function withScreen(place: Draft['place'], text: string): Draft['place'] {
  if (place?.mode !== 'physical') return place;
  const isShared = splitSentences(text).some(
    (line) =>
      (hasWord(line, 'partly') || hasWord(line, 'offers') || SOME.test(line)) &&
      readMode(line, false) !== 'unknown' &&
      readMode(line, false) !== 'physical',
  );
  return isShared ? { ...place, mode: 'hybrid' } : place;
}

const SOME = new RegExp(
  `(?<![\\p{L}\\d])(?:\\d{1,3}|${wordsSource('someOf')})\\s(?:av\\s)?\\p{L}{0,20}(?:${labelsSource('membersOf')})`,
  'iu',
);

/** «Stryn, 22. oktober 2025, på biblioteket»: a house without a name is the town's. */
function withTown(place: Draft['place'], line: string): Draft['place'] {
  if (place?.text && !/^\p{Ll}/u.test(place.text)) return place;
  const [day] = findDates(line).filter(({ kind }) => kind === 'day');
  const town = day && placeBefore(line, day.index);
  if (!town?.text || town.mode === 'online') return place;
  return place?.text ? { ...place, text: `${place.text}, ${town.text}` } : town;
}

/** The place of the line that holds the meeting's own facts; lines that only name persons are left aside. */
function placeIn(head: readonly Block[]): Draft['place'] {
  for (const block of head) {
    for (const line of splitSentences(block.text)) {
      const place = /^(?:til stede|forfall|deltok|deltakar|deltaker|referent|kopi)/iu.test(line)
        ? undefined
        : withTown(readPlace(line), line);
      if (place && (place.weight > 0 || place.mode !== 'unknown')) return place;
    }
  }
  return undefined;
}
