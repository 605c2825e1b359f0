import { CatalogueService } from '../../../src/catalogue/catalogue.service.js';
import type { GoodRow } from '../../../src/submissions/checking/staged-row.js';
import { StagingRepository, type KeptRow } from '../../../src/submissions/checking/staging.repository.js';
import { openRooms, type Rooms } from '../../support/rooms.js';

describe('staging', () => {
  const GOOD: GoodRow = {
    row: 2,
    area: 'KEN',
    indicator: 'UI_NETUSE',
    year: 2020,
    value: 61.5,
    status: 'normal',
    source: 'Survey',
    edition: 'Survey',
  };

  let rooms: Rooms;
  beforeAll(async () => {
    rooms = await openRooms();
  });
  afterAll(() => rooms.close());

  async function* batchesOf(...batches: readonly (readonly GoodRow[])[]) {
    await Promise.resolve();
    yield* batches;
  }

  /** Stages rows of a submission that does not exist, past the guards, and reads them; nothing stays. */
  async function stagedAndRead(...batches: readonly (readonly GoodRow[])[]): Promise<readonly KeptRow[]> {
    const staging = rooms.get(StagingRepository);
    const runner = rooms.database.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('SET LOCAL session_replication_role = replica');
      await staging.stage(runner.manager, 0, batchesOf(...batches), rooms.get(CatalogueService));
      return await staging.rows(runner.manager, 0, 0, 100_000);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  describe('staged rows', () => {
    it('are read as they were good, in their order', async () => {
      const rows: GoodRow[] = [
        GOOD,
        { ...GOOD, row: 3, year: 1900, value: -0.000_001_25, status: 'self_assessed' },
        { ...GOOD, row: 4, year: 2200, value: 1.797e308, edition: 'Edition of 2024' },
        {
          ...GOOD,
          row: 5,
          value: 5e-324,
          source: 'Enquête nationale 全国调查 مسح 😀',
          note: 'tab\tand\nlines\\N',
        },
        { ...GOOD, row: 6, value: 0, evidence: 'https://example.org/?q=é', note: 'x'.repeat(4_000) },
        { ...GOOD, row: 7, value: 0.1 + 0.2, note: '' },
      ];
      const read = await stagedAndRead(rows.slice(0, 2), rows.slice(2));
      expect(read).toEqual(rows.map((row, index) => ({ ...row, ordinal: index + 1 })));
    });

    it('are whole when a batch is larger than what is sent at once', async () => {
      const rows = Array.from({ length: 5_000 }, (_, at): GoodRow => {
        const note = `${String(at)} ${'é'.repeat(at % 700)}`;
        return { ...GOOD, row: at + 2, source: `Source ${String(at % 1_500)}`, note };
      });
      const read = await stagedAndRead(rows, []);
      expect(read).toEqual(rows.map((row, index) => ({ ...row, ordinal: index + 1 })));
    });

    it('are refused when a code has no key', async () => {
      await expect(stagedAndRead([{ ...GOOD, area: 'XXX' }])).rejects.toThrow(RangeError);
    });

    it('leave the transaction to go on when they break off', async () => {
      async function* broken() {
        yield* batchesOf([GOOD], [GOOD]);
        throw new Error('broken off');
      }
      const staging = rooms.get(StagingRepository);
      await rooms.database.dataSource.transaction(async (manager) => {
        const within = manager.transaction((part) =>
          staging.stage(part, 0, broken(), rooms.get(CatalogueService)),
        );
        await expect(within).rejects.toThrow('broken off');
        expect(await staging.rows(manager, 0, 0, 1)).toEqual([]);
      });
    });

    it('tell what the database says against them', async () => {
      const rows = Array.from({ length: 20_000 }, () => ({ ...GOOD, note: 'a\0b' }));
      await expect(stagedAndRead(rows, rows)).rejects.toThrow('invalid byte sequence');
    });

    it('are given up when the connection is lost', async () => {
      const { dataSource } = rooms.database;
      async function* interrupted() {
        yield [GOOD];
        await dataSource.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'COPY staged_row%' AND state = 'active'`,
        );
        yield [GOOD];
      }
      const staged = dataSource.transaction((manager) =>
        rooms.get(StagingRepository).stage(manager, 0, interrupted(), rooms.get(CatalogueService)),
      );
      // The driver tells of the end by the server's last word, or by the socket when that is broken first.
      await expect(staged).rejects.toThrow(/terminat|ECONNRESET|EPIPE/);
    });
  });
});
