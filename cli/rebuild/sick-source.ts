/** A source as alarms and summaries speak of it: its address from the registry, its health from the last run. */
import { CAUSES, type Cause, type Community, type SourceOutcome } from '../../scraper/index.ts';
import type { Look } from './alarms.ts';

/** The health of one source. */
export interface SourceHealth {
  id: string;
  community: string;
  url: string;
  state: SourceOutcome['state'];
  /** The named cause, or the state where there is none; null when there is nothing to be alarmed about. */
  cause: string | null;
  message: string | null;
  lastSuccess: string | null;
}

/** Not the source's doing: the machine has no browser, or the run was stopped. */
const OURS: ReadonlySet<string | null> = new Set(['no-browser', 'interrupted', 'not-archived']);

/** Every enabled source that the last run looked at. */
export function healthOf(communities: readonly Community[], outcomes: readonly SourceOutcome[]): SourceHealth[] {
  const byId = new Map(outcomes.map((outcome) => [outcome.source, outcome]));
  return communities.flatMap(({ id: community, sources }) =>
    sources.flatMap(({ id, url, enabled }) => {
      const outcome = byId.get(id);
      if (!enabled || outcome === undefined || OURS.has(outcome.cause)) return [];
      const { state, message, lastSuccess } = outcome;
      const isWell = state === 'ok' || state === 'unchanged' || state === 'disabled';
      return [{ id, community, url, state, cause: isWell ? null : (outcome.cause ?? state), message, lastSuccess }];
    }),
  );
}

/** The looks that alarms are made from. */
export function looksOf(health: readonly SourceHealth[]): Look[] {
  return health.map(({ id, cause }) => ({ source: id, cause }));
}

/** A sentence on a cause in both written standards; empty for one without. */
export function causeSentence(cause: string): string {
  const known = CAUSES[cause as Cause] as { nb: string; nn: string } | undefined;
  return known === undefined ? '' : `${known.nb} / ${known.nn}`;
}
