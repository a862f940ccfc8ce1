/** What a table as a whole says of the years of its days: its caption, its first cell, the weekdays printed in it. */
import { type DateContext, findDates } from '../dates/find-dates.ts';
import { SEASON } from '../dates/words.ts';
import type { Block } from '../page.ts';
import { bodiesIn, type Scene } from './scene.ts';
import { hasWord } from './words.ts';

/** A cell that holds a year and nothing else. */
export const YEAR_ALONE = /^20\d{2}$/u;
const YEAR = /(?<!\d)20\d{2}(?!\d)/gu;
const SEASON_IN = new RegExp(`(?<!\\p{L})(?:${SEASON})(?!\\p{L})`, 'iu');

/** A table's caption and the year in its corner stand above its cells as headings do. */
export function withCaptions(blocks: readonly Block[], scene: Scene): Block[] {
  const captions = new Map<number, string>();
  blocks.forEach((block, at) => {
    const before = blocks[at - 1];
    if (block.cell && !captions.has(block.cell.table))
      captions.set(block.cell.table, before?.kind === 'caption' ? captionOf(before, scene) : '');
  });
  const corners = cornersOf(blocks);
  return blocks.map((block) => {
    const above = block.cell ? [captions.get(block.cell.table) ?? '', corners.get(block.cell.table) ?? ''] : [];
    const said = above.filter((text) => text !== '');
    return said.length > 0 ? { ...block, trail: [...block.trail, ...said] } : block;
  });
}

/** A caption whose year is another than that of the plan's heading above counts with it only when it calls the days its own. */
function captionOf({ text, trail }: Block, scene: Scene): string {
  const own: readonly string[] = text.match(YEAR) ?? [];
  const heading = trail.at(-1) ?? '';
  const above: readonly string[] = heading.match(YEAR) ?? [];
  const isOther = above.length === 1 && own.some((year) => !above.includes(year));
  return isOther && isOfDays(heading, scene) && !isOfDays(text, scene) ? text.replace(YEAR, ' ').trim() : text;
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

/** So many days tell a table's year; more would only take time. */
const ENOUGH = 40;

/** The days of each table that stand with a weekday and without a year. */
export function weekdaysOf(blocks: readonly Block[]): Map<number, NonNullable<DateContext['neighbours']>> {
  const tables = new Map<number, NonNullable<DateContext['neighbours']>>();
  for (const { cell, text } of blocks) {
    if (!cell || (tables.get(cell.table)?.length ?? 0) >= ENOUGH) continue;
    const days = findDates(text).flatMap(({ kind, year, day, month, weekday }) =>
      kind === 'day' && year === undefined && day !== undefined && month !== undefined && weekday !== undefined
        ? [{ day, month, weekday }]
        : [],
    );
    if (days.length > 0) tables.set(cell.table, [...(tables.get(cell.table) ?? []), ...days]);
  }
  return tables;
}
