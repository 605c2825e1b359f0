import papaparse from 'papaparse';
import { startApp, type RunningApp } from '../support/running-app.js';

type Item = Readonly<Record<string, unknown>>;

describe('public reads', () => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await startApp();
  }, 120_000);

  afterAll(() => running.close());

  const get = (address: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(running.url + address, { headers });
  const json = async <Answer>(address: string): Promise<Answer> =>
    (await (await get(address)).json()) as Answer;
  const csv = async (address: string): Promise<Record<string, string>[]> => {
    const text = await (await get(address, { accept: 'text/csv' })).text();
    return papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  };

  it.each([
    'principles',
    'goals',
    'indicators',
    'objectives',
    'commitments',
    'crosswalk',
    'issues',
    'areas',
    'communities',
    'observations?area=KEN,BRA&year=2015..2024&limit=1000',
    'scores?area=KEN,FRA&by=indicator',
    'scores?by=principle&area=UN-AFRICAN&limit=1000',
    'scores?area=KEN&node=P2,UI_NETUSE&year=2015..2026',
  ])('says the same in JSON and CSV: %s', async (path) => {
    const { items } = await json<{ items: Item[] }>(`/api/v1/${path}`);
    const rows = await csv(`/api/v1/${path}`);
    expect(rows.length).toBe(items.length);
    expect(rows.length).toBeGreaterThan(0);
    rows.forEach((row, i) => {
      for (const [header, cell] of Object.entries(row)) {
        const name = header.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
        expect([i, header, cell]).toEqual([i, header, asCell(items[i]?.[name])]);
      }
    });
  });

  it('gives a country report with the same numbers in JSON and CSV', async () => {
    type Line = Readonly<Record<'code' | 'indicator' | 'score' | 'level' | 'value' | 'coverage', unknown>>;
    const report = await json<Record<'principles' | 'indicators' | 'commitments' | 'issues', Line[]>>(
      '/api/v1/reports/countries/KEN',
    );
    const rows = await csv('/api/v1/reports/countries/KEN');
    const cellsOf = (kind: string, column: string): string[] =>
      rows.filter((row) => row.kind === kind).map((row) => row[column] ?? '');
    expect(cellsOf('principle', 'level')).toEqual(report.principles.map(({ score }) => asCell(score)));
    expect(cellsOf('commitment', 'coverage')).toEqual(
      report.commitments.map(({ coverage }) => asCell(coverage)),
    );
    expect(cellsOf('issue', 'level')).toEqual(report.issues.map(({ score }) => asCell(score)));
    expect(cellsOf('indicator', 'value')).toEqual(report.indicators.map(({ value }) => asCell(value)));
    expect(cellsOf('indicator', 'level')).toEqual(report.indicators.map(({ level }) => asCell(level)));
    expect(report.principles.some(({ score }) => typeof score === 'number')).toBe(true);
  });

  it('gives a missing score as null with its reason, never as 0', async () => {
    const { items } = await json<{ items: Item[] }>('/api/v1/scores?area=KEN&node=P1');
    expect(items).toEqual([expect.objectContaining({ code: 'P1', score: null, missing: 'COVERAGE' })]);
  });

  it.each(['overview', 'issues/ACCESS', 'indicators/UI_NETUSE'])(
    'gives the report %s as CSV too',
    async (path) => {
      const rows = await csv(`/api/v1/reports/${path}`);
      expect(rows.length).toBeGreaterThan(100);
    },
  );

  it('takes the form from the address before the Accept header', async () => {
    const answer = await get('/api/v1/principles.csv', { accept: 'application/json' });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(answer.headers.get('vary')).toBe('accept, accept-language');
  });

  it('starts CSV with a byte order mark when asked to', async () => {
    const bytes = new Uint8Array(await (await get('/api/v1/principles.csv?bom=true')).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('lists the commitments nobody measures, and those somebody does', async () => {
    interface Commitments {
      readonly items: readonly {
        readonly covered: boolean;
        readonly links: readonly { readonly type: string }[];
      }[];
    }
    const uncovered = await json<Commitments>('/api/v1/commitments?covered=false');
    const covered = await json<Commitments>('/api/v1/commitments?covered=true');
    expect(uncovered.items.length).toBeGreaterThan(0);
    expect(covered.items.length).toBeGreaterThan(0);
    expect(uncovered.items.length + covered.items.length).toBe(101);
    expect(uncovered.items.every(({ links }) => links.every(({ type }) => type === 'context'))).toBe(true);
  });

  it('reads a list page by page without repeating or leaving out anything', async () => {
    const whole = await csv('/api/v1/observations?indicator=UI_COV4G');
    const ids: string[] = [];
    let address: string | undefined = '/api/v1/observations?indicator=UI_COV4G&limit=300';
    while (address !== undefined) {
      const answer = await get(address);
      const page = (await answer.json()) as { items: { id: string }[]; next: string | null };
      ids.push(...page.items.map(({ id }) => id));
      address = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
      expect(address === undefined).toBe(page.next === null);
    }
    expect(ids.length).toBeGreaterThan(600);
    expect(ids).toEqual(whole.map(({ id }) => id));
  });

  it('leads to the next page also when the answer was written before', async () => {
    const first = await get('/api/v1/observations?indicator=UI_COV4G&limit=7');
    const again = await get('/api/v1/observations?indicator=UI_COV4G&limit=7');
    expect(again.headers.get('link')).toBe(first.headers.get('link'));
    expect(again.headers.get('link')).toMatch(/rel="next"$/);
  });

  it('gives only the newest year of each area and indicator when asked for the latest', async () => {
    const all = await csv('/api/v1/observations?area=KEN,BRA');
    const latest = await csv('/api/v1/observations?area=KEN,BRA&latest=true');
    const newest = new Map<string, number>();
    for (const { area, indicator, year } of all) {
      const key = `${String(area)} ${String(indicator)}`;
      newest.set(key, Math.max(newest.get(key) ?? 0, Number(year)));
    }
    expect(new Set(latest.map(({ area, indicator }) => `${String(area)} ${String(indicator)}`)).size).toBe(
      newest.size,
    );
    for (const { area, indicator, year } of latest) {
      expect(Number(year)).toBe(newest.get(`${String(area)} ${String(indicator)}`));
    }
  });

  it('knows what was held at an earlier revision and moment', async () => {
    const before = await json<{ items: unknown[]; revision: number }>('/api/v1/observations?asOf=0');
    const long = await json<{ items: unknown[] }>('/api/v1/observations?asOf=2001-01-01T00:00:00Z');
    const first = await json<{ items: { indicator: string }[] }>('/api/v1/observations?asOf=1&limit=1000');
    expect(before.items).toEqual([]);
    expect(long.items).toEqual([]);
    expect(new Set(first.items.map(({ indicator }) => indicator)).size).toBe(1);
  });

  it('filters by issue and by commitment', async () => {
    const { items: issues } = await json<{ items: { code: string; indicators: string[] }[] }>(
      '/api/v1/issues',
    );
    const ofIssue = await csv('/api/v1/observations?area=KEN&issue=CYB');
    const cyb = issues.find(({ code }) => code === 'CYB')?.indicators ?? [];
    expect(ofIssue.length).toBeGreaterThan(0);
    expect(ofIssue.every(({ indicator }) => cyb.includes(indicator ?? ''))).toBe(true);
    const { links } = await json<{ links: { indicator: string }[] }>('/api/v1/commitments/GDC-11b');
    const ofCommitment = await csv('/api/v1/observations?area=KEN&commitment=GDC-11b');
    expect(ofCommitment.length).toBeGreaterThan(0);
    expect(ofCommitment.every((row) => links.some(({ indicator }) => indicator === row.indicator))).toBe(
      true,
    );
  });

  it.each([
    '/api/v1/reports/countries/KEN',
    '/api/v1/observations?area=KEN',
    '/api/v1/scores?area=KEN',
    '/api/v1/principles.csv',
  ])('answers 304 without a body to who has %s already', async (address) => {
    const tag = (await get(address)).headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    const again = await get(address, { 'if-none-match': tag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
  });

  it('has another entity tag for another form and another question, the same for the same question otherwise put', async () => {
    const tagOf = async (address: string, accept = '*/*') =>
      (await get(address, { accept })).headers.get('etag');
    const json_ = await tagOf('/api/v1/observations?area=KEN&year=2020');
    expect(await tagOf('/api/v1/observations?year=2020&area=KEN')).toBe(json_);
    expect(await tagOf('/api/v1/observations.json?area=KEN&year=2020')).toBe(json_);
    expect(await tagOf('/api/v1/observations?area=KEN&year=2020', 'text/csv')).not.toBe(json_);
    expect(await tagOf('/api/v1/observations?area=KEN&year=2021')).not.toBe(json_);
  });

  it('lets pages of other sites read, without credentials', async () => {
    for (const address of ['/api/v1/principles', '/api/v1/nothing']) {
      const answer = await get(address, { origin: 'https://example.org' });
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    }
    const asked = await fetch(`${running.url}/api/v1/principles`, { method: 'OPTIONS' });
    expect([asked.status, asked.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD']);
  });

  it('tells every figure down to its publisher and submission', async () => {
    const { items } = await json<{ items: { id: string; receipt: string }[] }>(
      '/api/v1/observations?area=KEN&indicator=UI_NETUSE&latest=true',
    );
    const [item] = items;
    const trace = await json<{
      submission: { receipt: string; fileName: string };
      versions: { id: string }[];
    }>(`/api/v1/observations/${item?.id ?? ''}`);
    expect(trace.submission).toMatchObject({ receipt: item?.receipt, state: 'accepted' });
    expect(trace.submission.fileName).toContain('UI_NETUSE');
    expect(trace.versions.map(({ id }) => id)).toEqual([item?.id]);
    const receipt = await get(`/api/v1/submissions/${item?.receipt ?? ''}`);
    expect(receipt.status).toBe(200);
  });

  it('draws the trend of a principle and of an indicator as SVG and PNG', async () => {
    for (const node of ['P2', 'UI_COV4G']) {
      const svg = await get(`/api/v1/charts/trend.svg?area=KEN&node=${node}`);
      expect(svg.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
      expect(await svg.text()).toContain('<title');
      const png = await get(`/api/v1/charts/trend?area=KEN&node=${node}`, { accept: 'image/png' });
      expect(
        Buffer.from(await png.arrayBuffer())
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
    }
  });

  it('gives a country report again in well under 50 ms', async () => {
    await (await get('/api/v1/reports/countries/FRA')).text();
    const times: number[] = [];
    for (let i = 0; i < 20; i += 1) {
      const start = performance.now();
      await (await get('/api/v1/reports/countries/FRA')).text();
      times.push(performance.now() - start);
    }
    expect(times.sort((a, b) => a - b)[10]).toBeLessThan(50);
  });
});

/** As a CSV parser gives the value back. */
function asCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = Array.isArray(value)
    ? value.join(' ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
  return typeof value === 'string' && /^[=+\-@]/.test(text) ? `'${text}` : text;
}
