import { AccessService } from '../../src/access/access.service.js';
import { DigestService } from '../../src/reports/following/digest.service.js';
import { NoticeMailService } from '../../src/submissions/notices/notice-mail.service.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { PageReader } from '../support/page-reader.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { SENDING } from './keys.js';

describe('notice pages', () => {
  const FEED = `/api/v1/communities/${SENDING}/submissions.atom`;

  let post: MailServer;
  let running: RunningApp;
  let reader: PageReader;

  beforeAll(async () => {
    post = await startMailServer();
    running = await startApp({
      environment: {
        SMTP_URL: post.url,
        IWW_MAIL_FROM: 'progress@example.org',
        IWW_PUBLIC_URL: 'http://127.0.0.1',
      },
    });
  }, 120_000);
  afterAll(async () => {
    await running.close();
    await post.stop();
  });

  beforeEach(async () => {
    const access = running.app.get(AccessService);
    const { key } = await access.createKey({ community: SENDING, roles: ['submitter'], name: 'Sender' });
    reader = new PageReader(running.url);
    await reader.signIn(key);
  });

  describe('the page that says how somebody is told', () => {
    it('is for those who are signed in', async () => {
      const asked = await new PageReader(running.url).open('/en/notices');
      expect(asked.path).toBe('/en/sign-in?to=%2Fen%2Fnotices');
    });

    it('takes an address that the link of a mail then confirms and ends, and shows it nowhere', async () => {
      const contact = { address: 'sender@example.org', language: 'en' };
      const kept = await reader.send(await reader.open('/en/notices'), '/notices/contact', contact);
      expect(kept.path).toBe('/en/notices');
      expect(kept.text).toContain('We sent a mail to the address you left.');
      expect(kept.html).not.toContain('sender@example.org');

      await running.app.get(NoticeMailService).sendDue(new Date(Date.now() + 1_000));
      const link = /\/en\/contact\/[\w-]{22}/.exec(post.taken()[0]?.text ?? '')?.[0] ?? '';
      const owner = new PageReader(running.url);
      const waiting = await owner.open(link);
      expect(waiting.html).not.toContain('sender@example.org');
      const confirmed = await owner.send(waiting, '/confirmation');
      expect(confirmed.path).toBe(link);
      expect(confirmed.text).toContain('You are told by mail what becomes of submissions.');
      const ended = await owner.send(confirmed, '/removal');
      expect(ended.text).toContain('The address is erased.');
      expect(ended.response.headers.get('cache-control')).toBe('private, no-store');
      expect((await owner.open(link)).status).toBe(404);
    });

    it('erases the address when its owner says so there', async () => {
      const contact = { address: 'sender@example.org', language: 'en' };
      const kept = await reader.send(await reader.open('/en/notices'), '/notices/contact', contact);
      const erased = await reader.send(kept, '/notices/contact/removal');
      expect(erased.text).toContain('You left no address.');
    });

    it('says beside the field what is wrong with an address', async () => {
      const page = await reader.open('/en/notices');
      const refused = await reader.send(page, '/notices/contact', { address: 'nobody' });
      expect(refused.status).toBe(422);
      expect(refused.html).toContain('aria-describedby="address-fault"');
      expect(refused.text).toContain('Give one bare e-mail address');
    });

    it('shows the secret address of a feed once', async () => {
      const made = await reader.send(await reader.open('/en/notices'), `/feeds/${SENDING}`);
      const secret = /submissions\.atom(\?secret=[\w-]{43})</.exec(made.html)?.[1] ?? '';
      const status = async (): Promise<number> => (await fetch(running.url + FEED + secret)).status;
      expect(secret).not.toBe('');
      expect(await status()).toBe(200);
      const again = await reader.open('/en/notices');
      expect(again.html).not.toContain('secret=');
      await reader.send(again, `/feeds/${SENDING}/removal`);
      expect(await status()).toBe(404);
    });

    it('changes nothing when another site sends its forms', async () => {
      const page = await reader.open('/en/notices');
      const forged = { _token: 'forged', address: 'other@example.org' };
      const statusOf = async (action: string): Promise<number> =>
        (
          await fetch(running.url + page.form(action).action, {
            method: 'POST',
            headers: { cookie: [...reader.held].map((pair) => pair.join('=')).join('; ') },
            body: new URLSearchParams(forged),
          })
        ).status;
      expect(await statusOf('/notices/contact')).toBe(403);
      expect(await statusOf(`/feeds/${SENDING}`)).toBe(403);
    });
  });

  describe('the page where readers without an account follow something', () => {
    it('is led to by what it is about, says what is wrong beside the field, and asks by mail', async () => {
      const stranger = new PageReader(running.url);
      const country = await stranger.open('/en/countries/KEN');
      expect(country.html).toContain('href="/en/follow?country=KEN"');
      const form = await stranger.open('/en/follow?country=KEN');
      const asked = { followed: ['country:KEN', '', 'issue:ACCESS'], language: 'en' };
      const refused = await stranger.send(form, '/follow', { ...asked, address: 'nobody' });
      expect(refused.status).toBe(422);
      expect(refused.html).toContain('aria-describedby="fault address-hint"');
      const empty = await stranger.send(form, '/follow', { followed: '', address: 'a@example.org' });
      expect(empty.text).toContain('Choose at least one thing to follow.');
      const sent = await stranger.send(form, '/follow', { ...asked, address: 'reader@example.org' });
      expect(sent.text).toContain('a mail is on its way');
      expect(sent.html).not.toContain('reader@example.org');

      await running.app.get(DigestService).sendDue(new Date(Date.now() + 1_000));
      const link = /\/en\/follow\/[\w-]{22}/.exec(post.taken()[0]?.text ?? '')?.[0] ?? '';
      const confirmed = await stranger.send(await stranger.open(link), '/confirmation');
      expect(confirmed.text).toContain('You get one mail with each release');
      const stopped = await stranger.send(confirmed, '/removal', { followed: 'issue:ACCESS' });
      expect(stopped.text).not.toContain('Universal access');
      expect(stopped.text).toContain('Kenya');
      const ended = await stranger.send(stopped, '/removal', { followed: '' });
      expect(ended.text).toContain('your address is erased');
      expect((await stranger.open(link)).status).toBe(404);
    });
  });
});
