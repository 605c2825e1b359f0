import { languageOf, pageHeaders } from '../../../src/dashboard/page-headers.js';

describe('pageHeaders', () => {
  it('allow nothing but our own files, and nothing inline', () => {
    const policy = pageHeaders('en')['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
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
