import { feature } from 'topojson-client';
import type { Feature, FeatureCollection, MultiPolygon, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** The shape of a country by its M49 code; `undefined`: it has none in ISO 3166. */
export interface MapShape {
  readonly m49: string | undefined;
  readonly feature: Feature<MultiPolygon>;
}

/** Members that the atlas has no shape of: degrees east and north of their main island. */
const WITHOUT_SHAPE: Readonly<Record<string, readonly [east: number, north: number]>> = {
  '798': [179.2, -8.52],
};
/** Side of the square that stands for them, degrees: too small to be seen as one. */
const SPECK = 0.1;

/** What a map leaves out: nobody lives there. */
const ANTARCTICA = '010';

/**
 * Shapes of countries from an atlas, simplified. Borders stay common, as each is simplified once.
 * @param step degrees by which a line may be off
 */
export function mapShapes(
  atlas: Topology<{ countries: GeometryCollection }>,
  step: number,
): readonly MapShape[] {
  const scale = atlas.transform?.scale ?? [1, 1];
  const specks = Object.entries(WITHOUT_SHAPE).map(([m49, place]) => ({ m49, feature: speck(place) }));
  const coarse = { ...atlas, arcs: atlas.arcs.map((arc) => simplified(arc, scale, step)) };
  const shapes = atlas.objects.countries.geometries
    .filter(({ id }) => id !== ANTARCTICA)
    .map((geometry) => ({
      m49: geometry.id === undefined ? undefined : String(geometry.id).padStart(3, '0'),
      feature: sound(polygonsOf(feature(coarse, geometry)), polygonsOf(feature(atlas, geometry)), step),
    }));
  return [...shapes, ...specks];
}

/** A square, clockwise as all of them. */
function speck([east, north]: readonly [number, number]): MapShape['feature'] {
  const [right, top] = [east + SPECK, north + SPECK];
  const ring = [
    [east, north],
    [east, top],
    [right, top],
    [right, north],
    [east, north],
  ];
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: [[ring]] } };
}

type Ring = readonly Position[];

function polygonsOf(shape: Feature | FeatureCollection): readonly (readonly Ring[])[] {
  if (shape.type === 'FeatureCollection') return [];
  if (shape.geometry.type === 'Polygon') return [shape.geometry.coordinates];
  return shape.geometry.type === 'MultiPolygon' ? shape.geometry.coordinates : [];
}

/** Takes rings back that simplifying turned over or made vanish, and leaves out islets, but not the largest part. */
function sound(
  coarse: readonly (readonly Ring[])[],
  fine: readonly (readonly Ring[])[],
  step: number,
): Feature<MultiPolygon> {
  const sizes = fine.map(([outer = []]) => Math.abs(areaOf(outer)));
  const largest = sizes.indexOf(Math.max(...sizes));
  const coordinates = coarse
    .map((rings, at) =>
      rings.map((ring, position) => {
        const before = fine[at]?.[position] ?? ring;
        return areaOf(ring) / areaOf(before) > LEAST_SHARE ? ring : before;
      }),
    )
    .filter((_, at) => at === largest || (sizes[at] ?? 0) > step * step) as Position[][][];
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates } };
}

/** Of its area, that a ring may not fall below. */
const LEAST_SHARE = 0.4;

/** Square degrees, counted against the clock. */
function areaOf(ring: Ring): number {
  let twice = 0;
  for (const [at, [x1 = 0, y1 = 0]] of ring.entries()) {
    const [x2 = 0, y2 = 0] = ring[at + 1] ?? ring[0] ?? [];
    twice += x1 * y2 - x2 * y1;
  }
  return twice / 2;
}

/** Drops points of an arc of differences. */
function simplified(arc: number[][], scale: readonly number[], step: number): number[][] {
  const points: (readonly [number, number])[] = [];
  let [x, y] = [0, 0];
  for (const [dx = 0, dy = 0] of arc) points.push([(x += dx), (y += dy)]);
  const places = points.map(([px, py]) => [px * (scale[0] ?? 1), py * (scale[1] ?? 1)] as const);
  const isRing = places.length > 3 && samePlace(places[0], places.at(-1));
  const kept = isRing ? keptOfRing(places, step) : keptBetween(places, 0, places.length - 1, step);
  let [lastX, lastY] = [0, 0];
  return kept.map((at) => {
    const [px = 0, py = 0] = points[at] ?? [];
    const difference = [px - lastX, py - lastY];
    [lastX, lastY] = [px, py];
    return difference;
  });
}

type Place = readonly [number, number];

function samePlace(one: Place | undefined, other: Place | undefined): boolean {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1];
}

/** As `keptBetween`, of each third: three corners stay at least. */
function keptOfRing(places: readonly Place[], step: number): readonly number[] {
  const last = places.length - 1;
  const [first, second] = [Math.floor(last / 3), Math.floor((2 * last) / 3)];
  return [
    ...keptBetween(places, 0, first, step),
    ...keptBetween(places, first, second, step).slice(1),
    ...keptBetween(places, second, last, step).slice(1),
  ];
}

/** Positions that stay, in order, the ends among them. Source: Douglas and Peucker 1973. */
function keptBetween(places: readonly Place[], start: number, end: number, step: number): readonly number[] {
  const kept = new Set([start, end]);
  const open: [number, number][] = [[start, end]];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [from, to] = range;
    let [farthest, distance] = [-1, step];
    for (let at = from + 1; at < to; at += 1) {
      const off = distanceFrom(places[at] as Place, places[from] as Place, places[to] as Place);
      if (off > distance) [farthest, distance] = [at, off];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return [...kept].sort((one, other) => one - other);
}

/** From a point to the straight line between two others, or to their common place. */
function distanceFrom([x, y]: Place, [x1, y1]: Place, [x2, y2]: Place): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(x - x1, y - y1);
  return Math.abs(dy * (x - x1) - dx * (y - y1)) / length;
}
