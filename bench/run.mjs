import { cpus, totalmem } from 'node:os';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from '../bin/prepare.mjs';
import { benchBoard, benchVisible } from './board.mjs';
import { benchLoading } from './loading.mjs';
import { benchPages } from './pages.mjs';
import { benchPictures } from './pictures.mjs';
import { benchReading } from './reading.mjs';
import { installation } from './server.mjs';

// Speed as ratios within one run: what we do stands beside the least work that gives the same answer, measured in
// turns. `npm run bench`, or `npm run bench -- --quick` with fewer turns; `npm run bench -- pages` only what a browser
// says of the pages.

const quick = process.argv.includes('--quick');
const effort = { turns: quick ? 3 : 7, seconds: quick ? 1 : 3 };

prepare();
// From here on: it measures the engine as built.
const { benchScoring } = await import('./scoring.mjs');
const { benchSubmissions } = await import('./submissions.mjs');
const directory = await mkdtemp(join(tmpdir(), 'iww-bench-'));
const figures = [];
const note = (what, measured, goal) => {
  figures.push({ what, measured, goal });
  console.log(`${what}: ${measured} (${goal})`);
};
try {
  await (process.argv.includes('pages') ? pagesAlone() : everything());
} finally {
  await rm(directory, { recursive: true, force: true });
}
const gibibytes = Math.round(totalmem() / 2 ** 30);
console.log(
  `\n${cpus().length} x ${cpus()[0]?.model ?? '?'}, ${gibibytes} GiB, Node ${process.versions.node}`,
);
console.table(figures);

async function everything() {
  await benchScoring(effort, note);
  await benchSubmissions(effort, note);
  const first = await installation(directory).start();
  note(
    'first start, packages and build there',
    `${first.readySeconds.toFixed(1)} s`,
    'below 120 s with both',
  );
  await first.stop();
  const server = await installation(directory).start();
  note('second start', `${server.readySeconds.toFixed(1)} s`, 'below 6 s');
  await benchReading(server.url, effort, note);
  await benchPictures(server, effort, note);
  await benchPages(server.url, effort, note);
  await benchLoading(installation(directory), server.url, effort, note);
  await benchVisible(installation(directory), server.url, note);
  await server.stop();
  await benchBoard(effort, note);
}

async function pagesAlone() {
  const server = await installation(directory).start();
  await benchPages(server.url, effort, note);
  await server.stop();
}
