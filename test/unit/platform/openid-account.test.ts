import { readOpenIdAccount } from '../../../src/platform/openid-account.js';

describe('readOpenIdAccount', () => {
  it('finds none where nothing is set', () => {
    expect(readOpenIdAccount(undefined, undefined, undefined)).toBeUndefined();
  });

  it.each(['https://id.example.org', 'https://id.example.org/realms/progress', 'http://127.0.0.1:8080'])(
    'takes the issuer %s',
    (issuer) => {
      expect(readOpenIdAccount(issuer, 'progress', undefined)).toEqual({ issuer, clientId: 'progress' });
    },
  );

  it.each([
    'http://id.example.org',
    'http://localhost.example.org',
    'https://a:b@id.example.org',
    'https://id.example.org/?tenant=1',
    'https://id.example.org/#x',
    'id.example.org',
  ])('refuses the issuer %s', (issuer) => {
    expect(() => readOpenIdAccount(issuer, 'progress', undefined)).toThrow(`IWW_OIDC_ISSUER is "${issuer}"`);
  });

  it('names what is missing, and repeats no secret', () => {
    expect(() => readOpenIdAccount('https://id.example.org', undefined, 'hunter2')).toThrow(
      /^(?!.*hunter2).*IWW_OIDC_CLIENT_ID must be/,
    );
    expect(() => readOpenIdAccount(undefined, 'progress', 'hunter2')).toThrow(
      /^(?!.*hunter2).*IWW_OIDC_ISSUER must be/,
    );
  });
});
