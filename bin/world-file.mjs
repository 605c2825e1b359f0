import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Degrees by which a line may be off: half a pixel of a map as wide as a page. */
const STEP = 0.35;

/** The shapes of the countries for maps in the browser, packed as `charts/packed-shapes.ts` reads them. */
export async function worldFile(root) {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { mapShapes } from './map-shapes.js'; export { packed } from './packed-shapes.js';",
      resolveDir: join(root, 'src', 'charts'),
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const program = Buffer.from(outputFiles[0].contents).toString('base64');
  const { mapShapes, packed } = await import(`data:text/javascript;base64,${program}`);
  const atlas = join(root, 'node_modules', 'world-atlas', 'countries-50m.json');
  return JSON.stringify(packed(mapShapes(JSON.parse(readFileSync(atlas, 'utf8')), STEP)));
}
