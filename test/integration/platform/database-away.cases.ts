import { connect } from '../../../src/data-source.js';
import { isDatabaseUnavailable } from '../../../src/platform/database-faults.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';

describe('a database that goes away', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.close());

  const cutAll =
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';

  it('fails the query under way as unavailable, and the next query finds it again', async () => {
    const other = await connect(database.url);
    const slow = database.dataSource.query('SELECT pg_sleep(20)').catch((error: unknown) => error);
    await other.query('SELECT pg_sleep(0.2)');
    await other.query(cutAll);
    expect(isDatabaseUnavailable(await slow)).toBe(true);
    await other.query('SELECT pg_sleep(0.2)');
    expect(await database.dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await other.destroy();
  });

  it('does not end the process when idle connections are cut', async () => {
    const other = await connect(database.url);
    await database.dataSource.query('SELECT 1');
    await other.query(cutAll);
    await other.query('SELECT pg_sleep(0.2)');
    expect(await database.dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await other.destroy();
  });

  it('is unavailable when nothing listens there', async () => {
    const error: unknown = await connect('postgresql://iww:iww@127.0.0.1:1/iww').catch(
      (fault: unknown) => fault,
    );
    expect(isDatabaseUnavailable(error)).toBe(true);
  });
});
