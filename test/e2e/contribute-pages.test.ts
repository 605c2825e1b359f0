import { AccessService } from '../../src/access/access.service.js';
import { PageReader, type ReadPage } from '../support/page-reader.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { assessFormCases } from './assess-form.cases.js';
import { REVIEWING, SENDING } from './keys.js';

const HEADER = 'country,indicator,year,value,source\r\n';
const GOOD = `${HEADER}Kenya,UI_NETUSE,2024,61.5,Household survey 2024\r\nKenya,UI_NETUSE,2022,55.25,Household survey 2024\r\n`;
const MIXED = `${GOOD}Kenia,UI_NETUSE,2021,480,Household survey 2024\r\n`;

describe('contributing by pages, without script', () => {
  let running: RunningApp;
  const keys = { sender: '', colleague: '', reviewer: '' };

  beforeAll(async () => {
    running = await startApp();
    const access = running.app.get(AccessService);
    const keyOf = async (community: string, roles: readonly ('submitter' | 'reviewer')[]): Promise<string> =>
      (await access.createKey({ community, roles, name: roles.join(' ') })).key;
    keys.sender = await keyOf(SENDING, ['submitter']);
    keys.colleague = await keyOf(SENDING, ['submitter', 'reviewer']);
    keys.reviewer = await keyOf(REVIEWING, ['reviewer']);
  }, 120_000);

  afterAll(async () => {
    await running.close();
  });

  assessFormCases(() => ({ running, sender: keys.sender }));

  async function readerWith(key: string): Promise<PageReader> {
    const reader = new PageReader(running.url);
    await reader.signIn(key);
    return reader;
  }

  /** Uploads a file and gives the page of its draft. */
  async function draftOf(reader: PageReader, name: string, content: string): Promise<ReadPage> {
    return reader.send(await reader.open('/en/contribute'), '/contribute', {}, { name, content });
  }

  it('asks for the key, and refuses one that is not in force', async () => {
    const reader = new PageReader(running.url);
    const asked = await reader.open('/en/submissions');
    expect(asked.path).toBe('/en/sign-in?to=%2Fen%2Fsubmissions');
    const refused = await reader.send(asked, '/sign-in', { key: 'iww_nobody' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('This key is not known');
    const entered = await reader.send(refused, '/sign-in', { key: keys.sender });
    expect(entered.path).toBe('/en/submissions');
    expect(entered.response.headers.get('cache-control')).toBe('private, no-store');
  });

  it('ends the session at signing out, and no older token lives on', async () => {
    const reader = await readerWith(keys.sender);
    const before = reader.held.get('iww') ?? '';
    await reader.send(await reader.open('/en/submissions'), '/sign-out');
    const headers = { cookie: `iww=${before}` };
    const answer = await fetch(`${running.url}/en/submissions`, { headers, redirect: 'manual' });
    expect(answer.status).toBe(303);
  });

  it('takes no form without the token of its session, and no session at the interface of machines', async () => {
    const reader = await readerWith(keys.sender);
    const cookie = `iww=${reader.held.get('iww') ?? ''}`;
    const forged = await fetch(`${running.url}/en/sign-out`, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams({ _token: 'guessed' }),
    });
    expect(forged.status).toBe(403);
    expect((await fetch(`${running.url}/api/v1/submissions`, { headers: { cookie } })).status).toBe(401);
    expect((await reader.open('/en/submissions')).path).toBe('/en/submissions');
  });

  it('refuses signing in on plain http across a network, with the reason', async () => {
    const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
      const { hostname, port } = new URL(running.url);
      void import('node:http').then(({ get }) => {
        get(
          { hostname, port, path: '/en/sign-in', headers: { host: 'progress.example.org' } },
          (response) => {
            let body = '';
            response.on('data', (chunk: Buffer) => (body += chunk.toString()));
            response.on('end', () => {
              resolve({ status: response.statusCode ?? 0, body });
            });
          },
        ).on('error', reject);
      });
    });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('https://');
  });

  it('says what is there of a country and an issue, and leads to a table to fill', async () => {
    const page = await new PageReader(running.url).open('/en/contribute?country=KEN&issue=ACCESS');
    expect(page.text).toMatch(/\d+ of \d+ indicators have a figure/);
    const [, template = ''] = /href="(\/api\/v1\/templates\/KEN\.csv[^"]*)"/.exec(page.html) ?? [];
    const answer = await fetch(running.url + template.replaceAll('&amp;', '&'));
    expect(answer.status).toBe(200);
  });

  it('opens on one indicator, says why it has no figure, and gives a table for it alone', async () => {
    const reader = new PageReader(running.url);
    const all = await reader.open('/en/contribute?country=KEN&issue=ACCESS');
    expect(all.text).toContain('No published figures are held here, for any country:');
    const [, link = ''] = /href="([^"]*indicator=UI_HHNET[^"]*)"/.exec(all.html) ?? [];
    const one = await reader.open(link.replaceAll('&amp;', '&'));
    expect(one.text).toContain(
      'You came to add a figure for this indicator: Households with Internet access',
    );
    const [, template = ''] = /href="(\/api\/v1\/templates\/KEN\.csv[^"]*)"/.exec(one.html) ?? [];
    const table = await (await fetch(running.url + template.replaceAll('&amp;', '&'))).text();
    const filled = table.trim().split('\r\n').slice(2);
    expect(filled.map((line) => line.split(',')[1])).toEqual(['UI_HHNET']);
  });

  it('notes in one click that nothing newer is known', async () => {
    const reader = await readerWith(keys.sender);
    const page = await reader.open('/en/contribute?country=KEN&issue=ACCESS');
    const noted = await reader.send(page, '/contribute/confirmations');
    expect(noted.text).toContain('It is noted that nothing newer is known');
    expect(noted.text).toContain('knows of nothing newer');
  });

  it('shows what was understood before anything is sent, and nothing of it to others', async () => {
    const reader = await readerWith(keys.sender);
    const draft = await draftOf(reader, 'mixed.csv', MIXED);
    expect(draft.text).toContain('2 of 3 rows can be used; one row has a fault');
    expect(draft.text).toMatch(/Row 4, column D \(value\)/);
    const colleague = await readerWith(keys.colleague);
    expect((await colleague.open(draft.path)).status).toBe(404);
    const file = await reader.open(`${draft.path}/problems.csv`);
    expect(file.text).toContain('Kenia');
    const gone = await reader.send(draft, '/discard');
    expect(gone.path).toBe('/en/contribute');
    expect((await reader.open(draft.path)).status).toBe(404);
  });

  it('asks what the file cannot tell, and reads it again by the answer', async () => {
    const reader = await readerWith(keys.sender);
    const content = `country;indicator;year;value;source\r\nKenya;UI_INTLBW;2022;1,234;Survey\r\n`;
    const draft = await draftOf(reader, 'ambiguous.csv', content);
    expect(draft.text).toContain('One question about the file');
    const read = await reader.send(draft, '/answers', { 'answer-decimal': ',' });
    expect(read.text).toContain('can be used');
    expect(read.text).not.toContain('question about the file');
    await reader.send(read, '/discard');
  });

  it('goes the whole way: sent, returned, corrected, accepted, on the page of the country, reverted', async () => {
    const sender = await readerWith(keys.sender);
    const [header = '', first = '', second = ''] = GOOD.split('\r\n');
    const noted = [`${header},note`, `${first},Minister John Doe ordered it.`, `${second},`].join('\r\n');
    const draft = await draftOf(sender, 'survey.csv', noted);
    const hint = 'The note names a person: “Minister John Doe”.';
    expect(draft.text).toContain(hint);
    const sent = await sender.send(draft, '/send');
    expect(sent.text).toContain('Waiting for a reviewer');
    const receipt = sent.path.split('/').at(-1) ?? '';

    const own = await (await readerWith(keys.colleague)).open(`/en/review/${receipt}`);
    expect(own.text).toContain('Nobody decides on what they sent themselves');
    expect(() => own.form('/decision')).toThrow();

    const reviewer = await readerWith(keys.reviewer);
    expect((await reviewer.open('/en/review')).html).toContain(`/en/review/${receipt}`);
    const desk = await reviewer.open(`/en/review/${receipt}`);
    expect(desk.text).toContain(hint);
    const [cell = ''] = /\d+\.\d+\.value/.exec(desk.html) ?? [];
    const bare = await reviewer.send(desk, '/decision', { decision: 'return', cell });
    expect(bare.status).toBe(422);
    expect(bare.text).toContain('A reason is needed');
    const returned = await reviewer.send(desk, '/decision', {
      decision: 'return',
      reasonCode: 'conduct',
      text: 'The table says otherwise.',
      cell,
    });
    expect(desk.html).toContain('<option value="conduct">');
    expect(returned.text).toContain('Returned to be corrected');

    const asked = await sender.open(`/en/submissions/${receipt}`);
    expect(asked.text).toContain('The table says otherwise.');
    const wrong = await sender.send(asked, '/corrections', { [`cell.${cell}`]: 'sixty' });
    expect(wrong.status).toBe(422);
    const corrected = await sender.send(asked, '/corrections', { [`cell.${cell}`]: '62.5' });
    expect(corrected.text).toContain('Waiting for a reviewer');

    const again = await reviewer.open(`/en/review/${receipt}`);
    expect(again.html).toContain('<del>61.5</del>');
    expect(again.html).toContain('<ins>62.5</ins>');
    const stale = await reviewer.send(desk, '/decision', { decision: 'accept' });
    expect(stale.status).toBe(412);
    const accepted = await reviewer.send(again, '/decision', { decision: 'accept' });
    expect(accepted.text).toContain('Accepted');

    const indicator = await new PageReader(running.url).open('/en/indicators/UI_NETUSE?area=KEN');
    expect(indicator.status).toBe(200);
    const open = await new PageReader(running.url).open(`/en/submissions/${receipt}`);
    expect(open.status).toBe(200);
    expect(open.html).not.toContain('_token');

    const reverted = await reviewer.send(accepted, '/revert', { text: 'The survey was withdrawn.' });
    expect(reverted.text).toContain('Accepted, later reverted');
  });

  it('refuses a file that is none, on the page where it was chosen', async () => {
    const reader = await readerWith(keys.sender);
    const none = await reader.send(
      await reader.open('/en/contribute'),
      '/contribute',
      {},
      { name: '', content: '' },
    );
    expect(none.status).toBe(422);
    expect(none.text).toContain('Which file?');
    const image = await draftOf(reader, 'photo.png', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR');
    expect(image.status).toBeGreaterThanOrEqual(400);
    expect(image.status).toBeLessThan(500);
    expect(image.html).toContain('aria-invalid="true"');
  });
});
