/**
 * Draws `regions.json` anew: the area of each helsefellesskap as an SVG path. Every place of the mainland belongs to the municipality
 * whose centre is nearest (Voronoi cells), cut along the coast of `world-atlas` (Natural Earth, public domain) and joined by
 * community. Run it when `data/municipalities.csv` changed: `node --import tsx site/map/draw-regions.ts`.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Delaunay } from 'd3-delaunay';
import clipping, { type MultiPolygon, type Polygon, type Ring } from 'polygon-clipping';
import { feature } from 'topojson-client';
import { bundledData, projectFolder, readMunicipalities } from '../../scraper/index.ts';
import { mapSize, project } from './projection.ts';

const norway = '578';
/** Islands smaller than this are left out; square units of the map, of which Norway has some 40,000. */
const smallest = 6;
/** Points nearer than this to the line between their neighbours are left out. */
const tolerance = 0.8;

interface Shape {
  id?: string;
  geometry: { type: string; coordinates: number[][][][] };
}

function area(ring: Ring): number {
  const doubled = ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

function distance([x, y]: number[], [ax, ay]: number[], [bx, by]: number[]): number {
  const [dx, dy] = [(bx ?? 0) - (ax ?? 0), (by ?? 0) - (ay ?? 0)];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot((x ?? 0) - (ax ?? 0), (y ?? 0) - (ay ?? 0));
  return Math.abs(dx * ((ay ?? 0) - (y ?? 0)) - dy * ((ax ?? 0) - (x ?? 0))) / length;
}

/** Ramer, Douglas and Peucker's way of leaving points out. */
function simplified(line: Ring): Ring {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return line;
  let [farthest, at] = [0, 0];
  line.forEach((point, index) => {
    const away = distance(point, first, last);
    if (away > farthest) [farthest, at] = [away, index];
  });
  if (farthest <= tolerance) return [first, last];
  return [...simplified(line.slice(0, at + 1)).slice(0, -1), ...simplified(line.slice(at))];
}

// A ring begins and ends at one point: it is cut in two before points are left out.
function simpleRing(ring: Ring): Ring {
  const half = Math.floor(ring.length / 2);
  return [...simplified(ring.slice(0, half + 1)).slice(0, -1), ...simplified(ring.slice(half))];
}

function coast(): MultiPolygon {
  const atlas = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-10m.json'), 'utf8'),
  );
  const { features } = feature(atlas, atlas.objects.countries) as unknown as { features: Shape[] };
  const shape = features.find(({ id }) => id === norway);
  if (!shape) throw new Error('world-atlas: expected a country with the number 578, found none');
  return shape.geometry.coordinates
    .map((polygon) => polygon.map((ring) => ring.map(([lon = 0, lat = 0]) => project({ lat, lon }))) as Polygon)
    .filter(([ring]) => ring !== undefined && isOnMap(ring) && area(ring) >= smallest)
    .map((polygon) => polygon.map(simpleRing));
}

// Svalbard, Jan Mayen and Bouvet Island belong to no municipality.
function isOnMap(ring: Ring): boolean {
  return ring.every(([x, y]) => x > 0 && x < mapSize.width && y > 0 && y < mapSize.height);
}

// Whole units and steps from point to point: the shortest way to write a path.
function ringPath(ring: Ring): string {
  const points = ring.map(([x, y]) => [Math.round(x), Math.round(y)] as const);
  const [start] = points;
  if (!start) return '';
  const steps = points.slice(1).map(([x, y], at) => [x - (points[at]?.[0] ?? 0), y - (points[at]?.[1] ?? 0)] as const);
  const moves = steps.filter(([dx, dy]) => dx !== 0 || dy !== 0).map(([dx, dy]) => `${dx}${dy < 0 ? '' : ' '}${dy}`);
  return `M${start[0]} ${start[1]}l${moves.join(' ').replaceAll(' -', '-')}z`;
}

function pathOf(shape: MultiPolygon): string {
  const rings = shape.flatMap((polygon) => polygon.filter((ring) => area(ring) >= smallest / 2));
  return rings.map(ringPath).join('');
}

const municipalities = await readMunicipalities(bundledData());
const voronoi = Delaunay.from(municipalities.map(project)).voronoi([-50, -50, mapSize.width + 50, mapSize.height + 50]);
const land = coast();
const paths: Record<string, string> = {};
for (const community of [...new Set(municipalities.map((one) => one.community))].sort()) {
  const cells = municipalities.flatMap((one, index): Polygon[] =>
    one.community === community ? [[voronoi.cellPolygon(index) as Ring]] : [],
  );
  const [first, ...others] = cells;
  if (first) paths[community] = pathOf(clipping.intersection(clipping.union(first, ...others), land));
}
const digest = createHash('sha256')
  .update(readFileSync(join(bundledData(), 'municipalities.csv')))
  .digest('hex');
writeFileSync(
  join(projectFolder(), 'site', 'map', 'regions.json'),
  `${JSON.stringify({ of: digest, paths }, null, 1)}\n`,
);
