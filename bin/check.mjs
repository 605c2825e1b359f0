import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install, root } from './prepare.mjs';

install();

/** All checks but the tests, the longest first. Each runs, whatever the others say; two at a time. */
const checks = [
  ['lint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  ['API description', '../bin/lint-openapi.mjs'],
  ['types', 'typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
  ['format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  [
    'floor plan',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    'src',
    '--config',
    '.dependency-cruiser.cjs',
  ],
  ['unused code', 'knip/bin/knip.js'],
  ['types of the islands', 'typescript/bin/tsc', '--noEmit', '-p', 'src/dashboard/islands/tsconfig.json'],
];

const waiting = [...checks];
const failed = [];
await Promise.all([checkInTurn(), checkInTurn()]);
console.log(failed.length === 0 ? 'All checks passed' : `Failed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);

async function checkInTurn() {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [name, script, ...args] = next;
    const start = performance.now();
    const { status, told } = await run(join(root, 'node_modules', script), args);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
    if (status === 0) continue;
    console.log(told.trim());
    failed.push(name);
  }
}

function run(script, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let told = '';
    child.stdout.on('data', (text) => (told += text));
    child.stderr.on('data', (text) => (told += text));
    child.on('close', (status) => resolve({ status, told }));
  });
}
