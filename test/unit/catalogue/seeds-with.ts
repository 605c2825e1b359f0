import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { checkCatalogue } from '../../../src/catalogue/check-catalogue.js';
import { readSeeds } from '../../../src/catalogue/read-seeds.js';
import type { SeedFault } from '../../../src/catalogue/seed-fault.js';

/** A change to one seed file: what to find and what to put there, a whole new content, or `undefined` to remove it. */
export type SeedChange = readonly [find: string, put: string] | string | Uint8Array | undefined;

export const THREE_INDICATORS = 'seeds/examples/three-indicators';

/** Runs `use` on a copy of the three-indicator example in which some files were changed. */
export async function withSeeds<Result>(
  changes: Readonly<Record<string, SeedChange>>,
  use: (directory: string) => Promise<Result>,
): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'seeds-'));
  try {
    await cp(THREE_INDICATORS, directory, { recursive: true });
    for (const [file, change] of Object.entries(changes)) await apply(join(directory, file), change);
    return await use(directory);
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** The faults of the example with these changes. */
export function faultsWith(changes: Readonly<Record<string, SeedChange>>): Promise<readonly SeedFault[]> {
  return withSeeds(changes, async (directory) => {
    const check = checkCatalogue(await readSeeds(directory));
    return 'faults' in check ? check.faults : [];
  });
}

async function apply(path: string, change: SeedChange): Promise<void> {
  if (change === undefined) return rm(path);
  await mkdir(dirname(path), { recursive: true });
  if (typeof change === 'string' || change instanceof Uint8Array) return writeFile(path, change);
  const [find, put] = change;
  const text = await readFile(path, 'utf8');
  if (!text.includes(find)) throw new Error(`${path} does not hold ${find}`);
  await writeFile(
    path,
    text.replace(find, () => put),
  );
}
