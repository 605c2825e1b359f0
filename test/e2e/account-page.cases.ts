import { AccessService } from '../../src/access/access.service.js';
import { PageReader } from '../support/page-reader.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { SENDING } from './keys.js';

type KeyRequest = Parameters<AccessService['createKey']>[0];

describe('the account page', () => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await startApp();
  }, 120_000);
  afterAll(() => running.close());

  async function signedIn(key: string): Promise<PageReader> {
    const reader = new PageReader(running.url);
    await reader.signIn(key);
    return reader;
  }
  const newKey = async (request: Partial<KeyRequest> = {}): Promise<string> => {
    const asked = { community: SENDING, roles: ['submitter'], name: 'Kofi, ministry laptop', ...request };
    return (await running.app.get(AccessService).createKey(asked)).key;
  };

  it('says who somebody is here, what they may do, for which countries and until when', async () => {
    const page = await (await signedIn(await newKey({ areas: ['KEN', 'UGA'] }))).open('/en/account');
    expect(page.text).toContain('Kofi, ministry laptop in force until');
    expect(page.text).toContain('African IGF sends figures');
    expect(page.text).toContain('KEN and UGA');
    expect(page.text).not.toContain('Ask an administrator for another in time');
  });

  it('announces for 14 days that the key ends', async () => {
    const page = await (await signedIn(await newKey({ expiresInDays: 13 }))).open('/en/account');
    expect(page.text).toContain('Ask an administrator for another in time');
  });

  it('lists where somebody is signed in, and signs them out everywhere', async () => {
    const key = await newKey();
    const [here, there, stranger] = [
      await signedIn(key),
      await signedIn(key),
      await signedIn(await newKey()),
    ];
    const page = await here.open('/en/account');
    expect(page.html.match(/<tr>/g)).toHaveLength(3);
    expect(page.text.match(/here, now/g)).toHaveLength(1);
    expect((await here.send(page, '/account/sessions/removal')).path).toBe('/en/sign-in');
    const paths = [here, there, stranger].map(async (one) => (await one.open('/en/submissions')).path);
    expect(await Promise.all(paths)).toEqual([
      '/en/sign-in?to=%2Fen%2Fsubmissions',
      '/en/sign-in?to=%2Fen%2Fsubmissions',
      '/en/submissions',
    ]);
  });

  it('offers no account elsewhere where none can be used', async () => {
    const page = await (await signedIn(await newKey())).open('/en/account');
    expect(page.html).not.toContain('/account/identities');
    expect((await new PageReader(running.url).open('/en/sign-in')).html).not.toContain('/sign-in/openid');
    const refused = await new PageReader(running.url).open('/en/sign-in/openid');
    expect([refused.status, refused.html.includes('id="key"')]).toEqual([404, true]);
  });

  it('is for whoever signed in alone', async () => {
    expect((await new PageReader(running.url).open('/ar/account')).path).toBe(
      '/ar/sign-in?to=%2Far%2Faccount',
    );
  });
});
