import { acceptsGzip, languageOf, pageHeaders } from '../../../src/dashboard/page-headers.js';

describe('pageHeaders', () => {
  it('allow nothing but our own files, and nothing inline', () => {
    const policy = pageHeaders('en')['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
  });
});

describe('acceptsGzip', () => {
  it.each([
    ['gzip, deflate, br', true],
    ['br;q=1.0, GZIP;q=0.8', true],
    ['*', true],
    ['gzip;q=0, br', false],
    ['gzip; q=0.0, *', false],
    ['*;q=0', false],
    ['br', false],
    ['xgzip', false],
    ['', false],
    [undefined, false],
  ])('of %j is %j', (header, accepted) => {
    expect(acceptsGzip(header)).toBe(accepted);
  });
});

describe('languageOf', () => {
  it('is the first part of the address, where it is a language we speak', () => {
    expect(languageOf({ url: '/en/countries?x=/fr/' })).toBe('en');
    expect(languageOf({ url: '/en?x' })).toBe('en');
    expect(languageOf({ url: '/tlh/countries' })).toBe('en');
    expect(languageOf({ url: '/' })).toBe('en');
  });
});
