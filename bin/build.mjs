import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const nest = join(
  dirname(createRequire(import.meta.url).resolve('@nestjs/cli/package.json')),
  'bin',
  'nest.js',
);

// From nothing each time: what a deleted source left behind must not be served. Then what the browser loads goes in.
rmSync(join(root, 'dist'), { recursive: true, force: true });
run(nest, 'build');
run(join(root, 'bin', 'build-client.mjs'));

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
