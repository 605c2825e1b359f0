import excel from 'exceljs';
import { startApp, type RunningApp } from '../support/running-app.js';
import { anyKeys, SENDING, type Keys } from './keys.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Report {
  readonly receipt: string | null;
  readonly state: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly { readonly code: string }[];
}

describe('contributing figures', () => {
  let running: RunningApp;
  let keys: Keys;

  beforeAll(async () => {
    running = await startApp();
    keys = await anyKeys(running);
  }, 120_000);

  afterAll(() => running.close());

  const get = (address: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(running.url + address, { headers });
  const post = (
    address: string,
    body: BodyInit,
    type: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> =>
    fetch(running.url + address, {
      method: 'POST',
      body,
      headers: { ...keys.senderHeaders, 'content-type': type, ...headers },
    });
  const send = (body: BodyInit, type = 'text/csv', query = ''): Promise<Response> =>
    post(`/api/v1/submissions${query}`, body, type);
  const confirm = (request: object): Promise<Response> =>
    post('/api/v1/confirmations', JSON.stringify(request), 'application/json');

  describe.each(['ar', 'en', 'es', 'fr', 'ru', 'zh'])('a template in %s', (lang) => {
    it('is prefilled with what is known and reads back when it is filled', async () => {
      const answer = await get(`/api/v1/templates/KEN.xlsx?issue=ACCESS&lang=${lang}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, XLSX]);
      expect(answer.headers.get('content-disposition')).toBe(
        `attachment; filename="KEN-ACCESS-${lang}.xlsx"`,
      );
      const workbook = new excel.Workbook();
      await workbook.xlsx.load(await answer.arrayBuffer());
      const sheet = workbook.worksheets[0];
      if (sheet === undefined) throw new Error('A template without a sheet');
      const line = [...Array(sheet.rowCount + 1).keys()].find(
        (row) => sheet.getCell(`B${String(row || 1)}`).value === 'UI_NETUSE',
      );
      const at = (column: string) => sheet.getCell(`${column}${String(line)}`);
      expect(at('O').value).toEqual(Number(at('C').value) - 1);
      at('D').value = 61.5;
      at('E').value = `Survey in ${lang}`;
      const check = await send((await workbook.xlsx.writeBuffer()) as never, XLSX, '?mode=check');
      const { counts, problems } = (await check.json()) as Report;
      expect([check.status, counts, problems]).toEqual([
        200,
        expect.objectContaining({ good: 1, bad: 0 }),
        [],
      ]);
    });
  });

  it('gives a template once more from memory, with the name of its file', async () => {
    const [first, second] = [await get('/api/v1/templates/KEN.csv'), await get('/api/v1/templates/KEN.csv')];
    expect(await second.text()).toBe(await first.text());
    for (const answer of [first, second]) {
      expect(answer.headers.get('content-disposition')).toBe('attachment; filename="KEN-en.csv"');
    }
    const tag = first.headers.get('etag') ?? '';
    expect((await get('/api/v1/templates/KEN.csv', { 'if-none-match': tag })).status).toBe(304);
  });

  it('knows no template of what there is not', async () => {
    const statuses = ['KEM.csv', 'KEN.csv?issue=NONE', 'KEN.csv?community=none', 'KEN.csv?lang=de'].map(
      async (address) => (await get(`/api/v1/templates/${address}`)).status,
    );
    expect(await Promise.all(statuses)).toEqual([404, 400, 400, 400]);
  });

  it('comes to its end: what failed is mended in the file that came back, and sent again', async () => {
    const file =
      'pays;indicateur;année;valeur;source\nKEN;WO_CSPART;2021;0,61;Enquête\nKEM;WO_CSPART;2022;0,62;Enquête\n';
    const asFile = await post('/api/v1/submissions?mode=check', file, 'text/csv', { accept: 'text/csv' });
    expect([asFile.status, asFile.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/csv'),
    ]);
    const found = await asFile.text();
    const { receipt } = (await (await send(file)).json()) as Report;
    const address = `/api/v1/submissions/${receipt ?? ''}/problems.csv`;
    expect((await get(address)).status).toBe(404);
    const kept = await get(address, keys.senderHeaders);
    expect(kept.headers.get('content-disposition')).toContain('attachment');
    const problems = await kept.text();
    expect(problems).toBe(found);
    const unmended = await send(problems);
    expect([unmended.status, ((await unmended.json()) as { type: string }).type]).toEqual([
      422,
      '/problems/no_usable_rows',
    ]);
    const mended = await send(problems.replace(';KEM;', ';KEN;'));
    const report = (await mended.json()) as Report;
    expect([mended.status, report.counts, report.problems]).toEqual([
      201,
      expect.objectContaining({ rows: 1, good: 1 }),
      [],
    ]);
    const rows = await get(`/api/v1/submissions/${report.receipt ?? ''}/rows`, keys.senderHeaders);
    expect(await rows.json()).toMatchObject({ items: [{ country: 'KEN', year: 2022, value: 0.62 }] });
  });

  it('gives the rows of a file of which none can be taken, as an error', async () => {
    const file = 'country,indicator,year,value,source\nKEM,WO_CSPART,2022,0.62,Survey\n';
    const answer = await post('/api/v1/submissions?mode=check', file, 'text/csv', { accept: 'text/csv' });
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining(',KEM,WO_CSPART,2022,0.62,Survey'),
    ]);
  });

  it('takes the word that nothing is newer', async () => {
    const request = { area: 'KEN', indicator: 'UI_NETUSE', community: SENDING };
    const answer = await confirm(request);
    expect([answer.status, await answer.json()]).toEqual([
      201,
      { receipt: null, confirmedAt: expect.stringMatching(/^\d{4}-.*Z$/), year: expect.any(Number) },
    ]);
    const refused = await confirm({
      area: 'KEN',
      indicator: 'CA_NO_SHUTDOWN_RULE',
      evidence: 'https://example.org',
    });
    expect([refused.status, await refused.json()]).toEqual([
      409,
      expect.objectContaining({
        type: '/problems/nothing_to_confirm',
        detail: expect.stringContaining(SENDING),
      }),
    ]);
    expect((await confirm({ area: 'KEN' })).status).toBe(400);
  });
});
