import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { releaseFilesIn } from '../../../src/commands/release-files.js';

it('are read beside an unpacked package and the key they were checked with', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'iww-release-'));
  try {
    await mkdir(join(directory, 'package'));
    for (const name of ['package.zip', 'manifest.json', 'manifest.json.sig', 'frozen.json', 'key.pem']) {
      await writeFile(join(directory, name), name);
    }
    const files = await releaseFilesIn(directory);
    expect([...files.keys()].sort()).toEqual([
      'frozen.json',
      'manifest.json',
      'manifest.json.sig',
      'package.zip',
    ]);
    expect(files.get('package.zip')?.toString()).toBe('package.zip');
  } finally {
    await rm(directory, { recursive: true });
  }
});
