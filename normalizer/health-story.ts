/** Stories of illness that somebody tells of themselves or theirs; the words stand in `data/vocabulary/health-stories.yaml`. */
import { z } from 'zod';
import { readVocabulary } from './vocabulary.ts';

const words = z.array(z.string().min(1)).min(1);
const vocabulary = readVocabulary(
  'health-stories',
  z.strictObject({ first_person: words, relatives: words, verbs: words, prepositions: words, illness: words }),
);

const oneOf = (list: readonly string[]): string => `(?:${[...list].sort((a, b) => b.length - a.length).join('|')})`;
const whole = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, 'iu');

/** «fikk påvist kreft», but not «fikk en plan for demens»: what an illness is only the matter of befell nobody. */
const BEFELL = whole(
  `${oneOf(vocabulary.verbs)} (?:(?!${oneOf(vocabulary.prepositions)} )\\p{L}{1,20} ){0,2}${oneOf(vocabulary.illness)}`,
);
const TELLER = whole(oneOf([...vocabulary.first_person, ...vocabulary.relatives]));
/** «Kari (54)», «pasienten Kari»: case tells a name, so these two heed it. */
const NAME_WITH_AGE = /\p{Lu}\p{Ll}{1,30} \(\d{1,3}(?: år)?\)|\p{Lu}\p{Ll}{1,30},? (?:på )?\d{1,3} år/u;
const NAMED_PATIENT = /(?<!\p{L})[Pp]asient(?:en)?,? \p{Lu}\p{Ll}{1,30}(?!\p{L})/u;

/** In how many sentences somebody tells of an illness that befell them or theirs. Linear in the length of the texts. */
export function sentencesOfIllness(texts: readonly string[]): number {
  return texts
    .filter((text) => BEFELL.test(text))
    .flatMap((text) => text.split(/(?<=[.!?…:])\s|\n/))
    .filter(isOfSomebody).length;
}

function isOfSomebody(sentence: string): boolean {
  if (!BEFELL.test(sentence)) return false;
  return TELLER.test(sentence) || NAME_WITH_AGE.test(sentence) || NAMED_PATIENT.test(sentence);
}
