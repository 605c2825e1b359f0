import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { prepare } from '../bin/prepare.mjs';
import { INDICATORS, scoredAreas } from './sample.mjs';
import { installation } from './server.mjs';

// How fast the web server answers others while it takes a big file in, and while it checks one that somebody waits for:
// `node bench/import.mjs [rows]`.

const ROWS = Number(process.argv[2] ?? 1_000_000);
const EVERY_MS = 20;

prepare();
const directory = await mkdtemp(join(tmpdir(), 'iww-bench-'));
const figures = [];
try {
  const own = installation(directory);
  const server = await own.start();
  const { key } = await own.command(
    'key:create',
    '--community',
    'african-igf',
    '--role',
    'submitter',
    '--name',
    'Bench',
  );
  const body = await manyRows(server.url);
  const quiet = await answersWhile(server.url, pause(5_000));
  let rows = 0;
  const begun = performance.now();
  const busy = await answersWhile(
    server.url,
    imported(server.url, key, body).then((state) => (rows = state.counts.good)),
  );
  const seconds = (performance.now() - begun) / 1000;
  const waiting = await answersWhile(server.url, checked(server.url, key, body));
  for (const address of Object.keys(busy)) {
    figures.push({
      address,
      'quiet, p95': `${p95(quiet[address]).toFixed(0)} ms`,
      'importing, p95': `${p95(busy[address]).toFixed(0)} ms`,
      slowest: `${Math.max(...busy[address]).toFixed(0)} ms`,
      'checking, p95': `${p95(waiting[address]).toFixed(0)} ms`,
      goal: 'p95 below 100 ms',
    });
  }
  console.log(
    `${rows.toLocaleString('en')} rows (${(body.length / 1e6).toFixed(0)} MB) in ${seconds.toFixed(1)} s`,
  );
  console.table(figures);
  await server.stop();
} finally {
  await rm(directory, { recursive: true, force: true });
}

/** Sends a file and follows it until it rests. */
async function imported(url, key, body) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'text/csv' };
  const answer = await fetch(`${url}/api/v1/submissions`, { method: 'POST', headers, body });
  const { receipt } = await answer.json();
  await (await fetch(`${url}/api/v1/submissions/${receipt}/progress`, { headers })).text();
  return (await fetch(`${url}/api/v1/submissions/${receipt}`, { headers })).json();
}

/** Checks a file without keeping it, and waits for what comes of it. */
async function checked(url, key, body) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'text/csv' };
  const answer = await fetch(`${url}/api/v1/submissions?mode=check`, { method: 'POST', headers, body });
  const { state } = await answer.json();
  if (state !== 'checked') throw new Error(`The check was answered ${answer.status}`);
}

/** Milliseconds of answers by address, asked for again and again while something runs. */
async function answersWhile(url, work) {
  let isRunning = true;
  const ended = work.finally(() => (isRunning = false));
  const times = { '/health/live': [], '/en/countries/KEN': [] };
  while (isRunning) {
    for (const [address, taken] of Object.entries(times)) {
      const begun = performance.now();
      await (await fetch(url + address)).arrayBuffer();
      taken.push(performance.now() - begun);
    }
    await pause(EVERY_MS);
  }
  await ended;
  return times;
}

function p95(values) {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.floor(ordered.length * 0.95)];
}

async function manyRows(url) {
  const areas = await scoredAreas(url);
  const lines = ['country,indicator,year,value,source,edition'];
  for (let i = 0; i < ROWS; i++) {
    const [series, year] = [Math.floor(i / areas.length), 2010 + (i % 16)];
    const indicator = INDICATORS[series % INDICATORS.length];
    lines.push(
      `${areas[i % areas.length]},${indicator},${year},${((i * 7919) % 10_000) / 100},Bench,${series}`,
    );
  }
  return lines.join('\n');
}
