import { findArea } from '../../../src/dashboard/find-area.js';
import { wordsOf } from '../../../src/language/words.js';

const areas = [
  { code: 'CIV', name: 'Côte d’Ivoire' },
  { code: 'DEU', name: 'Germany' },
];
const found = (wish: string, language = 'en') => findArea(wish, areas, wordsOf(language))?.code;

describe('findArea', () => {
  it('knows an area by its code, its English name and its name on the page', () => {
    expect([found('deu'), found('GERMANY'), found('Allemagne', 'fr')]).toEqual(['DEU', 'DEU', 'DEU']);
  });

  it('does not mind accents, and takes nothing for a part of a name', () => {
    expect([found('cote d’ivoire'), found('Ger'), found('')]).toEqual(['CIV', undefined, undefined]);
  });
});
