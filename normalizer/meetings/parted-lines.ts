/** Lines made of elements and nothing else: «8. mai 2027», «Fagrådet», «Møterom 2», whatever they are drawn as. */
import { findDates } from '../dates/find-dates.ts';
import type { Block } from '../page.ts';
import { bodiesIn, type Scene } from './scene.ts';

/** The blocks with a mark between the elements of a line that tells of a body and a day: they are no words of one sentence. */
export function withMarkedParts(blocks: readonly Block[], scene: Scene): Block[] {
  return blocks.map((block) => (isLineOfMeeting(block, scene) ? { ...block, text: marked(block.parts) } : block));
}

function isLineOfMeeting(block: Block, scene: Scene): block is Block & { parts: string[] } {
  const { parts = [], kind } = block;
  if (parts.length < FEWEST || kind === 'cell' || kind === 'heading' || block.text.length > LONGEST) return false;
  const isDay = ({ kind: of, index }: { kind: string; index: number }) =>
    index < LEADS && (of === 'day' || of === 'range');
  const days = parts.filter((part) => findDates(part).some(isDay));
  return days.length === 1 && parts.some((part) => !days.includes(part) && bodiesIn(part, scene).length > 0);
}

/** A day and a name need no mark. */
const FEWEST = 3;
const LONGEST = 200;
/** A weekday may stand before a part's day. */
const LEADS = 12;

function marked(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce(
      (line, part) => `${line}${/[:;,.–—|·(-]$/u.test(line) || /^[:;,.–—|·)-]/u.test(part) ? ' ' : ' · '}${part}`,
    );
}
