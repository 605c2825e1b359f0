import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalogue } from '../dist/catalogue/load-seeds.js';
import { advanceBoard } from '../dist/scoring/board/advance-board.js';
import { buildScoreBoard } from '../dist/scoring/board/score-board.js';
import { inTurns, milliseconds } from './measure.mjs';

const AREAS = 200;
const YEARS = 25;
const BATCH = 1_000;
/** As many figures as openly licensed sources offer for these indicators. */
const ROWS = 84_000;

/** The live board in memory: 200 areas, all indicators, 25 years; built whole, and moved on after one batch. */
export async function benchBoard({ turns }, note) {
  const catalogue = await loadCatalogue('seeds');
  const snapshot = manyFigures(catalogue);
  const nodes = nodesOf(catalogue);
  const board = buildScoreBoard(catalogue, snapshot);
  readAll(board, nodes);
  const batch = aBatch(snapshot);
  const [whole, reading, moving] = await inTurns(
    Math.min(3, turns),
    () => milliseconds(() => buildScoreBoard(catalogue, snapshot)),
    () => milliseconds(() => readAll(buildScoreBoard(catalogue, snapshot), nodes)),
    () => milliseconds(() => readAll(advanceBoard(board, batch), nodes)),
  );
  const size = `${AREAS} areas x ${catalogue.indicators.length} indicators x ${YEARS} years`;
  note(`board of ${size}, built whole`, `${whole.toFixed(0)} ms`, 'told beside the next');
  note('the same with every node scored', `${reading.toFixed(0)} ms`, 'told beside the next');
  note(`moved on by ${BATCH} figures, every node scored`, `${moving.toFixed(0)} ms`, 'below 1 s');
}

/** From an accepted batch to what the API shows, in a database of about as many figures as openly licensed ones. */
export async function benchVisible(installation, url, note) {
  const { key } = await installation.command(
    ...['key:create', '--community', 'brazil-igf', '--role', 'reviewer', '--name', 'Bench'],
  );
  const load = async (name, rows) => {
    const file = join(tmpdir(), `iww-bench-${name}-${process.pid}.csv`);
    await writeFile(file, ['country,indicator,year,value,source', ...rows].join('\n'));
    const accepted = ['load', file, '--community', 'african-igf', '--accept', '--as', key];
    const before = await revision(url);
    const seen = seenAfter(url, before);
    await installation.command(...accepted);
    return seen;
  };
  const catalogue = await loadCatalogue('seeds');
  const rows = manyRows(catalogue);
  await load('board', rows);
  const { slowest } = await load(
    'batch',
    rows.slice(-BATCH).map((row) => row.replace('Bench', 'Other bench')),
  );
  const sender = await installation.command(
    ...['key:create', '--community', 'african-igf', '--role', 'submitter', '--name', 'Bench'],
  );
  const visible = await acceptedToVisible(url, sender.key, key, catalogue);
  note(
    `accepted to visible with ${ROWS.toLocaleString('en')} figures`,
    `${visible.toFixed(0)} ms`,
    'below 1 s',
  );
  note('slowest report while a batch was taken in', `${slowest.toFixed(0)} ms`, 'told');
}

/** One batch over the API: from the answer to the decision until a report has the new revision. */
async function acceptedToVisible(url, sender, reviewer, catalogue) {
  const body = ['country,indicator,year,value,source', ...manyRows(catalogue).slice(0, BATCH)]
    .join('\n')
    .replaceAll('Bench', 'Third bench');
  const send = (path, key, type, content) =>
    fetch(`${url}/api/v1/submissions${path}`, {
      method: 'POST',
      body: content,
      headers: { authorization: `Bearer ${key}`, 'content-type': type, 'if-match': '*' },
    }).then((answer) => answer.json());
  const { receipt } = await send('', sender, 'text/csv', body);
  const decision = JSON.stringify({ decision: 'accept' });
  const { revision: reached } = await send(`/${receipt}/decisions`, reviewer, 'application/json', decision);
  return milliseconds(async () => {
    while ((await revision(url)) < reached);
  });
}

async function seenAfter(url, before) {
  let slowest = 0;
  let now = before;
  while (now === before) {
    slowest = Math.max(slowest, await milliseconds(async () => (now = await revision(url))));
  }
  return { slowest };
}

async function revision(url) {
  return (await (await fetch(`${url}/api/v1/reports/countries/KEN`)).json()).revision;
}

function nodesOf({ principles, goals, objectives, commitments, issues }) {
  const of = (kind, codes) => codes.map((code) => [kind, code]);
  return [
    ...of(
      'principle',
      principles.map(({ code }) => code),
    ),
    ...of(
      'goal',
      goals.map(({ code }) => code),
    ),
    ...of(
      'objective',
      objectives.map(({ code }) => code),
    ),
    ...of(
      'commitment',
      commitments.map(({ id }) => id),
    ),
    ...of(
      'issue',
      issues.map(({ code }) => code),
    ),
  ];
}

function readAll(board, nodes) {
  for (const area of board.areas) for (const [kind, code] of nodes) board.nodeScore(area, kind, code);
}

/** Numbers between 0 and 1, the same in every run. */
function draws() {
  let state = 1;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

function valueOf({ goalposts }, share) {
  const [from, to] =
    goalposts.kind === 'band' ? [goalposts.low, goalposts.high] : [goalposts.worst, goalposts.best];
  return from + share * (to - from);
}

function manyFigures({ areas, indicators, method }) {
  const random = draws();
  const seriesEditions = new Map();
  const observations = [];
  indicators.forEach((indicator, i) => {
    const id = i + 1;
    const edition = { id, indicator: indicator.code, community: 'published-figures', published: true };
    seriesEditions.set(id, { ...edition, source: 'Bench', edition: 'E' });
    for (const { code: area } of [...areas].sort((a, b) => b.scored - a.scored).slice(0, AREAS)) {
      for (let back = 0; back < YEARS; back++) {
        const figure = { area, indicator: indicator.code, year: method.asOfYear - back, status: 'normal' };
        const from = {
          seriesEditionId: id,
          submissionId: 1,
          rowNumber: observations.length + 2,
          revisionFrom: 1,
        };
        observations.push({ ...figure, ...from, value: valueOf(indicator, random()) });
      }
    }
  });
  return { revision: 1, observations, seriesEditions };
}

/** New values of the current figures of some areas, spread over all indicators. */
function aBatch({ observations, seriesEditions }) {
  const step = Math.floor(observations.length / YEARS / BATCH);
  const removed = observations.filter((_, i) => i % YEARS === 0 && (i / YEARS) % step === 0).slice(0, BATCH);
  const added = removed.map((figure) => ({ ...figure, value: figure.value * 0.99, revisionFrom: 2 }));
  return { since: 1, revision: 2, removed, added, seriesEditions: new Map(seriesEditions) };
}

/** Rows of shares and indices of 0 to 100 for all areas over many years. */
function manyRows({ areas, indicators }) {
  const random = draws();
  const shares = indicators.filter(
    ({ goalposts, per }) =>
      goalposts.kind === 'range' && per === undefined && Math.abs(goalposts.best - goalposts.worst) > 50,
  );
  const scored = areas.filter((area) => area.scored);
  const rows = [];
  for (let year = 2025; rows.length < ROWS; year--) {
    for (const indicator of shares) {
      for (const area of scored) {
        const value = valueOf(indicator, random()).toFixed(2);
        rows.push(`${area.code},${indicator.code},${year},${value},Bench`);
      }
    }
  }
  return rows.slice(0, ROWS);
}
