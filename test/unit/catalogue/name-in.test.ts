import type { Catalogue } from '../../../src/catalogue/catalogue.js';
import { loadCatalogue } from '../../../src/catalogue/load-seeds.js';
import { nameIn } from '../../../src/catalogue/name-in.js';
import { withSeeds } from './seeds-with.js';

describe('the name of a thing in a language', () => {
  let catalogue: Catalogue;
  beforeAll(async () => {
    const names = 'kind,code,name,translation\nissue,AIR,Air et mer,draft\n';
    catalogue = await withSeeds({ 'names/fr.csv': names }, loadCatalogue);
  });

  it('is the one of that language', () => {
    expect(nameIn(catalogue, 'fr', 'issue', 'AIR')).toBe('Air et mer');
  });

  it('is the one of the source where the language has none', () => {
    expect(nameIn(catalogue, 'fr', 'principle', 'SHORE')).toBe('Quiet shore');
    expect(nameIn(catalogue, 'zh', 'issue', 'AIR')).toBe('Air and sea');
    expect(nameIn(catalogue, 'en', 'issue', 'AIR')).toBe('Air and sea');
  });

  it('is never made up', () => {
    expect(() => nameIn(catalogue, 'fr', 'issue', 'SEA')).toThrow('no issue SEA');
  });
});
