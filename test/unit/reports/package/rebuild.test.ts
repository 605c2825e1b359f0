import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPackage } from '../../../../src/reports/package/build-package.js';
import { isFull } from '../../../support/sample.js';
import { aHardFramework } from './a-hard-framework.js';
import { scoringSome, seeded, sourcesOf, type Seeded } from './seeded-sources.js';
import { onDisk, unpack } from './unpacked.js';

const ABOUT = { id: '2026-1', date: '2026-11-23', publicUrl: '' };
const removals: (() => Promise<void>)[] = [];

afterAll(() => Promise.all(removals.map((remove) => remove())));

async function packageOnDisk(of: Seeded): Promise<string> {
  const { zip } = await buildPackage(sourcesOf(of), ABOUT);
  const { folder, remove } = await onDisk(await unpack(zip));
  removals.push(remove);
  return folder;
}

/** Runs the script of the package as its reader would, with Node alone. */
function rebuild(folder: string): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['rebuild/rebuild.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    env: {},
  });
  return { code: status, said: stdout + stderr };
}

describe('the script in the package', () => {
  it('computes every score of the bundled figures again from the package alone, and finds a changed figure', async () => {
    const all = await seeded();
    const folder = await packageOnDisk(isFull ? all : scoringSome(all));
    const honest = rebuild(folder);
    expect(honest.said).toMatch(
      /^\d{5} rows compared, \d{4,} with a score, of \d+ areas, from 11\d{3} figures\.$/m,
    );
    expect(honest.said).toMatch(/^\d+ levels taken as published: figures not redistributable\.$/m);
    expect(honest.said).toMatch(/^0 differ by more than 1e-9; largest difference \d(\.\d+)?(e-\d+)?\.$/m);
    expect(honest.code).toBe(0);
    if (isFull) expect(honest.said).toContain('47724 rows compared');

    const current = /^KEN,indicator,UI_NETUSE,.*,(KEN\.UI_NETUSE\.[\d.]+),/m.exec(
      await readFile(join(folder, 'data/scores.csv'), 'utf8'),
    )?.[1];
    const path = join(folder, 'data/observations.csv');
    const figures = await readFile(path, 'utf8');
    const changed = figures.replace(
      new RegExp(`^(${String(current)},KEN,UI_NETUSE,\\d+),[^,]+`, 'm'),
      '$1,99',
    );
    expect(changed).not.toBe(figures);
    await writeFile(path, changed);
    const altered = rebuild(folder);
    expect(altered.said).toContain('KEN indicator UI_NETUSE: published ');
    expect(altered.said).toContain('KEN principle P2: published ');
    expect(altered.code).toBe(1);
  }, 120_000);

  it('knows every rule of the method: sources, ladders, means of years, gaps, powers, weights, overlaps', async () => {
    const hard = aHardFramework(await seeded(), 16);
    const { said, code } = rebuild(await packageOnDisk(hard));
    expect(said).toMatch(/ \d{4} with a score/);
    expect(said).toContain('\n0 levels taken as published');
    expect(said).toMatch(/^0 differ by more than 1e-9/m);
    expect(code).toBe(0);
  });

  it.each([
    'seeds/examples/three-indicators',
    'test/frameworks/goals-index',
    'test/frameworks/human-development',
  ])('computes the scores of another framework again: %s', async (directory) => {
    const { said, code } = rebuild(await packageOnDisk(await seeded(directory)));
    expect(said).toMatch(/^0 differ by more than 1e-9/m);
    expect(code).toBe(0);
  });
});
