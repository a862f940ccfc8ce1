/** Facts under labels: «Hvor: …», «Tid: …» in definition lists and lines; they belong to the meeting told of nearest them. */
import { findDates } from '../dates/find-dates.ts';
import { bareHours } from '../dates/scan-bare-hours.ts';
import { roleIn } from '../document-role.ts';
import type { Block, Cell } from '../page.ts';
import { isTown, nameOf, namesOf } from './beside.ts';
import { type Draft, withClock } from './draft.ts';
import { labelledCount } from './participants.ts';
import { labelledPlace, type PlaceReading, readMode, readPlace } from './place.ts';
import { isWord, labelled } from './words.ts';

interface Fact {
  at: number;
  /** A name that is a place only because a meeting's day stands right above it. */
  isBare?: boolean;
  /** In a table without a label of its own it speaks of its row alone. */
  row?: Cell;
  place?: PlaceReading;
  clock?: { from: string; to?: string };
  participants?: Draft['participants'];
}

/** The labelled places and times of a page, in order. */
export function readFacts(blocks: readonly Block[]): Fact[] {
  const facts: Fact[] = [];
  for (const [place, plain] of blocks.entries()) {
    const above = blocks[place - 1];
    const block = withRowLabel(plain, above);
    for (const line of block.text.split('\n')) {
      const follows = isAfterTime(block, facts.at(-1), above);
      const first = follows ? line.replace(/\.(?:\s.*)?$/u, '') : line;
      const said = labelledFact(block, line);
      const fact = said ?? timeLine(line) ?? placeTimeLine(line) ?? venueLine(first);
      const row = block.cell && !said ? { row: block.cell } : {};
      const name = fact || !follows || block.cell || roleIn(line) ? undefined : namesOf(line.replace(/\.$/u, ''));
      if (fact) facts.push({ at: block.index, ...row, ...fact });
      else if (name) facts.push({ at: block.index, place: name, isBare: true });
    }
  }
  return facts;
}

/** The first cell of a row labels the second where no header is marked as one. */
function withRowLabel(block: Block, before: Block | undefined): Block {
  const { cell } = block;
  const first = before?.cell;
  if (!cell || !first || cell.rowHeader !== '' || cell.column !== 1 || first.column !== 0) return block;
  return first.table === cell.table && first.row === cell.row && isLabel(before.text)
    ? { ...block, cell: { ...cell, rowHeader: before.text } }
    : block;
}

function isLabel(text: string): boolean {
  return LABELS.some((list) => isWord(text, list));
}

const LABELS: readonly FactLabel[] = ['where', 'when', 'form', 'countLabels'];

/** Whether a line stands right after a time of day, or after a day with its time: what it names is where. */
function isAfterTime(block: Block, last: Fact | undefined, above: Block | undefined): boolean {
  if (last?.clock && !last.place && block.index - last.at <= 1) return true;
  if (block.kind === 'cell' || !above || above.kind === 'cell' || above.text.length > LONGEST_DAY) return false;
  const [day, clock, ...others] = findDates(above.text);
  return day?.kind === 'day' && day.index === 0 && clock?.kind === 'clock' && others.length === 0;
}

/** A day with its weekday, its year and a span of time is no longer. */
const LONGEST_DAY = 60;

type Told = Omit<Fact, 'at'>;

function labelledFact(block: Block, line: string): Told | undefined {
  const where = underLabel(block, line, 'where');
  const at = where === undefined ? undefined : placeAndClock(where);
  if (at) return at;
  const form = underLabel(block, line, 'form');
  const mode = form === undefined ? 'unknown' : readMode(form, false);
  if (mode !== 'unknown') return { place: { text: null, mode, weight: 0.5 } };
  const counted = underLabel(block, line, 'countLabels');
  const participants = counted === undefined ? undefined : labelledCount(counted);
  if (participants) return { participants };
  const when = underLabel(block, line, 'when');
  const clock = when === undefined ? undefined : findDates(`Tid: ${when}`).find(({ kind }) => kind === 'clock')?.clock;
  return clock && { clock };
}

/** «Stryn rådhus, kl. 9–12» under «Sted». */
function placeAndClock(where: string): Told | undefined {
  const [clock, ...others] = findDates(where);
  const isLast = clock?.clock && others.length === 0 && clock.index + clock.text.length >= where.trimEnd().length - 1;
  const name = isLast ? where.slice(0, clock.index).replace(/(?<![\s,;(|–-])[\s,;(|–-]{1,8}$/u, '') : where;
  const place = labelledPlace(name === '' ? where : name);
  return place && (isLast && clock.clock ? { place, clock: clock.clock } : { place });
}

/** «Kl. 09.00–11.00, Stryn rådhus»: a line that begins with a time of day and names a place, and holds no day. */
function timeLine(line: string): Told | undefined {
  if (line.length > 90 || /[!?]$/u.test(line)) return undefined;
  const [first, ...others] = findDates(line);
  if (first?.kind !== 'clock' || first.index > 0 || !first.clock || others.length > 0) return undefined;
  const rest = factsOf(line.slice(first.text.length));
  if (rest === undefined) return undefined;
  const bare = rest.replace(/^[\s,;|–-]+/u, '');
  const place = rest === '' ? undefined : (readPlace(bare) ?? readPlace(rest));
  // Points of a programme begin with a time too.
  if (rest === '') return { clock: first.clock };
  if (place) return { clock: first.clock, place: { ...place, weight: 3.5 } };
  const name = namesOf(bare);
  return name && { clock: first.clock, place: name, isBare: true };
}

/** What follows the time: «Kl. 9–12. Stryn rådhus. Oppmøte.» only has its full stops, «Kl. 09.00 Ordføreren ønsker velkommen.» is a sentence. */
function factsOf(rest: string): string | undefined {
  if (!rest.includes('.')) return rest;
  const [first = '', ...others] = rest.replace(/^\.(?=\s)|\.$/gu, '').split(/\.\s/u);
  const isList = /^(?:[,;]?\s\p{L}[^.]{1,60})?$/u.test(first) && others.every((part) => part.length < 30);
  return isList && (others.length > 0 || /^(?:[,;]?\s\p{Lu}[^.]{1,60})?$/u.test(first)) ? first : undefined;
}

/** «Teams, kl. 12.30», «Sarpsborg rådhus, kl. 09–12»: a place and a time of day, and nothing else. */
function placeTimeLine(line: string): Told | undefined {
  if (line.length > 70) return undefined;
  const hours = hoursBesidePlace(line);
  if (hours) return hours;
  const [clock, ...others] = findDates(line);
  if (clock?.kind !== 'clock' || !clock.clock || others.length > 0) return undefined;
  const before = /^([^,;|]{2,50})[,;|]\s$/u.exec(line.slice(0, clock.index))?.[1];
  const place = before === undefined || clock.index + clock.text.length < line.length - 1 ? undefined : nameOf(before);
  return place && { clock: clock.clock, place: { ...place, weight: Math.max(place.weight, 2.5) } };
}

/** «Elverum sykehus, 10–14», «10–14 | Teams»: hours need no word beside a place that is one for sure. */
function hoursBesidePlace(line: string): Told | undefined {
  const [one = '', two = '', ...others] = line.split(/\s?[|;·]\s?|,\s/u);
  const clock = others.length > 0 ? undefined : (bareHours(two) ?? bareHours(one));
  const place = clock && nameOf(bareHours(two) ? one : two);
  const isSure = place && (place.weight >= 2 || place.mode === 'online' || isTown(place.text ?? ''));
  return isSure ? { clock, place: { ...place, weight: Math.max(place.weight, 2.5) } } : undefined;
}

/** «Clarion Hotel, Førde»: a line that is a venue's name and nothing else. */
function venueLine(line: string): Told | undefined {
  if (isWord(line, 'online'))
    return { place: { text: /^\p{Lu}/u.test(line) ? line : null, mode: 'online', weight: 0.5 } };
  if (line.length > 70 || /[.!?]$/u.test(line)) return undefined;
  const place = readPlace(line);
  return place?.text && place.weight >= 2 && place.text.length >= line.length * 0.8
    ? { place: { ...place, weight: 3.5 } }
    : undefined;
}

type FactLabel = 'where' | 'when' | 'form' | 'countLabels';

/** What stands under a label: a definition's term, a colon, a row's header. */
function underLabel(block: Block, line: string, key: FactLabel): string | undefined {
  return block.term && isWord(block.term, key) ? line : (labelled(line, key) ?? cellOf(block, key));
}

/** A two-column table of facts: the row's header is the label. */
function cellOf(block: Block, key: FactLabel): string | undefined {
  return block.cell && isWord(block.cell.rowHeader, key) && block.cell.rowHeader !== block.text
    ? block.text
    : undefined;
}

/** How many blocks may stand between a meeting's day and its facts. */
const NEAR = 8;

/** So near above a name must a meeting's day be that makes a place of it. */
const RIGHT_ABOVE = 3;

/** Gives each fact to the meeting nearest before it (after it when none is before) that has none of its kind yet. */
export function addFacts(drafts: readonly Draft[], facts: readonly Fact[], blocks: readonly Block[] = []): Draft[] {
  const filled = [...drafts];
  const headings = blocks.flatMap(({ index, kind }) => (kind === 'heading' ? [index] : []));
  const rows = new Map(blocks.flatMap(({ index, cell }) => (cell ? [[index, cell] as const] : [])));
  const isOfOther = (draft: Draft, { row }: Fact) => {
    const own = row && rows.get(draft.at);
    return own !== undefined && own.table === row?.table && own.row !== row.row;
  };
  const owners = facts.map((fact) => nearest(drafts, fact, { headings, isOfOther }));
  facts.forEach((fact, n) => {
    const at = owners[n];
    const draft = at === undefined ? undefined : filled[at];
    if (at === undefined || !draft) return;
    // Several times below one day are the points of a programme.
    const isProgramme = facts.filter(({ clock }, other) => clock && owners[other] === at).length > 1;
    const away = fact.at - draft.at;
    if (fact.isBare && (isProgramme || draft.place || away < 0 || away > RIGHT_ABOVE)) return;
    if (fact.place) filled[at] = withFact(draft, fact.place);
    if (fact.clock) filled[at] = withClock(filled[at] ?? draft, fact.clock);
    if (fact.participants && isBehind(draft))
      filled[at] = { ...(filled[at] ?? draft), participants: fact.participants };
  });
  return filled;
}

/** Who is told to be there of a meeting ahead hasn't come. */
function isBehind({ status }: Draft): boolean {
  return status !== 'planned' && status !== 'cancelled' && status !== 'postponed';
}

/** A labelled place wins over one from a sentence; a labelled way of meeting says how people meet in any place. */
function withFact(draft: Draft, place: PlaceReading): Draft {
  if (place.text === null && draft.place) return { ...draft, place: { ...draft.place, mode: place.mode } };
  // Event data that only says how they meet, and a place printed under «Hvor».
  const isOpen = draft.place?.text === null && draft.place.mode !== 'online';
  if (!isOpen && (draft.place?.weight ?? 0) >= place.weight) return draft;
  const mode = isOpen && draft.place?.mode === 'hybrid' ? draft.place.mode : place.mode;
  return { ...draft, place: { ...place, mode } };
}

/** What parts a fact from a meeting. */
interface Between {
  headings: readonly number[];
  isOfOther: (draft: Draft, fact: Fact) => boolean;
}

/** A fact above a heading is none of what stands below it. */
function nearest(drafts: readonly Draft[], fact: Fact, { headings, isOfOther }: Between): number | undefined {
  const { at } = fact;
  let best: { place: number; away: number } | undefined;
  drafts.forEach((draft, place) => {
    if (draft.day.length !== 10 || isOfOther(draft, fact) || headings.some((index) => at < index && index <= draft.at))
      return;
    const away = draft.at <= at ? at - draft.at : (draft.at - at) * 2 + 1;
    if (away <= NEAR && (!best || away < best.away)) best = { place, away };
  });
  return best?.place;
}
