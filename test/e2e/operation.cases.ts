import type { AddressInfo } from 'node:net';
import { openMetricsDoor } from '../../src/api/operation/metrics-door.js';
import { OperationMetricsService } from '../../src/api/operation/operation-metrics.service.js';
import { ReportSourcesService } from '../../src/reports/report-sources.service.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { anyKeys, type Keys } from './keys.js';

describe('operation', () => {
  let running: RunningApp;
  let keys: Keys;
  const lines: string[] = [];
  const write = process.stdout.write.bind(process.stdout);

  beforeAll(async () => {
    running = await startApp({ environment: { IWW_LOG: 'info' } });
    await running.app.get(ReportSourcesService).current(); // as before an installation listens
    keys = await anyKeys(running);
    process.stdout.write = (text: string | Uint8Array): boolean => {
      lines.push(...String(text).trimEnd().split('\n'));
      return true;
    };
  }, 60_000);
  afterAll(async () => {
    process.stdout.write = write;
    await running.close();
  });
  beforeEach(() => {
    lines.length = 0;
  });

  const ask = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(running.url + path, { headers });
  const logged = (): Record<string, unknown>[] =>
    lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);

  it('says what is in order, each with its state', async () => {
    const answer = await ask('/health/ready');
    expect(await answer.json()).toEqual({
      status: 'ready',
      checks: { database: 'ok', migrations: 'ok', jobs: 'ok', scores: 'ok', server: 'ok' },
    });
  });

  it('is not ready while the tables are those of another version, and ready again without a hand', async () => {
    const { dataSource } = running.database;
    const becomes = async (status: number): Promise<Response> => {
      for (;;) {
        const answer = await ask('/health/ready');
        if (answer.status === status) return answer;
        await answer.arrayBuffer();
      }
    };
    await dataSource.query(
      `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Later9999999999999')`,
    );
    expect(await (await becomes(503)).json()).toMatchObject({
      type: '/problems/not_ready',
      checks: { database: 'ok', migrations: 'other_version' },
    });
    await dataSource.query(`DELETE FROM migrations WHERE name = 'Later9999999999999'`);
    expect((await becomes(200)).status).toBe(200);
  });

  it('shows figures to auditors and administrators, and to nobody else', async () => {
    expect((await ask('/metrics')).status).toBe(401);
    expect((await ask('/metrics', keys.reviewerHeaders)).status).toBe(404);
    const answer = await ask('/metrics', keys.administratorHeaders);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      expect.stringMatching(/^text\/plain; version=0\.0\.4/),
    ]);
    const text = await answer.text();
    for (const figure of [
      'iww_database_up 1',
      'iww_submissions{state="accepted"}',
      'iww_waiting_checks 0',
      'iww_waiting_mails 0',
      'iww_audit_entries',
      'iww_data_revision',
      'iww_score_board_build_seconds',
      'iww_database_pool_connections',
      'process_cpu_seconds_total',
    ]) {
      expect(text).toContain(`\n${figure}`);
    }
  });

  it('shows them without a key on a port of their own, which is of this machine only', async () => {
    const door = await openMetricsDoor(running.app.get(OperationMetricsService), 0);
    const { address, port } = door.address() as AddressInfo;
    expect(address).toBe('127.0.0.1');
    const url = `http://127.0.0.1:${String(port)}`;
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('\niww_database_up 1');
    expect((await fetch(`${url}/health/ready`)).status).toBe(404);
    door.close();
    door.closeAllConnections();
  });

  it('counts answers by the pattern of their address, whatever people ask for', async () => {
    await ask('/api/v1/areas/KEN?lang=fr');
    await ask('/api/v1/areas/nowhere');
    await ask('/wp-login.php?user=mallory');
    const text = await (await ask('/metrics', keys.administratorHeaders)).text();
    const routes = new Set([...text.matchAll(/route="([^"]*)"/g)].map(([, route]) => route));
    expect(routes).toContain('/api/v1/areas/:code');
    expect(routes).toContain('none');
    expect([...routes].filter((route) => /KEN|nowhere|wp-|mallory/.test(route ?? ''))).toEqual([]);
  });

  it('leads from the id of a request that failed to its line in the log', async () => {
    const { dataSource } = running.database;
    await dataSource.query('ALTER TABLE contact RENAME TO gone');
    const answer = await ask('/api/v1/me/contact', keys.senderHeaders);
    await dataSource.query('ALTER TABLE gone RENAME TO contact');
    expect(answer.status).toBe(500);
    const { requestId } = (await answer.json()) as { requestId: string };
    const [mistake] = logged().filter(({ level }) => level === 'error');
    expect(mistake).toMatchObject({
      requestId,
      route: '/api/v1/me/contact',
      stack: expect.stringContaining('contact.repository'),
    });
    expect(logged()).toContainEqual(expect.objectContaining({ requestId, status: 500, message: 'answered' }));
  });

  it('logs no key, no address, no receipt and no query, wherever they are sent', async () => {
    const key = `iww_${'secret0123456789'.repeat(3)}`;
    const mail = 'a.person@example.org';
    const secret = 'Zq8Zq8Zq8Zq8Zq8Zq8Zq8Z';
    const senderKey = keys.senderHeaders['authorization']?.split(' ')[1] ?? '';
    const { dataSource } = running.database;
    await dataSource.query('ALTER TABLE contact RENAME TO gone');
    const broken = { ...keys.senderHeaders, 'content-type': 'application/json' };
    await fetch(`${running.url}/api/v1/me/contact`, {
      method: 'PUT',
      headers: broken,
      body: JSON.stringify({ address: mail }),
    });
    await dataSource.query('ALTER TABLE gone RENAME TO contact');
    const headers = { authorization: `Bearer ${key}`, 'user-agent': mail, 'x-forwarded-for': '203.0.113.7' };
    for (const path of [
      `/en/contacts/${secret}?token=${secret}&mail=${mail}`,
      `/en/submissions/${secret}`,
      `/api/v1/submissions/${secret}?key=${key}`,
      `/api/v1/observations?area=${mail}&${key}=1`,
      `/${mail}/${key}/${secret}`,
      `/en/sign-in?to=/${secret}`,
    ]) {
      await ask(path, headers);
      await ask(path, keys.senderHeaders);
      await fetch(running.url + path, { method: 'POST', headers, body: `${mail} ${key} ${secret}` });
    }
    expect(logged().length).toBeGreaterThan(15);
    const log = lines.join('\n');
    for (const told of [key, senderKey, mail, 'a.person', secret, '203.0.113.7', '127.0.0.1']) {
      expect(log).not.toContain(told);
    }
  });
});
