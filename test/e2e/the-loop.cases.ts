import { startApp, type RunningApp } from '../support/running-app.js';
import { anyKeys, REVIEWING, SENDING, type Keys } from './keys.js';

interface Report {
  readonly receipt: string | null;
  readonly state: string;
  readonly repeated: boolean;
  readonly summary: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly Readonly<Record<string, unknown>>[];
}

const GOOD = `country,indicator,year,value,source,note
KEN,WO_CSPART,2024,0.62,"National survey, 2024",first wave
KE,WO_CSPART,2020,0.5,"National survey, 2024",
404,WO_CSPART,2021,0.53,"National survey, 2024",=2+3
`;

interface Line {
  readonly indicator: string;
  readonly level: number;
  readonly flags: readonly string[];
  readonly figure: { readonly observation: string };
}

describe('the loop from a file to the page of a country', () => {
  let running: RunningApp;
  let keys: Keys;

  beforeAll(async () => {
    running = await startApp();
    keys = await anyKeys(running);
  }, 120_000);

  afterAll(() => running.close());

  const send = (body: string, query = '', headers = keys.senderHeaders): Promise<Response> =>
    fetch(`${running.url}/api/v1/submissions${query}`, {
      method: 'POST',
      body,
      headers: { ...headers, 'content-type': body.startsWith('{') ? 'application/json' : 'text/csv' },
    });
  const get = (address: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(running.url + address, { headers });
  const decide = (
    receipt: string,
    decision: object,
    headers: Readonly<Record<string, string>>,
  ): Promise<Response> =>
    fetch(`${running.url}/api/v1/submissions/${receipt}/decisions`, {
      method: 'POST',
      body: JSON.stringify(decision),
      headers: { ...headers, 'content-type': 'application/json', 'if-match': '*' },
    });
  const read = async <Answer>(answer: Promise<Response>): Promise<Answer> =>
    (await (await answer).json()) as Answer;

  it('checks a file and leaves every table as it was', async () => {
    // The first use of a key on a day is noted.
    await get('/api/v1/me', keys.senderHeaders);
    const before = await fingerprints();
    const answer = await send(GOOD, '?mode=check');
    expect(answer.status).toBe(200);
    const report = (await answer.json()) as Report;
    expect(report).toMatchObject({
      receipt: null,
      state: 'checked',
      counts: { rows: 3, good: 3, problems: 0 },
    });
    expect(await fingerprints()).toEqual(before);
    expect(Object.keys(before).length).toBeGreaterThan(10);
  });

  it('shows an accepted figure on the page, in scores, observations and chart, with its trace', async () => {
    const answer = await send(GOOD, '?fileName=survey.csv');
    expect(answer.status).toBe(201);
    const { receipt, counts } = (await answer.json()) as Report;
    expect(answer.headers.get('location')).toBe(`/api/v1/submissions/${receipt ?? ''}`);
    expect(counts).toMatchObject({ rows: 3, good: 3, bad: 0 });
    const tag = (await get('/api/v1/reports/countries/KEN')).headers.get('etag') ?? '';

    const own = await decide(receipt ?? '', { decision: 'accept' }, keys.ownReviewerHeaders);
    expect([own.status, (await own.json()) as object]).toEqual([
      403,
      expect.objectContaining({ type: '/problems/four_eyes' }),
    ]);
    const sender = await decide(receipt ?? '', { decision: 'accept' }, keys.senderHeaders);
    expect(sender.status).toBe(403);

    const decided = await decide(
      receipt ?? '',
      { decision: 'accept', text: 'Checked against the report' },
      keys.reviewerHeaders,
    );
    expect(decided.status).toBe(200);
    expect(await decided.json()).toMatchObject({
      receipt,
      state: 'accepted',
      counts: { added: 3, superseded: 0, unchanged: 0 },
    });

    const again = await get('/api/v1/reports/countries/KEN', { 'if-none-match': tag });
    expect(again.status).toBe(200);
    const report = (await again.json()) as { indicators: Line[] };
    const line = report.indicators.find(({ indicator }) => indicator === 'WO_CSPART');
    expect(line?.level).toBeCloseTo((100 * (0.62 - 0.1)) / (0.96 - 0.1), 9);
    expect(line).toMatchObject({ year: 2024, figure: { receipt, row: 2, community: SENDING } });
    expect(line?.flags).toContain('COMMUNITY_SOURCE');

    const scores = await read<{ items: { score: number; observation: string }[] }>(
      get('/api/v1/scores?area=KEN&node=WO_CSPART'),
    );
    expect(scores.items).toMatchObject([{ score: line?.level, observation: line?.figure.observation }]);

    const observations = await read<{ items: object[] }>(
      get(`/api/v1/observations?area=KEN&community=${SENDING}`),
    );
    expect(observations.items).toMatchObject([
      { year: 2020, value: 0.5, receipt, row: 3 },
      { year: 2021, value: 0.53, receipt, row: 4, note: '=2+3' },
      { year: 2024, value: 0.62, receipt, row: 2, note: 'first wave' },
    ]);
    const csv = await (await get(`/api/v1/observations.csv?area=KEN&community=${SENDING}`)).text();
    expect(csv).toContain(",'=2+3,");

    const trace = await read<Record<'submission' | 'decision', unknown>>(
      get(`/api/v1/observations/${line?.figure.observation ?? ''}`),
    );
    expect(trace.submission).toMatchObject({ receipt, state: 'accepted', fileName: 'survey.csv' });
    expect(trace.decision).toMatchObject({ communities: [{ code: REVIEWING }] });

    const chart = await read<{ segments: { points: object[] }[]; notes: string[] }>(
      get('/api/v1/charts/trend?area=KEN&node=WO_CSPART'),
    );
    expect(chart.segments.flatMap(({ points }) => points)).toContainEqual({
      year: 2024,
      value: 0.62,
      kind: 'observed',
    });
    expect(chart.notes.join(' ')).toContain('National survey, 2024');

    const page = await (await get('/en/countries/KEN')).text();
    expect(page).toContain(line?.figure.observation ?? 'no observation');
    const followed = await get(`/api/v1/submissions/${receipt ?? ''}`);
    expect([followed.status, ((await followed.json()) as Report).state]).toEqual([200, 'accepted']);
  });

  it('gives the same file the same receipt', async () => {
    const file = GOOD.replaceAll('KEN', 'TZA').replaceAll('KE,', 'TZ,').replaceAll('404', '834');
    const first = await send(file);
    const second = await send(file);
    const [one, two] = [(await first.json()) as Report, (await second.json()) as Report];
    expect([first.status, second.status, one.repeated, two.repeated]).toEqual([201, 200, false, true]);
    expect(two.receipt).toBe(one.receipt);
  });

  it('receives the good rows of a partly good file and tells the others, cell by cell', async () => {
    const file =
      'country,indicator,year,value,source\nUGA,WO_CSPART,2023,0.4,Survey\nUGX,WO_CSPART,2023,many,Survey\n';
    const answer = await send(file);
    const report = (await answer.json()) as Report;
    expect([answer.status, report.summary]).toEqual([201, 'Partly received: 1 of 2 rows.']);
    expect(report.problems.map(({ code, row, column, value }) => [code, row, column, value])).toEqual([
      ['unknown_area', 3, { letter: 'A', name: 'country' }, 'UGX'],
      ['not_a_number', 3, { letter: 'D', name: 'value' }, 'many'],
    ]);
    const rows = await read<{ items: object[] }>(
      get(`/api/v1/submissions/${report.receipt ?? ''}/rows`, keys.senderHeaders),
    );
    expect(rows.items).toMatchObject([{ row: 2, country: 'UGA', value: 0.4 }]);
    const problems = await get(
      `/api/v1/submissions/${report.receipt ?? ''}/problems.csv`,
      keys.senderHeaders,
    );
    expect((await problems.text()).split('\r\n')).toEqual([
      expect.stringMatching(
        / \(reason_not_taken\),.* \(what_is_right\),read_as\?decimal=\.,country,indicator,year,value,source$/,
      ),
      expect.stringMatching(/^"?Row 3, column A \(country\): .*,,UGX,WO_CSPART,2023,many,Survey$/),
      '',
    ]);
  });

  it('refuses a partly good file as a whole when asked to', async () => {
    const file =
      'country,indicator,year,value,source\nRWA,WO_CSPART,2023,0.4,Survey\nRWX,WO_CSPART,2023,0.4,Survey\n';
    const before = await fingerprints();
    const answer = await send(file, '?partial=false');
    expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([
      422,
      '/problems/file_has_problems',
    ]);
    expect(await fingerprints()).toEqual(before);
  });

  it('refuses a file without one usable row, with the report, and keeps nothing', async () => {
    const before = await fingerprints();
    const answer = await send('country,indicator,year,value,source\nXXX,NOPE,1,many,\n');
    const problem = (await answer.json()) as {
      type: string;
      report: object;
      errors: { code: string; row: number; hint: string }[];
    };
    expect([answer.status, problem.type]).toEqual([422, '/problems/no_usable_rows']);
    expect(problem.errors.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['unknown_area', 'unknown_indicator', 'not_a_number', 'missing_source']),
    );
    expect(problem.report).toMatchObject({ counts: { rows: 1, good: 0, bad: 1 } });
    expect(problem.errors.every(({ row, hint }) => row === 2 && hint !== '')).toBe(true);
    expect(await fingerprints()).toEqual(before);
  });

  it('judges JSON rows as it judges rows of a file', async () => {
    const rows = [
      { country: 'GHA', indicator: 'WO_CSPART', year: 2023, value: 0.61, source: 'Survey' },
      { country: 'GHX', indicator: 'WO_CSPART', year: 2023, value: 'half', source: 'Survey' },
    ];
    const answer = await send(JSON.stringify({ rows }), '?mode=check');
    const report = (await answer.json()) as Report;
    expect(report.counts).toMatchObject({ rows: 2, good: 1, bad: 1 });
    expect(report.problems.map(({ code, row }) => [code, row])).toEqual([
      ['unknown_area', 2],
      ['not_a_number', 2],
    ]);
  });

  it('asks what a file leaves open, and tells with the receipt what it changed', async () => {
    const table = 'country\tindicator\t2019\t2020\nKenya\tWO_BW_PER_USER\t1,234\t..\n';
    const sendAs = (type: string, query: string): Promise<Response> =>
      fetch(`${running.url}/api/v1/submissions${query}`, {
        method: 'POST',
        body: table,
        headers: { ...keys.senderHeaders, 'content-type': type },
      });
    const open = await sendAs('text/tab-separated-values', '?source=Survey');
    expect([open.status, await open.json()]).toEqual([
      422,
      expect.objectContaining({
        type: '/problems/needs_answer',
        questions: [
          expect.objectContaining({
            code: 'decimal_or_thousands',
            parameter: 'decimal',
            choices: ['.', ','],
            row: 2,
            value: '1,234',
            readings: ['1234', '1.234'],
          }),
        ],
      }),
    ]);
    const answered = await sendAs(
      'application/octet-stream',
      '?source=Survey&decimal=%2C&fileName=table.tsv',
    );
    const report = (await answered.json()) as Report & { repairs: readonly object[] };
    expect([answered.status, report.counts]).toEqual([201, expect.objectContaining({ good: 1, skipped: 1 })]);
    const comma = {
      code: 'decimal_comma',
      sentence: 'A comma before decimals was read as a point.',
      count: 1,
      column: { letter: 'C', name: '2019' },
      example: { row: 2, column: { letter: 'C', name: '2019' }, before: '1,234', after: '1.234' },
    };
    expect(report.repairs).toContainEqual(comma);
    const followed = await read<{ repairs: readonly object[] }>(
      get(`/api/v1/submissions/${report.receipt ?? ''}`, keys.senderHeaders),
    );
    expect(followed.repairs).toEqual(report.repairs);
    expect((await sendAs('text/csv', '?source=Survey&mapping=nonsense')).status).toBe(400);
  });

  it('hides a submission from strangers until it is accepted, and lists it to those it concerns', async () => {
    const { receipt } = await read<Report>(
      send(GOOD.replace('0.62', '0.63').replaceAll('KEN', 'MWI').replace('KE,', 'MW,').replace('404', '454')),
    );
    const strangers = await get(`/api/v1/submissions/${receipt ?? ''}`);
    expect(strangers.status).toBe(404);
    const listOf = async (
      list: string,
      headers: Readonly<Record<string, string>>,
    ): Promise<(string | null)[]> =>
      (await read<{ items: Report[] }>(get(`/api/v1/submissions?list=${list}`, headers))).items.map(
        (each) => each.receipt,
      );
    expect(await listOf('sent', keys.senderHeaders)).toContain(receipt);
    expect(await listOf('review', keys.reviewerHeaders)).toContain(receipt);
    expect(await listOf('review', keys.ownReviewerHeaders)).not.toContain(receipt);
    expect((await get('/api/v1/submissions?list=review', keys.senderHeaders)).status).toBe(403);
  });

  it('returns a submission only with a reason, and lets the first of two decisions win', async () => {
    const { receipt } = await read<Report>(send(GOOD.replace('0.62', '0.64')));
    const without = await decide(receipt ?? '', { decision: 'return' }, keys.reviewerHeaders);
    expect([without.status, (await read<{ type: string }>(Promise.resolve(without))).type]).toEqual([
      422,
      '/problems/reason_required',
    ]);
    const decisions = await Promise.all(
      ['return', 'reject'].map((decision) =>
        decide(
          receipt ?? '',
          { decision, text: 'The source is not clear', cells: [{ row: 2, column: 'source' }] },
          keys.reviewerHeaders,
        ),
      ),
    );
    expect(decisions.map(({ status }) => status).sort()).toEqual([200, 409]);
    const detail = await read<{ decisions: object[] }>(
      get(`/api/v1/submissions/${receipt ?? ''}`, keys.senderHeaders),
    );
    expect(detail.decisions).toMatchObject([
      { text: 'The source is not clear', cells: [{ row: 2, column: 'source' }] },
    ]);
  });

  it('lets its senders withdraw what nobody accepted, and nobody else', async () => {
    const { receipt } = await read<Report>(send(GOOD.replace('0.62', '0.65')));
    const withdraw = (headers: Readonly<Record<string, string>>): Promise<Response> =>
      fetch(`${running.url}/api/v1/submissions/${receipt ?? ''}/withdrawal`, {
        method: 'POST',
        headers: { ...headers, 'if-match': '*' },
      });
    expect((await withdraw(keys.reviewerHeaders)).status).toBe(403);
    expect(await read<Report>(withdraw(keys.senderHeaders))).toMatchObject({ receipt, state: 'withdrawn' });
    expect((await withdraw(keys.senderHeaders)).status).toBe(409);
    expect((await decide(receipt ?? '', { decision: 'accept' }, keys.reviewerHeaders)).status).toBe(409);
  });

  it('sends for no community but one’s own', async () => {
    const answer = await send(GOOD, `?community=${REVIEWING}`);
    expect([answer.status, (await read<{ type: string }>(Promise.resolve(answer))).type]).toEqual([
      403,
      '/problems/not_a_submitter',
    ]);
  });

  it('lets an administrator make a key that works at once', async () => {
    const made = await fetch(`${running.url}/api/v1/keys`, {
      method: 'POST',
      body: JSON.stringify({
        community: SENDING,
        roles: ['submitter'],
        name: 'New volunteer',
        expiresInDays: 7,
      }),
      headers: { ...keys.administratorHeaders, 'content-type': 'application/json' },
    });
    const { key, expiresAt } = (await made.json()) as { key: string; expiresAt: string };
    expect([made.status, made.headers.get('cache-control')]).toEqual([201, 'no-store']);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    const check = await send(GOOD, '?mode=check', { authorization: `Bearer ${key}` });
    expect(check.status).toBe(200);
  });

  /** What every table holds, as one hash each. */
  async function fingerprints(): Promise<Record<string, string>> {
    const tables: { name: string }[] = await running.database.dataSource.query(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
    );
    const hashes: Record<string, string> = {};
    for (const { name } of tables) {
      const [row]: { hash: string }[] = await running.database.dataSource.query(
        `SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS hash FROM "${name}" t`,
      );
      hashes[name] = row?.hash ?? '';
    }
    return hashes;
  }
});
