import type { DataSource } from 'typeorm';
import { connect } from '../../../src/data-source.js';
import { databaseProblem } from '../../../src/platform/database-faults.js';
import { longTransaction } from '../../../src/platform/postgres/connections.repository.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';

describe('sessions of the web server', () => {
  let database: TestDatabase;
  let limited: DataSource;

  beforeAll(async () => {
    database = await freshDatabase();
    limited = await connect(database.url, {
      statement_timeout: 300,
      lock_timeout: 200,
      idle_in_transaction_session_timeout: 400,
    });
  });
  afterAll(async () => {
    await limited.destroy();
    await database.close();
  });

  const problemOf = async (work: Promise<unknown>): Promise<unknown> => {
    const { code, status } = databaseProblem(await work.catch((error: unknown) => error)) ?? {};
    return { code, status };
  };

  it('give up a statement that takes too long', async () => {
    expect(await problemOf(limited.query('SELECT pg_sleep(20)'))).toEqual({
      code: 'took_too_long',
      status: 503,
    });
  });

  it('let one take longer that grows with what was sent', async () => {
    const slow = longTransaction(limited, (manager) => manager.query('SELECT pg_sleep(0.6)'));
    await expect(slow).resolves.toBeDefined();
    expect(await limited.query(`SELECT current_setting('statement_timeout') AS limit`)).toEqual([
      { limit: '300ms' },
    ]);
  });

  it('do not wait for ever for what another one holds', async () => {
    await database.dataSource.transaction(async (manager) => {
      await manager.query('LOCK TABLE data_revision');
      expect(await problemOf(limited.query('SELECT revision FROM data_revision'))).toEqual({
        code: 'database_busy',
        status: 503,
      });
    });
  });

  it('end when a transaction is left alone', async () => {
    const idle = limited.transaction(async (manager) => {
      await manager.query('SELECT 1');
      await database.dataSource.query('SELECT pg_sleep(1)');
      await manager.query('SELECT 1');
    });
    expect(await problemOf(idle)).toEqual({ code: 'database_unavailable', status: 503 });
  });

  it('tell a deadlock as being busy', async () => {
    const unlimited = await connect(database.url);
    await unlimited.query('CREATE TABLE pair AS SELECT generate_series(1, 2) AS id, 0 AS n');
    const swap = (first: number, second: number): Promise<void> =>
      unlimited.transaction(async (manager) => {
        await manager.query('UPDATE pair SET n = n + 1 WHERE id = $1', [first]);
        await unlimited.query('SELECT pg_sleep(0.3)');
        await manager.query('UPDATE pair SET n = n + 1 WHERE id = $1', [second]);
      });
    const faults = await Promise.all(
      [swap(1, 2), swap(2, 1)].map((work) => work.then(() => undefined).catch((error: unknown) => error)),
    );
    expect(faults.map((fault) => databaseProblem(fault)?.code).sort()).toEqual(['database_busy', undefined]);
    await unlimited.destroy();
  });
});
