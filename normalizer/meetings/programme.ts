/** Programmes of gatherings: the hours below the heading of a day, and days in a row that are one gathering. */
import { addDays } from '../dates/calendar.ts';
import { type DateSpan, findDates } from '../dates/find-dates.ts';
import type { Block } from '../page.ts';
import { type Draft, timing } from './draft.ts';
import { isGathering } from './scene.ts';
import { hasWord } from './words.ts';

/** Gives the meetings told of in the headings of a programme their hours, and makes one gathering of days in a row. */
export function withProgramme(drafts: readonly Draft[], blocks: readonly Block[]): Draft[] {
  if (!drafts.some((draft) => headingOf(draft, blocks))) return [...drafts];
  return joinDays(
    drafts.map((draft) => withHours(draft, blocks)),
    blocks,
  );
}

function headingOf({ at }: Draft, blocks: readonly Block[]): Block | undefined {
  const block = at < 0 ? undefined : blocks.find(({ index }) => index === at);
  return block && (block.kind === 'heading' || block.kind === 'summary') && block.level > 1 ? block : undefined;
}

interface Point {
  clock: NonNullable<DateSpan['clock']>;
  text: string;
}

function withHours(draft: Draft, blocks: readonly Block[]): Draft {
  const isOpen = isGathering(draft.body) && draft.precision === 'day' && !draft.end;
  const heading = isOpen ? headingOf(draft, blocks) : undefined;
  const points = heading ? pointsBelow(heading, blocks) : [];
  const start = points.find(({ text }) => !hasWord(text, 'beforeStart'));
  const last = points.at(-1);
  if (!start || !last || points.length < FEWEST_POINTS) return draft;
  const to = last.clock.to ?? (hasWord(last.text, 'closing') ? last.clock.from : undefined);
  const clock = { from: start.clock.from, ...(to && to > start.clock.from ? { to } : {}) };
  return { ...draft, ...timing({ start: draft.day }, clock) };
}

/** One time below a day is no programme. */
const FEWEST_POINTS = 2;

/** The points of the programme below a heading: rows, entries and lines that begin with a time of day. */
function pointsBelow(heading: Block, blocks: readonly Block[]): Point[] {
  const below = blocks.filter(({ index, trail }) => index > heading.index && trail.at(-1) === heading.text);
  return below.flatMap((block) => {
    if (block.cell && block.cell.column > 0) return [];
    const row = block.cell && below.filter(({ cell }) => isSameRow(cell, block.cell));
    const lines = row ? [row.map(({ text }) => text).join(' ')] : block.text.split('\n');
    return lines.flatMap((text) => pointOf(block.term ? `${block.term} ${text}` : text));
  });
}

function isSameRow(one: Block['cell'], other: Block['cell']): boolean {
  return one?.table === other?.table && one?.row === other?.row;
}

const TIME_FIRST = /^(?:kl\.?\s?)?\d{1,2}[.:]\d{2}/iu;

function pointOf(text: string): Point[] {
  if (!TIME_FIRST.test(text)) return [];
  const [span] = findDates(`kl. ${text.replace(/^kl\.?\s?/iu, '')}`);
  return span?.kind === 'clock' && span.clock ? [{ clock: span.clock, text }] : [];
}

/** «Torsdag 18. september» and «Fredag 19. september» as headings of one programme: a gathering of two days. */
function joinDays(drafts: readonly Draft[], blocks: readonly Block[]): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const last = joined.at(-1);
    if (last && isNextDay(last, draft, blocks)) joined[joined.length - 1] = overBoth(last, draft);
    else joined.push(draft);
  }
  return joined;
}

function isNextDay(last: Draft, draft: Draft, blocks: readonly Block[]): boolean {
  const [one, two] = [headingOf(last, blocks), headingOf(draft, blocks)];
  if (!one || !two || one.level !== two.level || one.trail.join() !== two.trail.join()) return false;
  const end = last.end?.slice(0, 10) ?? last.day;
  return last.body === draft.body && isGathering(draft.body) && draft.day === addDays(end, 1);
}

function overBoth(first: Draft, last: Draft): Draft {
  const until = last.end ?? last.day;
  const end = first.precision === 'minute' ? until : last.day;
  const place = first.place ?? last.place;
  return { ...first, end, ...(place ? { place } : {}), documents: [...first.documents, ...last.documents] };
}
