import { areaName } from '../../../src/language/area-name.js';

const KENYA = { code: 'KEN', name: 'Kenya' };

describe('the name of a country', () => {
  it('is said in the language of the reader', () => {
    const names = ['ar', 'es', 'fr', 'ru', 'zh'].map((language) => areaName(language, KENYA));
    expect(names).toEqual(['كينيا', 'Kenya', 'Kenya', 'Кения', '肯尼亚']);
  });

  it.each([
    ['TUR', 'fr', 'Türkiye'],
    ['CIV', 'es', 'Côte d’Ivoire'],
    ['CZE', 'fr', 'Tchéquie'],
    ['SWZ', 'ar', 'إسواتيني'],
    ['MKD', 'ru', 'Северная Македония'],
    ['CPV', 'fr', 'Cabo Verde'],
    ['VNM', 'es', 'Viet Nam'],
    ['MDA', 'fr', 'République de Moldova'],
    ['BOL', 'fr', 'Bolivie (État plurinational de)'],
    ['NLD', 'es', 'Países Bajos (Reino de los)'],
    ['PSE', 'es', 'Estado de Palestina'],
    ['RUS', 'ar', 'الاتحاد الروسي'],
    ['KOR', 'zh', '大韩民国'],
    ['CHN', 'ru', 'Китай'],
    ['USA', 'ru', 'Соединенные Штаты Америки'],
    ['COG', 'zh', '刚果'],
    ['COD', 'zh', '刚果民主共和国'],
  ])('is the one the United Nations use for %s in %s: %s', (code, language, name) => {
    expect(areaName(language, { code, name: 'other' })).toBe(name);
  });

  it('is that of the catalogue in English, and where no other is known', () => {
    expect(areaName('en', { code: 'TUR', name: 'Türkiye' })).toBe('Türkiye');
    expect(areaName('fr', { code: 'XKX', name: 'Somewhere' })).toBe('Somewhere');
    expect(areaName('xx', KENYA)).toBe('Kenya');
  });
});
