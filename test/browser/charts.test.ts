import { gzipSync } from 'node:zlib';
import papaparse from 'papaparse';
import type { Browser, Locator, Page } from 'playwright-core';
import { startApp, type RunningApp } from '../support/running-app.js';
import { describeInBrowser, openBrowser } from './browser.js';

const COUNTRY = '/en/countries/KEN?indicator=UI_NETUSE';
const INDICATOR = '/en/indicators/UI_NETUSE?area=KEN';
/** Where a chart of each kind stands. */
const PLACES = {
  trend: COUNTRY,
  profile: COUNTRY,
  status: COUNTRY,
  distribution: INDICATOR,
  map: INDICATOR,
} as const;
type Kind = keyof typeof PLACES;
const kinds = Object.keys(PLACES) as Kind[];

/** Gzipped bytes that a page may load as script, all of its charts drawn. */
const MOST_SCRIPT = 75_000;
const MOST_SCRIPT_WITH_MAP = 120_000;

describeInBrowser('charts in a browser', () => {
  let app: RunningApp;
  let browser: Browser;
  let page: Page;
  let requests: string[] = [];
  let faults: string[] = [];

  beforeAll(async () => {
    app = await startApp();
    browser = await openBrowser();
    for (const path of new Set(Object.values(PLACES))) await fetch(app.url + path);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(25_000);
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
  }, 120_000);

  afterEach(async () => {
    expect(faults).toEqual([]);
    [faults, requests] = [[], []];
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  /** Opens a page where a kind of chart stands, and waits until it is drawn. */
  async function openChart(kind: Kind, path: string = PLACES[kind]): Promise<Locator> {
    await page.goto(app.url + path);
    return drawnChart(kind);
  }

  async function drawnChart(kind: Kind): Promise<Locator> {
    await page.locator('details.pictures').evaluate((details: HTMLDetailsElement) => {
      details.open = true;
    });
    const figure = page.locator(`figure.chart-${kind}`).last();
    await figure.locator('iww-chart').scrollIntoViewIfNeeded();
    await figure.locator('canvas').waitFor();
    return figure;
  }

  /** Cells of the table of a figure, which is opened for that. */
  async function tableOf(figure: Locator): Promise<string[][]> {
    const twin = figure.locator('[data-twin]');
    if ((await twin.getAttribute('open')) === null) await twin.locator('summary').click();
    await twin.locator('tbody tr').first().waitFor();
    return twin
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
  }

  async function savedRows(figure: Locator): Promise<Record<string, string>[]> {
    const link = figure.getByRole('link', { name: 'CSV' });
    const address = await link.evaluate((element: HTMLAnchorElement) => element.href);
    const text = await (await fetch(address)).text();
    return papaparse.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    }).data;
  }

  function spoken([name = '', ...cells]: readonly string[]): string {
    return `${name}: ${cells.filter((cell) => cell !== '').join(', ')}`;
  }

  it.each(kinds)('lets the keys walk through a %s chart, and says the rows of its table', async (kind) => {
    const figure = await openChart(kind);
    const rows = (await tableOf(figure)).map(spoken);
    const canvas = figure.locator('canvas');
    const said = figure.locator('[role="status"]');
    const drawing = () => canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
    await canvas.focus();
    const before = await drawing();
    const heard: string[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'End', 'ArrowLeft', 'Home']) {
      await page.keyboard.press(key);
      heard.push(await said.innerText());
    }
    expect(heard.filter((words) => !rows.includes(words))).toEqual([]);
    expect(heard.at(-1)).toBe(heard[0]);
    expect(new Set(heard.slice(0, 4)).size).toBe(4);
    expect(await drawing()).not.toBe(before);
    await page.keyboard.press('Escape');
    expect(await said.innerText()).toBe('');
    expect(await drawing()).toBe(before);
  });

  it.each(kinds)('saves of a %s chart just what its table shows', async (kind) => {
    const path = kind === 'map' ? `${INDICATOR}&year=2019` : PLACES[kind];
    const figure = await openChart(kind, path);
    const [shown, saved] = [await tableOf(figure), await savedRows(figure)];
    expect(saved.length).toBe(shown.length);
    if (kind === 'distribution' || kind === 'map') {
      const byName = new Map(saved.map((row) => [row['area_name'], row['level']]));
      for (const [name = '', printed = ''] of shown) {
        const level = byName.get(name) ?? '';
        expect([name, printed]).toEqual([
          name,
          level === '' ? 'no current figure' : Number(level).toFixed(1),
        ]);
      }
    }
    if (kind === 'map') expect(new Set(saved.map((row) => row['year']))).toEqual(new Set(['2019']));
  });

  it('turns a map to another year: words, table, addresses and the address of the page', async () => {
    const figure = await openChart('map');
    const slider = figure.locator('input[type="range"]');
    await slider.waitFor();
    const before = await tableOf(figure);
    await slider.focus();
    for (let year = 2026; year > 2020; year -= 1) await page.keyboard.press('ArrowLeft');
    expect(await slider.getAttribute('aria-valuetext')).toBe('2020');
    expect(await figure.locator('figcaption strong').innerText()).toContain('2020');
    const url = new URL(page.url());
    expect([url.searchParams.get('area'), url.searchParams.get('year')]).toEqual(['KEN', '2020']);
    await page.waitForFunction(
      `document.querySelectorAll('#map tbody td')[1]?.textContent !== ${JSON.stringify(before[1]?.[1])}`,
    );
    expect((await tableOf(figure)).length).toBe(before.length);
    const saved = await savedRows(figure);
    expect(new Set(saved.map((row) => row['year']))).toEqual(new Set(['2020']));
    expect(await figure.locator('.embed code').textContent()).toContain('year=2020');
    const canvas = figure.locator('canvas');
    const drawing = () => canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
    await canvas.focus();
    const turned = await drawing();
    await page.keyboard.press('ArrowRight');
    const rows = (await tableOf(figure)).map(spoken);
    expect(rows).toContain(await figure.locator('[role="status"]').innerText());
    await page.keyboard.press('Escape');
    expect(await drawing()).toBe(turned);
    await page.reload();
    expect(await (await drawnChart('map')).locator('output').innerText()).toBe('2020');
  });

  it('leads from a country on the map to its page', async () => {
    const figure = await openChart('map');
    await figure.locator('canvas').focus();
    await page.keyboard.press('Home');
    await figure.locator('[role="status"] a').click();
    await page.waitForURL('**/en/countries/AFG');
  });

  it('walks with the writing in Arabic, and its years to the right', async () => {
    const figure = await openChart('map', '/ar/indicators/UI_NETUSE?year=2020');
    const rows = (await tableOf(figure)).map(spoken);
    await figure.locator('canvas').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await figure.locator('[role="status"]').innerText()).toBe(rows[0]);
    const slider = figure.locator('input[type="range"]');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    expect(await figure.locator('output').innerText()).toBe('2021');
  });

  it('loads no more script than a slow connection bears, and draws what is folded only when it is opened', async () => {
    const weigh = async (): Promise<number> => {
      const scripts = [...new Set(requests.filter((url) => new URL(url).pathname.endsWith('.js')))];
      const sizes = await Promise.all(
        scripts.map(async (url) => gzipSync(await (await fetch(url)).text()).length),
      );
      return sizes.reduce((sum, size) => sum + size, 0);
    };
    await page.goto(app.url + COUNTRY, { waitUntil: 'networkidle' });
    expect(await page.locator('details.pictures canvas').count()).toBe(0);
    expect(await page.locator('iww-chart[kind="trend"] canvas').count()).toBeGreaterThanOrEqual(4);
    for (const kind of ['profile', 'status'] as const) await drawnChart(kind);
    expect(await weigh()).toBeLessThan(MOST_SCRIPT);
    requests = [];
    await openChart('distribution', INDICATOR);
    await drawnChart('map');
    await page.locator('input[type="range"]').waitFor();
    expect(await weigh()).toBeLessThan(MOST_SCRIPT_WITH_MAP);
  });

  it('fits its place at 320 pixels, and moves nothing when it is drawn', async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.addInitScript(`window.moved = 0; new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.moved += entry.value;
    }).observe({ type: 'layout-shift', buffered: true })`);
    for (const kind of kinds) {
      const figure = await openChart(kind);
      const canvas = await figure.locator('canvas').boundingBox();
      expect((canvas?.width ?? 0) > 250 && (canvas?.width ?? 0) <= 320).toBe(true);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    }
    expect(await page.evaluate('window.moved')).toBeLessThan(0.05);
  });

  it('prints a dark page dark on light, its charts within their place', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await openChart('trend');
    const inked = (): Promise<unknown> =>
      page.evaluate(`(() => {
        const canvas = document.querySelector('#indicator canvas');
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
        copy.drawImage(canvas, 0, 0);
        const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
        const seen = [...Array(data.length / 4).keys()].filter((at) => data[at * 4 + 3] === 255);
        return seen.filter((at) => data[at * 4] + data[at * 4 + 1] + data[at * 4 + 2] > 600).length;
      })()`);
    const ground = 'getComputedStyle(document.documentElement).backgroundColor';
    expect(await page.evaluate(ground)).toBe('rgb(20, 23, 26)');
    const screen = await inked();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.setViewportSize({ width: 600, height: 800 });
    expect(await page.evaluate(ground)).toBe('rgb(255, 255, 255)');
    await page.waitForFunction('matchMedia("print").matches');
    expect(await inked()).not.toBe(screen);
    const overlaps = await page.evaluate(`[...document.querySelectorAll('figure')].filter((figure) => {
      const chart = figure.querySelector('canvas');
      return chart && chart.getBoundingClientRect().bottom > figure.querySelector('.notes').getBoundingClientRect().top;
    }).length`);
    expect(overlaps).toBe(0);
  });

  it('shows pictures, forms and numbers without script', async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(app.url + COUNTRY);
    const picture = plain.locator('#indicator img');
    await picture.scrollIntoViewIfNeeded();
    await plain.waitForLoadState('networkidle');
    expect(await picture.getAttribute('alt')).toMatch(/Kenya/);
    const { width = 0, height = 0 } = (await picture.boundingBox()) ?? {};
    expect(width / height).toBeCloseTo(720 / 320, 1);
    expect(width).toBeGreaterThan(600);
    const drawing = await fetch(app.url + String(await picture.getAttribute('src')));
    expect(drawing.headers.get('content-type')).toContain('image/svg+xml');
    await plain.selectOption('#choice', 'UI_COV4G');
    await plain.click('#indicator button');
    expect(plain.url()).toMatch(/[?&]indicator=UI_COV4G#indicator$/);
    expect(await plain.locator('#indicator figcaption strong').textContent()).toMatch(/4G/);

    await plain.goto(app.url + INDICATOR);
    await plain.click('details.pictures > summary');
    await plain.selectOption('#map select', '2020');
    await plain.click('#map form button');
    expect(plain.url()).toMatch(/\?area=KEN&year=2020#map$/);
    expect(await plain.locator('#map figcaption strong').textContent()).toContain('2020');
    await plain.click('#map [data-twin] summary');
    await plain.click('#map [data-elsewhere] a');
    expect(plain.url()).toMatch(/\/en\/embed\/map\?node=UI_NETUSE&year=2020#table$/);
    expect(await plain.locator('#table tbody tr').count()).toBeGreaterThan(190);
    await plain.close();
  });
});
