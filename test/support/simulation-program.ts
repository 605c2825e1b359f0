import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What threads of the simulation run, made from the sources: Node itself reads no TypeScript. */
export async function simulationProgram(): Promise<URL> {
  const outfile = join(await mkdtemp(join(tmpdir(), 'iww-simulation-')), 'simulation.worker.mjs');
  const entry = join(root, 'src', 'scoring', 'uncertainty', 'simulation.worker.ts');
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'node' });
  return pathToFileURL(outfile);
}
