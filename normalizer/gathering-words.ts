/** Words for gatherings, and acronyms of bodies: what they stand in may tell of a meeting. */
import { z } from 'zod';
import { readVocabulary } from './vocabulary.ts';

const { gathering_words: gatherings } = readVocabulary(
  'kinds',
  z.looseObject({ gathering_words: z.array(z.string().min(2)).min(1) }),
);
/** A word for a gathering, or a body's acronym. */
export const GATHERING = new RegExp(
  `(?:${gatherings.map((word) => `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}`).join('|')}|(?<!\\p{L})\\p{Lu}{2,5}(?!\\p{L}))`,
  'u',
);
/** Houses and regions have such words in them, and companies acronyms. */
const NO_BODY = /(?:rådhus|område|rådgiv)\p{L}{0,30}|(?<!\p{L})(?:R?HF|IKS|KF|AS|NAV)(?!\p{L})/giu;

/** True when the text names a gathering or a body, and not only a house or a company. */
export function namesGathering(text: string): boolean {
  return GATHERING.test(text.replace(NO_BODY, ' '));
}
