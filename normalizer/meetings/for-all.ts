/** What a page says of all its meetings at once: «Alle møtene er på Teams, kl. 09.00–11.00», a time of day above a table of days. */
import { findDates } from '../dates/find-dates.ts';
import type { Block } from '../page.ts';
import { type Draft, withClock } from './draft.ts';
import { joinedClock } from './fill-in.ts';
import { readPlace } from './place.ts';
import { type Scene, soleBody } from './scene.ts';
import { splitSentences } from './sentences.ts';
import { hasWord, labelled, wordsSource } from './words.ts';

const GENERAL = new RegExp(
  `^(?:${wordsSource('all')}(?:\\s(?:møt[ea]\\p{L}{0,3}|samling\\p{L}{0,4}))?|${wordsSource('allMeetings')}|\\p{Lu}{2,5}-møt(?:ene|er|a))(?:\\s(?:i|for)\\s\\p{L}{2,24}){0,2}\\s${wordsSource('areVerbs')}`,
  'iu',
);

/** «Alle møtene er på Teams, kl. 09.00–11.00»: for all meetings under the same heading. */
export function withGeneral(drafts: readonly Draft[], blocks: readonly Block[], scene: Scene): Draft[] {
  let all = [...drafts];
  blocks.forEach((block, at) => {
    if (block.kind === 'cell') return;
    for (const text of splitSentences(block.text)) {
      if (GENERAL.test(text)) all = withSaid(all, text, { scene, below: belowHeadingOf(block, blocks) });
      else if (all.length > 1 && isHeadOf(block, blocks[at + 1], text))
        all = withSaid(all, text, { scene, below: runFrom(at + 1, blocks) });
    }
  });
  return all;
}

function withSaid(drafts: Draft[], text: string, { scene, below }: { scene: Scene; below: ReadonlySet<number> }) {
  const spans = findDates(text);
  if (hasWord(text, 'tentative') || spans.some(({ kind }) => kind !== 'clock' && kind !== 'weekday')) return drafts;
  const clocks = spans.filter(({ kind }) => kind === 'clock');
  const [place, clock] = [readPlace(text), joinedClock(text, clocks)];
  const body = soleBody(text, scene)?.body;
  return drafts.map((draft) => {
    if (!below.has(draft.at) || (body && body !== draft.body)) return draft;
    const placed = place && !draft.place ? { ...draft, place } : draft;
    return clock ? withClock(placed, clock) : placed;
  });
}

function belowHeadingOf({ trail }: Block, blocks: readonly Block[]): ReadonlySet<number> {
  const heading = trail.at(-1);
  return new Set(
    blocks.filter((each) => heading === undefined || each.trail.includes(heading)).map(({ index }) => index),
  );
}

/** A line of no more than this names a time and little else. */
const LONGEST_LINE = 70;

/** «Kl. 09.00–11.30» as a table's caption, «Møtetid: kl. 12–15» right above a table or a list. */
function isHeadOf({ kind, text: whole }: Block, next: Block | undefined, text: string): boolean {
  if (next?.kind !== 'cell' && next?.kind !== 'item') return false;
  if (text.length > LONGEST_LINE || kind === 'item' || !findDates(text).some((span) => span.kind === 'clock'))
    return false;
  return (kind === 'caption' && next.kind === 'cell') || labelled(whole, 'when') !== undefined;
}

/** The cells of one table, or the items of one list, that stand from a place on. */
function runFrom(at: number, blocks: readonly Block[]): ReadonlySet<number> {
  const first = blocks[at];
  const rest = blocks.slice(at);
  const end = rest.findIndex(({ kind, cell }) => kind !== first?.kind || cell?.table !== first?.cell?.table);
  return new Set(rest.slice(0, end < 0 ? undefined : end).map(({ index }) => index));
}
