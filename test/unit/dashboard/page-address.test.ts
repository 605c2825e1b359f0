import { chosenLanguage } from '../../../src/dashboard/chosen-language.js';
import { belowLanguage, inLanguage } from '../../../src/dashboard/page-address.js';

describe('an address in another language', () => {
  it.each([
    ['/en', '/ar/'],
    ['/en/', '/ar/'],
    ['/en/countries/KEN', '/ar/countries/KEN'],
    ['/en/compare?area=KEN&area=BRA', '/ar/compare?area=KEN&area=BRA'],
    ['/en/countries/KEN?release=2026-1&indicator=UI_NETUSE', '/ar/countries/KEN?indicator=UI_NETUSE'],
    ['/en/countries/KEN?asOf=3', '/ar/countries/KEN'],
    ['/en/search?q=%D8%A7', '/ar/search?q=%D8%A7'],
  ])('of %s is %s: the question stays, the moment is added again by the page', (from, to) => {
    expect(inLanguage(belowLanguage(from), 'ar')).toBe(to);
  });
});

describe('a chosen language', () => {
  const chosen = (url: string, referer?: string): string | undefined =>
    chosenLanguage({ url, host: 'progress.example.org', headers: referer === undefined ? {} : { referer } });

  it('is that of a page one comes to from another language of the same site', () => {
    expect(chosen('/fr/about', 'https://progress.example.org/en/about')).toBe('fr');
  });

  it.each([
    ['/fr/about', undefined],
    ['/fr/about', 'not an address'],
    ['/fr/about', 'https://progress.example.org/fr/'],
    ['/fr/about', 'https://progress.example.org/api/docs'],
    ['/fr/about', 'https://example.org/en/about'],
    ['/fr/embed/trend', 'https://progress.example.org/en/about'],
  ])('is none at %s from %s', (url, referer) => {
    expect(chosen(url, referer)).toBeUndefined();
  });
});
