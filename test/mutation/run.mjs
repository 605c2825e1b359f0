import { fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { mutantsOf } from './mutants.mjs';

// Turns the comparisons and constants of the scoring engine round, one at a time, and sees whether a unit test notices.
// `npm run test:mutation`, or with names of engine files: `npm run test:mutation -- level pace`.
// Survivors must be listed in survivors.json with the reason why no test can tell them from the original.

const root = fileURLToPath(new URL('../../', import.meta.url));
const engine = join(root, 'src/scoring/engine');
const tests = join(root, 'test/unit/scoring/engine');
/** Of the mutants that can be told from the original. */
const LEAST_KILLED = 0.95;
/** How much longer than the unchanged source a mutant may take. */
const PATIENCE = { times: 3, ms: 2_000 };

const reasons = JSON.parse(readFileSync(new URL('survivors.json', import.meta.url), 'utf8'));
const wanted = process.argv.slice(2);
const names = readdirSync(engine)
  .filter((name) => name.endsWith('.ts'))
  .filter((name) => wanted.length === 0 || wanted.includes(basename(name, '.ts')));

const testFiles = readdirSync(tests)
  .filter((name) => name.endsWith('.test.ts') && !name.startsWith('fuzz.'))
  .map((name) => join(tests, name));
const reachedBy = new Map(await Promise.all(testFiles.map(async (file) => [file, await importsOf(file)])));

let trial;
// A mutant may be in an endless loop: nothing but an end ends it.
process.once('exit', () => trial?.kill('SIGKILL'));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
let all = 0;
const survivors = [];
const broken = [];
for (const name of names) {
  const path = join(engine, name);
  const source = readFileSync(path, 'utf8');
  const mutants = mutantsOf(source);
  if (mutants.length === 0) continue;
  const concerned = testsOf(path, name);
  const begun = performance.now();
  const baseline = await attempt(path, source, concerned, 60_000);
  const patience = PATIENCE.ms + PATIENCE.times * (performance.now() - begun);
  if (baseline.passed === undefined) {
    console.log(`${name}: its tests fail as it stands: ${baseline.failed} ${baseline.message}`);
    broken.push(name);
    continue;
  }
  const survived = [];
  for (const mutant of mutants) {
    const { passed } = await attempt(path, mutant.text, concerned, patience);
    if (passed !== undefined) survived.push({ file: name, ...mutant, reason: reasonFor(name, mutant) });
  }
  all += mutants.length;
  survivors.push(...survived);
  console.log(
    `${name}: ${mutants.length - survived.length} of ${mutants.length} killed by ${baseline.passed} tests`,
  );
  for (const { line, was, is, reason } of survived) {
    console.log(`  ${name}:${line}  ${was}\n    survives as  ${is}\n    ${reason ?? 'NO REASON KNOWN'}`);
  }
}

const killed = all - survivors.length;
const unexplained = survivors.filter(({ reason }) => reason === undefined).length;
const same = survivors.length - unexplained;
const percent = (share) => `${(100 * share).toFixed(1)} %`;
console.log(
  `\n${killed} of ${all} mutants killed (${percent(killed / all)}); ${same} cannot be told from the original, ` +
    `for the reasons in survivors.json; of the others ${percent(killed / (all - same))} are killed`,
);
process.exit(killed >= LEAST_KILLED * (all - same) && unexplained + broken.length === 0 ? 0 : 1);

/** Engine files a test file imports, directly or not. */
async function importsOf(file) {
  const { metafile } = await bundle([file], undefined);
  return new Set(Object.keys(metafile.inputs).map((input) => resolve(root, input)));
}

/** The test files that reach a source: those that name it first, properties last. */
function testsOf(path, name) {
  const places = testFiles
    .filter((file) => reachedBy.get(file).has(path))
    .map((file) => {
      const names = readFileSync(file, 'utf8').includes(`engine/${basename(name, '.ts')}.js'`);
      return { file, place: (names ? 0 : 2) + (file.includes('.properties.') ? 1 : 0) };
    });
  return places.sort((a, b) => a.place - b.place).map(({ file }) => file);
}

/** Bundles test files, with one source replaced. */
function bundle(files, replaced) {
  const entry = files.map((file) => `import ${JSON.stringify(file)};`).join('\n');
  return build({
    stdin: { contents: entry, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'silent',
    plugins: [{ name: 'sources', setup: (own) => readSources(own, replaced) }],
  });
}

function readSources(own, replaced) {
  own.onLoad({ filter: /\.ts$/ }, ({ path }) => {
    if (path === replaced?.path) return { contents: replaced.text, loader: 'ts' };
    const here = JSON.stringify(pathToFileURL(path).href);
    return { contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', here), loader: 'ts' };
  });
}

/** Runs the tests over a changed source. Not to come back in time, or at all, counts as noticing. */
async function attempt(path, text, files, patience) {
  const { outputFiles } = await bundle(files, { path, text });
  trial ??= fork(fileURLToPath(new URL('trial.mjs', import.meta.url)), { silent: true });
  const runner = trial;
  return new Promise((done) => {
    const late = setTimeout(() => runner.kill('SIGKILL'), patience);
    const gone = () => {
      clearTimeout(late);
      trial = undefined;
      done({ failed: 'it did not come back', message: '' });
    };
    runner.once('exit', gone);
    runner.once('message', (result) => {
      clearTimeout(late);
      runner.off('exit', gone);
      done(result);
    });
    runner.send(outputFiles[0].text);
  });
}

/** A survivor is known by its file and the line before and after. */
function reasonFor(file, mutant) {
  return reasons.find((known) => known.file === file && known.was === mutant.was && known.is === mutant.is)
    ?.reason;
}
