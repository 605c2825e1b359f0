import { AccessService } from '../../src/access/access.service.js';
import { PageReader, type ReadPage } from '../support/page-reader.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { REVIEWING, SENDING } from './keys.js';
import { unguarded } from '../support/unguarded.js';

/** Breaks out of texts, attributes, text areas, comments and scripts where any of them is not escaped. */
const BREAK = `"'></textarea></title></script>--><img src=x onerror=alert(1)><script>alert(1)</script>`;
const HEADER = 'country,indicator,year,value,source,note';

describe('what people write, on pages', () => {
  let running: RunningApp;
  let sender: PageReader;
  let reviewer: PageReader;

  beforeAll(async () => {
    running = await startApp();
    const access = running.app.get(AccessService);
    const readerOf = async (community: string, role: 'submitter' | 'reviewer'): Promise<PageReader> => {
      const reader = new PageReader(running.url);
      await reader.signIn((await access.createKey({ community, roles: [role], name: BREAK })).key);
      return reader;
    };
    sender = await readerOf(SENDING, 'submitter');
    reviewer = await readerOf(REVIEWING, 'reviewer');
  }, 120_000);
  afterAll(() => running.close());

  /** Nothing that was written has become a mark of the page. */
  function expectHarmless({ html, status }: ReadPage): void {
    expect(status).toBeLessThan(500);
    for (const mark of ['<img src=x', '<script>', `"'></`]) expect(html.split(mark)).toHaveLength(1);
    expect([...html.matchAll(/<\/textarea>/g)].length).toBe([...html.matchAll(/<textarea\b/g)].length);
    expect([...html.matchAll(/<\/title>/g)].length).toBe(1);
  }
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const draftOf = async (content: string, name: string): Promise<ReadPage> =>
    sender.send(await sender.open('/en/contribute'), '/contribute', {}, { name, content });

  it('is text on every page of a submission, from the draft to the accepted figure', async () => {
    const source = quoted(`Survey ${BREAK}`);
    const content =
      `${HEADER},${quoted(BREAK)}\n` +
      `KEN,UI_NETUSE,2024,61.5,${source},${quoted(BREAK)},x\n` +
      `${quoted(BREAK)},UI_NETUSE,2023,60,${source},,x\n` +
      `KEN,UI_NETUSE,${quoted(BREAK)},${quoted(BREAK)},${source},,x\n`;
    const draft = await draftOf(content, `${BREAK}.csv`);
    expect(draft.status).toBe(200);
    expect(draft.text).toContain('onerror=alert(1)');
    expectHarmless(draft);
    const answered = await sender.send(draft, '/answers', { 'answer-sheet': BREAK, 'answer-country': BREAK });
    expectHarmless(answered);
    const again = await sender.open(draft.path);
    const sent = await sender.send(
      again.html.includes('/send"') ? again : await draftOf(content, 'b.csv'),
      '/send',
    );
    expectHarmless(sent);
    const receipt = sent.path.split('/').at(-1) ?? '';

    const desk = await reviewer.open(`/en/review/${receipt}`);
    expect(desk.text).toContain('onerror=alert(1)');
    expectHarmless(desk);
    const [cell = ''] = /\d+\.\d+\.note/.exec(desk.html) ?? [];
    const unread = await reviewer.send(desk, '/decision', {
      text: BREAK,
      decision: BREAK,
      cell: [cell, BREAK],
    });
    expect(unread.status).toBe(422);
    expectHarmless(unread);
    const nowhere = {
      decision: 'return',
      text: BREAK,
      cell: [BREAK, '1.1e9.note', '-1.-1.value', '9.9.__proto__'],
    };
    expectHarmless(await reviewer.send(desk, '/decision', nowhere));
    const returned = await reviewer.send(desk, '/decision', { decision: 'return', text: BREAK, cell });
    expectHarmless(returned);
    const asked = await sender.open(sent.path);
    expectHarmless(asked);
    expectHarmless(
      await sender.send(asked, '/corrections', { [`cell.${BREAK}`]: 'x', 'cell.1.9e99.year': '1' }),
    );
    expectHarmless(await sender.send(asked, '/corrections', { [`cell.${cell}`]: `a ${BREAK}` }));
    for (const reader of [sender, reviewer, new PageReader(running.url)]) {
      for (const path of [
        'submissions',
        `submissions/${receipt}`,
        'review',
        `review/${receipt}`,
        'notices',
      ]) {
        expectHarmless(await reader.open(`/en/${path}`));
      }
    }
    const accepted = await reviewer.send(await reviewer.open(`/en/review/${receipt}`), '/decision', {
      decision: 'accept',
    });
    expect(accepted.text).toContain('Accepted');
    const open = new PageReader(running.url);
    for (const path of [`submissions/${receipt}`, 'countries/KEN', 'indicators/UI_NETUSE']) {
      expectHarmless(await open.open(`/en/${path}`));
    }
  });

  it('is text when it is a name of a community', async () => {
    const [community]: { name: string }[] = await running.database.dataSource.query(
      'SELECT name FROM community WHERE code = $1',
      [SENDING],
    );
    const rename = (name: string | undefined): Promise<unknown> =>
      unguarded(running.database.dataSource, 'UPDATE community SET name = $2 WHERE code = $1', [
        SENDING,
        name,
      ]);
    await rename(BREAK);
    try {
      const list = await sender.open('/en/submissions');
      expect(list.text).toContain('onerror=alert(1)');
      expectHarmless(list);
      expectHarmless(await reviewer.open('/en/review'));
    } finally {
      await rename(community?.name);
    }
  });

  it('is text in addresses and fields that pages repeat', async () => {
    const evil = encodeURIComponent(BREAK);
    for (const path of [
      `sign-in?to=${evil}`,
      `contribute?country=${evil}&issue=${evil}&confirmed=${evil}`,
      `contribute?country=KEN&community=${evil}`,
      `submissions/${evil}`,
      `review/${evil}?after=${evil}`,
      `contact/${evil}`,
      evil,
    ]) {
      const page = await sender.open(`/en/${path}`);
      expect(page.status).toBeLessThan(500);
      expectHarmless(page);
    }
  });

  it('holds no character that no text holds', async () => {
    const draft = await draftOf(`${HEADER}\nKEN,UI_NETUSE,2020,41.5,Without,\n`, 'a\0b.csv');
    expect(draft.status).toBe(200);
    const answered = await sender.send(draft, '/answers', { 'answer-source': 'a\0b' });
    expect(answered.status).toBe(400);
    const file = { name: 'a.csv', content: HEADER };
    const upload = await sender.send(
      await sender.open('/en/contribute'),
      '/contribute',
      { community: 'a\0b' },
      file,
    );
    expect(upload.status).toBe(400);
    for (const path of [
      'submissions/%00',
      'review/%00',
      'contribute?country=%00&confirmed=%00',
      'contact/%00',
    ]) {
      expect((await sender.open(`/en/${path}`)).status).toBeLessThan(500);
    }
  });

  it('names no file and sets no header', async () => {
    const draft = await draftOf(
      `${HEADER}\nKEM,UI_NETUSE,2024,61.5,Survey,\n`,
      'a"\r\nset-cookie: evil=1\r\n.csv',
    );
    const file = await sender.open(`${draft.path}/problems.csv`);
    expect(file.response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="problems-[0-9a-f]{32}\.csv"$/,
    );
    expect(file.response.headers.get('x-content-type-options')).toBe('nosniff');
    const evil = await sender.open('/en/submissions/a%0d%0aset-cookie:%20evil=1/problems.csv');
    expect([evil.status, sender.held.has('evil')]).toEqual([404, false]);
    expect((await fetch(`${running.url}/api/v1/templates/KEN%0d%0ax.csv`)).headers.get('x')).toBeNull();
  });

  it('does not swell pages: long cells are told in their beginning', async () => {
    const long = 'x'.repeat(30_000);
    const rows = Array.from({ length: 20 }, (_, n) => `${long},UI_NETUSE,${String(1990 + n)},50,Survey,`);
    const draft = await draftOf([HEADER, 'KEN,UI_NETUSE,2024,61.5,Survey,', ...rows].join('\n'), 'long.csv');
    expect(draft.status).toBe(200);
    expect(draft.html.length).toBeLessThan(100_000);
  });

  it('comes back in the form when a step is refused, with the fault at its field', async () => {
    const draft = await draftOf(`${HEADER}\nKEN,UI_NETUSE,2021,51.5,Kept survey,\n`, 'kept.csv');
    const sent = await sender.send(draft, '/send');
    const receipt = sent.path.split('/').at(-1) ?? '';
    const desk = await reviewer.open(`/en/review/${receipt}`);
    const [cell = ''] = /\d+\.\d+\.value/.exec(desk.html) ?? [];
    const bare = await reviewer.send(desk, '/decision', {
      decision: 'return',
      reasonCode: 'wrong_year',
      cell,
    });
    expect(bare.status).toBe(422);
    expect(bare.html).toMatch(/<section class="fault"[^>]*\btabindex="-1"[^>]*\bautofocus/);
    expect(bare.html).toContain('href="#reason"');
    expect(bare.html).toMatch(
      /<textarea id="reason"[^>]*aria-invalid="true" aria-describedby="fault reason-hint"/,
    );
    expect(bare.html).toMatch(
      /<option[^>]*(value="wrong_year"[^>]*selected|selected[^>]*value="wrong_year")/,
    );
    expect(bare.html).toMatch(new RegExp(`<input[^>]*value="${cell}"[^>]*\\bchecked`));
    expect(bare.html).toMatch(/<input id="verdict-return"[^>]*\bchecked/);
    const unsaid = await reviewer.send(desk, '/decision', { text: 'The year, I think.' });
    expect(unsaid.html).toContain('href="#verdict-accept"');
    expect(unsaid.html).toContain('The year, I think.</textarea>');

    await reviewer.send(desk, '/decision', { decision: 'return', text: 'See the table.', cell });
    const asked = await sender.open(sent.path);
    const wrong = await sender.send(asked, '/corrections', { [`cell.${cell}`]: 'sixty' });
    expect(wrong.status).toBe(422);
    const [, ordinal = ''] = cell.split('.');
    expect(wrong.html).toMatch(
      new RegExp(`<input id="cell-${ordinal}-value"[^>]*value="sixty"[^>]*aria-invalid="true"`),
    );
    expect(wrong.html).toContain(`href="#cell-${ordinal}-value"`);
  });

  it('keeps ticks while a reviewer leafs through the rows', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, n) => `KEN,UI_NETUSE,${String(1990 + n)},5${String(n % 10)}.5,Leaf,`,
    );
    const sent = await sender.send(await draftOf([HEADER, ...rows].join('\n'), 'leaf.csv'), '/send');
    const desk = await reviewer.open(`/en/review/${sent.path.split('/').at(-1) ?? ''}`);
    const [first = ''] = /\d+\.\d+\.value/.exec(desk.html) ?? [];
    const [, next = ''] = /name="next" value="(\d+)"/.exec(desk.html) ?? [];
    const { action } = desk.form('/decision');
    const { _token = '', version = '' } = desk.form('/decision').hidden;
    const fields = { _token, version, next, cell: first, text: 'Two cells.' };
    const further = await fetch(running.url + action.replace('/decision', '/rows'), {
      method: 'POST',
      headers: { cookie: [...reviewer.held].map((pair) => pair.join('=')).join('; ') },
      body: new URLSearchParams(fields),
    });
    const html = await further.text();
    expect(html).toContain('Two cells.</textarea>');
    expect(html).toContain(`<input type="hidden" name="cell" value="${first}"`);
    const [, second = ''] = /type="checkbox" name="cell" value="(\d+\.\d+\.value)"/.exec(html) ?? [];
    const returned = await reviewer.send(desk, '/decision', {
      decision: 'return',
      text: 'Two cells.',
      cell: [first, second],
    });
    expect(returned.text).toContain('Returned to be corrected');
    const asked = await sender.open(sent.path);
    expect([...asked.html.matchAll(/<input id="cell-\d+-value"/g)]).toHaveLength(2);
  });
});
