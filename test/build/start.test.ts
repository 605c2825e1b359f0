import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { readPostmasterFile } from '../../src/platform/postgres/postmaster-file.js';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A start of the product as `npm start` makes it. */
interface Start {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** All it has said so far. */
  readonly said: () => string;
  /** Exit code, once it has ended. */
  readonly ended: Promise<number | null>;
}

describe('npm start', () => {
  let dataDirectory: string;
  let port: number;
  const starts: Start[] = [];
  const url = (path: string): string => `http://127.0.0.1:${String(port)}${path}`;
  const server = (): string => join(dataDirectory, 'postgres', 'server');
  const postmaster = (): ReturnType<typeof readPostmasterFile> =>
    readPostmasterFile(join(server(), 'cluster'));

  function start(environment: Record<string, string> = {}): Start {
    const child = spawn(process.execPath, [join(root, 'bin', 'start.mjs')], {
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        PORT: String(port),
        IWW_DATA_DIR: dataDirectory,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const ended = once(child, 'exit').then(([code]) => code as number | null);
    const started = { child, said: () => text, ended };
    starts.push(started);
    return started;
  }

  /** Milliseconds until it serves. */
  async function serving({ child, said }: Start): Promise<number> {
    const from = performance.now();
    while (!said().includes('IWW Progress is at')) {
      if (child.exitCode !== null) throw new Error(`ended before it served: ${said()}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await fetch(url('/health/live'))).status).toBe(200);
    return performance.now() - from;
  }

  async function query<Row extends object>(sql: string): Promise<Row[]> {
    const password = await readFile(join(server(), 'password'), 'utf8');
    const client = new pg.Client(
      `postgresql://iww:${password}@127.0.0.1:${String(postmaster()?.port)}/iww_progress`,
    );
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  beforeAll(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), 'iww-start-'));
    await chmod(dataDirectory, 0o711);
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    ({ port } = probe.address() as AddressInfo);
    probe.close();
    await once(probe, 'close');
  });

  afterAll(async () => {
    for (const { child, ended } of starts) {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    }
    await rm(dataDirectory, { recursive: true });
  });

  it('serves real countries, shows the first administrator key once, and outlives kill -9 with all its data', async () => {
    const first = start();
    await serving(first);
    expect(first.said()).toMatch(/iww_[\w-]{43}/);
    const count = 'SELECT count(*)::integer AS figures FROM observation';
    const [before] = await query<{ figures: number }>(count);
    expect(before!.figures).toBeGreaterThan(10_000);
    const page = await fetch(url('/en/countries/KEN'));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Kenya');

    first.child.kill('SIGKILL');
    await first.ended;
    const second = start();
    await serving(second);
    expect(second.said()).not.toMatch(/iww_[\w-]{43}/);
    expect(await query(count)).toEqual([before]);
  }, 120_000);

  it('says in a sentence that the port is taken, and leaves the server that has it alone', async () => {
    const late = start();
    expect(await late.ended).toBe(1);
    expect(late.said().trim()).toMatch(/^Something already listens on port \d+ of 127\.0\.0\.1, .*PORT.*\.$/);
    expect((await fetch(url('/health/live'))).status).toBe(200);
    expect(await query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('says in a sentence what is wrong with a setting', async () => {
    const wrong = start({ PORT: 'http' });
    expect(await wrong.ended).toBe(1);
    expect(wrong.said().trim()).toBe(
      'PORT is "http": it must be a whole number from 0 to 65535, such as 3000.',
    );
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends on %s with 0 and leaves nothing running', async (signal) => {
    const running =
      starts.find(({ child }) => child.exitCode === null && child.signalCode === null) ?? start();
    await serving(running);
    running.child.kill(signal);
    expect(await running.ended).toBe(0);
    expect(postmaster()).toBeUndefined();
  });
});
