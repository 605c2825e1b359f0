import { readFile } from 'node:fs/promises';
import papaparse from 'papaparse';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { AccessService } from '../../src/access/access.service.js';
import { wordsOf } from '../../src/dashboard/words.js';
import { plantRelease } from '../support/planted-release.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { describeInBrowser, openBrowser } from './browser.js';
import { Keyboard } from './keyboard.js';

// The way of somebody who sends figures is in round-trip.test.ts.
describeInBrowser('by keyboard alone', () => {
  let running: RunningApp;
  let browser: Browser;

  beforeAll(async () => {
    running = await startApp();
    const publisher = async (name: string): Promise<number> =>
      (await running.app.get(AccessService).createKey({ globalRoles: ['publisher'], name })).contributorId;
    const { dataSource } = running.database;
    await plantRelease(dataSource, running.app, 'r-1', await publisher('Ada'), await publisher('Ben'));
    browser = await openBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await running.close();
  });

  async function somebodyAt(path: string, options: BrowserContextOptions = {}): Promise<[Page, Keyboard]> {
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(running.url + path);
    return [page, new Keyboard(page)];
  }
  const pathOf = (page: Page): string => new URL(page.url()).pathname;
  const seen = (page: Page, what = 'main'): Promise<string> => page.locator(what).first().innerText();
  const rowsOf = async (path: string): Promise<Record<string, string>[]> =>
    papaparse.parse<Record<string, string>>((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    }).data;

  it('somebody with three minutes reads of a country in Arabic, and takes the brief along', async () => {
    const [page, keys] = await somebodyAt('/ar');
    const words = wordsOf('ar');
    await keys.write('main form[role=search] input[name=q]', 'كينيا');
    await keys.follow('main form[role=search] button');
    expect(pathOf(page)).toBe('/ar/countries/KEN');
    expect(await page.getAttribute('html', 'dir')).toBe('rtl');
    expect(await seen(page, 'h1')).toBe(words.area({ code: 'KEN', name: 'Kenya' }));

    const answer = await fetch(`${running.url}/api/v1/scores?area=KEN&by=principle`);
    const { items } = (await answer.json()) as { items: { code: string; score: number | null }[] };
    const level = items.find(({ code }) => code === 'P2')?.score;
    if (level === null || level === undefined) throw new RangeError('Kenya has no level of P2.');
    expect(await seen(page)).toContain(words.score(level));

    await keys.follow('main a[href$="/explain/P2"]');
    expect(await seen(page)).toContain(words.score(level));
    await keys.press('main details summary');
    await keys.follow('main a[href*="/ar/observations/"]');
    expect(await page.locator('main a[href^="/ar/submissions/"]').count()).toBeGreaterThan(0);
    await page.goBack();
    await page.goBack();

    await keys.choose('#choice', 'UI_COV4G');
    await keys.follow('#indicator form button');
    expect(page.url()).toMatch(/indicator=UI_COV4G/);
    expect(await page.inputValue('#choice')).toBe('UI_COV4G');
    expect(await seen(page, '#indicator figcaption')).toContain(words.area({ code: 'KEN', name: 'Kenya' }));

    const [brief] = await Promise.all([
      page.waitForResponse((response) => response.url().includes('KEN.pdf')),
      keys.press('main a[href*="KEN.pdf"]'),
    ]);
    expect(new URL(brief.url()).searchParams.get('lang')).toBe('ar');
    expect([brief.status(), brief.headers()['content-type']]).toEqual([200, 'application/pdf']);
    await page.context().close();
  }, 120_000);

  it('an analyst goes from a search to figures, a comparison, a file, its reasons and a release', async () => {
    const [page, keys] = await somebodyAt('/en');
    await keys.write('main form[role=search] input[name=q]', 'people who use the internet');
    await keys.follow('main form[role=search] button');
    expect(pathOf(page)).toBe('/en/search');
    await keys.follow('main a[href="/en/indicators/UI_NETUSE"]');
    expect(await seen(page, 'h1')).toMatch(/internet/i);

    await keys.follow('main a[href^="/en/compare"]');
    expect(pathOf(page)).toBe('/en/compare');
    for (const [group, code] of [
      ['African', 'KEN'],
      ['Latin American', 'BRA'],
    ] as const) {
      const summaries = await page.locator('main form details summary').allInnerTexts();
      const at = summaries.findIndex((summary) => summary.startsWith(group));
      await keys.press(`main form details:nth-of-type(${String(at + 1)}) summary`);
      await keys.tick(`main form input[value=${code}]`);
    }
    await keys.follow('main form.compare button');
    expect(new URL(page.url()).searchParams.getAll('area').sort()).toEqual(['BRA', 'KEN']);
    for (const name of ['Kenya', 'Brazil']) expect(await seen(page)).toContain(name);

    const file = await keys.download('a[href*="/reports/compare.csv"]');
    const rows = await rowsOf(await file.path());
    const shown = String(await page.textContent('main'));
    const scores = rows.filter(({ score = '' }) => score !== '').map(({ score }) => Number(score));
    expect(scores.length).toBeGreaterThan(1);
    for (const score of scores) expect(shown).toContain(wordsOf('en').score(score));

    await keys.follow('main a[href*="/countries/KEN/explain/"]');
    expect(await seen(page)).toContain('Kenya');
    await keys.follow('footer a[href="/en/releases"]');
    await keys.follow('main a[href="/en/releases/r-1"]');
    expect(await seen(page, 'h1')).toContain('r-1');
    const manifest = await keys.download('main a[href$="manifest.json"]');
    expect(JSON.parse(await readFile(await manifest.path(), 'utf8'))).toMatchObject({ id: 'r-1' });
    await page.context().close();
  }, 120_000);
});
