import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openEmbeddedServer, type EmbeddedServer } from '../../src/platform/postgres/embedded-server.js';
import { startServer, stopServer } from '../../src/platform/postgres/server-control.js';
import { serverHome, type ServerHome } from '../../src/platform/postgres/server-home.js';
import { KillableServer } from '../support/killable-server.js';
import { keyFor, WriteLoad } from '../support/write-load.js';

const ADMINISTRATOR = `iww_${randomBytes(32).toString('base64url')}`;
const BIG = [
  'country,indicator,year,value,source,edition',
  ...Array.from({ length: 20_000 }, (_, n) => `KEN,UI_NETUSE,2020,41,Big,${String(n)}`),
].join('\n');

describe('a database server of one’s own that is stopped and started', () => {
  let directory: string;
  let home: ServerHome;
  let database: EmbeddedServer;
  let server: KillableServer;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'iww-own-'));
    await chmod(directory, 0o711);
    const options = { dataDirectory: directory, say: () => undefined };
    database = await openEmbeddedServer(options);
    home = serverHome(directory, options.say);
    server = await KillableServer.start({
      DATABASE_URL: database.url,
      IWW_BOOTSTRAP_KEY: ADMINISTRATOR,
      IWW_JOB_BYTES: '100000',
      IWW_LOG: 'info',
    });
  }, 120_000);

  afterAll(async () => {
    expect(await server.close()).toBe(0);
    await database.close();
    await stopServer(home);
    await rm(directory, { recursive: true });
  }, 60_000);

  const statusOf = async (path: string): Promise<number> => {
    const answer = await fetch(server.url + path);
    await answer.arrayBuffer();
    return answer.status;
  };
  async function becomes(status: number): Promise<void> {
    while ((await statusOf('/health/ready')) !== status) await pause(20);
  }

  it('is waited for: nothing acknowledged is lost, nothing is left to do by hand', async () => {
    const sender = await keyFor(server.url, ADMINISTRATOR, 'african-igf', 'submitter');
    const headers = { authorization: `Bearer ${sender}`, 'content-type': 'text/csv' };
    const load = await WriteLoad.begin(server.url, ADMINISTRATOR);
    await load.more(20);
    const sent = await fetch(`${server.url}/api/v1/submissions`, { method: 'POST', headers, body: BIG });
    expect(sent.status).toBe(202);
    const { receipt } = (await sent.json()) as { receipt: string };

    await stopServer(home);
    await becomes(503);
    for (const path of ['/en/countries/KEN', '/api/v1/scores?area=KEN&by=principle']) {
      const answer = await fetch(server.url + path);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
      expect(answer.headers.get('content-type')).toMatch(path.startsWith('/api') ? /problem\+json/ : /html/);
    }
    await pause(2_000);
    expect(await statusOf('/health/live')).toBe(200);
    expect(await startServer(home, [], Number(new URL(database.url).port))).toBeUndefined();

    await becomes(200);
    await load.more(20);
    await load.end();
    expect(server.output.split('\n').filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
    expect([...load.statuses.keys()].filter((status) => status === 0 || status >= 500)).toEqual([503]);
    expect(await load.missing()).toEqual([]);

    const state = async (): Promise<string> => {
      const answer = await fetch(`${server.url}/api/v1/submissions/${receipt}`, { headers });
      return ((await answer.json()) as { state: string }).state;
    };
    while ((await state()) === 'checking') await pause(100);
    expect(await state()).toBe('received');
    expect(await listeners()).toBe(1);
    expect(await once(server.command('audit:verify'), 'exit')).toEqual([0, null]);
  }, 120_000);

  async function listeners(): Promise<number> {
    const client = new pg.Client(database.url);
    await client.connect();
    const { rowCount } = await client.query(
      `SELECT FROM pg_stat_activity WHERE query = 'LISTEN data_revision'`,
    );
    await client.end();
    return rowCount ?? 0;
  }
});
