import { findCountries } from '../../../src/dashboard/find-countries.js';

const countries = [
  { code: 'CIV', name: 'Côte d’Ivoire' },
  { code: 'GIN', name: 'Guinea' },
  { code: 'GNB', name: 'Guinea-Bissau' },
  { code: 'PNG', name: 'Papua New Guinea' },
];
const found = (search: string) => findCountries(search, countries).map(({ code }) => code);

describe('findCountries', () => {
  it('finds the one with that name, though others contain it', () => {
    expect(found('guinea')).toEqual(['GIN']);
  });

  it('finds the one with that code', () => {
    expect(found('gnb')).toEqual(['GNB']);
  });

  it('finds all whose name contains the text, in their order', () => {
    expect(found('guin')).toEqual(['GIN', 'GNB', 'PNG']);
  });

  it('does not mind accents', () => {
    expect(found('cote d')).toEqual(['CIV']);
  });

  it('finds nobody for what nobody is called', () => {
    expect(found('atlantis')).toEqual([]);
  });
});
