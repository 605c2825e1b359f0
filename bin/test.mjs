import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

prepare();
const options = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
// Tests make much that is soon let go of: a larger nursery saves a tenth of the time. The workers inherit it.
const nursery = '--max-semi-space-size=32';
const { status } = spawnSync(process.execPath, [nursery, jest, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_OPTIONS: [process.env.NODE_OPTIONS, ...options].filter(Boolean).join(' ') },
});
process.exit(status ?? 1);
