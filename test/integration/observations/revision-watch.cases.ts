import { ObservationRepository } from '../../../src/observations/observation.repository.js';
import { RevisionWatchService } from '../../../src/observations/revision-watch.service.js';
import { connect } from '../../../src/data-source.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { unguarded } from '../../support/unguarded.js';

describe('revision watch', () => {
  let database: TestDatabase;
  let watch: RevisionWatchService;
  beforeEach(async () => {
    database = await freshDatabase();
    watch = new RevisionWatchService(database.dataSource, new ObservationRepository(database.dataSource));
  });
  afterEach(async () => {
    await watch.onModuleDestroy();
    await database.close();
  });

  /** Moves the revision as another process does. */
  async function moveElsewhere(): Promise<void> {
    const other = await connect(database.url);
    await unguarded(other, 'UPDATE data_revision SET revision = revision + 1');
    await other.query(`SELECT pg_notify('data_revision', revision::text) FROM data_revision`);
    await other.destroy();
  }

  async function until(condition: () => Promise<boolean>): Promise<void> {
    while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  describe('the newest data revision', () => {
    it('is known without asking the database each time', async () => {
      expect(await watch.current()).toBe(0);
      await unguarded(database.dataSource, 'UPDATE data_revision SET revision = 7');
      expect(await watch.current()).toBe(0);
    });

    it('is heard of when another process moves it', async () => {
      expect(await watch.current()).toBe(0);
      await moveElsewhere();
      await until(async () => (await watch.current()) === 1);
    });

    it('never goes back', async () => {
      await watch.current();
      watch.reached(5);
      watch.reached(3);
      expect(await watch.current()).toBe(5);
    });

    it('is asked for again when the line was cut', async () => {
      await watch.current();
      const other = await connect(database.url);
      await other.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`);
      await unguarded(other, 'UPDATE data_revision SET revision = 3');
      await until(async () => (await watch.current().catch(() => 0)) === 3);
      await moveElsewhere();
      await until(async () => (await watch.current()) === 4);
      await other.destroy();
    });
  });
});
