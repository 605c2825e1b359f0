import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FROZEN, MANIFEST, PACKAGE, SIGNATURE } from '../scoring/releases/release.js';

const NAMES: readonly string[] = [PACKAGE, FROZEN, MANIFEST, SIGNATURE];

/** The files of a release in a directory, by name; whatever else lies there is left alone. */
export async function releaseFilesIn(directory: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && NAMES.includes(entry.name))
    .map(({ name }) => name);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(directory, name))] as const)),
  );
}
