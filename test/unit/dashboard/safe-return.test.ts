import { safeReturn } from '../../../src/dashboard/safe-return.js';
import { wordsOf } from '../../../src/dashboard/words.js';

const words = wordsOf('en');

describe('where somebody goes after signing in', () => {
  it.each([
    '/en/contribute?country=KEN&issue=ACCESS',
    '/en/submissions/0123456789abcdef0123456789abcdef',
    '/en/notices',
  ])('is the page they came from: %s', (address) => {
    expect(safeReturn(address, words)).toBe(address);
  });

  it.each([
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/en//evil.example',
    '/en/\\evil.example',
    '/en/@evil.example',
    '/en/x\r\nset-cookie: a=b',
    '/en/x\n',
    'javascript:alert(1)',
    '/api/v1/keys#x',
    '/en/sign-out',
    '/en/sign-in?to=/en/sign-in',
    `/en/${'a'.repeat(500)}`,
    '/en/x#fragment',
    '/en/x?to=//evil.example',
  ])('is their list when it is no page of ours: %j', (address) => {
    expect(safeReturn(address, words)).toBe('/en/submissions');
  });
});
