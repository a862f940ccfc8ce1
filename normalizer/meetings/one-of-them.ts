/** «SSU møttes 6. februar, 10. april og 11. desember. Det siste ble holdt i Florø»: what the next sentence says of one of several. */
import { type Draft, withClock } from './draft.ts';
import { readParticipants } from './participants.ts';
import { readPlace } from './place.ts';
import type { Reading } from './reading.ts';
import { needing, wordsSource } from './words.ts';

const ORDER = (['theLast', 'theFirst'] as const).map((list) => ({
  list,
  // «Det siste ble …», «Det siste, i Florø», «Det siste møtet»; «Det siste legekontoret» is something else.
  pattern: needing(
    list,
    new RegExp(
      `^${wordsSource(list)}(?:,|\\s(?:${wordsSource('areVerbs')}|${wordsSource('wereVerbs')}|${wordsSource('wentOn')}|${wordsSource('happened')}|${wordsSource('meeting')})(?=[\\s,.]))`,
      'iu',
    ),
  ),
}));

/** Gives the first or last meeting of a list in the same block what a sentence without a day says of it. */
export function withOneOfThem(drafts: Draft[], { text, days, clocks, bodies, sentence, status }: Reading): void {
  if (days.length > 0 || bodies.length > 0) return;
  const which = ORDER.find(({ pattern }) => pattern.test(text))?.list;
  const listed = which === undefined ? [] : drafts.filter(({ at }) => at === sentence.block.index);
  if (listed.length < 2 || listed.some(({ body }) => body !== listed[0]?.body)) return;
  const draft = which === 'theLast' ? listed.at(-1) : listed[0];
  if (!draft) return;
  const place = draft.place ?? readPlace(text);
  const participants = draft.participants ?? readParticipants(text);
  const [clock] = clocks;
  const own = status.status === 'cancelled' || status.status === 'postponed' ? status.status : draft.status;
  const told = {
    ...draft,
    ...(place ? { place } : {}),
    ...(participants ? { participants } : {}),
    ...(own ? { status: own } : {}),
  };
  drafts[drafts.indexOf(draft)] = clock?.clock ? withClock(told, clock.clock) : told;
}
