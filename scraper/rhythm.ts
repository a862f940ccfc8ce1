/** What a source may be expected to bring, learnt from its own past where the registry doesn't say. */
import type { SourceOutcome } from './outcome.ts';

const DAY_MS = 24 * 3600 * 1000;
/** Runs whose count is remembered. */
const RUNS_KEPT = 7;
/** Fewer say nothing. */
const RUNS_NEEDED = 3;
const DATES_NEEDED = 8;
/** Older dates tell of another time. */
const YEARS_LOOKED_BACK = 3;
/** Nobody is late before so many days. */
const SHORTEST_SILENCE = 60;

/** How often a source publishes. Months are 1–12. */
export interface Rhythm {
  /** Something new is expected within so many days. */
  withinDays: number;
  /** Months in which nothing has ever come. */
  quietMonths: number[];
}

/** Pages found in the last good runs with this run's added: the last of each day, oldest first. */
export function withCount(previous: SourceOutcome | undefined, found: number, day: string): number[] {
  const earlier = previous?.found ?? [];
  const isSameDay = previous?.checkedAt.slice(0, 10) === day;
  return [...(isSameDay ? earlier.slice(0, -1) : earlier), found].slice(-RUNS_KEPT);
}

/** The least that is taken for whole: half of what the median of earlier runs found; `undefined` when there were too few runs. */
export function learntMinimum(found: number[] | undefined): number | undefined {
  if (!found || found.length < RUNS_NEEDED) return undefined;
  const median = found.toSorted((a, b) => a - b)[Math.floor(found.length / 2)] ?? 0;
  return Math.floor(median / 2) || undefined;
}

/**
 * The rhythm in days of publication (`YYYY-MM-DD…`): half as long again as the longest silence that there was. `undefined` for fewer than eight days, or
 * less than a year of them.
 */
export function learntRhythm(dates: string[], now: Date): Rhythm | undefined {
  const oldest = now.getTime() - YEARS_LOOKED_BACK * 365 * DAY_MS;
  const days = [...new Set(dates.map((date) => Math.floor(Date.parse(date.slice(0, 10)) / DAY_MS)))]
    .filter((day) => day * DAY_MS >= oldest && day * DAY_MS <= now.getTime())
    .sort((a, b) => a - b);
  const span = (days.at(-1) ?? 0) - (days[0] ?? 0);
  if (days.length < DATES_NEEDED || span < 365) return undefined;
  const longest = days.reduce((most, day, at) => Math.max(most, day - (days[at - 1] ?? day)), 0);
  const busy = new Set(days.map((day) => new Date(day * DAY_MS).getUTCMonth() + 1));
  const quietMonths =
    span < 2 * 365 ? [] : Array.from({ length: 12 }, (_, n) => n + 1).filter((month) => !busy.has(month));
  return { withinDays: Math.max(SHORTEST_SILENCE, Math.ceil(longest * 1.5)), quietMonths };
}
