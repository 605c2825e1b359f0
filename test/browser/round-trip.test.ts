import type { Browser } from 'playwright-core';
import { AccessService } from '../../src/access/access.service.js';
import { wordsOf } from '../../src/dashboard/words.js';
import { languages } from '../../src/language/language.js';
import { REVIEWING, SENDING } from '../e2e/keys.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { sampleName, sampleOf } from '../support/sample.js';
import { describeInBrowser, openBrowser } from './browser.js';
import { Visit, write } from './visit.js';

const ways = [
  { language: 'en', country: 'KEN', script: true },
  { language: 'ar', country: 'EGY', script: true },
  { language: 'en', country: 'BRA', script: false },
].filter(({ language }) => languages.includes(language));

describeInBrowser('from a table to fill to the page of a country, by keyboard alone', () => {
  let running: RunningApp;
  let browser: Browser;
  const keys = { sender: '', reviewer: '' };

  beforeAll(async () => {
    running = await startApp();
    browser = await openBrowser();
    const access = running.app.get(AccessService);
    const keyOf = async (community: string, role: 'submitter' | 'reviewer'): Promise<string> =>
      (await access.createKey({ community, roles: [role], name: role })).key;
    keys.sender = await keyOf(SENDING, 'submitter');
    keys.reviewer = await keyOf(REVIEWING, 'reviewer');
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await running.close();
  });

  async function visit(language: string, javaScriptEnabled: boolean): Promise<Visit> {
    const context = await browser.newContext({ javaScriptEnabled });
    return new Visit(await context.newPage(), running.url, language);
  }

  it.each(sampleOf(ways, ways.length))(
    `is one way: $language, $country, with script: $script (${sampleName})`,
    async (way) => {
      const { language, country, script } = way;
      const [sender, reviewer] = [await visit(language, script), await visit(language, script)];
      await sender.open('sign-in', 'sign-in');
      await sender.signIn(keys.sender);
      await sender.open('contribute', 'contribute');
      await sender.keys.choose('#country', country);
      await sender.keys.choose('#issue', 'ACCESS');
      await sender.press('form.choose button', 'contribute-chosen');
      const table = await sender.download('#held a[href*=".csv"]');
      write(table, 'UI_FBB', { value: '2.6', source: 'Household survey' });
      write(table, 'UI_HHNET', { year: '2024', value: '380', source: 'Household survey' });
      write(table, 'UI_COV3G', { year: '2024', value: 'many', source: 'Household survey' });

      await sender.upload(table, 'survey.csv', 'draft-with-faults');
      expect(await sender.page.locator('#problems .problem li').count()).toBe(2);
      const refused = await sender.download('a[href$="/problems.csv"]');
      await sender.step('send', 'received-in-part');

      write(refused, 'UI_HHNET', { value: '38' });
      write(refused, 'UI_COV3G', { value: '97.5' });
      await sender.upload(refused, 'problems.csv', 'draft');
      expect(await sender.page.locator('#problems').count()).toBe(0);
      await sender.step('send', 'received');
      const { receipt } = sender;

      await reviewer.signIn(keys.reviewer);
      await reviewer.open('review', 'review-list');
      await reviewer.press(`a[href$="/review/${receipt}"]`, 'review');
      await reviewer.decide('return', '', 'review-without-reason');
      expect(await reviewer.page.locator('#reason[aria-invalid]').count()).toBe(1);
      await reviewer.decide('return', 'Table 3 says otherwise; which survey is it?', 'review-returned');

      await sender.open(`submissions/${receipt}`, 'returned');
      const returned = sender.page.locator('form.corrections input:not([type=hidden])');
      expect(await returned.count()).toBe(2);
      const [value, source] = await returned.evaluateAll((fields) =>
        fields.map(({ id }) => `#${CSS.escape(id)}`),
      );
      await sender.keys.write(String(value), '38.5');
      await sender.keys.write(String(source), 'Household survey 2025, table 3');
      await sender.step('corrections', 'corrected');

      await reviewer.open(`review/${receipt}`, 'review-corrected');
      expect(await reviewer.page.locator('.changes li').count()).toBe(2);
      await reviewer.decide('accept', 'As in the report.', 'review-accepted');
      await sender.open(`submissions/${receipt}`, 'accepted');
      await sender.open('submissions', 'submissions');
      for (const page of [`countries/${country}?indicator=UI_HHNET`, `indicators/UI_HHNET?area=${country}`]) {
        await sender.open(page);
        expect(await sender.page.textContent('main')).toContain(wordsOf(language).value(38.5));
      }
      expect([...sender.faults, ...reviewer.faults]).toEqual([]);
    },
    120_000,
  );
});
