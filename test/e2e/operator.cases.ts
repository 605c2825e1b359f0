import { startApp, type RunningApp } from '../support/running-app.js';

describe('what the operator sets', () => {
  const CONTACT = 'https://example.org/security';

  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp({
      environment: {
        IWW_SECURITY_CONTACT: CONTACT,
        IWW_OPERATOR_NAME: 'Example <Foundation>',
        IWW_OPERATOR_URL: 'https://example.org',
        IWW_OPERATOR_DISCLAIMER: 'These are not our views.',
        IWW_OPERATOR_LOGO: 'src/dashboard/icon.svg',
        IWW_CONTACT: 'help@example.org',
      },
    });
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

  describe('who runs the installation', () => {
    const read = async (path: string): Promise<string> => (await fetch(`${app.url}${path}`)).text();

    it('is told at the foot of pages, on the page about the service, and beside embedded charts', async () => {
      for (const path of ['/en/glossary', '/en/about']) {
        const html = await read(path);
        expect(html).toContain('<a href="https://example.org">Example &lt;Foundation></a>');
        expect(html).toContain('These are not our views.');
        expect(html).not.toContain('An independent service');
      }
      expect(await read('/en/embed/trend?area=KEN&node=P2')).toContain('<bdi>Example &lt;Foundation></bdi>');
    });

    it('is who the accessibility statement and the code of conduct lead to', async () => {
      for (const path of ['/en/accessibility', '/ar/conduct']) {
        expect(await read(path)).toContain('<a href="mailto:help@example.org">');
      }
    });

    it('shows a logo from the installation itself, for ever, that runs nothing', async () => {
      const [, address = ''] = /<img class="logo" src="([^"]+)"/.exec(await read('/en/about')) ?? [];
      const answer = await fetch(app.url + address);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
      expect(answer.headers.get('cache-control')).toContain('immutable');
      expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    });
  });
});
