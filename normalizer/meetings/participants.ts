/** How many persons took part, where a text says so; never how many municipalities or members there are. */
import { wordsSource } from './words.ts';

const COUNT = new RegExp(
  `(?<![\\d.,–-]\\s?)(?:(${wordsSource('approximately')})\\s{1,2})?(?<![\\d.,–-])(\\d{1,4})(?![\\d.,]\\d|\\s?[-–]\\s?\\d)\\s{1,2}(?:\\p{L}{3,16}\\s){0,2}?(${wordsSource('participants')})`,
  'giu',
);
const LIMIT = /(?:inntil|maks|maksimalt|opptil|plass til|minst|hver kommune|kvar kommune|medlem)/iu;
/** Words that name persons anyhow need to be said to have come. */
const LOOSE = /^(?:ledere|leiarar|folkevalgte|folkevalde|personer|personar|fagfolk|politikere|politikarar)$/iu;
const CAME =
  /(?:deltok|møtte|møttes|møttest|saml|til stede|tilstede|kom|brukte|brukte|var med|fylte|koblet|kopla|diskuterte|tok turen)/iu;

/** `undefined` when the text gives no count of those who came. */
export function readParticipants(text: string): { count: number; approximate: boolean } | undefined {
  for (const hit of text.matchAll(COUNT)) {
    const [, about, digits, noun] = hit;
    const before = text.slice(Math.max(0, hit.index - 24), hit.index);
    if (LIMIT.test(before) || Number(digits) < 2 || /^(?:19|20)\d{2}$/u.test(digits ?? '')) continue;
    if (LOOSE.test(noun ?? '') && !CAME.test(text)) continue;
    return { count: Number(digits), approximate: about !== undefined };
  }
  return undefined;
}
