/** News of a gathering that tells its day without calling it a meeting: «Torsdag 7. mai fylte ordførerne salen. Partnerskapsmøtet …». */
import { daysBetween } from '../dates/calendar.ts';
import type { DateSpan } from '../dates/find-dates.ts';
import type { BodyHit } from './bodies.ts';
import { readParticipants } from './participants.ts';
import { readPlace } from './place.ts';
import type { Reading } from './reading.ts';
import { bodiesIn, isGathering, isOpening, opensWith, type Scene } from './scene.ts';
import { splitSentences } from './sentences.ts';
import { readClauses } from './status.ts';
import { isPast } from './tense.ts';
import type { Telling } from './whose.ts';
import { hasWord } from './words.ts';

/** News of a gathering is written in the weeks after it: at most so many days. */
const OLDEST = 35;

const OF_NEWS: ReadonlySet<DateSpan['kind']> = new Set(['day', 'range', 'relative', 'weekday']);

/** The gathering that the news is about, when this is the day in its opening shortly before it was published. */
export function newsOf(reading: Reading, span: DateSpan, { scene, drafts }: Telling): BodyHit | undefined {
  const { subject, lead, hinted, dates } = scene;
  const hit = isGathering(subject?.body) ? subject : subject ? undefined : (lead ?? hinted);
  if (!hit || !OF_NEWS.has(span.kind) || !span.start || !dates.published || reading.status.tense === 'future')
    return undefined;
  const age = daysBetween(span.start, dates.published);
  if (age < 0 || age > OLDEST || reading.days.length > 1) return undefined;
  if (drafts.some(({ body }) => body === hit.body) || !isOpening(reading.sentence.block, scene)) return undefined;
  if (hit === hinted) return isFull(reading) ? hit : undefined;
  return wasHeld(scene, hit) || isOnSpot(reading, span) ? hit : undefined;
}

/** «Tre leger satt på scenen på Kinn hotell i går»: yesterday, and a house. */
function isOnSpot({ text }: Reading, { kind, offset = 0 }: DateSpan): boolean {
  const arePeople = hasWord(text, 'loose') || hasWord(text, 'gathered') || readParticipants(text) !== undefined;
  return kind === 'relative' && offset <= 0 && arePeople && (readPlace(text)?.weight ?? 0) >= 2;
}

/** «Torsdag 12. mars fylte ordførarane salen på Kinn hotell»: people who came together in a house. */
function isFull({ text, status }: Reading): boolean {
  return status.tense === 'past' && hasWord(text, 'gathered') && (readPlace(text)?.weight ?? 0) >= 2;
}

/** Whether the opening says of the gathering what happened there, or how many came. */
function wasHeld(scene: Scene, { body }: BodyHit): boolean {
  if (readParticipants(scene.title)) return true;
  const sentences = opensWith(scene).flatMap(({ text }) => splitSentences(text));
  return sentences.some((text) => {
    if (!bodiesIn(text, scene).some((hit) => hit.body === body)) return false;
    return (
      isPast(text) ||
      readClauses(text).some(({ reading }) => reading.tense === 'past') ||
      readParticipants(text) !== undefined
    );
  });
}
