/** Cuts blocks into sentences, the unit in which a date and a body belong together. */
import { cutSentences } from '../cut-sentences.ts';
import { MONTH } from '../dates/words.ts';
import type { Block } from '../page.ts';
import { ownText, remembered } from '../remembered.ts';

/** A sentence and where it stands. */
export interface Sentence {
  text: string;
  block: Block;
  /** Its number among the block's sentences. */
  place: number;
}

const ABBREVIATED =
  /(?:^|[\s(])(?:kl|ca|nr|adm|dir|jf|jfr|bl\.a|f\.eks|t\.d|mv|osv|pkt|st|dr|tlf|evt|inkl|okt|nov|des|jan|feb|febr|mar|apr|jun|jul|aug|sept|sep|man|mån|tir|tirs|tys|ons|tor|tors|fre|fred|lør|lau|laur|søn|sun)\.$/iu;
const END = /[.!?][»”")]?\s+/g;
const BEGINS = /^[\p{Lu}\d«“"(–-]/u;
const NUMBERED = /\d\.$/u;
const ENDS_WITH_CLOCK = /\d[.:]\d{2}\.$/u;
const STARTS_WITH_MONTH = new RegExp(`^(?:${MONTH})(?!\\p{L})`, 'iu');

/** The sentences of a block; a line of its own is one. */
export function sentencesOf(block: Block): Sentence[] {
  return splitSentences(block.text).map((text, place) => ({ text, block, place }));
}

/** The sentences of a text, in order; full stops of dates and abbreviations end none. */
export const splitSentences = remembered((text): readonly string[] => split(text));

function split(text: string): string[] {
  const sentences: string[] = [];
  for (const line of text.split('\n')) {
    const start = sentences.length;
    for (const piece of cutSentences(line, END, BEGINS)) {
      const last = sentences.at(-1);
      if (last !== undefined && sentences.length > start && belongsTogether(last, piece)) {
        sentences[sentences.length - 1] = `${last} ${piece}`;
      } else sentences.push(piece);
    }
  }
  return sentences.filter((sentence) => sentence.trim() !== '').map(ownText);
}

function belongsTogether(before: string, after: string): boolean {
  if (ABBREVIATED.test(before)) return true;
  // «… kl. 09.00 til 11.00. 14 personer deltok»: a number of people begins a sentence of its own.
  if (ENDS_WITH_CLOCK.test(before) && /^\d{1,4}\s\p{Ll}/u.test(after))
    return STARTS_WITH_MONTH.test(after.replace(/^\d+\s/u, ''));
  // «torsdag 4.12. (på skjerm)»
  if (NUMBERED.test(before) && after.startsWith('(')) return true;
  if (NUMBERED.test(before)) return STARTS_WITH_MONTH.test(after) || /^[–-]?\s?\d/u.test(after);
  return false;
}
