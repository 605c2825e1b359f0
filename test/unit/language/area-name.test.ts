import { areaName } from '../../../src/language/area-name.js';

const KENYA = { code: 'KEN', name: 'Kenya' };

describe('the name of a country', () => {
  it('is said in the language of the reader', () => {
    const names = ['ar', 'es', 'fr', 'ru', 'zh'].map((language) => areaName(language, KENYA));
    expect(names).toEqual(['كينيا', 'Kenia', 'Kenya', 'Кения', '肯尼亚']);
  });

  it('is that of the catalogue in English, and where no other is known', () => {
    expect(areaName('en', { code: 'TUR', name: 'Türkiye' })).toBe('Türkiye');
    expect(areaName('fr', { code: 'XKX', name: 'Somewhere' })).toBe('Somewhere');
    expect(areaName('xx', KENYA)).toBe('Kenya');
  });
});
