import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startApp, type RunningApp } from '../support/running-app.js';
import { accessibilityFaults } from './accessibility-faults.js';
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
  '/en/indicators/CA_UNDERSERVED',
  '/en/principles/P2',
  '/en/commitments',
  '/en/commitments/GDC-11b',
  '/en/regions/UN-AFRICAN',
  '/en/communities',
  '/en/communities/brazil-igf',
  '/en/method',
  '/en/method/level',
  '/en/method/edge-cases',
  '/en/method/uncertainty',
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

  it.each([...pages, '/en/countries?name=Atlantis'])(
    '%s can be read wide and narrow, light and dark, without an error and without a third party',
    async (path) => {
      for (const options of [
        { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
        { colorScheme: 'dark', viewport: { width: 320, height: 800 } },
      ] as const) {
        await visit(path, options, async (page, { faults, requests }) => {
          expect(await accessibilityFaults(page)).toEqual([]);
          expect(faults).toEqual([]);
          expect(requests.filter((url) => !url.startsWith(`${app.url}/`))).toEqual([]);
        });
      }
    },
  );

  it.each(['/en/', '/en/countries/KEN', '/en/indicators/UI_NETUSE?area=KEN', '/en/countries/KEX'])(
    '%s can be read without script',
    async (path) => {
      const options = { javaScriptEnabled: false, viewport: { width: 320, height: 800 } };
      await visit(path, options, async (page) => {
        expect(await accessibilityFaults(page)).toEqual([]);
      });
    },
  );

  it('has its reading faults found: a page with one of each', async () => {
    await visit('/en/method', {}, async (page) => {
      await page.goto('about:blank');
      await page.setContent(`<main><h1>One</h1><h3 id="a">Three</h3><p id="a">faint <a href="#b">c</a></p>
        <table><tr><th>d</th></tr></table><ul><p>e</p></ul><img src="x"><svg></svg><button></button><input></main>`);
      await page.addStyleTag({
        content: 'p { color: #999 } a { text-decoration: none } main { width: 200vw }',
      });
      const faults = (await accessibilityFaults(page)).join(' | ');
      for (const fault of [
        /no language/,
        /no title/,
        /0 of nav/,
        /skips a level/,
        /id a is given twice/,
        /points to nothing/,
        /lacks a caption/,
        /lacks column heads/,
        /lacks its scope/,
        /holds other things/,
        /has no name: <img/,
        /has no name: <svg/,
        /has no name: <button/,
        /told by its colour alone/,
        /field lacks a label/,
        /is too faint/,
        /scrolled sideways/,
      ]) {
        expect(faults).toMatch(fault);
      }
    });
  });

  it('leads by keyboard past the navigation, and shows where one is', async () => {
    await visit('/en/countries/KEN', {}, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.querySelector("main").contains(document.activeElement)')).toBe(
        true,
      );
      for (let step = 0; step < 12; step += 1) {
        const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
        expect(outline).not.toBe('none');
        await page.keyboard.press('Tab');
      }
    });
  });

  it('prints a dark page dark on light, its charts within their place', async () => {
    await visit('/en/countries/KEN', { colorScheme: 'dark' }, async (page) => {
      const ground = (): Promise<unknown> =>
        page.evaluate(`(() => {
          const canvas = document.querySelector('#indicator canvas');
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          const inked = [...Array(data.length / 4).keys()].filter((at) => data[at * 4 + 3] === 255);
          return inked.filter((at) => data[at * 4] + data[at * 4 + 1] + data[at * 4 + 2] > 600).length;
        })()`);
      expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
        'rgb(20, 23, 26)',
      );
      const screen = await ground();
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 600, height: 800 });
      await page.waitForTimeout(300);
      expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
        'rgb(255, 255, 255)',
      );
      expect(await ground()).not.toBe(screen);
      const overlaps = await page.evaluate(`[...document.querySelectorAll('figure')].filter((figure) => {
        const chart = figure.querySelector('canvas');
        return chart && chart.getBoundingClientRect().bottom > figure.querySelector('.notes').getBoundingClientRect().top;
      }).length`);
      expect(overlaps).toBe(0);
    });
  });

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
      const drawing = (): Promise<string> =>
        canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
      const before = await drawing();
      await canvas.focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(200);
      expect(await drawing()).not.toBe(before);
      const said = await page.locator('#indicator iww-trend [role="status"]').textContent();
      const row = page.locator('#indicator table tbody tr').nth(1);
      const [year = '', ...words] = await row.locator('th, td').allTextContents();
      expect(said).toBe(`${year}: ${words.filter((word) => word !== '').join(', ')}`);
      await page.keyboard.press('Tab');
      await page.waitForTimeout(200);
      expect(await drawing()).toBe(before);
    });
  });

  it('shows pictures, forms and numbers without script', async () => {
    await visit('/en/countries/KEN', { javaScriptEnabled: false }, async (page) => {
      const picture = page.locator('#indicator img');
      await picture.scrollIntoViewIfNeeded();
      await page.waitForLoadState('networkidle');
      expect(await picture.getAttribute('alt')).toMatch(/Kenya/);
      const { width = 0, height = 0 } = (await picture.boundingBox()) ?? {};
      expect(width / height).toBeCloseTo(720 / 320, 1);
      expect(width).toBeGreaterThan(600);
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
      expect(await page.locator('main').textContent()).toMatch(/rows from Published figures/);
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
