import type { SeedCommunity } from '../../../src/catalogue/seed-community.js';
import { loadSeeds } from '../../../src/catalogue/load-seeds.js';
import { CommunityRepository } from '../../../src/communities/community.repository.js';
import { AuditRepository } from '../../../src/platform/audit/audit.repository.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';

function aCommunity(changes: Partial<SeedCommunity> = {}): SeedCommunity {
  return {
    code: 'port-watch',
    name: 'Port Watch',
    kind: 'national',
    countries: ['DNK', 'EST'],
    confidence: 'listed',
    hidden: false,
    ...changes,
  };
}

describe('communities in the database', () => {
  let database: TestDatabase;
  let communities: CommunityRepository;
  beforeEach(async () => {
    database = await freshDatabase();
    communities = new CommunityRepository(database.dataSource, new AuditRepository(database.dataSource));
  });
  afterEach(() => database.close());

  it('are those of the seeds, and loading them twice changes nothing', async () => {
    const seeds = await loadSeeds('seeds');
    expect(await communities.takeFromSeeds(seeds.communities)).toBe(172);
    expect(await communities.takeFromSeeds(seeds.communities)).toBe(0);
  });

  it('are shown only when they are not hidden, by name', async () => {
    await communities.takeFromSeeds([
      aCommunity(),
      aCommunity({ code: 'b', name: 'Anchor', kind: 'system', countries: [] }),
      aCommunity({ code: 'c', name: 'Secret', hidden: true }),
    ]);
    expect((await communities.visible()).map(({ name }) => name)).toEqual(['Anchor', 'Port Watch']);
    expect((await communities.byCode('c'))?.hidden).toBe(true);
  });

  it('come back as they were told, without what was not told', async () => {
    const full = aCommunity({
      code: 'full',
      acronym: 'F',
      region: 'North',
      established: 2012,
      website: 'https://f.example',
      source: 'list',
    });
    await communities.takeFromSeeds([aCommunity(), full]);
    const { id, ...plain } = (await communities.byCode('port-watch')) ?? { id: 0 };
    expect(plain).toEqual({
      code: 'port-watch',
      name: 'Port Watch',
      kind: 'national',
      areas: ['DNK', 'EST'],
      languages: [],
      meetings: [],
      hidden: false,
    });
    expect(await communities.byId(id)).toEqual({ id, ...plain });
    expect(await communities.byCode('full')).toMatchObject({
      acronym: 'F',
      established: 2012,
      region: 'North',
    });
    expect(await communities.byCode('nobody')).toBeUndefined();
  });

  it('keep their key when the seeds change, and others are left alone', async () => {
    await communities.takeFromSeeds([aCommunity(), aCommunity({ code: 'other', name: 'Other' })]);
    const before = await communities.byCode('port-watch');
    expect(await communities.takeFromSeeds([aCommunity({ name: 'Port Watch International' })])).toBe(1);
    expect(await communities.byCode('port-watch')).toEqual({ ...before, name: 'Port Watch International' });
    expect((await communities.byCode('other'))?.name).toBe('Other');
  });
});
