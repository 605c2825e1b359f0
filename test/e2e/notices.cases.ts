import { SaxesParser } from 'saxes';
import { NoticeMailService } from '../../src/submissions/notices/notice-mail.service.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { anyKeys, REVIEWING, SENDING, type Keys } from './keys.js';

describe('notices', () => {
  const HOSTILE = ']]><b>&amp;';

  let post: MailServer;
  let running: RunningApp;
  let keys: Keys;

  beforeAll(async () => {
    post = await startMailServer();
    const environment = {
      SMTP_URL: post.url,
      IWW_MAIL_FROM: 'progress@example.org',
      IWW_PUBLIC_URL: 'https://progress.example.org/data',
    };
    running = await startApp({ environment });
    keys = await anyKeys(running);
  }, 120_000);
  afterAll(async () => {
    await running.close();
    await post.stop();
  });

  const ask = (path: string, headers: Readonly<Record<string, string>> = {}, more: RequestInit = {}) =>
    fetch(running.url + path, { headers, ...more });

  let value = 30;
  async function send(): Promise<string> {
    value += 0.1;
    const answer = await ask(
      `/api/v1/submissions?fileName=${encodeURIComponent('figures ]]><b>&amp;.csv')}`,
      { ...keys.senderHeaders, 'content-type': 'text/csv' },
      {
        method: 'POST',
        body: `country,indicator,year,value,source\nKEN,UI_NETUSE,2020,${String(value)},Survey`,
      },
    );
    return ((await answer.json()) as { readonly receipt: string }).receipt;
  }

  const decide = (receipt: string, decision: object) =>
    ask(
      `/api/v1/submissions/${receipt}/decisions`,
      { ...keys.reviewerHeaders, 'content-type': 'application/json', 'if-match': '*' },
      { method: 'POST', body: JSON.stringify(decision) },
    );

  /** Texts of an Atom document by the path of their element; throws when it is not well-formed. */
  function textsOf(xml: string): Readonly<Record<string, readonly string[]>> {
    const texts: Record<string, string[]> = {};
    const path: string[] = [];
    const parser = new SaxesParser();
    const add = (text: string): void => {
      if (text.trim() !== '') (texts[path.join('/')] ??= []).push(text);
    };
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name }) => path.push(name));
    parser.on('closetag', () => path.pop());
    parser.on('text', add);
    parser.on('cdata', add);
    parser.write(xml).close();
    return texts;
  }

  const entriesOf = async (answer: Promise<Response>): Promise<readonly string[]> =>
    textsOf(await (await answer).text())['feed/entry/content'] ?? [];

  const secretOf = async (headers = keys.senderHeaders): Promise<string> => {
    const answer = await ask(`/api/v1/communities/${SENDING}/feed-secret`, headers, { method: 'POST' });
    const { address } = (await answer.json()) as { readonly address: string };
    return new URL(address).search;
  };

  describe('the notices of a submission', () => {
    it('stand in its status, in words', async () => {
      const receipt = await send();
      const answer = await ask(`/api/v1/submissions/${receipt}`, keys.senderHeaders);
      const { notices } = (await answer.json()) as { readonly notices: readonly unknown[] };
      expect(notices).toEqual([
        {
          code: 'received',
          at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
          title: 'Received',
          text: 'Its only row was received and waits for a reviewer of another community.',
        },
      ]);
    });
  });

  describe('the feed of a submission', () => {
    it('is for its community before it is accepted, and for everybody afterwards', async () => {
      const receipt = await send();
      const path = `/api/v1/submissions/${receipt}/feed.atom`;
      expect((await ask(path)).status).toBe(404);
      expect(await entriesOf(ask(path, keys.senderHeaders))).toHaveLength(1);
      expect(await entriesOf(ask(path + (await secretOf())))).toHaveLength(1);
      await decide(receipt, { decision: 'accept' });
      const answer = await ask(path);
      expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      const texts = textsOf(await answer.text());
      expect(texts['feed/id']).toEqual([`https://progress.example.org/data${path}`]);
      expect(texts['feed/entry/content']?.map((text) => text.split(': ')[1]?.slice(0, 15))).toEqual([
        'It was accepted',
        'Its only row wa',
      ]);
    });

    it('is well-formed whatever people write', async () => {
      const receipt = await send();
      const answer = await decide(receipt, { decision: 'return', text: `Why ${HOSTILE}?` });
      expect(answer.status).toBe(200);
      const [entry = ''] = await entriesOf(
        ask(`/api/v1/submissions/${receipt}/feed.atom`, keys.senderHeaders),
      );
      expect(entry).toContain('“Why ]]&gt;&lt;b&gt;&amp;amp;?”');
    });

    it('is not sent again to whoever has it', async () => {
      const path = `/api/v1/submissions/${await send()}/feed.atom`;
      const tag = (await ask(path, keys.senderHeaders)).headers.get('etag') ?? '';
      const again = await ask(path, { ...keys.senderHeaders, 'if-none-match': tag });
      expect([again.status, await again.text()]).toEqual([304, '']);
    });
  });

  describe('the feed of a community', () => {
    const path = `/api/v1/communities/${SENDING}/submissions.atom`;

    it('shows everybody what was accepted, and its own people all', async () => {
      const receipt = await send();
      const idsOf = async (answer: Promise<Response>): Promise<string> =>
        textsOf(await (await answer).text())['feed/entry/id']?.join(' ') ?? '';
      expect(await idsOf(ask(path))).not.toContain(receipt);
      expect(await idsOf(ask(path, keys.senderHeaders))).toContain(receipt);
      expect(await idsOf(ask(path + (await secretOf())))).toContain(receipt);
      await decide(receipt, { decision: 'accept' });
      expect(await idsOf(ask(path))).toContain(receipt);
    });

    it('has one secret address at a time, for its own submissions only', async () => {
      const first = await secretOf();
      const second = await secretOf();
      const status = async (search: string, of = path): Promise<number> => (await ask(of + search)).status;
      expect(await status(first)).toBe(404);
      expect(await status(second)).toBe(200);
      expect(await status(second, `/api/v1/communities/${REVIEWING}/submissions.atom`)).toBe(404);
      const ended = await ask(`/api/v1/communities/${SENDING}/feed-secret`, keys.senderHeaders, {
        method: 'DELETE',
      });
      expect(ended.status).toBe(204);
      expect(await status(second)).toBe(404);
    });

    it('gives a secret address to members only', async () => {
      const make = (headers: Readonly<Record<string, string>>) =>
        ask(`/api/v1/communities/${SENDING}/feed-secret`, headers, { method: 'POST' });
      expect((await make({})).status).toBe(401);
      expect((await make(keys.reviewerHeaders)).status).toBe(403);
      expect((await make(keys.administratorHeaders)).status).toBe(403);
    });

    it('speaks the language that is asked for', async () => {
      const text = await (await ask(`${path}?lang=en`)).text();
      expect(text).toContain('<feed xml:lang="en" xmlns="http://www.w3.org/2005/Atom">');
    });
  });

  describe('the contact of the holder of a key', () => {
    const put = (body: object, headers = keys.senderHeaders) =>
      ask(
        '/api/v1/me/contact',
        { ...headers, 'content-type': 'application/json' },
        { method: 'PUT', body: JSON.stringify(body) },
      );

    it('is left, confirmed and ended by the links of a mail, and never shown', async () => {
      const left = await put({ address: 'sender@example.org', language: 'en' });
      expect([left.status, await left.json()]).toEqual([200, { language: 'en', confirmed: false }]);
      await running.app.get(NoticeMailService).sendDue(new Date(Date.now() + 1_000));
      const [mail] = post.taken();
      const removal = /List-Unsubscribe: <https:\/\/progress\.example\.org\/data(.*?)>/.exec(
        mail?.text ?? '',
      )?.[1];
      if (removal === undefined) throw new Error('The mail has no link to end it');

      const confirmed = await ask(removal.replace('removal', 'confirmation'), {}, { method: 'POST' });
      expect(confirmed.status).toBe(204);
      const state = await ask('/api/v1/me/contact', keys.senderHeaders);
      expect(await state.json()).toEqual({ language: 'en', confirmed: true });

      // As a mail program does it. Source: RFC 8058.
      const oneClick = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
      expect((await ask(removal, {}, oneClick)).status).toBe(204);
      expect((await ask('/api/v1/me/contact', keys.senderHeaders)).status).toBe(404);
    });

    it('is refused in words that do not repeat it', async () => {
      const refused = await put({ address: 'sender at example.org' });
      expect(refused.status).toBe(422);
      expect(await refused.text()).not.toContain('sender at');
    });

    it('is nobody’s without a key', async () => {
      expect((await put({ address: 'sender@example.org' }, {})).status).toBe(401);
      expect(
        (await ask('/api/v1/contacts/AAAAAAAAAAAAAAAAAAAAAA/confirmation', {}, { method: 'POST' })).status,
      ).toBe(404);
    });
  });
});
