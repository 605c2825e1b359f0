import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { loadCatalogue } from '../dist/catalogue/load-seeds.js';
import { openEmbeddedServer } from '../dist/platform/postgres/embedded-server.js';
import { median, milliseconds } from './measure.mjs';

/**
 * A million rows from a file to observations, in a database that holds a million already, beside `COPY`: of the same file
 * into a bare table, and of the finished rows into a table like that of observations with foreign keys.
 */
export async function benchSubmissions({ turns }, note, rows = 1_000_000) {
  const directory = await mkdtemp(join(tmpdir(), 'iww-bench-rows-'));
  await chmod(directory, 0o711); // under root the database runs as a user of its own
  const server = await openEmbeddedServer({ dataDirectory: directory, say: () => undefined });
  try {
    const files = { held: join(directory, 'held.csv'), sent: join(directory, 'sent.csv') };
    const catalogue = await loadCatalogue('seeds');
    await writeRows(files.held, catalogue, rows, 'Bench of the year before');
    await writeRows(files.sent, catalogue, rows, 'Bench');
    await madeDatabase(server.url, 'held');
    await load(server.url, 'held', files.held, 'accept');
    const results = [];
    for (let turn = 0; turn < Math.min(turns, 3); turn++) {
      results.push(await oneTurn(server.url, files));
    }
    tell(results, rows, (await stat(files.sent)).size, note);
  } finally {
    await server.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** Ours and the least work, one after the other in databases that hold the same. */
async function oneTurn(url, { sent }) {
  await madeDatabase(url, 'turn', 'held');
  const bare = await inDatabase(url, 'turn', (client) => copyIntoBareTable(client, sent));
  const checked = await load(url, 'turn', sent, 'check');
  const ours = await load(url, 'turn', sent, 'accept');
  const constrained = await inDatabase(url, 'turn', copyIntoLikeTable);
  await dropDatabase(url, 'turn');
  return { bare, constrained, checked: checked.receiving, ...ours };
}

function tell(results, rows, size, note) {
  const middle = (part) => median(results.map((result) => result[part]));
  const [receiving, accepting, bare, constrained] = ['receiving', 'accepting', 'bare', 'constrained'].map(
    middle,
  );
  const count = `${rows.toLocaleString('en')} rows (${(size / 1e6).toFixed(0)} MB)`;
  note(
    `${count} read, repaired, checked and staged`,
    `${receiving.toFixed(1)} s: ${(bare / receiving).toFixed(2)} x the rows/s of COPY into a bare table (${bare.toFixed(1)} s)`,
    'at least 0.5 x',
  );
  const whole = receiving + accepting;
  note(
    `${count} from file to observations`,
    `${whole.toFixed(1)} s: ${(whole / constrained).toFixed(2)} x COPY with foreign keys (${constrained.toFixed(1)} s)`,
    'at most 0.5 x',
  );
  note(
    `memory at most, reading ${count}`,
    `${middle('peak').toFixed(0)} MB (${middle('idle').toFixed(0)} MB before)`,
    'below 300 MB',
  );
}

async function load(url, database, file, what) {
  const child = fork(new URL('load-rows.mjs', import.meta.url), [file, what], {
    env: {
      ...process.env,
      DATABASE_URL: urlOf(url, database),
      IWW_DATA_DIR: join(tmpdir(), `iww-bench-${process.pid}`),
    },
    execArgv: (process.env.BENCH_NODE ?? '').split(' ').filter(Boolean),
  });
  const ended = once(child, 'exit').then(([code]) => {
    if (code !== 0) throw new Error(`Loading ${file} ended with ${code}`);
  });
  const [[result]] = await Promise.all([once(child, 'message'), ended]);
  return result;
}

/** The file as it is, into columns without rules. */
async function copyIntoBareTable(client, file) {
  await client.query(`CREATE TABLE bare (country text, indicator text, year integer, value double precision, source text,
    note text)`);
  const copy = () =>
    pipeline(
      createReadStream(file, { highWaterMark: 262_144 }),
      client.query(from('COPY bare FROM STDIN (FORMAT csv, HEADER)')),
    );
  return (await milliseconds(copy)) / 1000;
}

/** The finished rows into a table that holds a million, with all rules of observations and a foreign key for each link. */
async function copyIntoLikeTable(client) {
  await client.query(`
    CREATE TABLE likewise (LIKE observation INCLUDING ALL);
    INSERT INTO likewise SELECT o.* FROM observation o WHERE o.revision_from < (SELECT max(revision_from) FROM observation);
    CREATE TEMPORARY TABLE fresh AS SELECT o.* FROM observation o
      WHERE o.revision_from = (SELECT max(revision_from) FROM observation) ORDER BY row_number;
    ALTER TABLE likewise ADD FOREIGN KEY (area_id) REFERENCES area, ADD FOREIGN KEY (indicator_id) REFERENCES indicator,
      ADD FOREIGN KEY (series_edition_id) REFERENCES series_edition, ADD FOREIGN KEY (submission_id) REFERENCES submission,
      ADD FOREIGN KEY (revision_from) REFERENCES revision_log;
    ANALYZE likewise;
    CHECKPOINT`);
  const path = `/tmp/iww-bench-copy-${process.pid}.txt`;
  await client.query(`COPY fresh TO '${path}'`);
  return (await milliseconds(() => client.query(`COPY likewise FROM '${path}'`))) / 1000;
}

async function inDatabase(url, database, work) {
  const client = new pg.Client({ connectionString: urlOf(url, database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function madeDatabase(url, name, template = 'template0') {
  await inDatabase(url, 'postgres', (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
}

async function dropDatabase(url, name) {
  await inDatabase(url, 'postgres', (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
}

function urlOf(url, database) {
  const other = new URL(url);
  other.pathname = database;
  return other.href;
}

/** Plausible percentages as publishers order them: by indicator, by country, by year; the same in every run. */
async function writeRows(path, { areas, indicators, scaleTraps = [] }, rows, source) {
  const codes = areas.filter(({ scored }) => scored).map(({ code }) => code);
  const trapped = new Set(scaleTraps.map(({ indicator }) => indicator));
  const percents = indicators.filter(
    ({ code, hardMin, hardMax }) => hardMin === 0 && hardMax === 100 && !trapped.has(code),
  );
  async function* lines() {
    yield 'country,indicator,year,value,source,note\n';
    let written = 0;
    for (let edition = 0; written < rows; edition++) {
      for (const { code: indicator } of percents) {
        let text = '';
        for (const area of codes) {
          for (let year = 2000; year < 2025 && written < rows; year++, written++) {
            const level = 1_000 + (Math.floor(written / 25) % codes.length) * 20 + 150 * (year - 2000);
            const value = (level + ((written * 7919) % 100)) / 100;
            text += `${area},${indicator},${year},${value},${source} ${edition + 1},\n`;
          }
        }
        yield text;
      }
    }
  }
  await mkdir(join(path, '..'), { recursive: true });
  await pipeline(lines, createWriteStream(path));
}
