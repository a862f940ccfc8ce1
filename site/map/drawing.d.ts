/** The parts of the drawing libraries that `draw-regions.ts` uses; they ship no types. */
declare module 'd3-delaunay' {
  export class Delaunay {
    static from(points: readonly (readonly [number, number])[]): Delaunay;
    voronoi(bounds: readonly [number, number, number, number]): { cellPolygon(index: number): [number, number][] };
  }
}
declare module 'topojson-client' {
  export function feature(topology: unknown, object: unknown): unknown;
}
