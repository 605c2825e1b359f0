import { startApp, type RunningApp } from '../support/running-app.js';

const CONTACT = 'https://example.org/security';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp({ environment: { IWW_SECURITY_CONTACT: CONTACT } });
}, 120_000);
afterAll(() => app.close());

describe('/.well-known/security.txt', () => {
  it('names the contact of the operator, for a while and not for ever', async () => {
    const answer = await fetch(`${app.url}/.well-known/security.txt`);
    const text = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(answer.headers.get('cache-control')).toBe('max-age=86400');
    expect(text).toContain(`Contact: ${CONTACT}\n`);
    const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
    expect(expires).toBeGreaterThan(Date.now());
    expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000);
  });
});
