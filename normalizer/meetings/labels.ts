/** Lines that lead to days: the entry above a list, a paragraph with a colon, a body's name alone above its days. */
import { findDates } from '../dates/find-dates.ts';
import type { Block } from '../page.ts';
import type { BodyHit } from './bodies.ts';
import { isNever } from './refusal.ts';
import { type Scene, soleBody } from './scene.ts';
import { isWord } from './words.ts';

/** The entry above a nested list, or the paragraph above a list that ends in a colon. */
export function labelBlock(block: Block, blocks: readonly Block[]): Block | undefined {
  if (block.kind === 'paragraph') return paragraphAbove(block, blocks);
  if (block.kind !== 'item') return undefined;
  for (let at = placeOf(block, blocks) - 1; at >= 0 && block.index - at < 40; at -= 1) {
    const other = blocks[at];
    if (other?.kind === 'item' && other.level < block.level) return isLabel(other.text) ? other : undefined;
    if (other?.kind === 'paragraph') return isLabel(other.text) ? other : undefined;
    if (other?.kind !== 'item') return undefined;
  }
  return undefined;
}

/** Where a block stands among the page's: at its number, unless some were taken out. */
function placeOf({ index }: Block, blocks: readonly Block[]): number {
  return blocks[index]?.index === index ? index : blocks.findIndex((other) => other.index === index);
}

/** The paragraph right above one that begins with a day, when it ends in a colon. */
function paragraphAbove(block: Block, blocks: readonly Block[]): Block | undefined {
  const above = blocks[placeOf(block, blocks) - 1];
  const isLeading = above?.kind === 'paragraph' && above.text.length < 200 && /:$/u.test(above.text);
  return isLeading && above.trail.join() === block.trail.join() ? above : undefined;
}

/** A short line that ends no sentence. */
export function isLabel(text: string): boolean {
  return text.length < 80 && (/:$/u.test(text) || !/[.!?]$/u.test(text));
}

/** «Utløper», «Meld deg på innen»: a label whose day is a file's, a page's or a bound. */
export function isUnderStamp(block: Block, blocks: readonly Block[]): boolean {
  if (block.kind === 'cell' || block.kind === 'heading' || block.text.length > LONGEST_DAY) return false;
  const above = blocks[blocks.findIndex(({ index }) => index === block.index) - 1];
  const isLabelBlock = above !== undefined && above.text.length < LONGEST_LABEL && !/[\d.!?]/u.test(above.text);
  const label = block.term ?? (isLabelBlock ? above.text : undefined);
  if (label === undefined) return false;
  return isWord(label, 'stampLabels') || isNever(label);
}

/** The day printed alone at the head of a notice among others: what its days without a year are reckoned from. */
export function entryDay(block: Block, blocks: readonly Block[]): string | undefined {
  const [first = '', ...others] = block.text.split('\n');
  const own = others.length > 0 ? dayAlone(first) : undefined;
  if (own) return own;
  const heading = dayAlone(block.trail.at(-1) ?? '');
  if (heading || block.kind !== 'paragraph') return heading;
  const above = blocks[blocks.findIndex(({ index }) => index === block.index) - 1];
  return above?.kind === 'paragraph' ? dayAlone(above.text) : undefined;
}

/** The day, `YYYY-MM-DD`, that a line with its year and nothing else gives. */
function dayAlone(line: string): string | undefined {
  if (line.length < SHORTEST_DAY || line.length > LONGEST_DAY || !/\d{2}\.?$/u.test(line)) return undefined;
  const [span, ...others] = findDates(line);
  const isAlone = span?.kind === 'day' && others.length === 0 && line.length - span.text.length <= 1;
  return isAlone && span.year !== undefined && span.reason?.from === 'printed' ? span.start : undefined;
}

const SHORTEST_DAY = 6;
/** A day with its weekday and its time of day is no longer than this, a label no longer than that. */
const LONGEST_DAY = 45;
const LONGEST_LABEL = 40;

/** So many paragraphs with days may stand below one name. */
const MOST_DAYS = 8;

/** «LSU Nordfjord» as a line of its own, with its days in the lines below: whose they are. */
export function nameAbove(block: Block, scene: Scene): BodyHit | undefined {
  const { blocks } = scene.page;
  if (block.kind !== 'paragraph') return undefined;
  const start = placeOf(block, blocks) - 1;
  for (let at = start; at >= 0 && start - at < MOST_DAYS; at -= 1) {
    const above = blocks[at];
    if (above?.kind !== 'paragraph' || above.trail.join() !== block.trail.join()) return undefined;
    const hit = soleBody(above.text, scene);
    if (hit) return hit.index === 0 && hit.end >= above.text.length - 1 ? hit : undefined;
    if (findDates(above.text)[0]?.index !== 0) return undefined;
  }
  return undefined;
}
