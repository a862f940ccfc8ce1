/** Colours for the map so that communities side by side never share one. */
import type { PublishedCommunity } from '../../normalizer/index.ts';

/** Colours in the stylesheet: `.dots-0` to `.dots-6`. */
const colours = 7;
/** Municipalities whose centres are nearer than this lie side by side; in degrees of latitude. */
const near = 0.6;

interface Dot {
  lat: number;
  lon: number;
}

const isNear = (a: Dot, b: Dot): boolean =>
  Math.hypot(a.lat - b.lat, (a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180)) < near;

function touch(a: PublishedCommunity, b: PublishedCommunity): boolean {
  return a.municipalities.some((here) => b.municipalities.some((there) => isNear(here, there)));
}

// The first colour that no neighbour has, beginning at another one each time, so that all of them are used.
function firstFree(taken: ReadonlySet<number>, start: number): number {
  const turn = Array.from({ length: colours }, (_, step) => (start + step) % colours);
  return turn.find((colour) => !taken.has(colour)) ?? start % colours;
}

/** A colour number for each community's id; the same communities always get the same colours. */
export function mapColours(communities: readonly PublishedCommunity[]): Map<string, number> {
  const chosen = new Map<string, number>();
  communities.forEach((community, index) => {
    const neighbours = communities.filter(({ id }) => chosen.has(id)).filter((other) => touch(community, other));
    const taken = new Set(neighbours.map(({ id }) => chosen.get(id) ?? 0));
    chosen.set(community.id, firstFree(taken, index));
  });
  return chosen;
}
