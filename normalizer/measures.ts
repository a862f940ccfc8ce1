/** What was measured of the nodes of a tree: kept on each of them until something below it changes. */
import type { AnyNode, ParentNode } from 'domhandler';

const KNOWN = Symbol('what was measured of it');

/** The values of one node, in the order in which the measures were made. */
interface Known {
  round: number;
  values: unknown[];
}

type Measured = (AnyNode | ParentNode) & { [KNOWN]?: Known | undefined };

let measures = 0;
/** What was measured in an earlier round is forgotten. */
let round = 0;

/**
 * Remembers what a measure says of a node until something below it changes. A measure goes by the node and what is below it alone;
 * what it gives must not be changed by those who ask.
 */
export function untilChanged<N extends AnyNode, T>(measure: (node: N) => T): (node: N) => T {
  const place = measures;
  measures += 1;
  return (node) => {
    const known = knownOf(node);
    const value = known.values[place];
    if (value !== undefined) return value as T;
    const fresh = measure(node);
    known.values[place] = fresh;
    return fresh;
  };
}

function knownOf(node: Measured): Known {
  const known = node[KNOWN];
  if (known !== undefined && known.round === round) return known;
  const fresh: Known = { round, values: new Array(measures) };
  node[KNOWN] = fresh;
  return fresh;
}

/** Forgets all: after elements were renamed or text was changed by hand. */
export function forgetMeasures(): void {
  round += 1;
}

/** Forgets what was measured of a node and of all that it stands in. */
export function forgetMeasuresAbove(node: AnyNode | ParentNode): void {
  for (let at: Measured | null = node; at !== null; at = at.parent) if (at[KNOWN] !== undefined) at[KNOWN] = undefined;
}
