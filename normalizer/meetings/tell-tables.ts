/** Reads meetings from calendar tables: a body in the column's or the row's header, or in a cell of its own. */
import { type DateContext, type DateSpan, findDates } from '../dates/find-dates.ts';
import { mayHoldDate } from '../dates/signs.ts';
import { WEEKDAY } from '../dates/words.ts';
import type { Block } from '../page.ts';
import type { BodyHit } from './bodies.ts';
import { isColumnOf } from './column-names.ts';
import { type Draft, papersOf, quoteOf, timing } from './draft.ts';
import { withLongSpans } from './long-spans.ts';
import { isWas } from './moves.ts';
import { clauseOf, isBound, isNever } from './refusal.ts';
import { clockOf, placeOfRow, statusOfRow } from './row-facts.ts';
import { bodiesIn, type Scene, soleBody } from './scene.ts';
import { readStatus } from './status.ts';
import {
  type CellBlock,
  disputedTables,
  isMonthAlone,
  rowsOf,
  weekdaysOf,
  withCaptions,
  YEAR_ALONE,
} from './table-years.ts';
import { tellFileNames } from './tell-file-names.ts';
import { hasWord, isWord, labelsSource } from './words.ts';

/** All meetings of all tables. */
export function tellTables(blocks: readonly Block[], scene: Scene): Draft[] {
  const rows = rowsOf(withCaptions(blocks, scene));
  const neighbours = weekdaysOf(rows);
  const disputed = disputedTables(blocks, scene);
  const tables = new Map<number, Scene>();
  return rows.flatMap((row) => {
    const table = row[0]?.cell.table ?? -1;
    const signs = { neighbours: neighbours.get(table) ?? [], isDisputed: disputed.has(table) };
    const within = tables.get(table) ?? { ...scene, dates: { ...scene.dates, ...signs } };
    tables.set(table, within);
    const told = row.flatMap((cell) => tellCell(cell, row, within));
    return [...told, ...row.flatMap((cell) => tellFileNames(cell, told, scene))];
  });
}

function tellCell(block: CellBlock, row: readonly CellBlock[], scene: Scene): Draft[] {
  const { columnHeader, rowHeader } = block.cell;
  if (isStamped(block, row)) return [];
  const within = movedWithinMonth(block);
  if (within) return tellMoved(within, { block, row, scene });
  if (block.text === columnHeader) return [];
  const isBody = [columnHeader, rowHeader].some((header) => bodiesIn(header, scene).some((hit) => hit.body));
  const text = withMonth(block, isBody);
  if (!mayHoldDate(text)) return [];
  const context = { ...scene.dates, trail: [...block.trail, rowHeader, columnHeader].filter((text) => text !== '') };
  const spans = withLongSpans(text, findDates(text, context));
  const every = spans.filter(
    (span) => isDay(span) && span.start?.length === 10 && !isNever(clauseOf(block.text, span)),
  );
  if (every.length === 1 && every[0] && isBound(block.text, every[0])) return [];
  if (isMove(block.text)) return every.length === 2 ? tellMoveIn(every, { block, row, scene }) : [];
  const struck = every.filter(({ text }) => isStruck(block, text));
  const days = struck.length < every.length ? every.filter((span) => !struck.includes(span)) : every;
  const wide = isNever(block.text) ? [] : spans.filter((span) => span.kind === 'month' && span.start?.length === 7);
  const hit = days.length + wide.length === 0 ? undefined : bodyOfCell(block, row, scene);
  if (!hit?.body) return [];
  const own = rowOf(block, row, scene);
  const { was, becomes } = days.length === 1 ? moveOf(row, block, context) : {};
  return (days.length > 0 ? days : wide).map((span) => {
    const draft = draftOf(block, { row: own, span: becomes ? { ...span, start: becomes } : span, spans, hit });
    const movedFrom = becomes ? span.start : (was ?? (days.length === 1 ? oldDay(struck, days) : undefined));
    if (days.length === struck.length) return { ...draft, status: 'cancelled' as const };
    return movedFrom && movedFrom !== draft.day ? { ...draft, status: 'planned' as const, movedFrom } : draft;
  });
}

function isDay({ kind }: DateSpan): boolean {
  return kind === 'day' || kind === 'range';
}

/** A cell whose column, row, or first cell of two, says that its day is a bound, a file's or a page's. */
function isStamped({ cell }: CellBlock, row: readonly CellBlock[]): boolean {
  const label = row.length === 2 && cell.column > 0 && row[0] && !/\d/u.test(row[0].text) ? row[0].text : '';
  return [cell.columnHeader, cell.rowHeader, label].some((text) => isWord(text, 'stampLabels') || isNever(text));
}

const DAY_ALONE = /^(?:(\p{L}{3,7})\s)?(\d{1,2})\.?(?=\s|$|,|:|\s?kl)/u;

/** The cells of a row that speak of this one's meeting: a column with a body of its own speaks of that. */
function rowOf(block: CellBlock, row: readonly CellBlock[], scene: Scene): CellBlock[] {
  const bodies = ({ cell }: CellBlock) => bodiesIn(cell.columnHeader, scene).length > 0;
  return bodies(block) ? row.filter((cell) => cell === block || !bodies(cell)) : [...row];
}

/** Whether a day is struck through. */
function isStruck({ struck = [] }: Block, day: string): boolean {
  return struck.some((text) => text.includes(day) || (text.length > 2 && day.includes(text)));
}

/** The struck day beside the one that holds. */
function oldDay(struck: readonly DateSpan[], days: readonly DateSpan[]): string | undefined {
  return struck.length === 1 && days[0] !== struck[0] ? struck[0]?.start : undefined;
}

/** «11.2.» and nothing else but a time of day: a day below or beside the name of a body. */
const SHORT_DAY = /^\d{1,2}\.\d{1,2}\.?(?:,?\s(?:kl|\d{1,2}[.:]\d{2}).{0,16})?$/u;

/** «14.1, 11.3 og 6.5.» */
const SHORT_DAYS = /^\d{1,2}\.\d{1,2}\.?(?:(?:[,;]|\sog)?\s\d{1,2}\.\d{1,2}\.?){1,20}$/u;

/** «12.» or «tysdag 12. kl. 10» below or beside the name of a month. */
function withMonth({ text, cell }: CellBlock, isBody: boolean): string {
  // «29.1.» is a day where the column says so.
  const isDated = [cell.rowHeader, cell.columnHeader].some((header) => isColumnOf(header, 'when'));
  if ((SHORT_DAY.test(text) || SHORT_DAYS.test(text)) && isBody) return `den ${text}`;
  if (
    isDated &&
    /^\d{1,2}[./]\d{1,2}\.?(?!\d|\.\d|[:/])/u.test(text) &&
    !/^\d{1,2}\.(?:[0-5]0|[1-5]5)(?!\.)/u.test(text)
  )
    return `den ${text.replace('/', '.')}`;
  const month = [cell.rowHeader, cell.columnHeader].find((header) => isMonthAlone(header));
  const day = DAY_ALONE.exec(text);
  if (!month || !day || findDates(text).some(({ kind }) => kind === 'day' || kind === 'range')) return text;
  const end = day[0].length;
  return `${text.slice(0, end).replace(/\.$/u, '')}. ${month}${text.slice(end)}`;
}

const WEEKDAY_ALONE = new RegExp(`^${WEEKDAY}(?:er|ar)?$`, 'iu');

const MOVED_DAY = new RegExp(`^(\\d{1,2})\\.?[\\s,;(–—-]{1,4}(?:${labelsSource('moved')})\\s(\\d{1,2})\\.?\\)?$`, 'iu');

/** «3. – flyttet til 10.» beside the name of a month: both days, with the month. */
function movedWithinMonth({ text, cell }: CellBlock): { was: string; becomes: string } | undefined {
  const month = [cell.rowHeader, cell.columnHeader].find((header) => isMonthAlone(header));
  const hit = month ? MOVED_DAY.exec(text) : null;
  return hit ? { was: `${hit[1]}. ${month}`, becomes: `${hit[2]}. ${month}` } : undefined;
}

function tellMoved(
  days: { was: string; becomes: string },
  { block, row, scene }: { block: CellBlock; row: readonly CellBlock[]; scene: Scene },
): Draft[] {
  const { columnHeader, rowHeader } = block.cell;
  const context = { ...scene.dates, trail: [...block.trail, rowHeader, columnHeader].filter((text) => text !== '') };
  const [was] = findDates(days.was, context);
  const [span] = findDates(days.becomes, context);
  const hit = bodyOfCell(block, row, scene);
  if (!hit?.body || was?.start?.length !== 10 || !span?.start || span.start === was.start) return [];
  const draft = draftOf(block, { row, span, spans: [span], hit });
  return [{ ...draft, status: 'planned', movedFrom: was.start }];
}

/** «Torsdag 21. mai (utsatt fra 7. mai)» and «7. mai, flyttet til 21. mai» in one cell. */
function tellMoveIn(
  [one, two]: readonly DateSpan[],
  { block, row, scene }: { block: CellBlock; row: readonly CellBlock[]; scene: Scene },
): Draft[] {
  const hit = bodyOfCell(block, row, scene);
  if (!one?.start || !two?.start || !hit?.body || one.start === two.start) return [];
  const isTurned = isWas(block.text.slice(one.index + one.text.length, two.index));
  const [was, span] = isTurned ? [two, one] : [one, two];
  const draft = draftOf(block, { row, span, spans: [span], hit });
  return was.start ? [{ ...draft, status: 'planned', movedFrom: was.start }] : [];
}

/** The body of the cell itself, its column, another cell of its row, its row's header, the headings above, the page. */
function bodyOfCell(block: CellBlock, row: readonly CellBlock[], scene: Scene): BodyHit | undefined {
  const { column, columnHeader, rowHeader } = block.cell;
  const beside = row.filter((other) => other.cell.column !== column && other.text !== columnHeader);
  const said =
    soleBody(block.text, scene) ??
    soleBody(columnHeader, scene) ??
    beside.map((other) => soleBody(other.text, scene)).find((hit) => hit) ??
    soleBody(rowHeader, scene);
  if (said) return said;
  const foreign = [block.text, columnHeader, rowHeader, ...beside.map(({ text }) => text)];
  if (foreign.some((text) => bodiesIn(text, scene).some((hit) => !hit.body))) return undefined;
  const isOfDays =
    isColumnOf(columnHeader, 'when') || WEEKDAY_ALONE.test(columnHeader) || YEAR_ALONE.test(columnHeader);
  if (columnHeader !== '' && !isOfDays && !hasWord(columnHeader, 'meeting')) return undefined;
  return (
    [...block.trail]
      .reverse()
      .map((heading) => soleBody(heading, scene))
      .find((hit) => hit) ??
    scene.subject ??
    scene.opening
  );
}

/** «Flyttet fra 26. mars» beside a day, or «flyttet til 2. april». */
function isMove(text: string): boolean {
  return hasWord(text, 'moved') || hasWord(text, 'insteadOf');
}

/** What another cell of the row says of a move: the day that it was, or the day that it will be. */
function moveOf(row: readonly CellBlock[], block: CellBlock, context: DateContext): { was?: string; becomes?: string } {
  const note = row.find((cell) => cell !== block && isMove(cell.text));
  const day = note && findDates(note.text, context).find((span) => span.kind === 'day' && span.start?.length === 10);
  if (!note || !day?.start) return {};
  return hasWord(note.text, 'insteadOf') ? { was: day.start } : { becomes: day.start };
}

interface CellReading {
  row: readonly CellBlock[];
  span: DateSpan;
  spans: readonly DateSpan[];
  hit: BodyHit;
}

function draftOf(block: CellBlock, { row, span, spans, hit }: CellReading): Draft {
  const line = row.map(({ text }) => text).join(' | ');
  const own = readStatus(block.text).status;
  const status = own === 'cancelled' || own === 'postponed' ? own : statusOfRow(row, block);
  const documents = row.flatMap((cell) => papersOf(cell.links, cell.cell.columnHeader));
  const held = documents.some(({ role }) => role === 'minutes');
  const place = placeOfRow(row, spans.filter(isDay).length > 1 ? undefined : block, spans);
  const { columnHeader, rowHeader } = block.cell;
  const labels = [rowHeader, columnHeader].filter((text) => text !== '' && text !== block.text).join(', ');
  return {
    body: hit.body ?? 'other',
    localName: hit.name,
    ...(hit.area ? { area: hit.area } : {}),
    ...timing(
      span,
      clockOf(
        row.filter((cell) => cell !== block),
        spans,
        span,
      ),
    ),
    day: span.start ?? '',
    ...(place ? { place } : {}),
    ...(status ? { status } : held ? { status: 'held' as const } : {}),
    documents,
    quote: quoteOf(
      `${[...block.trail].at(-1) ?? ''}${labels ? ` – ${labels}` : ''}: ${line}`.replace(/^[:\s–]+/u, ''),
      0,
    ),
    confidence: span.kind === 'month' ? 0.6 : 0.85,
    at: block.index,
  };
}
