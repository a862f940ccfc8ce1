/** How much of a history is kept: every night for a while, then the last of each month, then the last of each year. */

/** One commit of the data branch. */
export interface Night {
  commit: string;
  tree: string;
  /** `YYYY-MM-DD`, UTC. */
  day: string;
}

/** Months of which the last night is kept, before only years count. */
const MONTHS_KEPT = 24;

/**
 * The nights to keep, of those given from the oldest to the newest. All of this month and the last; of the 24 months before, and then of each year, the
 * last night. Depends on months alone, so that history is rewritten once a month at most.
 */
export function keptNights(nights: readonly Night[], today: string): Night[] {
  const now = monthOf(today);
  return nights.filter(({ day }, at) => {
    const age = now - monthOf(day);
    const next = nights[at + 1];
    if (age <= 1 || next === undefined) return true;
    if (age <= MONTHS_KEPT) return monthOf(next.day) !== monthOf(day);
    return next.day.slice(0, 4) !== day.slice(0, 4);
  });
}

/** Months since the year 0. */
function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
