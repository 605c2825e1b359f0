import { freshDatabase } from '../../support/database.js';

describe('every guard of the database', () => {
  it('looks for tables where they belong, not among those that a session made for itself', async () => {
    const database = await freshDatabase();
    const rows = await database.dataSource.query<{ guard: string }[]>(
      `SELECT proname AS guard FROM pg_proc
       WHERE pronamespace = current_schema()::regnamespace AND (prorettype = 'trigger'::regtype OR prosecdef)
         AND NOT coalesce(proconfig::text LIKE '%search_path=%, pg_temp%', false)`,
    );
    await database.close();
    expect(rows.map(({ guard }) => guard)).toEqual([]);
  });

  it('fires for every session that is no superuser by its own wish', async () => {
    const database = await freshDatabase();
    const rows = await database.dataSource.query<{ trigger: string }[]>(
      `SELECT tgname AS trigger FROM pg_trigger WHERE NOT tgisinternal AND tgenabled NOT IN ('O', 'A')`,
    );
    await database.close();
    expect(rows).toEqual([]);
  });
});
