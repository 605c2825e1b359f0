import { packed, unpacked } from '../../../src/charts/packed-shapes.js';
import { worldShapes } from '../../../src/charts/server/world.js';
import { checkCatalogue } from '../../../src/catalogue/check-catalogue.js';
import { readSeeds } from '../../../src/catalogue/read-seeds.js';

const shapes = worldShapes();

describe('the shapes of the world', () => {
  it('hold every scored country', async () => {
    const check = checkCatalogue(await readSeeds('seeds'));
    if (!('seeds' in check)) throw new Error('The seeds are at fault');
    const drawn = new Set(shapes.map(({ m49 }) => m49));
    expect(check.seeds.catalogue.areas.filter(({ scored, m49 }) => scored && !drawn.has(m49))).toEqual([]);
  });

  it('are light, and each of them has a size', () => {
    const points = shapes.flatMap(({ feature }) => feature.geometry.coordinates.flat(2));
    expect(points.length).toBeLessThan(30_000);
    for (const { m49, feature } of shapes) {
      const [[outer = []] = []] = feature.geometry.coordinates;
      expect([m49, outer.length >= 4]).toEqual([m49, true]);
    }
  });

  it('turn all one way, so that none covers the world in place of its country', () => {
    const turned = shapes.filter(({ feature }) =>
      feature.geometry.coordinates.some(([outer = []]) => !crossesDateLine(outer) && areaOf(outer) > 0),
    );
    expect(turned.map(({ m49 }) => m49)).toEqual([]);
  });

  it('come out of their package as they went in, to a fiftieth of a degree', () => {
    const places = (all: typeof shapes) => all.flatMap(({ feature }) => feature.geometry.coordinates.flat(3));
    const again = unpacked(packed(shapes));
    expect(again.map(({ m49 }) => m49)).toEqual(shapes.map(({ m49 }) => m49));
    const before = places(shapes);
    const off = places(again).map((value, at) => Math.abs(value - (before[at] ?? NaN)));
    expect(off.length).toBe(before.length);
    expect(Math.max(...off.slice(0, 20_000))).toBeLessThanOrEqual(0.011);
  });
});

/** Of such a ring the plane does not tell which way it turns. */
function crossesDateLine(ring: readonly (readonly number[])[]): boolean {
  return ring.some(([x = 0]) => x > 170) && ring.some(([x = 0]) => x < -170);
}

/** Square degrees, counted against the clock. */
function areaOf(ring: readonly (readonly number[])[]): number {
  return ring.reduce((twice, [x1 = 0, y1 = 0], at) => {
    const [x2 = 0, y2 = 0] = ring[at + 1] ?? ring[0] ?? [];
    return twice + x1 * y2 - x2 * y1;
  }, 0);
}
