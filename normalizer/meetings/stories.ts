/** News of a gathering that tells its day without calling it a meeting: «Torsdag 7. mai fylte ordførerne salen. Partnerskapsmøtet …». */
import { daysBetween } from '../dates/calendar.ts';
import type { DateSpan } from '../dates/find-dates.ts';
import type { BodyHit } from './bodies.ts';
import { readParticipants } from './participants.ts';
import type { Reading } from './reading.ts';
import { bodiesIn, isGathering, opensWith, type Scene } from './scene.ts';
import { splitSentences } from './sentences.ts';
import { readClauses } from './status.ts';
import { isPast } from './tense.ts';
import type { Telling } from './whose.ts';

/** News of a gathering is written in the weeks after it: at most so many days. */
const OLDEST = 35;

const OF_NEWS: ReadonlySet<DateSpan['kind']> = new Set(['day', 'range', 'relative', 'weekday']);

/** The gathering that the news is about, when this is the day in its opening shortly before it was published. */
export function newsOf(reading: Reading, span: DateSpan, { scene, drafts }: Telling): BodyHit | undefined {
  const { subject, lead, dates } = scene;
  const hit = isGathering(subject?.body) ? subject : subject ? undefined : lead;
  if (!hit || !OF_NEWS.has(span.kind) || !span.start || !dates.published || reading.status.tense === 'future')
    return undefined;
  const age = daysBetween(span.start, dates.published);
  if (age < 0 || age > OLDEST || reading.days.length > 1) return undefined;
  if (drafts.some(({ body }) => body === hit.body) || !opensWith(scene).includes(reading.sentence.block))
    return undefined;
  return wasHeld(scene, hit) ? hit : undefined;
}

/** Whether the opening says of the gathering what happened there, or how many came. */
function wasHeld(scene: Scene, { body }: BodyHit): boolean {
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
