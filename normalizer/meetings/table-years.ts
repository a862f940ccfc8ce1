/** What a table as a whole says of the years of its days: its caption, its first cell, the weekdays printed in it. */
import { type DateContext, findDates } from '../dates/find-dates.ts';
import { withoutDoing } from '../dates/infer-year.ts';
import { hasAnySign, signsNamed } from '../dates/signs.ts';
import { MONTH, SEASON } from '../dates/words.ts';
import type { Block } from '../page.ts';
import { rememberedWord } from '../remembered.ts';
import { bodiesIn, type Scene } from './scene.ts';
import { hasWord } from './words.ts';

/** A cell of a table. */
export type CellBlock = Block & { cell: NonNullable<Block['cell']> };
type Neighbour = NonNullable<DateContext['neighbours']>[number];

/** A cell that holds a year and nothing else. */
export const YEAR_ALONE = /^20\d{2}$/u;
const MONTH_ALONE = new RegExp(`^(?:${MONTH})\\.?(?:\\s\\d{4})?$`, 'iu');
/** The name of a month with its year is no longer. */
const LONGEST_MONTH = 20;
const isMonth = rememberedWord((text) => MONTH_ALONE.test(text));

/** Whether a text is the name of a month, with a year or without; headers come back in every row. */
export function isMonthAlone(text: string): boolean {
  return text.length <= LONGEST_MONTH && isMonth(text);
}
const YEAR = /(?<!\d)20\d{2}(?!\d)/gu;
const SEASON_IN = new RegExp(`(?<!\\p{L})(?:${SEASON})(?!\\p{L})`, 'iu');

/** A table's caption and the year in its corner stand above its cells as headings do. */
export function withCaptions(blocks: readonly Block[], scene: Scene): Block[] {
  const captions = captionsOf(blocks);
  const corners = cornersOf(blocks);
  const above = headersAbove(blocks, scene);
  return blocks.map((block) => {
    if (!block.cell) return block;
    const { text = '' } = captions.get(block.cell.table) ?? {};
    const aside = isAside(text, block.trail, scene);
    const inner = [aside ? '' : text, corners.get(block.cell.table) ?? ''];
    const outer = aside ? [text] : [];
    const said = inner.filter((each) => each !== '');
    const rowHeader = block.cell.rowHeader === '' ? above.get(block) : undefined;
    const trail = said.length + outer.length > 0 ? [...outer, ...block.trail, ...said] : block.trail;
    if (rowHeader === undefined && trail === block.trail) return block;
    return { ...block, trail, cell: rowHeader === undefined ? block.cell : { ...block.cell, rowHeader } };
  });
}

/** The tables whose caption and heading both call the days theirs and say two years; the title of a page speaks for more than one table. */
export function disputedTables(blocks: readonly Block[], scene: Scene): Set<number> {
  const disputed = [...captionsOf(blocks)].filter(([, { text, trail }]) => {
    const isOwn = isOfDays(text, scene) && trail.at(-1) !== scene.title;
    return isOwn && saysOther(text, trail) && isOfDays(trail.at(-1) ?? '', scene);
  });
  return new Set(disputed.map(([table]) => table));
}

function captionsOf(blocks: readonly Block[]): Map<number, Block> {
  const captions = new Map<number, Block>();
  blocks.forEach(({ cell }, at) => {
    const before = blocks[at - 1];
    if (cell && before?.kind === 'caption') captions.set(cell.table, before);
  });
  return captions;
}

/** A caption whose year is another than that of the plan's heading counts before it only when it calls the days its own. */
function isAside(text: string, trail: readonly string[], scene: Scene): boolean {
  return saysOther(text, trail) && isOfDays(trail.at(-1) ?? '', scene) && !isOfDays(text, scene);
}

function saysOther(text: string, trail: readonly string[]): boolean {
  if (text === '') return false;
  const above: readonly string[] = withoutDoing(trail.at(-1) ?? '').match(YEAR) ?? [];
  const own: readonly string[] = withoutDoing(text).match(YEAR) ?? [];
  return above.length === 1 && own.length > 0 && !own.some((year) => above.includes(year));
}

/** «2026», «Våren 2026», «Møteplan 2026», «SSU 2026». */
function isOfDays(text: string, scene: Scene): boolean {
  const isNamed = hasWord(text, 'meeting') || hasWord(text, 'calendar') || bodiesIn(text, scene).length > 0;
  return YEAR_ALONE.test(text) || SEASON_IN.test(text) || isNamed;
}

/** The year in the first cell of a table, which is that of all its days. */
function cornersOf(blocks: readonly Block[]): Map<number, string> {
  return new Map(
    blocks.flatMap(({ cell, text }) =>
      cell?.row === 0 && cell.column === 0 && YEAR_ALONE.test(text) ? [[cell.table, text] as const] : [],
    ),
  );
}

/** A year, a month or a body in the first column holds on below it where that column stays empty: what spans rows comes so from many programs. */
function headersAbove(blocks: readonly Block[], scene: Scene): Map<Block, string> {
  const found = new Map<Block, string>();
  let last: CellBlock | undefined;
  for (const row of rowsOf(blocks)) {
    const first = row.find(({ cell }) => cell.column === 0);
    if (first || row[0]?.cell.table !== last?.cell.table)
      last = first && holdsOn(first.text, scene) ? first : undefined;
    else if (last) for (const block of row) found.set(block, last.text);
  }
  return found;
}

function holdsOn(text: string, scene: Scene): boolean {
  return YEAR_ALONE.test(text) || isMonthAlone(text) || bodiesIn(text, scene).length > 0;
}

/** The cells of each row, in the order of the rows. */
export function rowsOf(blocks: readonly Block[]): CellBlock[][] {
  const rows = new Map<string, CellBlock[]>();
  for (const block of blocks) {
    if (!block.cell) continue;
    const key = `${block.cell.table} ${block.cell.row}`;
    const row = rows.get(key) ?? [];
    row.push(block as CellBlock);
    rows.set(key, row);
  }
  return [...rows.values()];
}

/** So many days tell a table's year; more would only take time. */
const ENOUGH = 40;

/** The days of each table that stand with a weekday and without a year; the weekday may have a cell of its own in the row. */
export function weekdaysOf(rows: readonly (readonly CellBlock[])[]): Map<number, Neighbour[]> {
  const tables = new Map<number, Neighbour[]>();
  for (const row of rows) {
    const known = tables.get(row[0]?.cell.table ?? -1) ?? [];
    if (row[0] && known.length < ENOUGH) tables.set(row[0].cell.table, [...known, ...weekdaysOfRow(row)]);
  }
  return tables;
}

const NAMES_WEEKDAY = signsNamed('weekday', 'weekdayShort');

function weekdaysOfRow(row: readonly CellBlock[]): Neighbour[] {
  if (!row.some(({ text }) => hasAnySign(text, NAMES_WEEKDAY))) return [];
  const spans = row.flatMap(({ text }) => findDates(text));
  const alone = spans.filter(({ kind }) => kind === 'weekday');
  const days = spans.filter(({ kind, year }) => kind === 'day' && year === undefined);
  const shared = alone.length === 1 && days.length === 1 ? alone[0]?.weekday : undefined;
  return days.flatMap(({ day, month, weekday = shared }) =>
    day === undefined || month === undefined || weekday === undefined ? [] : [{ day, month, weekday }],
  );
}
