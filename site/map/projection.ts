/** How places become points of the map. */

/** The map's size in its own units. */
export const mapSize = { width: 516, height: 620 } as const;

const [south, north, west, middle] = [57.75, 71.35, -6.2, 16.5];

/** Sinusoidal around 16.5° E: true areas, and Norway keeps the leaning shape that people know. */
export function project({ lat, lon }: { lat: number; lon: number }): [x: number, y: number] {
  const scale = mapSize.height / (north - south);
  return [((lon - middle) * Math.cos((lat * Math.PI) / 180) - west) * scale, (north - lat) * scale];
}
