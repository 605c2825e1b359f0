import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { AccessService } from '../../src/access/access.service.js';
import { NoticeMailService } from '../../src/submissions/notices/notice-mail.service.js';
import { REVIEWING, SENDING } from '../e2e/keys.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { describeInBrowser, openBrowser } from './browser.js';
import { missedByTab } from './missed-by-tab.js';
import { Visit } from './visit.js';
import { unguarded } from '../support/unguarded.js';

const HEADS = ['country', 'indicator', 'year', 'value', 'source'];
const rows = (source: string, count = 2): string[][] =>
  Array.from({ length: count }, (_, at) => ['KEN', 'UI_HHNET', String(1995 + at), `3${String(at)}`, source]);
/** As it is sent: gzipped. */
const weightOf = (content: string): number => gzipSync(content).length;

describeInBrowser('the pages of those who contribute and decide', () => {
  let post: MailServer;
  let running: RunningApp;
  let browser: Browser;
  let sender: Visit;
  let reviewer: Visit;

  const stranger = async (): Promise<Visit> =>
    new Visit(await (await browser.newContext()).newPage(), running.url, 'en');

  beforeAll(async () => {
    post = await startMailServer();
    const mail = { SMTP_URL: post.url, IWW_MAIL_FROM: 'progress@example.org' };
    running = await startApp({ environment: { ...mail, IWW_PUBLIC_URL: 'http://127.0.0.1' } });
    browser = await openBrowser();
    const access = running.app.get(AccessService);
    const signedIn = async (community: string, role: 'submitter' | 'reviewer'): Promise<Visit> => {
      const visit = await stranger();
      await visit.signIn((await access.createKey({ community, roles: [role], name: role })).key);
      return visit;
    };
    sender = await signedIn(SENDING, 'submitter');
    reviewer = await signedIn(REVIEWING, 'reviewer');
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await running.close();
    await post.stop();
  });

  /** Sends rows and opens them at the review desk. */
  async function sendToReview(source: string, count?: number): Promise<string> {
    await sender.upload([HEADS, ...rows(source, count)], `${source}.csv`);
    await sender.step('send');
    await reviewer.open(`review/${sender.receipt}`);
    return sender.receipt;
  }

  it('can be read in every state a submission may be in', async () => {
    const withdrawn = await sendToReview('withdrawn');
    await sender.page.click('main details summary');
    await sender.step('withdrawal', 'withdrawn');
    await reviewer.open(`review/${withdrawn}`, 'review-withdrawn');
    const rejected = await sendToReview('rejected');
    await reviewer.decide('reject', 'Not a figure of this country.', 'review-rejected');
    await sender.open(`submissions/${rejected}`, 'rejected');
    const reverted = await sendToReview('reverted');
    await reviewer.decide('accept', '');
    await reviewer.page.click('main details summary');
    await reviewer.page.fill('#reason', 'The survey was withdrawn.');
    await reviewer.step('revert', 'review-reverted');
    await sender.open(`submissions/${reverted}`, 'reverted');
    const passer = await stranger();
    await passer.open(`submissions/${reverted}`, 'public');
    await passer.open(`submissions/${rejected}`, 'not-public');
    expect([sender, reviewer, passer].flatMap(({ faults }) => faults)).toEqual([]);
  }, 120_000);

  it('can be read before anything is sent: questions, progress, failure, refusal', async () => {
    await sender.upload([HEADS, ['KEN', 'UI_INTLBW', '2022', '1,234', 'Survey']], 'question.csv', 'question');
    expect(await sender.page.locator('form.questions').count()).toBe(1);
    await sender.page.check('form.questions input >> nth=1');
    await sender.press('form.questions button', 'answered');
    const { receipt } = sender;
    const rest = (state: string, failure: string | null): Promise<unknown> =>
      unguarded(
        running.database.dataSource,
        'UPDATE submission SET state = $2, failure = $3 WHERE receipt = $1',
        [receipt, state, failure],
      );
    await rest('checking', null);
    await sender.open(`submissions/${receipt}`, 'checking');
    const script = String(await sender.page.getAttribute('head script', 'src'));
    expect(weightOf(await (await fetch(running.url + script)).text())).toBeLessThan(75_000);
    await Promise.all([
      sender.page.waitForEvent('load'),
      rest('failed', JSON.stringify({ code: 'file_gone', params: {} })),
    ]);
    await sender.open(`submissions/${receipt}`, 'failed');
    await sender.upload([['nothing', 'of use']], 'empty.csv', 'nothing-usable');
    expect(sender.faults).toEqual([]);
  }, 120_000);

  it('keep what was typed over a reload, in this browser only, until it is sent or begun again', async () => {
    const receipt = await sendToReview('kept');
    const { page } = reviewer;
    const kept = (): Promise<string> => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    const typeAndReload = async (): Promise<void> => {
      await page.fill('#reason', 'Which wave?');
      await page.check('#verdict-return');
      await page.reload();
      await page.waitForSelector('iww-keep .note');
    };
    await typeAndReload();
    expect([await page.inputValue('#reason'), await page.isChecked('#verdict-return')]).toEqual([
      'Which wave?',
      true,
    ]);
    expect(await kept()).not.toContain(await page.inputValue('form.decide [name=_token]'));
    await page.click('iww-keep .note button');
    await page.reload();
    expect(await page.inputValue('#reason')).toBe('');
    await typeAndReload();
    await reviewer.step('decision');
    expect(await kept()).toBe('[]');
    await sender.open(`submissions/${receipt}`);
    expect(await sender.page.textContent('blockquote')).toContain('Which wave?');
  }, 120_000);

  it('can be read when the way is by mail and feed, and when a key is refused', async () => {
    await sender.open('notices', 'notices');
    await sender.page.fill('#address', 'sender@example.org');
    await sender.press('form[action$="/contact"] button', 'notices-waiting');
    await sender.press('form[action*="/feeds/"] button', 'notices-feed');
    await running.app.get(NoticeMailService).sendDue(new Date(Date.now() + 1_000));
    const [, link = ''] = /\/en\/(contact\/[\w-]+)/.exec(post.taken()[0]?.text ?? '') ?? [];
    await sender.open(link, 'contact');
    await sender.press('form[action$="/removal"] button', 'contact-ended');
    const passer = await stranger();
    await passer.open('sign-in');
    await passer.page.fill('#key', 'iww_unknown');
    await passer.press('form[action$="/sign-in"] button', 'sign-in-refused');
    expect([...sender.faults, ...passer.faults]).toEqual([]);
  }, 120_000);

  it('leads by keyboard to every control, on the way to send and on the way to decide', async () => {
    await sender.open('contribute?country=KEN&issue=ACCESS');
    expect(await missedByTab(sender.page)).toEqual([]);
    const receipt = await sendToReview('keys');
    const { page } = reviewer;
    expect(await missedByTab(page)).toEqual([]);
    await page.locator('input[name=cell][value$=".value"]').first().focus();
    await page.keyboard.press('Space');
    await page.locator('input[name=decision]').first().focus();
    await page.keyboard.press('ArrowDown');
    for (const text of ['', 'Which wave?']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(text);
    }
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    await sender.open(`submissions/${receipt}`);
    expect(await missedByTab(sender.page)).toEqual([]);
    await sender.page.locator('form.corrections input:not([type=hidden])').fill('31');
    await Promise.all([sender.page.waitForEvent('load'), sender.page.keyboard.press('Enter')]);
    await reviewer.open(`review/${receipt}`);
    expect(await page.locator('.changes ins').textContent()).toBe('31');
  }, 120_000);

  it('stays within 30 KB of HTML and 5 KB of script, gzipped', async () => {
    const receipt = await sendToReview('limits', 30);
    for (const [visit, path] of [
      [sender, 'contribute?country=KEN'],
      [sender, `submissions/${receipt}`],
      [reviewer, `review/${receipt}`],
    ] as const) {
      await visit.open(path);
      const html = await visit.page.content();
      const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, address = '']) => address);
      const ofEach = scripts.map(async (address) =>
        weightOf(await (await fetch(running.url + address)).text()),
      );
      const ofAll = (await Promise.all(ofEach)).reduce((sum, weight) => sum + weight, 0);
      expect([path, weightOf(html) < 30_000, ofAll < 5_000]).toEqual([path, true, true]);
    }
  }, 120_000);
});
