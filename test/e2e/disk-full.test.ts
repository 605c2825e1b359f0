import { readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../src/platform/problem.js';
import { SpoolService } from '../../src/submissions/receiving/spool.service.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { smallDisk, type SmallDisk } from '../support/small-disk.js';
import { anyKeys, type Keys } from './keys.js';

const fileOf = (rows: number): string =>
  [
    'country,indicator,year,value,source,edition',
    ...Array.from(
      { length: rows },
      (_, n) => `KEN,UI_NETUSE,${String(1990 + (n % 30))},41,Disk,${String(n)}`,
    ),
  ].join('\n');

/** About 2.5 MB, checked while its sender waits. */
const BIG = fileOf(60_000);
const possible = smallDisk('1m');
possible?.remove();
const onSmallDisk = possible === undefined ? it.skip : it;

describe('a disk that is full', () => {
  let running: RunningApp;
  let keys: Keys;
  let disk: SmallDisk | undefined;

  beforeAll(async () => {
    disk = smallDisk('1m');
    running = await startApp({ environment: disk === undefined ? {} : { IWW_DATA_DIR: disk.path } });
    keys = await anyKeys(running);
  }, 60_000);
  afterAll(async () => {
    await running.close();
    disk?.remove();
  });

  const send = async (body: string): Promise<{ status: number; type: string; text: string }> => {
    const headers = { ...keys.senderHeaders, 'content-type': 'text/csv' };
    const answer = await fetch(`${running.url}/api/v1/submissions`, { method: 'POST', headers, body });
    const text = await answer.text();
    return { status: answer.status, type: /"type":"([^"]*)"/.exec(text)?.[1] ?? '', text };
  };
  const submissions = async (): Promise<unknown> =>
    running.database.dataSource.query('SELECT count(*)::integer AS n FROM submission');

  it('refuses what it cannot write down, and keeps nothing of it', async () => {
    const spool = running.app.get(SpoolService);
    const full = async function* (): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from('country'));
      throw Object.assign(new Error('write'), { code: 'ENOSPC' });
    };
    const refused = await spool.take(full(), 1_000).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'no_space', status: 507 });
    expect(refused).toBeInstanceOf(Problem);
  });

  onSmallDisk(
    'refuses a file that does not fit, keeps nothing of it, and takes it once there is room',
    async () => {
      const before = await submissions();
      expect(await send(BIG)).toMatchObject({ status: 507, type: '/problems/no_space' });
      expect(await submissions()).toEqual(before);
      expect(readdirSync(join(disk!.path, 'spool'))).toEqual([]);
      expect((await send(fileOf(3))).status).toBe(201);
      disk!.resize('32m');
      expect((await send(BIG)).status).toBe(201);
    },
  );

  onSmallDisk(
    'says the same when it is the disk of the database, with nothing half-written',
    async () => {
      const { dataSource } = running.database;
      const [cluster] = await dataSource.query<{ path: string }[]>(
        `SELECT current_setting('data_directory') AS path`,
      );
      const databaseDisk = smallDisk('256m', statSync(cluster!.path).uid);
      const name = `small_${String(process.pid)}`;
      try {
        await dataSource.query(`CREATE TABLESPACE ${name} LOCATION '${databaseDisk!.path}'`);
        await dataSource.query(`ALTER TABLE staged_row SET TABLESPACE ${name}`);
        const { blocks, bfree, bsize } = statfsSync(databaseDisk!.path);
        databaseDisk!.resize(String((blocks - bfree) * bsize + 1_048_576));
        const other = BIG.replaceAll('Disk', 'Other');
        const before = await submissions();
        expect(await send(other)).toMatchObject({ status: 507, type: '/problems/no_space' });
        expect(await submissions()).toEqual(before);
        expect((await fetch(`${running.url}/health/ready`)).status).toBe(200);
        databaseDisk!.resize('256m');
        const { status, text } = await send(other);
        expect([status, text]).toEqual([201, expect.stringContaining('"good":60000')]);
      } finally {
        await dataSource.query('ALTER TABLE staged_row SET TABLESPACE pg_default');
        await dataSource.query(`DROP TABLESPACE IF EXISTS ${name}`);
        databaseDisk!.remove();
      }
    },
    120_000,
  );
});
