import { emptyDatabase, freshDatabase, type TestDatabase } from '../../support/database.js';

describe('the migrations', () => {
  let database: TestDatabase;
  afterEach(() => database.close());

  it('make the tables that the code describes, with the comments of their columns', async () => {
    database = await freshDatabase();
    const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
    // A table described without decorators cannot carry its own comment; that it has one is tested below.
    const changes = upQueries
      .map(({ query }) => query)
      .filter((query) => !query.startsWith('COMMENT ON TABLE'));
    expect(changes).toEqual([]);
  });

  it('leave no table that the code does not describe', async () => {
    database = await freshDatabase();
    const rows = await database.dataSource.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'migrations'`,
    );
    const described = database.dataSource.entityMetadatas.map(({ tableName }) => tableName);
    expect(rows.map(({ name }) => name).sort()).toEqual(described.sort());
  });

  it('comment on every table and column', async () => {
    database = await freshDatabase();
    const rows = await database.dataSource.query<{ place: string }[]>(`
      SELECT concat_ws('.', class.relname, attribute.attname) AS place
      FROM pg_class class
      LEFT JOIN pg_attribute attribute ON attribute.attrelid = class.oid AND attribute.attnum > 0
      WHERE class.relnamespace = 'public'::regnamespace AND class.relkind IN ('r', 'p') AND class.relname <> 'migrations'
        AND NOT attribute.attisdropped
        AND (col_description(class.oid, attribute.attnum) IS NULL OR obj_description(class.oid, 'pg_class') IS NULL)`);
    expect(rows.map(({ place }) => place)).toEqual([]);
  });

  it('can be undone and done again', async () => {
    database = await emptyDatabase();
    const { dataSource } = database;
    const done = await dataSource.runMigrations({ transaction: 'each' });
    for (const migration of done) {
      expect(migration.name).toMatch(/\d{13}$/);
      await dataSource.undoLastMigration({ transaction: 'each' });
    }
    const left = await dataSource.query<unknown[]>(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE 'migrations%'
       UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace`,
    );
    expect(left).toEqual([]);
    expect(await dataSource.runMigrations({ transaction: 'each' })).toHaveLength(done.length);
  });
});
