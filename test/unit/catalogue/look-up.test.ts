import type { Catalogue } from '../../../src/catalogue/catalogue.js';
import { contentHash } from '../../../src/catalogue/content-hash.js';
import { loadCatalogue } from '../../../src/catalogue/load-seeds.js';
import { lookUp, type LookUp } from '../../../src/catalogue/look-up.js';
import { THREE_INDICATORS, withSeeds } from './seeds-with.js';

describe('looking up the catalogue', () => {
  let catalogue: Catalogue;
  let look: LookUp;
  beforeAll(async () => {
    const aliases = {
      'series-aliases.csv': 'alias,indicator\nX.OIL.SPL,SPILLS\n',
      'area-aliases.csv': 'alias,area,reason\nWLD,,all of it\nDEN,DNK,older code\n',
    };
    catalogue = await withSeeds(aliases, loadCatalogue);
    look = lookUp(catalogue, 7);
  });

  it('finds things by code, and nothing where there is nothing', () => {
    expect(look.indicator('SALT')?.name).toBe('Salinity of the basin');
    expect(look.indicator('PEPPER')).toBeUndefined();
    expect(look.goal('SHORE.1')?.principle).toBe('SHORE');
    expect(look.commitment('ART-2')?.by).toBe(2030);
    expect(look.version).toBe(7);
  });

  it('finds an area by any of its codes, in any case, with or without leading zeros', async () => {
    for (const code of ['DNK', 'dnk', 'DK', ' dk ', '208'])
      expect(look.areaByAnyCode(code)?.code).toBe('DNK');
    expect(look.areaByAnyCode('Denmark')).toBeUndefined();
    const real = lookUp(await loadCatalogue('seeds'));
    for (const code of ['8', '08', '008']) expect(real.areaByAnyCode(code)?.code).toBe('ALB');
  });

  it('tells what to do with the codes of publishers', () => {
    expect(look.areaAlias('wld')).toEqual({ alias: 'WLD', reason: 'all of it' });
    expect(look.areaAlias('DEN')?.area).toBe('DNK');
    expect(look.areaAlias('DNK')).toBeUndefined();
    expect(look.indicatorByAnyName('x.oil.spl')?.code).toBe('SPILLS');
    expect(look.indicatorByAnyName('spills')?.code).toBe('SPILLS');
    expect(look.indicatorByAnyName('X.OIL')).toBeUndefined();
  });

  it('walks down the tree and along the crosswalk', () => {
    expect(look.goalsOfPrinciple('WATER').map(({ code }) => code)).toEqual(['WATER.1']);
    expect(look.indicatorsOfGoal('WATER.1').map(({ code }) => code)).toEqual(['SPILLS', 'SALT']);
    expect(look.indicatorsOfView('issue', 'AIR').map(({ code }) => code)).toEqual(['SPILLS', 'SHORE_POWER']);
    expect(look.commitmentsOfObjective('A').map(({ id }) => id)).toEqual(['ART-1']);
    expect(look.linksOfCommitment('ART-2').map(({ indicator }) => indicator)).toEqual(['SHORE_POWER']);
    expect(look.linksOfIndicator('SALT')).toEqual([]);
    expect(look.groupsOfArea('EST').map(({ code }) => code)).toEqual(['ALL', 'HIGH']);
    expect(look.seriesOfIndicator('SALT').map(({ edition }) => edition)).toEqual(['Probe A', 'Probe B']);
    expect(look.scoredAreas.map(({ code }) => code)).toEqual(['DNK', 'EST', 'MAR']);
  });

  it('cannot be changed, however deep one reaches', () => {
    const method = look.catalogue.method as { pace: { deadBand: number } };
    expect(() => (method.pace.deadBand = 9)).toThrow(TypeError);
    expect(() => (look.indicatorsOfGoal('WATER.1') as unknown[]).push('x')).toThrow(TypeError);
    expect(() => Object.assign(look, { version: 8 })).toThrow(TypeError);
  });
});

describe('the hash of a catalogue', () => {
  it('does not depend on the order of keys', () => {
    expect(contentHash({ a: 1, b: { c: [1, 2], d: 'x' } })).toBe(
      contentHash({ b: { d: 'x', c: [1, 2] }, a: 1 }),
    );
  });

  it('depends on every value and on the order of lists', () => {
    const hashes = [{ a: [1, 2] }, { a: [2, 1] }, { a: [1, 2.5] }, { a: ['1', 2] }, { b: [1, 2] }].map(
      contentHash,
    );
    expect(new Set(hashes).size).toBe(5);
  });

  it('is the same for files with their columns in another order', async () => {
    const issues = { 'issues.csv': 'principles,name,code\nWATER SHORE,Air and sea,AIR\n' };
    const turned = await withSeeds(issues, loadCatalogue);
    expect(contentHash(turned)).toBe(contentHash(await loadCatalogue(THREE_INDICATORS)));
  });
});
