import { readFileSync } from 'node:fs';
import { median, milliseconds } from './measure.mjs';
import { scoredAreas } from './sample.mjs';

const WARMING_UP = 2;

/** Charts as pictures: how long one takes, and what many leave behind. */
export async function benchPictures(server, effort, note) {
  const areas = await scoredAreas(server.url);
  await time('line chart', 60, trendsOf(areas), server, effort, note);
  await time('map', 150, (at) => `map.svg?node=UI_COV4G&year=${2012 + at}`, server, effort, note);
  await flatMemory(areas, server, effort, note);
}

/** A different chart each time, so that none comes from memory. */
async function time(what, most, chartOf, { url }, { turns }, note) {
  const times = [];
  for (let at = 0; at < turns + WARMING_UP; at++) {
    times.push(await milliseconds(() => draw(url, chartOf(at))));
  }
  note(`${what} as SVG, warm`, `${median(times.slice(WARMING_UP)).toFixed(0)} ms`, `below ${most} ms`);
}

/** Different charts, one after the other; the first quarter warms up. Linux tells the memory of a process. */
async function flatMemory(areas, { url, pid }, { turns }, note) {
  const pictures = turns > 3 ? 2_000 : 400;
  const chartOf = trendsOf(areas, 721);
  const samples = [];
  for (let at = 0; at < pictures; at++) {
    await draw(url, chartOf(at));
    if (at >= pictures / 4 && at % 20 === 0) samples.push([at, megabytesOf(pid)]);
  }
  const slope = (slopeOf(samples) * 1_000).toFixed(1);
  note(`memory over ${pictures} charts`, `${slope} MB per 1,000`, 'below 1 MB per 1,000');
}

/** Line charts by number, each of another area or width. */
function trendsOf(areas, width = 720) {
  return (at) =>
    `trend.svg?area=${areas[at % areas.length]}&node=UI_COV4G&width=${width + Math.floor(at / areas.length)}`;
}

async function draw(url, chart) {
  const answer = await fetch(`${url}/api/v1/charts/${chart}`);
  if (!answer.ok) throw new Error(`${chart}: ${answer.status}`);
  await answer.text();
}

function megabytesOf(pid) {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** Of the straight line nearest to the points, by least squares. */
function slopeOf(points) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
  const along = points.map(([at, value]) => (at - x) * (value - y));
  return mean(along) / mean(points.map(([at]) => (at - x) ** 2));
}
