/** The blocks of a paper that may tell of meetings after its own. */
import { findDates } from '../dates/find-dates.ts';
import type { Block } from '../page.ts';
import { isGathering, type Scene, soleBody } from './scene.ts';
import { sentencesOf } from './sentences.ts';
import { hasWord } from './words.ts';

/** What a paper says of the meeting after its own: sentences, and what stands below «Neste møte». */
export function nextOnes(blocks: readonly Block[]): Block[] {
  const isNext = (text: string) => hasWord(text, 'nextMeeting');
  return [...blocks, ...labelledRows(blocks)]
    .filter(({ kind, text, trail }) => isNext(text) || (kind !== 'heading' && isNext(trail.at(-1) ?? '')))
    .map((block) => ({ ...block, trail: block.trail.slice(-1).filter(isNext) }));
}

/** «Neste møte | 28. januar 2026»: the second cell of a row of facts, below its label. */
function labelledRows(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block, at) => {
    const next = blocks[at + 1];
    const isRow =
      block.cell?.column === 0 && next?.cell?.table === block.cell.table && next.cell.row === block.cell.row;
    if (!isRow || blocks[at + 2]?.cell?.row === block.cell?.row || !hasWord(block.text, 'nextMeeting')) return [];
    return [{ ...next, kind: 'paragraph' as const, text: `${block.text.replace(/:$/u, '')}: ${next.text}`, trail: [] }];
  });
}

/** Cells as lines of text: «Møteplan. Partnerskapsmøtet er 22. april 2027» stands in the table of an agenda's cases. */
export function asText(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => (block.kind === 'cell' ? { ...block, kind: 'paragraph' as const, trail: [] } : block));
}

/** A case's number before its heading: «Sak 2/26», «2/26:». */
const CASE = /^(?:sak\s)?(?:nr\.?\s)?[\d/-]{1,9}[.:]?\s(?:[–-]\s)?/iu;
const PLACE_BEFORE = /\s(?:i|på|ved)\s\p{Lu}[\p{L} ]{1,30}\s(?:den\s|\p{L}{4,7}dag\s)?$/u;

/** «… færre foredrag i Alta 22. april» below «Sak 2/26 Partnerskapsmøtet»: a gathering is where and when a place leads a day. */
export function gatheringsAhead(blocks: readonly Block[], scene: Scene): Block[] {
  return blocks.flatMap((block) => {
    const heading = (block.trail.at(-1) ?? '').replace(CASE, '').trim();
    const hit = block.kind === 'heading' || heading === '' ? undefined : soleBody(heading, scene);
    if (!hit || !isGathering(hit.body) || hit.index > 0 || hit.end < heading.length) return [];
    return sentencesOf(block).flatMap(({ text }) => {
      const days = findDates(text).filter(({ kind }) => kind === 'day' || kind === 'range');
      const isLed = days.length === 1 && days[0] && PLACE_BEFORE.test(text.slice(0, days[0].index));
      return isLed ? [{ ...block, kind: 'paragraph' as const, text: `${heading}: ${text}`, trail: [] }] : [];
    });
  });
}
