import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain Node without any package: this runs in a fresh clone, and tells an older Node what is needed.

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = [20, 19];
/** What the build is made from. */
const SOURCES = [
  'src',
  'reports/method',
  'bin/build.mjs',
  'bin/build-client.mjs',
  'bin/world-file.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
];
const LOCK = 'package-lock.json';

/** Installs and builds what is missing or stale, one line for each step done; ends the process when one fails. */
export function prepare() {
  refuseOldNode();
  install();
  build();
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(
    `IWW Progress needs Node ${OLDEST_NODE.join('.')} or later; this is Node ${process.versions.node}.`,
  );
  process.exit(1);
}

/** Installs the packages of the lock file where they are not there. */
export function install() {
  const stamp = join(root, 'node_modules', '.installed-from');
  const wanted = digest([LOCK]);
  if (read(stamp) === wanted || installedByHand()) return;
  step('Installing packages', () => {
    const npm = process.env.npm_execpath;
    const options = [
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ];
    return npm && /\.c?js$/.test(npm) ? run(process.execPath, [npm, ...options]) : run('npm', options);
  });
  writeFileSync(stamp, wanted);
}

/** Whether npm itself ran here since the lock file last changed. */
function installedByHand() {
  const installed = statSync(join(root, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false });
  return installed !== undefined && installed.mtimeMs >= statSync(join(root, LOCK)).mtimeMs;
}

function build() {
  const stamp = join(root, 'dist', '.built-from');
  const wanted = digest([...SOURCES, LOCK]);
  if (read(stamp) === wanted) return;
  step('Building', () => run(process.execPath, [join('bin', 'build.mjs')]));
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function step(name, work) {
  const start = performance.now();
  process.stderr.write(`${name} ...`);
  const { status, output } = work();
  console.error(status === 0 ? ` ${((performance.now() - start) / 1000).toFixed(1)} s` : ' failed');
  if (status === 0) return;
  console.error(output.trim());
  process.exit(1);
}

/** Runs a program quietly. */
function run(program, args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return { status, output: `${stdout ?? ''}${stderr ?? ''}${error ? error.message : ''}` };
}

/** SHA-256 over the names and contents of files and whole directories. */
function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesIn)) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

function filesIn(path) {
  const status = statSync(join(root, path), { throwIfNoEntry: false });
  if (!status) return [];
  if (!status.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
