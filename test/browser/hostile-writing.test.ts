import type { Browser, BrowserContext, Page } from 'playwright-core';
import { AccessService } from '../../src/access/access.service.js';
import { RouteTable } from '../../src/api/edge/route-table.js';
import { REVIEWING, SENDING } from '../e2e/keys.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { unguarded } from '../support/unguarded.js';
import { describeInBrowser, openBrowser } from './browser.js';
import { Visit } from './visit.js';

/** Would run in any place where it is taken for more than text. */
const HARM =
  `"'></textarea></title></script>--><img src=//evil.example/x onerror=harmed()>` +
  `<script>harmed()</script><svg/onload=harmed()><a href=javascript:harmed()>x</a>{{harmed()}}\${harmed()}`;
const HEADS = ['country', 'indicator', 'year', 'value', 'source', 'evidence', 'note'];

describeInBrowser('what people write, in a browser', () => {
  let running: RunningApp;
  let browser: Browser;
  let sender: Visit;
  let reviewer: Visit;
  const wrong: string[] = [];

  /** Notes what ran, what was held back by the page's policy, and who else was asked. */
  async function watched(): Promise<BrowserContext> {
    const context = await browser.newContext();
    await context.exposeFunction('harmed', () => wrong.push('it ran'));
    context.on('page', (page) => {
      page.on('dialog', (dialog) => wrong.push(dialog.message()));
      page.on('console', (message) => {
        if (/Content Security Policy|Refused/.test(message.text()))
          wrong.push(`${page.url()} ${message.text()}`);
      });
    });
    context.on('request', (request) => {
      if (new URL(request.url()).origin !== running.url) wrong.push(request.url());
    });
    return context;
  }

  beforeAll(async () => {
    running = await startApp();
    browser = await openBrowser();
    const access = running.app.get(AccessService);
    const signedIn = async (community: string, role: 'submitter' | 'reviewer'): Promise<Visit> => {
      const visit = new Visit(await (await watched()).newPage(), running.url, 'en');
      await visit.signIn((await access.createKey({ community, roles: [role], name: HARM })).key);
      return visit;
    };
    await unguarded(running.database.dataSource, `UPDATE community SET name = name || $2 WHERE code = $1`, [
      SENDING,
      HARM,
    ]);
    sender = await signedIn(SENDING, 'submitter');
    reviewer = await signedIn(REVIEWING, 'reviewer');
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await running.close();
  });

  /** Nothing of a page is written into its marks. */
  const inlineIn = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() => {
      const found = [...document.querySelectorAll('*')].filter((element) => {
        const names = element.getAttributeNames();
        const link = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
        const isInlineScript =
          element.localName === 'script' &&
          !element.hasAttribute('src') &&
          !['application/json', 'application/ld+json'].includes(element.getAttribute('type') ?? '');
        return (
          isInlineScript ||
          element.localName === 'style' ||
          (element.localName !== 'canvas' && names.includes('style')) ||
          names.some((name) => name.startsWith('on')) ||
          /^\s*(javascript|data|vbscript):/i.test(link)
        );
      });
      return found.map((element) => element.outerHTML.slice(0, 200));
    });

  it('runs nowhere, loads nothing, and breaks no page', async () => {
    const rows = [
      ['KEN', 'UI_NETUSE', '2024', '61.5', HARM, 'https://evil.example/"><script>harmed()</script>', HARM],
      ['KEN', 'UI_NETUSE', '2023', '60.5', `Survey ${HARM}`, 'https://evil.example/x', HARM],
      [HARM, 'UI_NETUSE', '2023', '60', HARM, 'javascript:harmed()', HARM],
      ['KEN', HARM, HARM, HARM, HARM, 'data:text/html,<script>harmed()</script>', HARM],
    ];
    await sender.upload([HEADS, ...rows], `${HARM.slice(0, 80)}.csv`);
    const { receipt } = sender;
    expect(await inlineIn(sender.page)).toEqual([]);
    expect(await sender.page.textContent('main')).toContain('harmed()');
    await sender.step('send');
    await reviewer.open(`review/${receipt}`);
    expect(await inlineIn(reviewer.page)).toEqual([]);
    await reviewer.decide('return', HARM);
    await sender.open(`submissions/${receipt}`);
    expect(await inlineIn(sender.page)).toEqual([]);
    for (const path of ['submissions', 'notices', 'contribute', `sign-in?to=${encodeURIComponent(HARM)}`]) {
      await sender.open(path);
      expect([path, await inlineIn(sender.page)]).toEqual([path, []]);
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('is no part of any page, and no page asks anybody else', async () => {
    const page = await (await watched()).newPage();
    const paths = running.app
      .get(RouteTable)
      .all()
      .filter(
        ({ method, path }) =>
          method === 'GET' && /^\/(en|ar)(\/|$)/.test(path) && !/progress|\.csv|\*|openid/.test(path),
      )
      .map(({ path }) =>
        path.replaceAll(/:\w+/g, (name) => ({ ':iso3': 'KEN', ':area': 'KEN' })[name] ?? 'x'),
      );
    expect(paths.length).toBeGreaterThan(40);
    for (const path of [
      ...paths,
      '/en/countries/KEN',
      '/en/indicators/UI_NETUSE',
      '/api/docs',
      '/problems/internal',
    ]) {
      await page.goto(running.url + path);
      expect([path, await inlineIn(page)]).toEqual([path, []]);
    }
    expect(wrong).toEqual([]);
  }, 240_000);
});
