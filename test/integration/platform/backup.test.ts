import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { CatalogueService } from '../../../src/catalogue/catalogue.service.js';
import type { CommandRooms } from '../../../src/commands/command-rooms.js';
import { faultsOf, verify } from '../../../src/commands/verify.js';
import { schema } from '../../../src/data-source.js';
import { backUp, type Backup } from '../../../src/platform/backup/back-up.js';
import { RestoreService } from '../../../src/platform/backup/restore.service.js';
import { Refusal } from '../../../src/platform/refusal.js';
import { ScoreBoardService } from '../../../src/scoring/score-board.service.js';
import { PASSING_TABLES } from '../../../src/table-rules.js';
import { aWorkingDay } from '../../support/a-working-day.js';
import { emptyDatabase, freshDatabase, type TestDatabase } from '../../support/database.js';
import { SEEDS } from '../../support/rooms.js';
import { smallDisk } from '../../support/small-disk.js';
import { roomsOn } from '../../support/rooms-on.js';

let source: TestDatabase;
let rooms: CommandRooms;
let directory: string;
let path: string;
let backup: Backup;
const quiet = () => undefined;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'iww-backups-'));
  path = join(directory, 'backup.zip');
  source = await freshDatabase();
  rooms = await roomsOn(source.dataSource, SEEDS);
  await aWorkingDay(rooms);
  backup = await backUp(source.url, { path, force: false, leftOut: PASSING_TABLES, tell: quiet });
}, 120_000);
afterAll(async () => {
  await rooms.close();
  await source.close();
  await rm(directory, { recursive: true });
});

const restoring = (into: TestDatabase, from = path) =>
  new RestoreService(into.dataSource, schema).restore(from, quiet);

/** Number and hash of the rows of each table. */
async function contents(dataSource: DataSource): Promise<Record<string, string>> {
  const tables = dataSource.entityMetadatas
    .map(({ tableName }) => tableName)
    .filter((table) => !PASSING_TABLES.includes(table))
    .sort();
  const told: Record<string, string> = {};
  for (const table of tables) {
    const [row] = await dataSource.query<{ told: string }[]>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') AS told FROM ${table} t`,
    );
    told[table] = row?.told ?? '';
  }
  return told;
}

/** Every score there is, of every area at every node and indicator. */
async function scores(of: CommandRooms): Promise<string> {
  const { catalogue } = of.get(CatalogueService).current();
  const board = await of.get(ScoreBoardService).current();
  const nodes = [
    ['framework', [catalogue.framework.code]],
    ['principle', catalogue.principles.map(({ code }) => code)],
    ['goal', catalogue.goals.map(({ code }) => code)],
    ['objective', catalogue.objectives.map(({ code }) => code)],
    ['commitment', catalogue.commitments.map(({ id }) => id)],
    ['issue', catalogue.issues.map(({ code }) => code)],
  ] as const;
  return JSON.stringify(
    board.areas.map((area) => [
      nodes.map(([kind, all]) => all.map((code) => board.nodeScore(area, kind, code))),
      catalogue.indicators.map(({ code }) => board.indicatorScore(area, code)),
    ]),
  );
}

describe('a backup', () => {
  it('holds every table but those whose rows do not last, and tells how many rows', async () => {
    const { manifest, bytes } = backup;
    expect(manifest.leftOut).toEqual([...PASSING_TABLES].sort());
    const counted = Object.entries(await contents(source.dataSource)).map(
      ([table, told]) => [table, Number(told.split(' ')[0])] as const,
    );
    expect(manifest.tables.map(({ table, rows }) => [table, rows])).toEqual(counted);
    // What the day left behind: no table is proven by being empty.
    const empty = counted.filter(([, rows]) => rows === 0).map(([table]) => table);
    expect(empty).toEqual(['checking_job']);
    expect((await stat(path)).size).toBe(bytes);
    expect(manifest.migrations).toEqual(schema.migrations);
  });

  it('is read by its owner alone, and leaves nothing else behind', async () => {
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(directory)).toEqual(['backup.zip']);
  });

  it('does not replace a file unless told so', async () => {
    const other = join(directory, 'other.zip');
    await writeFile(other, 'something else');
    const again = (force: boolean) =>
      backUp(source.url, { path: other, force, leftOut: PASSING_TABLES, tell: quiet });
    await expect(again(false)).rejects.toThrow(/is there already.*--force/);
    expect((await stat(other)).size).toBe('something else'.length);
    await again(true);
    expect((await stat(other)).size).toBeGreaterThan(10_000);
    await rm(other);
  });

  it('says in a sentence why it cannot be written, and leaves nothing', async () => {
    const nowhere = join(directory, 'nowhere', 'backup.zip');
    const writing = backUp(source.url, { path: nowhere, force: false, leftOut: [], tell: quiet });
    await expect(writing).rejects.toThrow(new RegExp(`${nowhere}: there is no such directory`));
    await expect(writing).rejects.toBeInstanceOf(Refusal);
  });
});

const disk = smallDisk('128k');
afterAll(() => disk?.remove());

describe('a backup to a disk that is full', () => {
  (disk === undefined ? it.skip : it)('is refused in a sentence, and leaves the disk as it was', async () => {
    const { path: small } = disk ?? { path: '' };
    const writing = backUp(source.url, {
      ...{ path: join(small, 'backup.zip'), force: false, leftOut: PASSING_TABLES },
      tell: quiet,
    });
    await expect(writing).rejects.toThrow(/the disk is full[.]$/);
    expect(await readdir(small)).toEqual([]);
  });
});

describe('restoring a backup', () => {
  it('puts back every row, every score and the audit trail, and goes on counting where it was', async () => {
    const target = await emptyDatabase();
    const manifest = await restoring(target);
    expect(manifest).toEqual(backup.manifest);
    expect(await contents(target.dataSource)).toEqual(await contents(source.dataSource));
    const restored = await roomsOn(target.dataSource);
    const [found, expected] = [await scores(restored), await scores(rooms)];
    expect(found.length).toBeGreaterThan(1_000_000);
    expect(found === expected).toBe(true);
    const verification = await verify(restored, manifest.auditHead);
    expect(faultsOf(verification)).toEqual([]);
    expect(verification.audit).toMatchObject({ links: manifest.auditHead?.number, heads: 1 });
    await restored.close();
    const shape = `SELECT c.relname, t.tgname, t.tgenabled FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE NOT t.tgisinternal ORDER BY 1, 2`;
    expect(await target.dataSource.query(shape)).toEqual(await source.dataSource.query(shape));
    // The guards are awake again, and the next working day finds its place.
    await expect(target.dataSource.query('DELETE FROM decision')).rejects.toThrow(/append-only/);
    const [last] = await target.dataSource.query<{ id: number }[]>('SELECT max(id) AS id FROM submission');
    const again = await roomsOn(target.dataSource);
    await aWorkingDay(again);
    expect(faultsOf(await verify(again, manifest.auditHead))).toEqual([]);
    const [newest] = await target.dataSource.query<{ id: number }[]>('SELECT max(id) AS id FROM submission');
    expect(newest?.id).toBeGreaterThan(last?.id ?? Infinity);
    await again.close();
    await target.close();
  }, 120_000);

  it('is refused where there are tables already, and changes none of them', async () => {
    const target = await freshDatabase();
    await expect(restoring(target)).rejects.toThrow(/empty database, and this one has tables/);
    expect(await target.dataSource.query('SELECT FROM area')).toEqual([]);
    await target.close();
  });
});
