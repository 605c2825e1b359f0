import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Archive } from '../../src/platform/backup/read-archive.js';
import { isFull } from '../support/sample.js';
import { KillableServer } from '../support/killable-server.js';

const PROGRAM = join(
  dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  'dist',
  'commands',
  'main.js',
);
const ADMINISTRATOR = `iww_${randomBytes(32).toString('base64url')}`;
const KILLS = isFull ? 10 : 1;

/** Rows of each table, by a backup that is proven. */
async function countsOf(path: string): Promise<Readonly<Record<string, number>>> {
  const archive = await Archive.open(path, () => undefined);
  archive.close();
  return Object.fromEntries(archive.manifest.tables.map(({ table, rows }) => [table, rows]));
}

/** Kills after a share of the time that the work takes undisturbed. */
async function killAt(child: ChildProcess, share: number, usual: number): Promise<void> {
  const ended = once(child, 'exit');
  await Promise.race([ended, pause(share * usual)]);
  child.kill('SIGKILL');
  await ended;
}

describe('a backup of an installation that people write to', () => {
  let server: KillableServer;
  let directory: string;
  let path: string;
  let isOver = false;
  let writing: Promise<void>;
  /** Receipts that were given out, in order. */
  const receipts: string[] = [];

  beforeAll(async () => {
    server = await KillableServer.start({ IWW_BOOTSTRAP_KEY: ADMINISTRATOR, IWW_RATE_WRITES: '1000000' });
    directory = await mkdtemp(join(tmpdir(), 'iww-backups-'));
    await chmod(directory, 0o711);
    path = join(directory, 'backup.zip');
    const key = await senderKey();
    writing = (async () => {
      for (let n = 0; !isOver; n++) {
        receipts.push(await send(key, `Survey ${String(n)}`));
        await pause(50);
      }
    })();
  }, 120_000);

  afterAll(async () => {
    isOver = true;
    await writing;
    expect(await server.close()).toBe(0);
    await rm(directory, { recursive: true });
  }, 60_000);

  async function senderKey(): Promise<string> {
    const answer = await fetch(`${server.url}/api/v1/keys`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ADMINISTRATOR}`, 'content-type': 'application/json' },
      body: JSON.stringify({ community: 'african-igf', roles: ['submitter'], name: 'Sender' }),
    });
    return ((await answer.json()) as { key: string }).key;
  }

  async function send(key: string, source: string): Promise<string> {
    const answer = await fetch(`${server.url}/api/v1/submissions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'text/csv' },
      body: `country,indicator,year,value,source\nKEN,UI_NETUSE,2020,30,${source}`,
    });
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { receipt: string }).receipt;
  }

  /** A command on the database that the backup goes back into. */
  function restored(...words: readonly string[]): ChildProcess {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, IWW_DATA_DIR: join(directory, 'restored') };
    return spawn(process.execPath, [PROGRAM, ...words], { env, stdio: 'ignore' });
  }

  it('is whole or not there, whenever it is killed', async () => {
    const from = performance.now();
    expect(await once(server.command('backup', path), 'exit')).toEqual([0, null]);
    const usual = performance.now() - from;
    const killed = join(directory, 'killed.zip');
    for (let kill = 1; kill <= KILLS; kill++) {
      await killAt(server.command('backup', killed), 0.4 + (0.6 * kill) / KILLS, usual);
      if ((await readdir(directory)).includes('killed.zip')) {
        await countsOf(killed);
        await rm(killed);
      }
    }
    expect(await once(server.command('backup', killed), 'exit')).toEqual([0, null]);
    expect((await readdir(directory)).sort()).toEqual(['backup.zip', 'killed.zip']);
  }, 180_000);

  it('holds what was acknowledged before, and comes back whole after restoring it was killed', async () => {
    const before = receipts.length;
    expect(before).toBeGreaterThan(0);
    expect(await once(server.command('backup', path, '--force'), 'exit')).toEqual([0, null]);
    const written = await countsOf(path);
    expect(written['submission']).toBeGreaterThanOrEqual(before);
    for (let kill = 1; kill <= KILLS; kill++) await killAt(restored('restore', path), kill / KILLS, 6_000);
    // The last of them may have been done before it was killed: then there is something, and this one is refused.
    const [code] = (await once(restored('restore', path), 'exit')) as [number];
    expect([0, 1]).toContain(code);
    expect(await once(restored('verify'), 'exit')).toEqual([0, null]);
    const again = join(directory, 'again.zip');
    expect(await once(restored('backup', again), 'exit')).toEqual([0, null]);
    expect(await countsOf(again)).toEqual(written);
  }, 240_000);
});
