/** Meetings as people decided them (`data/decisions.yaml`), before and after the joining itself. */
import type { Community } from '../../scraper/index.ts';
import type { Decisions } from '../decisions.ts';
import type { Meeting } from '../model.ts';
import { type JoinedMeetings, joinMeetings } from './meetings.ts';
import { compare, dayOf, type Telling } from './telling.ts';

/** Joins tellings as {@link joinMeetings} does, except where somebody decided otherwise. As pure and as independent of order. */
export function joinAsDecided(
  tellings: readonly Telling[],
  communities: readonly Community[],
  { joinMeetings: joins, partMeetings: parts }: Pick<Decisions, 'joinMeetings' | 'partMeetings'>,
): JoinedMeetings {
  if (joins.length === 0 && parts.length === 0) return joinMeetings(tellings, communities);
  const moved = tellings.map((telling) => asJoined(telling, joins));
  const apart = parts.map(({ meeting, items }) =>
    moved.filter((telling) => baseOf(telling) === meeting && items.includes(telling.item)),
  );
  const taken = new Set(apart.flat());
  const rest = joinMeetings(
    moved.filter((telling) => !taken.has(telling)),
    communities,
  );
  return apart.reduce((joined, some) => withFurther(joined, joinMeetings(some, communities)), rest);
}

/** The id that a telling's meeting has when it is the only one of its body that day. */
export function baseOf({ community, mention }: Telling): string {
  return `${community}-${mention.body}-${dayOf(mention)}`;
}

/** A telling of a meeting that is another one by decision takes that one's body and day, and its hour where the day is the same. */
function asJoined(telling: Telling, joins: readonly string[][]): Telling {
  const base = baseOf(telling);
  const [first] = joins.find((ids) => ids.includes(base)) ?? [];
  if (first === undefined || first === base) return telling;
  const day = first.slice(-10);
  const body = first.slice(telling.community.length + 1, -11) as Telling['mention']['body'];
  const { mention } = telling;
  if (dayOf(mention) === day) return { ...telling, mention: { ...mention, body } };
  const { end: _end, ...others } = mention;
  return { ...telling, mention: { ...others, body, start: day, precision: 'day' } };
}

/** Further meetings beside those that are there; an id that is taken gets the next number. */
function withFurther(joined: JoinedMeetings, further: JoinedMeetings): JoinedMeetings {
  const used = new Set(joined.meetings.map(({ id }) => id));
  const renamed = new Map<string, string>();
  const added: Meeting[] = further.meetings.map((meeting) => {
    const base = meeting.id.replace(/(-\d{4}-\d\d-\d\d)-\d+$/, '$1');
    let id = meeting.id;
    for (let number = 2; used.has(id); number += 1) id = `${base}-${number}`;
    used.add(id);
    renamed.set(meeting.id, id);
    return { ...meeting, id };
  });
  const byItem = new Map(joined.byItem);
  for (const [item, ids] of further.byItem) {
    const more = ids.map((id) => renamed.get(id) ?? id);
    byItem.set(item, [...new Set([...(byItem.get(item) ?? []), ...more])].sort(compare));
  }
  return { meetings: [...joined.meetings, ...added].sort((a, b) => compare(a.id, b.id)), byItem };
}
