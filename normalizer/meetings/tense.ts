/** Whether a sentence is told in the past: by a preterite, strong or weak, in either written standard. */
import { readStatus } from './status.ts';
import { hasWord } from './words.ts';

/** Endings of weak preterites, and words that only look so. */
const WEAK =
  /(?<!\p{L})(?!(?:første|fyrste|siste|beste|største|fleste|neste|dette|disse|enkelte|rette|halde)(?!\p{L}))\p{Ll}{2,}(?:erte|[kgdlnprsvt]te|[dglnrv]de)(?!\p{L})/u;

/** Some verb of it is a preterite. */
export function isPreterite(text: string): boolean {
  return hasWord(text, 'preterites') || WEAK.test(text);
}

/** What it says of a meeting is past, or of anything where it says nothing of a meeting. */
export function isPast(text: string): boolean {
  const { tense } = readStatus(text);
  return tense === 'past' || (tense === undefined && isPreterite(text));
}
