import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { AccessService } from '../../src/access/access.service.js';
import { SENDING } from '../e2e/keys.js';
import { CLIENT, startOpenIdProvider, type OpenIdProvider } from '../support/openid-provider.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { describeInBrowser, openBrowser } from './browser.js';
import { missedByTab } from './missed-by-tab.js';
import { Visit } from './visit.js';

const PAGES = [
  'administration',
  'administration/communities',
  `administration/communities/${SENDING}`,
  'administration/contributors',
  'administration/contributors/1',
  'administration/contributors/1/erasure',
  'administration/keys',
  'administration/keys/1',
  'audit',
  'account',
];

describeInBrowser('the pages of administrators, and of everybody about themselves', () => {
  let provider: OpenIdProvider;
  let running: RunningApp;
  let browser: Browser;

  beforeAll(async () => {
    provider = await startOpenIdProvider();
    const environment = {
      IWW_OIDC_ISSUER: provider.issuer,
      IWW_OIDC_CLIENT_ID: CLIENT.id,
      IWW_OIDC_CLIENT_SECRET: CLIENT.secret,
    };
    running = await startApp({ environment });
    browser = await openBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await running.close();
    await provider.stop();
  });

  async function stranger(language: string): Promise<Visit> {
    return new Visit(await (await browser.newContext()).newPage(), running.url, language);
  }
  async function administratorIn(language: string): Promise<Visit> {
    const visit = await stranger(language);
    const request = { globalRoles: ['administrator'], name: 'Ada' };
    await visit.signIn((await running.app.get(AccessService).createKey(request)).key);
    return visit;
  }

  it.each(['en', 'ar'])(
    'can be read by everybody: %s',
    async (language) => {
      const visit = await administratorIn(language);
      for (const path of PAGES) await visit.open(path, path);
      expect(visit.faults).toEqual([]);
    },
    120_000,
  );

  it('can be read with what went wrong and what was made', async () => {
    const visit = await administratorIn('ar');
    const { page } = visit;
    await visit.open('administration/keys');
    await page.fill('#name', 'Kofi');
    await visit.press('form:has(#name) button', 'keys-refused');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('fault');
    await page.check('#roles input[value=auditor]');
    await visit.press('form:has(#name) button', 'key-made');
    expect(await page.locator('.secret').textContent()).toMatch(/^iww_[\w-]{43}$/);
    await visit.open('audit');
    await visit.press('form[action$="/verification"] button', 'audit-verified');
    expect(visit.faults).toEqual([]);
  }, 120_000);

  it('lead to the provider and back, with form and link, under the rules of a strict page', async () => {
    const visit = await administratorIn('en');
    const { page } = visit;
    await visit.open('account');
    await page.click('form[action$="/account/identities"] button');
    await page.waitForURL('**/en/account');
    await page.waitForSelector('form[action$="/removal"]');
    expect(await page.locator('form[action*="/identities/"]').count()).toBe(1);
    const other = await stranger('en');
    await other.open('sign-in', 'sign-in');
    await other.page.click('a[href*="/sign-in/openid"]');
    await other.page.waitForURL('**/en/submissions');
    provider.somebody = 'somebody-else';
    const unknown = await stranger('ar');
    await unknown.open('sign-in/openid', 'link-identity');
    expect(await unknown.page.locator('#key').count()).toBe(1);
    expect([...other.faults, ...unknown.faults]).toEqual([]);
  }, 120_000);

  it('lead by keyboard to every control', async () => {
    const visit = await administratorIn('en');
    for (const path of [`administration/communities/${SENDING}`, 'administration/keys', 'audit', 'account']) {
      await visit.open(path);
      expect([path, await missedByTab(visit.page)]).toEqual([path, []]);
    }
  }, 120_000);

  it('stay within 30 KB of HTML, gzipped, and need no script', async () => {
    const visit = await administratorIn('en');
    for (const path of PAGES) {
      await visit.open(path);
      const html = await visit.page.content();
      expect([path, gzipSync(html).length < 30_000, html.includes('<script')]).toEqual([path, true, false]);
    }
  }, 120_000);
});
