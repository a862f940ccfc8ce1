/** Joins what one page tells of one meeting. */
import { daysBetween } from '../dates/calendar.ts';
import type { Draft } from './draft.ts';

/** One draft a meeting, in the order of days. */
export function mergeDrafts(drafts: readonly Draft[]): Draft[] {
  const merged: Draft[] = [];
  for (const draft of [...drafts].sort((a, b) => b.confidence - a.confidence || a.at - b.at)) {
    const at = merged.findIndex((other) => isSame(other, draft));
    const other = merged[at];
    if (other) merged[at] = mergeTwo(other, draft);
    else merged.push(draft);
  }
  return withoutMonths(withoutEchoes(dropMoved(merged))).sort((a, b) =>
    a.start < b.start ? -1 : a.start > b.start ? 1 : 0,
  );
}

function isSame(a: Draft, b: Draft): boolean {
  if (a.body !== b.body) return false;
  const area = !a.area || !b.area || a.area.toLowerCase() === b.area.toLowerCase();
  if (!area) return false;
  if (a.day === b.day) return true;
  // A conference of two days, told of by its second day elsewhere.
  const within = (outer: Draft, day: string) =>
    outer.end === undefined ? false : outer.day <= day && day <= outer.end.slice(0, 10);
  return within(a, b.day) || within(b, a.day);
}

const STRENGTH = ['planned', 'held', 'postponed', 'cancelled'];

/** `first` is the surer telling; the second fills in what it lacks. */
function mergeTwo(first: Draft, second: Draft): Draft {
  const timed =
    first.precision === 'minute' || second.precision !== 'minute' || first.end?.length === 10 ? first : second;
  const ranged = second.end?.length === 10 && first.end?.length !== 10 && first.precision === 'day' ? second : timed;
  const { start, precision, day } = ranged;
  const place = betterPlace(first.place, second.place);
  const mode = [first.place, second.place].map((each) => each?.mode).find((each) => each && each !== 'unknown');
  const status = [first.status, second.status].sort((a, b) => STRENGTH.indexOf(b ?? '') - STRENGTH.indexOf(a ?? ''))[0];
  const { end: _, ...rest } = first;
  const area = first.area ?? second.area;
  const participants = first.participants ?? second.participants;
  const movedFrom = first.movedFrom ?? second.movedFrom;
  return {
    ...rest,
    start,
    precision,
    day,
    ...(ranged.end ? { end: ranged.end } : {}),
    ...(place ? { place: { ...place, mode: place.mode === 'unknown' ? (mode ?? 'unknown') : place.mode } } : {}),
    ...(area ? { area } : {}),
    ...(participants ? { participants } : {}),
    ...(status ? { status } : {}),
    ...(movedFrom ? { movedFrom } : {}),
    documents: [
      ...first.documents,
      ...second.documents.filter(({ url }) => !first.documents.some((each) => each.url === url)),
    ],
  };
}

/** The day that a meeting was moved from isn't a meeting of its own. */
function dropMoved(drafts: readonly Draft[]): Draft[] {
  const moved = new Set(drafts.flatMap(({ body, movedFrom }) => (movedFrom ? [`${body} ${movedFrom}`] : [])));
  return drafts.filter(({ body, day, movedFrom }) => movedFrom || !moved.has(`${body} ${day}`));
}

/** «Torsdag» means the day that the same page prints, when one is near. */
function withoutEchoes(drafts: readonly Draft[]): Draft[] {
  const printed = drafts.filter(({ relative, precision }) => !relative && precision !== 'month');
  const echoes = (draft: Draft) =>
    printed.some((other) => other.body === draft.body && Math.abs(daysBetween(other.day, draft.day)) <= 8);
  return drafts.filter((draft) => !draft.relative || !echoes(draft));
}

/** A month is told only where no day of that month is. */
function withoutMonths(drafts: readonly Draft[]): Draft[] {
  return drafts.filter(
    ({ precision, body, day }) =>
      precision !== 'month' ||
      !drafts.some((other) => other.precision !== 'month' && other.body === body && other.day.startsWith(day)),
  );
}

/** The surer place; what only says how they meet gives way to a house or a town, unless all are on a screen. */
function betterPlace(one: Draft['place'], two: Draft['place']): Draft['place'] {
  const [surer, other] = (two?.weight ?? -1) > (one?.weight ?? -1) ? [two, one] : [one, two];
  if (surer?.text !== null || surer.mode === 'online' || !other?.text || other.mode === 'online') return surer;
  return { ...other, mode: surer.mode === 'unknown' ? other.mode : surer.mode };
}
