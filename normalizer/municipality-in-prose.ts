/**
 * Whether one of the community's own municipalities is meant where running text has its name alone: «nattvakter i Sel», «Vågå
 * behandler det», but not «møtet i Sel», «sykehuset i Sel», «på Vågå hotell» or «sa Sel».
 */
import { z } from 'zod';
import { MONTH, WEEKDAY } from './dates/words.ts';
import { splitSentences } from './meetings/sentences.ts';
import { namesIn } from './municipality-names.ts';
import type { Block, Page } from './page.ts';
import { readVocabulary } from './vocabulary.ts';

const list = z.array(z.string().min(1)).min(1);
const words = readVocabulary(
  'municipality-prose',
  z.strictObject({
    linkers: list,
    parties: list,
    places: list,
    being: list,
    roles: list,
    together: list,
    seated: list,
    houses: list,
    gatherings: list,
    ways: list,
  }),
);
const LINKED = new RegExp(`(?<!\\p{L})(?:${words.linkers.join('|')})\\s$`, 'iu');
const OF_PARTY = new RegExp(`(?<!\\p{L})(?:${words.parties.join('|')})\\s$`, 'iu');
const AT_PLACE = new RegExp(`(?<!\\p{L})(?:${words.places.join('|')})\\s$`, 'iu');
const OF_ROLE = new RegExp(
  `(?:(?:${words.roles.join('|')})\\s(?:i|på|frå|fra|hos)|(?<!\\p{L})(?:${words.together.join('|')}))\\s$`,
  'iu',
);
/** «Troms og Ofoten», «Øvre Romerike og Kongsvinger»: a region's name, or a row of regions; «fra Sel til Lom»: a way. */
const REGION_AFTER = /^\s(?:og|ja|and|til)\s\p{Lu}/u;
const REGION_BEFORE = /(?<=\p{L},?\s)\p{Lu}[\p{L}-]+\s(?:og|ja|and)\s$/u;
/** «Sel behandler det 9. desember, Vågå 10. desember og Lom 15. desember». */
const DAY_THEN = new RegExp(`(?:${MONTH}|\\d\\.?)(?:,|,?\\sog)\\s$`, 'iu');
const SEATED = new RegExp(`(?:${words.seated.join('|')})\\p{L}*(?:,?\\s|\\s\\p{L}{2,12}\\s)$`, 'iu');
const HOUSE_AFTER = new RegExp(`^\\s(?:\\p{Lu}\\p{L}+\\s)?(?:${words.houses.join('|')})\\p{L}{0,4}(?!\\p{L})`, 'u');
const GATHERING = new RegExp(`(?:${words.gatherings.join('|')})`, 'iu');
const WAY = new RegExp(`(?<!\\p{L})(?:${words.ways.join('|')})(?!\\p{L})`, 'iu');
const DOES = new RegExp(
  `^\\s(?!(?:er|var|blir|vert)\\s(?!(?:${words.being.join('|')})(?!\\p{L})))(?!ligg|lå|byr|heit|het|grens)\\p{Ll}`,
  'u',
);
const DAY_AFTER = new RegExp(`^,?\\s(?:den\\s)?(?:\\d|kl|${MONTH}|${WEEKDAY})`, 'iu');
const DAY_BEFORE = new RegExp(`(?:\\d|${MONTH})[.,]?\\s(?:i|på)\\s$`, 'iu');
const OPENING = /^(?:[«"“–—-]\s?)*$/u;
const KINDS: ReadonlySet<Block['kind']> = new Set(['paragraph', 'quote', 'item', 'definition']);
/** So many words has a sentence at least. */
const SHORTEST = 5;

/** A name's place in a block, or that of a row of names; whether the name is a word too. */
export interface NameSpan {
  name: string;
  start: number;
  end: number;
  isWord: boolean;
}

/** Whether running text speaks of a municipality where it has this name alone. The name must be one of the community's own. */
export function isMeantInProse(span: NameSpan, block: Block, page: Page): boolean {
  if (!KINDS.has(block.kind)) return false;
  const sentence = sentenceAt(block, span.start);
  if (!sentence || GATHERING.test(sentence.text) || WAY.test(sentence.text)) return false;
  const before = block.text.slice(sentence.start, span.start);
  const after = block.text.slice(span.end, span.end + 40);
  if (HOUSE_AFTER.test(after) || REGION_AFTER.test(after) || REGION_BEFORE.test(before)) return false;
  if (OF_ROLE.test(before)) return !DAY_AFTER.test(after);
  return sentence.isWhole && (isAtPlace(before, after) || (isParty(before, after, span) && !isSurname(span, page)));
}

/** «nattvakter i Sel», unless it is a house or an office that is there, or something on a day. */
function isAtPlace(before: string, after: string): boolean {
  const place = AT_PLACE.exec(before);
  if (!place || SEATED.test(before.slice(0, place.index))) return false;
  return !DAY_AFTER.test(after) && !DAY_BEFORE.test(before);
}

/** «avtalen med Sel», «Nå vil også Sel være med», «Sel har ikke fått søkere». */
function isParty(before: string, after: string, { isWord }: NameSpan): boolean {
  const party = OF_PARTY.exec(before);
  if (party) return !SEATED.test(before.slice(0, party.index));
  if (OPENING.test(before)) return !isWord && DOES.test(after);
  if (DAY_AFTER.test(after)) return DAY_THEN.test(before) && namesIn(before)[0]?.index === 0;
  return LINKED.test(before);
}

/** The sentence round a place of a block, and whether it is one and no heading, label or fact. */
function sentenceAt({ text }: Block, at: number): { text: string; start: number; isWhole: boolean } | undefined {
  let from = 0;
  for (const sentence of splitSentences(text)) {
    const start = text.indexOf(sentence, from);
    if (start < 0) return undefined;
    from = start + sentence.length;
    if (at >= from) continue;
    const isWhole = /[.!?»”"]\s*$/u.test(sentence) && sentence.split(/\s+/u).length >= SHORTEST;
    return { text: sentence, start, isWhole };
  }
  return undefined;
}

/** «Turid Sande … Sande sier»: somebody on the page is called so. */
function isSurname({ name }: NameSpan, { blocks }: Page): boolean {
  const called = new RegExp(`(?<!\\p{L})(\\p{Lu}\\p{Ll}+\\s)${name}(?!\\p{L}|\\skommun)`, 'u');
  return blocks.some(({ text }) => {
    const first = called.exec(text)?.[1];
    return first !== undefined && !LINKED.test(first) && !AT_PLACE.test(first) && !OF_PARTY.test(first);
  });
}
