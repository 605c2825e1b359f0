import type { Position } from 'geojson';
import type { MapShape } from './map-shapes.js';

/** Shapes as few bytes: of each its M49 code and the rings of its parts, places as differences in steps of a grid. */
export type PackedShapes = readonly (readonly [m49: string, parts: readonly (readonly number[][])[]])[];

/** Steps of the grid to a degree. */
const GRID = 50;

/** @param shapes with rings that close */
export function packed(shapes: readonly MapShape[]): PackedShapes {
  return shapes.map(({ m49 = '', feature }) => [
    m49,
    feature.geometry.coordinates.map((rings) => rings.map(differences)),
  ]);
}

/** The shapes again, to the nearest step of the grid. */
export function unpacked(shapes: PackedShapes): readonly MapShape[] {
  return shapes.map(([m49, parts]) => ({
    m49: m49 === '' ? undefined : m49,
    feature: {
      type: 'Feature',
      properties: {},
      geometry: { type: 'MultiPolygon', coordinates: parts.map((rings) => rings.map(places)) },
    },
  }));
}

function differences(ring: readonly Position[]): number[] {
  let [lastX, lastY] = [0, 0];
  return ring.flatMap(([x = 0, y = 0]) => {
    const [toX, toY] = [Math.round(x * GRID), Math.round(y * GRID)];
    const step = [toX - lastX, toY - lastY];
    [lastX, lastY] = [toX, toY];
    return step;
  });
}

function places(ring: readonly number[]): Position[] {
  let [x, y] = [0, 0];
  return Array.from({ length: ring.length / 2 }, (_, at) => [
    (x += ring[2 * at] ?? 0) / GRID,
    (y += ring[2 * at + 1] ?? 0) / GRID,
  ]);
}
