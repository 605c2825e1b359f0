import { CatalogueRepository } from '../../../src/catalogue/catalogue.repository.js';
import { CatalogueService } from '../../../src/catalogue/catalogue.service.js';
import { AuditRepository } from '../../../src/platform/audit/audit.repository.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { THREE_INDICATORS, withSeeds } from '../../unit/catalogue/seeds-with.js';

describe('the catalogue in force at a moment', () => {
  let database: TestDatabase;
  let service: CatalogueService;
  beforeAll(async () => {
    database = await freshDatabase();
    service = new CatalogueService(
      new CatalogueRepository(database.dataSource, new AuditRepository(database.dataSource)),
    );
  });
  afterAll(() => database.close());

  const versionAt = async (moment: Date): Promise<number | undefined> =>
    (await service.inForceAt(moment))?.id;

  it('is none before the first load', async () => {
    expect(await versionAt(new Date())).toBeUndefined();
  });

  it('is the latest that was loaded by then, and the first for moments before it', async () => {
    await service.loadSeeds(THREE_INDICATORS);
    const between = new Date();
    for (const name of ['Sea and air', 'Land and air']) {
      await withSeeds({ 'issues.csv': ['Air and sea', name] }, (directory) => service.loadSeeds(directory));
    }
    expect(await versionAt(new Date(0))).toBe(1);
    expect(await versionAt(between)).toBe(1);
    expect(await versionAt(new Date())).toBe(3);
    expect((await service.inForceAt(new Date()))?.catalogue).toEqual(service.current().catalogue);
  });
});
