import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mapShapes, type MapShape } from '../map-shapes.js';

const require = createRequire(import.meta.url);

/** Degrees: half a pixel of a picture 720 pixels wide. */
const STEP = 0.25;

let world: readonly MapShape[] | undefined;

/** The countries of the world. Source: Natural Earth 1:50 million (public domain), as packed by world-atlas. */
export function worldShapes(): readonly MapShape[] {
  world ??= mapShapes(
    JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8')) as Parameters<
      typeof mapShapes
    >[0],
    STEP,
  );
  return world;
}
