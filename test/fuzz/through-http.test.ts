import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anyKeys, type Keys } from '../e2e/keys.js';
import { AWKWARD_FILES } from '../files/awkward/all.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { isFull } from '../support/sample.js';
import { mutatedFile, type MutatedFile } from './mutated-file.js';

/** A full run (`npm run test:full`, `npm run test:fuzz`) sends 200. */
const REQUESTS = isFull ? 200 : 40;
const seeds = AWKWARD_FILES.map(({ content }) => Buffer.from(content)).filter(
  ({ length }) => length < 50_000,
);

interface Answer {
  readonly title?: string;
  readonly detail?: string;
  readonly summary?: string;
  readonly counts?: Readonly<Record<'rows' | 'good' | 'bad' | 'skipped', number>>;
}

describe('damaged files sent over HTTP', () => {
  let running: RunningApp;
  let keys: Keys;
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'iww-fuzz-'));
    running = await startApp({ environment: { IWW_DATA_DIR: directory } });
    keys = await anyKeys(running);
  }, 120_000);

  afterAll(async () => {
    await running.close();
    await rm(directory, { recursive: true });
  });

  async function check({ content, answers, made }: MutatedFile): Promise<number> {
    const query = new URLSearchParams([
      ['mode', 'check'],
      ...Object.entries(answers as Record<string, string>),
    ]).toString();
    const response = await fetch(`${running.url}/api/v1/submissions?${query}`, {
      method: 'POST',
      headers: { ...keys.senderHeaders, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(content),
    });
    const { title, detail, summary, counts } = (await response.json()) as Answer;
    const words = response.status === 200 ? [summary] : [title, detail];
    expect({ made, isInWords: words.every((word) => (word ?? '').length > 5) }).toEqual({
      made,
      isInWords: true,
    });
    if (counts !== undefined) {
      const { rows, good, bad, skipped } = counts;
      expect({ made, rows }).toEqual({ made, rows: good + bad + skipped });
    }
    return response.status;
  }

  it(
    `${String(REQUESTS)} of them each get a report or a problem, and leave nothing behind`,
    async () => {
      const statuses = new Map<number, number>();
      for (let number = 1; number <= REQUESTS; number++) {
        const status = await check(mutatedFile(number, seeds));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      const usual = [200, 413, 415, 422];
      expect([...statuses.keys()].filter((status) => !usual.includes(status))).toEqual([]);
      for (const status of [200, 415, 422]) expect(statuses.get(status)).toBeGreaterThan(0);
      expect(await readdir(join(directory, 'spool'))).toEqual([]);
      expect((await fetch(`${running.url}/health/ready`)).status).toBe(200);
    },
    REQUESTS * 2_000 + 60_000,
  );
});
