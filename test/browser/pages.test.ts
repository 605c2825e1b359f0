import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { AccessService } from '../../src/access/access.service.js';
import { RouteTable } from '../../src/api/edge/route-table.js';
import { DECISIONS } from '../e2e/access-matrix/decisions.js';
import { plantRelease } from '../support/planted-release.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { isFull, sampleName, sampleOf, seed } from '../support/sample.js';
import { describeInBrowser, openBrowser } from './browser.js';
import { faultsOf } from './faults-of.js';
import { lookClosely, looksFor, seeAs } from './look.js';
import { missedByTab } from './missed-by-tab.js';
import { embeddedPages, pagesOf, publicPages } from './page-list.js';

interface Way {
  readonly language: 'en' | 'ar';
  readonly script: boolean;
}

/** A run that is no full one opens every so many-th page, in one of the ways. */
const SHARE = 2;

/** Ways to open a page: each language with script and without. */
const ways: readonly Way[] = [
  { language: 'en', script: true },
  { language: 'ar', script: false },
  { language: 'ar', script: true },
  { language: 'en', script: false },
];

/** Where a page has no script, the ways without are the same as those with. */
const hasScript = (html: string): boolean => /<script[^>]* src=/.test(html);

/** Bytes as sent, gzipped: of the page, its style, its scripts; with a map; of the page where one contributes in all. */
const limits = { html: 30_000, style: 12_000, script: 75_000, scriptWithMap: 120_000, contribute: 150_000 };

/** An A4 page between its margins, in CSS pixels. */
const paper = { width: 680, height: 1000 };

const listed = [...publicPages, ...embeddedPages];

describeInBrowser('the public pages in a browser', () => {
  let app: RunningApp;
  let browser: Browser;
  let contexts: { readonly scripted: BrowserContext; readonly plain: BrowserContext };
  const weights = new Map<string, Promise<number>>();

  beforeAll(async () => {
    app = await startApp();
    const publisher = async (name: string): Promise<number> =>
      (await app.app.get(AccessService).createKey({ globalRoles: ['publisher'], name })).contributorId;
    await plantRelease(
      app.database.dataSource,
      app.app,
      'r-1',
      await publisher('Ada'),
      await publisher('Ben'),
    );
    browser = await openBrowser();
    contexts = {
      scripted: await browser.newContext(),
      plain: await browser.newContext({ javaScriptEnabled: false }),
    };
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  /** Gzipped; each address is asked for once. */
  async function weightOf(url: string): Promise<number> {
    const known =
      weights.get(url) ??
      fetch(url).then(async (answer) => gzipSync(Buffer.from(await answer.arrayBuffer())).length);
    weights.set(url, known);
    return await known;
  }

  /** What a page asked for, and what its console said. */
  interface Told {
    readonly requests: { readonly url: string; readonly type: string }[];
    readonly complaints: string[];
  }

  async function open(path: string, script: boolean): Promise<{ readonly page: Page; readonly told: Told }> {
    const page = await (script ? contexts.scripted : contexts.plain).newPage();
    const told: Told = { requests: [], complaints: [] };
    page.on('console', (message) => {
      const isOfPage = message.location().url === page.url();
      const isItsStatus = isOfPage && message.text().startsWith('Failed to load resource');
      if (['error', 'warning'].includes(message.type()) && !isItsStatus) told.complaints.push(message.text());
    });
    page.on('pageerror', (error) => told.complaints.push(error.message));
    page.on('request', (request) => told.requests.push({ url: request.url(), type: request.resourceType() }));
    await page.goto(app.url + path, { waitUntil: 'load' });
    return { page, told };
  }

  /** What a page weighs too much, whom it asks beside us, and a script it does not need. */
  async function burdens(page: Page, { requests }: Told): Promise<string[]> {
    const islands = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .map(({ localName }) => localName)
        .filter((name) => name.includes('-')),
    );
    const sum = async (type: string): Promise<number> => {
      const urls = new Set(requests.filter((request) => request.type === type).map(({ url }) => url));
      return (await Promise.all([...urls].map(weightOf))).reduce((total, weight) => total + weight, 0);
    };
    const [html, style, script] = [await sum('document'), await sum('stylesheet'), await sum('script')];
    const hasMap = (await page.locator('iww-chart[kind=map]').count()) > 0;
    const mostScript = hasMap ? limits.scriptWithMap : limits.script;
    const isContribute = new URL(page.url()).pathname.endsWith('/contribute');
    return [
      ...requests.filter(({ url }) => !url.startsWith(`${app.url}/`)).map(({ url }) => `it asks ${url}`),
      ...(html > limits.html ? [`HTML of ${String(html)} bytes`] : []),
      ...(style > limits.style ? [`style of ${String(style)} bytes`] : []),
      ...(script > mostScript ? [`scripts of ${String(script)} bytes`] : []),
      ...(islands.length === 0 && script > 0 ? ['a script where nothing needs one'] : []),
      ...(isContribute && html + style + script > limits.contribute ? ['too heavy to contribute with'] : []),
    ];
  }

  /** How far the page on paper is wider than the paper. */
  async function overflowInPrint(page: Page): Promise<string[]> {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.setViewportSize(paper);
    const found = await page.evaluate(() => {
      const { scrollWidth } = document.documentElement;
      const { backgroundColor } = getComputedStyle(document.documentElement);
      return { scrollWidth, isLight: ['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(backgroundColor) };
    });
    await page.emulateMedia({ media: null, colorScheme: null });
    return [
      ...(found.scrollWidth > paper.width ? [`${String(found.scrollWidth)} pixels wide in print`] : []),
      ...(found.isLight ? [] : ['dark in print']),
    ];
  }

  it.each(
    sampleOf(
      listed.map((name, position) => ({ name, position })),
      SHARE,
    ),
  )(
    `/$name keeps within every limit (${sampleName})`,
    async ({ name, position }) => {
      const [path] = await pagesOf(app.url, [name]);
      if (path === undefined) throw new RangeError(`The service has nothing to show at ${name}.`);
      const faults: string[] = [];
      const run = Math.floor((position + seed) / SHARE);
      const chosen = ways.filter((_, at) => isFull || at === run % ways.length);
      // Runs in a row see each page in each way, and each way in each look.
      const look = position + Math.floor(run / ways.length);
      for (const [turn, { language, script: wish }] of chosen.entries()) {
        const address = `/${language}/${path}`;
        const script = wish || !hasScript(await (await fetch(app.url + address)).text());
        const { page, told } = await open(address, script);
        const way = `${language}, ${script ? 'script' : 'none'}`;
        faults.push(...(await lookClosely(page, way, look + turn)));
        const further = [
          ...(script ? await burdens(page, told) : []),
          ...(turn === 0 ? await overflowInPrint(page) : []),
          ...told.complaints,
        ];
        faults.push(...further.map((fault) => `${way}: ${fault}`));
        await page.close();
      }
      expect(faults).toEqual([]);
    },
    240_000,
  );

  it.each(sampleOf(listed, 8))(
    `/%s leads by the tab key to every control, and shows where one is (${sampleName})`,
    async (name) => {
      const [path = ''] = await pagesOf(app.url, [name]);
      const { page } = await open(`/en/${path}`, true);
      for (const look of looksFor(0)) {
        await seeAs(page, look);
        expect(await missedByTab(page)).toEqual([]);
      }
      await page.close();
    },
    120_000,
  );

  it('are all on the list: each address that everybody may read has a page of every run', () => {
    const isListed = (route: string): boolean => {
      const pattern = new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`);
      return listed.some((page) => pattern.test(`/en/${page.split('?')[0] ?? ''}`.replace(/\/$/, '')));
    };
    const forAll = DECISIONS.filter(({ rule }) => rule.nobody === 'allowed').map(({ route }) => route);
    const missing = app.app
      .get(RouteTable)
      .all()
      .filter(({ method, path }) => method === 'GET' && /^\/en(\/|$)/.test(path))
      .filter(({ path }) => forAll.includes(`GET ${path.replace('/en', '/:lang')}`))
      .map(({ path }) => path)
      .filter((path) => !/\.\w+$|\/progress$/.test(path) && !isListed(path));
    expect(missing).toEqual([]);
  });

  it('have their faults found: a page with one of each', async () => {
    const { page } = await open('/en/method', true);
    await page.goto('about:blank');
    await page.setContent(`<main><h1>One</h1><h3 id="a">Three</h3><p id="a">faint <a href="#b">c</a></p>
      <table><tr><th>d</th></tr></table><ul><p>e</p></ul><img src="x"><svg></svg><button></button><input></main>`);
    await page.addStyleTag({
      content: 'p { color: #999 } a { text-decoration: none; color: #998 } main { width: 200vw }',
    });
    const faults = (await faultsOf(page)).join(' | ');
    for (const fault of [
      /no direction/,
      /html-has-lang/,
      /document-title/,
      /0 of nav/,
      /skips a level/,
      /id a is given twice/,
      /points to nothing/,
      /lacks a caption/,
      /lacks column heads/,
      /lacks its scope/,
      /list: <ul/,
      /image-alt: <img/,
      /has no name: <svg/,
      /button-name: <button/,
      /link-in-text-block/,
      /label: <input/,
      /color-contrast: <p/,
      /scrolled sideways/,
    ]) {
      expect(faults).toMatch(fault);
    }
    await page.close();
  });

  it('show what is searched for while it is typed, by keyboard, and search all the same when that fails', async () => {
    const page = await contexts.scripted.newPage();
    const status = page.locator('iww-search [role=status]');
    const type = async (text: string): Promise<void> => {
      await page.goto(`${app.url}/en/search`);
      await page.locator('#q').pressSequentially(text);
      await status.filter({ hasText: /./ }).waitFor();
    };
    await type('brodband');
    expect(await page.getAttribute('#q', 'aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const active = page.locator(`#${(await page.getAttribute('#q', 'aria-activedescendant')) ?? ''}`);
    expect(await active.textContent()).toContain('Fixed-broadband subscriptions');
    // The contrast of what the list covers cannot be told, and need not.
    const faults = (await faultsOf(page)).filter((fault) => !fault.includes('overlapped by another element'));
    expect(faults).toEqual([]);
    await page.keyboard.press('Escape');
    expect([await page.isHidden('[role=listbox]'), await page.inputValue('#q')]).toEqual([true, 'brodband']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/indicators/UI_FBB');
    await page.route('**/api/v1/search*', (route) => route.abort());
    await type('kenya');
    expect(await status.textContent()).toContain('Press Enter to search');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/countries/KEN');
    await page.close();
  });

  it('lead by keyboard past the navigation', async () => {
    const { page } = await open('/en/countries/KEN', true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.querySelector("main").contains(document.activeElement)')).toBe(true);
    await page.close();
  });
});
