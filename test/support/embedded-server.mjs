import { build } from 'esbuild';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The product's own `openEmbeddedServer`, as plain JavaScript: Jest loads no TypeScript before its tests run. */
export async function loadOpenEmbeddedServer() {
  const outfile = join(root, 'node_modules', '.cache', 'iww-progress', `embedded-server.${process.pid}.mjs`);
  await build({
    entryPoints: [join(root, 'src/platform/postgres/embedded-server.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  });
  const { openEmbeddedServer } = await import(pathToFileURL(outfile).href);
  return openEmbeddedServer;
}
