import { CatalogueRepository } from '../../../src/catalogue/catalogue.repository.js';
import { CatalogueService } from '../../../src/catalogue/catalogue.service.js';
import { SeedsRefused } from '../../../src/catalogue/seeds-refused.js';
import { AuditRepository } from '../../../src/platform/audit/audit.repository.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { THREE_INDICATORS, withSeeds } from '../../unit/catalogue/seeds-with.js';

describe('the catalogue in the database', () => {
  let database: TestDatabase;
  let service: CatalogueService;
  beforeEach(async () => {
    database = await freshDatabase();
    service = new CatalogueService(
      new CatalogueRepository(database.dataSource, new AuditRepository(database.dataSource)),
    );
  });
  afterEach(() => database.close());

  const everything = (): Promise<unknown> =>
    database.dataSource.query(`
      SELECT (SELECT json_agg(v ORDER BY id) FROM catalogue_version AS v) AS versions,
        (SELECT json_agg(a ORDER BY id) FROM area AS a) AS areas,
        (SELECT json_agg(i ORDER BY id) FROM indicator AS i) AS indicators`);

  it('is the one of the seeds, frozen, with keys for every area and indicator', async () => {
    const { catalogue, changed } = await service.loadSeeds('seeds');
    expect(changed).toBe(true);
    expect(service.current().catalogue).toEqual(catalogue);
    expect(Object.isFrozen(service.current().catalogue.indicators[0])).toBe(true);
    for (const { code } of catalogue.areas) expect(service.areaCode(service.areaId(code) ?? 0)).toBe(code);
    for (const { code } of catalogue.indicators) {
      expect(service.indicatorCode(service.indicatorId(code) ?? 0)).toBe(code);
    }
    expect(service.areaId('XXX')).toBeUndefined();
  });

  it('says that nothing was loaded before the first load', async () => {
    await service.refresh();
    expect(() => service.current()).toThrow(RangeError);
  });

  it('does not change when the same seeds are loaded again', async () => {
    await service.loadSeeds('seeds');
    const before = await everything();
    expect((await service.loadSeeds('seeds')).changed).toBe(false);
    expect(await everything()).toEqual(before);
    expect(service.current().version).toBe(1);
  });

  it('is loaded once when two instances start together', async () => {
    const other = new CatalogueService(
      new CatalogueRepository(database.dataSource, new AuditRepository(database.dataSource)),
    );
    const loads = await Promise.all([service.loadSeeds(THREE_INDICATORS), other.loadSeeds(THREE_INDICATORS)]);
    expect(loads.map(({ changed }) => changed).sort()).toEqual([false, true]);
    expect(other.current().version).toBe(service.current().version);
  });

  it('keeps each changed load as a version of its own', async () => {
    await service.loadSeeds(THREE_INDICATORS);
    await withSeeds({ 'issues.csv': ['Air and sea', 'Sea and air'] }, (directory) =>
      service.loadSeeds(directory),
    );
    const versions: { id: number; name: string }[] = await database.dataSource.query(
      "SELECT id, content -> 'issues' -> 0 ->> 'name' AS name FROM catalogue_version ORDER BY id",
    );
    expect(versions).toEqual([
      { id: 1, name: 'Air and sea' },
      { id: 2, name: 'Sea and air' },
    ]);
    expect(service.current().issue('AIR')?.name).toBe('Sea and air');
    expect(service.current().version).toBe(2);
  });

  it('retires a code that is gone, keeps its key, and gives it back when the code returns', async () => {
    await service.loadSeeds(THREE_INDICATORS);
    const id = service.areaId('MAR');
    const without = {
      'areas.csv': ['MAR,MA,504,Morocco,member,yes,,,\n', ''] as const,
      'observations/SALT.csv': 'country,year,value,edition,status\n',
      'observations/SPILLS.csv': 'country,year,value,edition,status\n',
    };
    await withSeeds(without, (directory) => service.loadSeeds(directory));
    expect(service.current().area('MAR')).toBeUndefined();
    expect(service.areaId('MAR')).toBe(id);
    expect(service.areaCode(id ?? 0)).toBe('MAR');
    const retired = 'SELECT code FROM area WHERE retired';
    expect(await database.dataSource.query(retired)).toEqual([{ code: 'MAR' }]);

    await service.loadSeeds(THREE_INDICATORS);
    expect(service.areaId('MAR')).toBe(id);
    expect(await database.dataSource.query(retired)).toEqual([]);
  });

  it('refuses the seeds of another framework and stays as it is', async () => {
    await service.loadSeeds(THREE_INDICATORS);
    const before = await everything();
    const loading = service.loadSeeds('seeds');
    await expect(loading).rejects.toThrow(SeedsRefused);
    await expect(loading).rejects.toThrow(
      'This database holds the framework "green-harbour" and the seeds are of "iww"',
    );
    expect(await everything()).toEqual(before);
    expect(service.current().catalogue.framework.code).toBe('green-harbour');
  });

  it('stays as it is when one seed file has a fault', async () => {
    await service.loadSeeds(THREE_INDICATORS);
    const before = await everything();
    const faulty = {
      'goals.csv': ['No oil', 'Little oil'] as const,
      'issues.csv': ['Air and sea', ''] as const,
    };
    await expect(withSeeds(faulty, (directory) => service.loadSeeds(directory))).rejects.toThrow(/one fault/);
    expect(await everything()).toEqual(before);
  });
});
