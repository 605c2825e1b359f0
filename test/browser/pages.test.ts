import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startApp, type RunningApp } from '../support/running-app.js';
import { describeInBrowser, openBrowser } from './browser.js';

const pages = [
  '/en/',
  '/en/countries',
  '/en/countries/KEN',
  '/en/countries/FRA?indicator=UI_COV4G',
  '/en/issues',
  '/en/issues/ACCESS',
  '/en/issues/AI',
  '/en/indicators',
  '/en/indicators/UI_NETUSE?area=KEN&area=BRA',
  '/en/method',
];

describeInBrowser('the pages in a browser', () => {
  let app: RunningApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await startApp();
    browser = await openBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  /** Opens a page and hands it over with what went wrong on it and whom it asked. */
  async function visit(
    path: string,
    options: BrowserContextOptions,
    look: (page: Page, seen: { readonly faults: string[]; readonly requests: string[] }) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const seen = { faults: [] as string[], requests: [] as string[] };
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) seen.faults.push(message.text());
    });
    page.on('pageerror', (error) => seen.faults.push(error.message));
    page.on('request', (request) => seen.requests.push(request.url()));
    try {
      await page.goto(app.url + path, { waitUntil: 'networkidle' });
      await look(page, seen);
    } finally {
      await context.close();
    }
  }

  it.each(pages.flatMap((path) => [320, 1280].map((width) => [path, width] as const)))(
    '%s fits %d pixels, without an error and without a third party',
    async (path, width) => {
      await visit(path, { viewport: { width, height: 800 } }, async (page, { faults, requests }) => {
        const tooWide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
        expect(tooWide).toBeLessThanOrEqual(0);
        expect(faults).toEqual([]);
        expect(requests.filter((url) => !url.startsWith(`${app.url}/`))).toEqual([]);
      });
    },
  );

  it('draws the charts of a country, in light and in dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await visit('/en/countries/KEN', { colorScheme }, async (page) => {
        const coloursOfEach =
          await page.evaluate(`[...document.querySelectorAll('iww-trend canvas')].map((canvas) => {
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          return new Set(new Uint32Array(data.buffer)).size;
        })`);
        expect((coloursOfEach as number[]).length).toBeGreaterThanOrEqual(4);
        for (const colours of coloursOfEach as number[]) expect(colours).toBeGreaterThan(10);
      });
    }
  });

  it('lets the arrow keys walk through the figures of a chart', async () => {
    await visit('/en/countries/KEN', {}, async (page) => {
      const canvas = page.locator('#indicator iww-trend canvas');
      const before = await canvas.screenshot();
      await canvas.focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(200);
      expect((await canvas.screenshot()).equals(before)).toBe(false);
    });
  });

  it('shows pictures, forms and numbers without script', async () => {
    await visit('/en/countries/KEN', { javaScriptEnabled: false }, async (page) => {
      const picture = page.locator('#indicator img');
      await picture.scrollIntoViewIfNeeded();
      await page.waitForLoadState('networkidle');
      expect(await picture.getAttribute('alt')).toMatch(/Kenya/);
      expect((await picture.boundingBox())?.height).toBeGreaterThan(100);
      const drawing = await fetch(app.url + String(await picture.getAttribute('src')));
      expect([drawing.status, drawing.headers.get('content-type')]).toEqual([
        200,
        expect.stringContaining('image/svg+xml'),
      ]);
      await page.selectOption('#choice', 'UI_COV4G');
      await page.click('#indicator button');
      expect(page.url()).toMatch(/\?indicator=UI_COV4G#indicator$/);
      expect(await page.locator('#indicator figcaption strong').textContent()).toMatch(/4G/);
    });
  });

  it('finds a country from the front page without script', async () => {
    await visit('/en/', { javaScriptEnabled: false }, async (page) => {
      await page.fill('#country', 'brazil');
      await page.click('form.search button');
      expect(new URL(page.url()).pathname).toBe('/en/countries/BRA');
    });
  });

  it('leads from a number to its source and submission in two clicks', async () => {
    await visit('/en/countries/KEN', { javaScriptEnabled: false }, async (page) => {
      await page.click('.lines td a');
      expect(await page.locator('main').textContent()).toMatch(/Organisation.*Submission/s);
      await page.click('a[href^="/en/submissions/"]');
      expect(await page.locator('main').textContent()).toMatch(/Published figures sent/);
    });
  });

  it('loads a script only where there are charts', async () => {
    for (const path of ['/en/', '/en/countries', '/en/issues/ACCESS', '/en/method']) {
      await visit(path, {}, (_, { requests }) => {
        expect([path, requests.filter((url) => url.endsWith('.js'))]).toEqual([path, []]);
        return Promise.resolve();
      });
    }
  });

  it('stays within its limits: HTML 30 KB, style 12 KB, script 75 KB, gzipped', async () => {
    const html = await (await fetch(`${app.url}/en/countries/KEN`)).text();
    const weight = async (path = ''): Promise<number> =>
      gzipSync(Buffer.from(await (await fetch(app.url + path)).arrayBuffer())).length;
    expect(gzipSync(html).length).toBeLessThan(30_000);
    expect(await weight(/href="(\/assets\/style[^"]+)"/.exec(html)?.[1])).toBeLessThan(12_000);
    expect(await weight(/src="(\/assets\/trend[^"]+)"/.exec(html)?.[1])).toBeLessThan(75_000);
  });
});
