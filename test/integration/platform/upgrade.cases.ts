import { join } from 'node:path';
import { MigrationExecutor, type DataSource } from 'typeorm';
import { faultsOf, verify } from '../../../src/commands/verify.js';
import { schema } from '../../../src/data-source.js';
import type { Manifest } from '../../../src/platform/backup/manifest.js';
import { RestoreService, type Schema } from '../../../src/platform/backup/restore.service.js';
import { ScoreBoardService } from '../../../src/scoring/score-board.service.js';
import { emptyDatabase, type TestDatabase } from '../../support/database.js';
import { SEEDS } from '../../support/rooms.js';
import { roomsOn } from '../../support/rooms-on.js';

describe('upgrade', () => {
  /** A database of an earlier version with submissions in several states; see the README beside it. */
  const OLDER = join(import.meta.dirname, '../../files/older-databases/1795600000000.zip');
  const EXAMPLE = join(SEEDS, 'examples/three-indicators');
  /** Stops where the backup stops. */
  const asItWas: Schema = {
    ...schema,
    migrate: async (runner, last) => {
      if (last !== undefined) await schema.migrate(runner, last);
    },
  };

  let database: TestDatabase;
  let manifest: Manifest;

  async function restored(with_: Schema): Promise<void> {
    database = await emptyDatabase();
    manifest = await new RestoreService(database.dataSource, with_).restore(OLDER, () => undefined);
  }
  afterEach(() => database.close());

  /** Rows of the tables that the older version had. */
  async function counts(dataSource: DataSource): Promise<Record<string, number>> {
    const rows: Record<string, number> = {};
    for (const { table } of manifest.tables) {
      const [row] = await dataSource.query<{ n: number }[]>(`SELECT count(*)::integer AS n FROM ${table}`);
      rows[table] = row?.n ?? 0;
    }
    return rows;
  }

  const promised = () => Object.fromEntries(manifest.tables.map(({ table, rows }) => [table, rows]));

  describe('an older database', () => {
    it('comes to this version with every row, the state of every submission, and a whole audit trail', async () => {
      await restored(schema);
      const { dataSource } = database;
      expect(manifest.migrations.at(-1)).toBe('EndedObservations1795600000000');
      expect(await counts(dataSource)).toEqual(promised());
      const states = 'SELECT state, count(*)::integer AS n FROM submission GROUP BY state ORDER BY state';
      expect(await dataSource.query(states)).toEqual([
        { state: 'accepted', n: 5 },
        { state: 'received', n: 1 },
        { state: 'rejected', n: 1 },
        { state: 'returned', n: 1 },
        { state: 'withdrawn', n: 1 },
      ]);
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      expect(
        upQueries.map(({ query }) => query).filter((query) => !query.startsWith('COMMENT ON TABLE')),
      ).toEqual([]);

      const rooms = await roomsOn(dataSource, EXAMPLE);
      const verification = await verify(rooms);
      expect(faultsOf(verification)).toEqual([]);
      expect(verification.audit.links).toBeGreaterThanOrEqual(promised()['audit_entry'] ?? Infinity);
      const board = await rooms.get(ScoreBoardService).current();
      const values = board.observations('DNK', 'SPILLS').map(({ year, value }) => [year, value]);
      expect(values).toEqual([
        [2019, 12],
        [2021, 7],
        [2022, 7],
        [2024, 4],
      ]);
      const spills = 100 * (1 - Math.log(1 + 4) / Math.log(1 + 100));
      expect(board.nodeScore('DNK', 'goal', 'WATER.1').score).toBeCloseTo((spills + 100) / 2, 9);
      await rooms.close();
    }, 60_000);

    it('stands each migration that came later, and having it undone', async () => {
      await restored(asItWas);
      const { dataSource } = database;
      const runner = dataSource.createQueryRunner();
      const executor = new MigrationExecutor(dataSource, runner);
      const due = await executor.getPendingMigrations();
      expect(due.map(({ name }) => name)).toEqual(schema.migrations.slice(manifest.migrations.length));
      for (const migration of due) {
        await executor.executeMigration(migration);
        await executor.undoLastMigration();
        expect(await counts(dataSource)).toEqual(promised());
        await executor.executeMigration(migration);
      }
      expect(await counts(dataSource)).toEqual(promised());
      await runner.release();
    }, 60_000);
  });
});
