/** What several machines have gathered, put together: for each source the newest state wins (STANDARDS D2). */
import type { SourceOutcome } from './outcome.ts';

/** What one machine knows of a source. */
export interface SourceShare {
  outcome: SourceOutcome | null;
  /** The file of its pages: the newest moment that stands in it, and `sha256:…` of its bytes; null when there is none. */
  pages: { newest: string; digest: string } | null;
}

/** What one machine knows of the robots.txt of a unit's sites (see `shard.ts`), as of its last look. */
export interface RobotsShare {
  asOf: string;
  /** Since when (`YYYY-MM-DD`) which origins can't be reached. */
  lost: Record<string, string>;
}

/** The state of a data folder, as far as gathering goes. */
export interface GatheredState {
  /** By source id. */
  sources: ReadonlyMap<string, SourceShare>;
  /** By unit. */
  robots: ReadonlyMap<string, RobotsShare>;
}

/**
 * Puts two states together. Pure; commutative, associative and idempotent, for each key keeps the greater of two by one total order: the later look,
 * then the newer pages, then the bytes.
 */
export function mergeStates(a: GatheredState, b: GatheredState): GatheredState {
  return {
    sources: greaterOf(a.sources, b.sources, ({ outcome, pages }) => [outcome?.checkedAt ?? '', pages?.newest ?? '']),
    robots: greaterOf(a.robots, b.robots, ({ asOf }) => [asOf]),
  };
}

function greaterOf<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>, rank: (one: T) => string[]) {
  const merged = new Map(a);
  for (const [key, theirs] of b) {
    const ours = merged.get(key);
    if (ours === undefined || isGreater([...rank(theirs), textOf(theirs)], [...rank(ours), textOf(ours)]))
      merged.set(key, theirs);
  }
  return merged;
}

function isGreater(a: readonly string[], b: readonly string[]): boolean {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && (a[at] ?? '') > (b[at] ?? '');
}

/** The same text whatever the order of keys, so that the last word between two equals is not a matter of chance. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
      : part,
  );
}
