import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { milliseconds } from './measure.mjs';
import { INDICATORS, scoredAreas } from './sample.mjs';

const ROWS = 20_000;

/** A file of 20,000 rows, from the command to what the API shows. */
export async function benchLoading(installation, url, _effort, note) {
  const reviewer = await installation.command(
    ...['key:create', '--community', 'brazil-igf', '--role', 'reviewer', '--name', 'Bench'],
  );
  const file = join(tmpdir(), `iww-bench-${process.pid}.csv`);
  await writeFile(file, await manyRows(url));
  const before = await revision(url);
  const whole = await milliseconds(() =>
    installation.command('load', file, '--community', 'african-igf', '--accept', '--as', reviewer.key),
  );
  note('20,000 rows loaded and accepted, command included', `${(whole / 1000).toFixed(1)} s`, 'below 5 s');
  let after = before;
  const visible = await milliseconds(async () => {
    while (after === before) after = await revision(url);
  });
  note('accepted to visible in the report', `${visible.toFixed(0)} ms`, 'below 1 s');
}

async function revision(url) {
  return (await (await fetch(`${url}/api/v1/reports/countries/KEN`)).json()).revision;
}

/** Plausible percentages for many areas and years, the same in every run. */
async function manyRows(url) {
  const areas = await scoredAreas(url);
  const lines = ['country,indicator,year,value,source,note'];
  for (let i = 0; lines.length <= ROWS; i++) {
    const area = areas[i % areas.length];
    const indicator = INDICATORS[Math.floor(i / areas.length) % INDICATORS.length];
    const year = 2010 + (Math.floor(i / areas.length / INDICATORS.length) % 16);
    lines.push(`${area},${indicator},${year},${((i * 7919) % 10_000) / 100},Bench survey,`);
  }
  return lines.join('\n');
}
