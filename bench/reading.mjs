import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';
import { inTurns, median, milliseconds } from './measure.mjs';

/** Pages and reports, beside the same bytes from bare Fastify. */
export async function benchReading(url, effort, note) {
  await besideBareFastify('country page, warm', `${url}/en/countries/KEN`, 0.5, effort, note);
  await besideBareFastify(
    'country report as JSON, warm',
    `${url}/api/v1/reports/countries/KEN`,
    0.7,
    effort,
    note,
  );
  await notModified(`${url}/api/v1/reports/countries/KEN`, effort, note);
}

async function besideBareFastify(what, address, wanted, { turns, seconds }, note) {
  const answer = await fetch(address);
  const type = answer.headers.get('content-type');
  const body = Buffer.from(await answer.arrayBuffer()).toString('base64');
  const bare = await serve({ status: 200, headers: { 'content-type': type }, body });
  const [ours, theirs] = await inTurns(
    turns,
    () => requestsPerSecond(address, seconds),
    () => requestsPerSecond(bare.url, seconds),
  );
  bare.close();
  const alone = await oneByOne(address);
  note(
    what,
    `${(ours / theirs).toFixed(2)} x bare Fastify, ${alone.toFixed(1)} ms one at a time`,
    `at least ${wanted} x, below 50 ms`,
  );
}

async function notModified(address, { turns, seconds }, note) {
  const etag = await restingTag(address);
  const bare = await serve({ status: 304, headers: { etag } });
  const headers = { 'if-none-match': etag };
  const [ours, theirs] = await inTurns(
    turns,
    () => requestsPerSecond(address, seconds, headers),
    () => requestsPerSecond(bare.url, seconds, headers),
  );
  bare.close();
  note('304 of the same report', `${(ours / theirs).toFixed(2)} x a bare 304`, 'at least 0.85 x');
}

/** The tag once it stays for ten seconds: ranges of scores are computed after the start, and change what is answered. */
async function restingTag(address) {
  const tagNow = async () => (await fetch(address)).headers.get('etag');
  let [tag, since] = [await tagNow(), performance.now()];
  while (performance.now() - since < 10_000) {
    await pause(500);
    const next = await tagNow();
    if (next !== tag) [tag, since] = [next, performance.now()];
  }
  return tag;
}

async function oneByOne(address) {
  const times = [];
  for (let i = 0; i < 30; i++) times.push(await milliseconds(async () => (await fetch(address)).text()));
  return median(times);
}

async function requestsPerSecond(url, duration, headers = {}) {
  const result = await autocannon({ url, duration, connections: 10, headers });
  const { requests, errors } = result;
  const others = 'if-none-match' in headers ? requests.total - result['3xx'] : result.non2xx;
  if (errors > 0 || others > 0) throw new Error(`${url}: ${others} other answers, ${errors} errors`);
  return requests.average;
}

/** Bare Fastify with one answer. */
async function serve(answer) {
  const child = fork(new URL('bare.mjs', import.meta.url));
  child.send(answer);
  const [url] = await once(child, 'message');
  return { url: `${url}/`, close: () => child.disconnect() };
}
