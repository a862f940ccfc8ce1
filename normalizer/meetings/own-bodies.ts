/** Which of the bodies that a sentence names a day of it belongs to. */
import type { DateSpan } from '../dates/find-dates.ts';
import type { BodyHit } from './bodies.ts';
import type { Reading } from './reading.ts';
import { ASIDE } from './status.ts';
import type { Owner } from './whose.ts';
import { hasWord, needing, wordsSource } from './words.ts';

/** Farther from a date than this, a body in the same sentence says nothing of it. */
const FARTHEST = 140;

const OFFICE_OF = needing('officeOf', new RegExp(`${wordsSource('officeOf')}\\s(?:\\p{L}{2,14}\\s){0,2}$`, 'iu'));

/** «SSU-leder». */
const OFFICER = new RegExp(`^-${wordsSource('officers')}`, 'iu');

/** «Leiaren for SSU», «SSU-leder», «sekretariatet for utvalget»: somebody of the body. */
export function isSomebodyOf(text: string, { index, end }: BodyHit): boolean {
  return OFFICE_OF.test(text.slice(0, index)) || OFFICER.test(text.slice(end));
}

/** «Leiaren for SSU går av 1. desember»: somebody of the body, and no word of a meeting. */
function isOfSomebody({ text }: Reading, hit: BodyHit): boolean {
  return isSomebodyOf(text, hit) && !hasWord(text, 'meeting') && !hasWord(text, 'gathered');
}

/** The bodies of the sentence itself, where a clause between commas names others. */
function outsideAsides(text: string, bodies: readonly BodyHit[]): readonly BodyHit[] {
  const asides = bodies.length > 1 ? [...text.matchAll(ASIDE)] : [];
  const outside = bodies.filter(({ index, end }) =>
    asides.every((aside) => end <= aside.index || index >= aside.index + aside[0].length),
  );
  return outside.length > 0 ? outside : bodies;
}

/** The bodies that a sentence names and a day of it belongs to, the nearest first. */
export function ownBodies(reading: Reading, span: DateSpan): Owner[] {
  const { text } = reading;
  const bodies = outsideAsides(text, reading.bodies).filter((hit) => !isOfSomebody(reading, hit));
  const end = span.index + span.text.length;
  const away = (hit: BodyHit) => (hit.end <= span.index ? span.index - hit.end : hit.index - end + 8);
  const led = [...bodies]
    .reverse()
    .find((hit) => hit.end <= span.index && !/[,;]/u.test(text.slice(hit.end, span.index)));
  const nearest = led && away(led) < 50 ? led : [...bodies].sort((a, b) => away(a) - away(b))[0];
  if (!nearest?.body || away(nearest) > FARTHEST) return [];
  const twins = bodies.filter(
    (hit) => hit.body && !isSameBody(hit, nearest) && isJoined(text, hit, nearest) && away(hit) < 80,
  );
  return [nearest, ...twins].map((hit) => ({ hit, confidence: hit.unsure ? 0.75 : 0.9 }));
}

/** Whether two namings are of one body. */
export function isSameBody(a: BodyHit, b: BodyHit): boolean {
  return a.body === b.body && (a.area === b.area || !a.area || !b.area);
}

function isJoined(text: string, a: BodyHit, b: BodyHit): boolean {
  const [first, second] = a.index < b.index ? [a, b] : [b, a];
  return /^\s(?:og|\+)\s$/u.test(text.slice(first.end, second.index));
}
