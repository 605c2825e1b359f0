import { direction, languages, preferredLanguage } from '../../../src/language/language.js';
import { translate } from '../../../src/language/translate.js';

describe('translate', () => {
  it('fills placeholders and chooses plural forms', () => {
    expect(translate('en', 'search.count', { count: 1, query: 'chad' })).toBe('One result for “chad”');
    expect(translate('en', 'search.count', { count: 1200, query: 'x' })).toBe('1,200 results for “x”');
  });

  it('keeps what is filled in as it is, markup and braces too', () => {
    expect(translate('en', 'search.count', { count: 2, query: '<b>{x}</b>' })).toContain('“<b>{x}</b>”');
  });

  it('falls back to English for a language that lacks the key', () => {
    expect(translate('xx', 'nav.countries')).toBe('Countries');
  });

  it('refuses a key that no language has', () => {
    expect(() => translate('en', 'nothing.of.the.kind')).toThrow(RangeError);
  });

  it('refuses a message whose placeholder has no value', () => {
    expect(() => translate('en', 'search.count', { count: 1 })).toThrow(RangeError);
  });
});

describe('languages', () => {
  it('are those with messages', () => {
    expect(languages).toContain('en');
  });
});

describe('direction', () => {
  it('is right to left for Arabic, with or without a region, and left to right for the others', () => {
    expect([direction('ar'), direction('ar-EG'), direction('en'), direction('zh')]).toEqual([
      'rtl',
      'rtl',
      'ltr',
      'ltr',
    ]);
  });
});

describe('preferredLanguage', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['xx, en-GB;q=0.8', 'en'],
    ['en;q=0, *', 'en'],
    ['x'.repeat(10_000), 'en'],
  ])('takes the first language of %s that has messages', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
