import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { connect } from '../../../src/data-source.js';
import { isDatabaseUnavailable } from '../../../src/platform/database-faults.js';
import {
  DatabaseWatchService,
  type DatabaseState,
} from '../../../src/platform/postgres/database-watch.service.js';
import { SERVING_LIMITS } from '../../../src/platform/postgres/session-limits.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { SilentProxy } from '../../support/silent-proxy.js';

describe('the watch on the database', () => {
  let database: TestDatabase;
  let proxy: SilentProxy;
  let dataSource: DataSource;
  let watch: DatabaseWatchService;

  beforeAll(async () => {
    database = await freshDatabase();
    proxy = await SilentProxy.to(new URL(database.url));
    const url = new URL(database.url);
    url.port = String(proxy.port);
    dataSource = await connect(url.href, SERVING_LIMITS);
    watch = new DatabaseWatchService(dataSource);
    await watch.start();
  });

  afterAll(async () => {
    await watch.onModuleDestroy();
    await dataSource.destroy();
    await proxy.close();
    await database.close();
  });

  async function becomes(state: DatabaseState): Promise<void> {
    while (watch.state !== state) await pause(20);
  }

  it('sees at once that a connection breaks, and by itself that the database is back', async () => {
    expect(watch.state).toBe('ok');
    proxy.cut();
    await becomes('away');
    await becomes('ok');
    expect(await dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('tells tables of another version', async () => {
    await database.dataSource.query(
      `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Later9999999999999')`,
    );
    await becomes('other_version');
    await database.dataSource.query(`DELETE FROM migrations WHERE name = 'Later9999999999999'`);
    await becomes('ok');
  });

  it('gives up what waits for a database that says nothing more, in bounded time', async () => {
    await dataSource.query('SELECT 1');
    proxy.silence();
    const from = performance.now();
    const asked = [1, 2, 3].map(() => dataSource.query('SELECT 1').catch((error: unknown) => error));
    const written = dataSource
      .transaction(async (manager) => {
        await manager.query('UPDATE data_revision SET revision = revision + 1');
      })
      .catch((error: unknown) => error);
    for (const fault of [...(await Promise.all(asked)), await written]) {
      expect(isDatabaseUnavailable(fault)).toBe(true);
    }
    expect(performance.now() - from).toBeLessThan(25_000);
    expect(watch.state).toBe('away');
    const late = await dataSource.query('SELECT 1').catch((error: unknown) => error);
    expect(isDatabaseUnavailable(late)).toBe(true);

    proxy.speak();
    await becomes('ok');
    expect(await dataSource.query('SELECT revision FROM data_revision')).toEqual([{ revision: 0 }]);
  }, 60_000);
});
