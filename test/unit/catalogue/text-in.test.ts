import type { Catalogue } from '../../../src/catalogue/catalogue.js';
import { loadCatalogue } from '../../../src/catalogue/load-seeds.js';
import { frameworkIn, phraseIn, textIn, unitIn } from '../../../src/catalogue/text-in.js';
import { withSeeds } from './seeds-with.js';

describe('a text of the catalogue in a language', () => {
  let catalogue: Catalogue;
  beforeAll(async () => {
    const texts =
      'kind,code,field,text,translation\n' +
      'indicator,SPILLS,definition,Déversements signalés à la capitainerie.,draft\n' +
      'unit,spills,name,déversements,reviewed\n' +
      'phrase,CC BY 4.0,name,CC BY 4.0,draft\n' +
      'framework,green-harbour,name,Un port vert,draft\n';
    catalogue = await withSeeds({ 'texts/fr.csv': texts }, loadCatalogue);
  });

  it('is the translation', () => {
    expect(textIn(catalogue, 'fr', 'indicator', 'SPILLS', 'definition')).toMatch(/^Déversements/);
    expect(unitIn(catalogue, 'fr', 'spills')).toBe('déversements');
    expect(phraseIn(catalogue, 'fr', 'CC BY 4.0')).toBe('CC BY 4.0');
  });

  it('is not there where the language has none, and in the language of the source', () => {
    expect(textIn(catalogue, 'fr', 'indicator', 'SALT', 'definition')).toBeUndefined();
    expect(textIn(catalogue, 'en', 'indicator', 'SPILLS', 'definition')).toBeUndefined();
  });

  it('of a unit or a phrase is itself where there is no other', () => {
    expect(unitIn(catalogue, 'fr', 'g/kg')).toBe('g/kg');
    expect(phraseIn(catalogue, 'ru', 'Member States')).toBe('Member States');
  });

  it('says of the framework what the language has words for', () => {
    const { name, description, code } = frameworkIn(catalogue, 'fr');
    expect([code, name]).toEqual(['green-harbour', 'Un port vert']);
    expect(description).toBe(catalogue.framework.description);
  });
});
