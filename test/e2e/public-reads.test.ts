import papaparse from 'papaparse';
import type { IndicatorLineResponse } from '../../src/api/reports/indicator-line.response.js';
import type { IndicatorReportResponse } from '../../src/api/reports/indicator-report.response.js';
import type { IssueReportResponse } from '../../src/api/reports/issue-report.response.js';
import type { OverviewReportResponse } from '../../src/api/reports/overview-report.response.js';
import type { WhatItTakesResponse } from '../../src/api/scores/what-it-takes.response.js';
import { startApp, type RunningApp } from '../support/running-app.js';

type Item = Readonly<Record<string, unknown>>;

interface CountryReport {
  readonly area: { readonly name: string };
  readonly revision: number;
  readonly principles: readonly (Item & { readonly goals: readonly Item[] })[];
  readonly indicators: readonly (Item &
    Pick<IndicatorLineResponse, 'forecast' | 'growth'> & {
      readonly figure: Item | null;
      readonly pace: Item | null;
    })[];
  readonly commitments: readonly Item[];
  readonly issues: readonly Item[];
  readonly whatWouldItTake: readonly WhatItTakesResponse[];
}

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
    'scores?node=P2&year=2019..2023&limit=1000',
  ])('says the same in JSON and CSV: %s', async (path) => {
    const { items } = await json<{ items: Item[] }>(`/api/v1/${path}`);
    const rows = await csv(`/api/v1/${path}`);
    expect(rows.length).toBe(items.length);
    expect(rows.length).toBeGreaterThan(0);
    rows.forEach((row, i) => {
      for (const [header, cell] of Object.entries(row)) {
        expect([i, header, cell]).toEqual([i, header, asCell(items[i]?.[camelCase(header)])]);
      }
    });
  });

  it.each(['KEN', 'NRU', 'FRA'])(
    'says the same of a country in every cell of CSV as in JSON: %s',
    async (area) => {
      const report = await json<CountryReport>(`/api/v1/reports/countries/${area}`);
      const rows = await csv(`/api/v1/reports/countries/${area}`);
      const nodes = [
        ...report.principles.flatMap((line) => [
          { ...line, parent: '' },
          ...line.goals.map((goal) => ({ ...goal, parent: line.code })),
        ]),
        ...report.commitments.map((line) => ({ ...line, parent: line.objective })),
        ...report.issues.map((line) => ({ ...line, parent: '' })),
      ].map((line: Item) => ({ ...line, level: line.score }));
      const indicators = report.indicators.map((line) => ({
        ...line.figure,
        ...line.pace,
        ...line,
        ...outlookCells(line),
        ...wayCells(report.whatWouldItTake.find(({ indicator }) => indicator === line.indicator)),
        kind: 'indicator',
        code: line.indicator,
        parent: line.goal,
        reportedValue: line.figure?.value,
        observationStatus: line.figure?.status,
      }));
      const lines: Item[] = [...nodes, ...indicators];
      expect(rows.length).toBe(lines.length);
      const told = { area, areaName: report.area.name, revision: report.revision, editionOfMethod: '2026' };
      for (const row of rows) {
        const line = lines.find(({ kind, code }) => kind === row.kind && code === row.code);
        for (const [header, cell] of Object.entries(row)) {
          expect([row.code, header, cell]).toEqual([
            row.code,
            header,
            asCell({ ...line, ...told }[camelCase(header)]),
          ]);
        }
      }
    },
  );

  it('says what it would take to meet each agreed target that is not met, beside own past and peers', async () => {
    const report = await json<CountryReport>('/api/v1/reports/countries/KEN');
    const open = report.indicators.filter(
      ({ target, pace }) => target !== null && Number(pace?.nowRaw) < Number(pace?.targetRaw),
    );
    expect(open.length).toBeGreaterThan(0);
    expect(report.whatWouldItTake.map(({ indicator }) => indicator)).toEqual(
      open.map(({ indicator }) => indicator),
    );
    report.whatWouldItTake.forEach(({ targetYear, year, required, ownPast, peers }, i) => {
      const left = Number(open[i]?.pace?.targetRaw) - Number(open[i]?.pace?.nowRaw);
      expect(required?.pointsPerYear).toBeCloseTo(left / (targetYear - year), 9);
      for (const pace of [ownPast, peers]) {
        if (typeof pace?.factor !== 'number') expect(pace?.missing).toEqual(expect.any(String));
        else expect(pace.factor * Number(pace.pointsPerYear)).toBeCloseTo(Number(required?.pointsPerYear), 9);
      }
      expect(peers?.group?.code).toBe('INCOME-LOWER-MIDDLE');
    });
  });

  it('says the same of an issue, an indicator and the world in CSV as in JSON', async () => {
    const issue = await json<IssueReportResponse>('/api/v1/reports/issues/ACCESS');
    const indicator = await json<IndicatorReportResponse>('/api/v1/reports/indicators/UI_COV4G');
    const overview = await json<OverviewReportResponse>('/api/v1/reports/overview');
    const distributions = overview.principles.flatMap((line) => line.distributions);
    for (const [path, groups, countries] of [
      ['issues/ACCESS', issue.distributions, issue.areas.map(({ score, coverage }) => ({ score, coverage }))],
      ['indicators/UI_COV4G', [], indicator.areas.map(({ level, value, year }) => ({ level, value, year }))],
      [
        'overview',
        distributions,
        overview.areas.flatMap((area) => area.principles.map(({ score, missing }) => ({ score, missing }))),
      ],
    ] as const) {
      const rows = await csv(`/api/v1/reports/${path}`);
      const cellsOf = (kind: string, names: readonly string[]): string[][] =>
        rows
          .filter((row) => (row.kind ?? 'country') === kind)
          .map((row) => names.map((name) => row[name] ?? ''));
      const spread = ['median', 'lowerQuartile', 'upperQuartile', 'withScore', 'improving'] as const;
      expect(
        cellsOf('group', ['median', 'lower_quartile', 'upper_quartile', 'with_score', 'improving']),
      ).toEqual(groups.map((group) => spread.map((name) => asCell(group[name]))));
      const names = Object.keys(countries[0] ?? {});
      expect(countries.length).toBeGreaterThan(190);
      expect(cellsOf('country', names)).toEqual(countries.map((line) => Object.values(line).map(asCell)));
    }
  });

  it('gives a missing score as null with its reason, never as 0', async () => {
    const { items } = await json<{ items: Item[] }>('/api/v1/scores?area=KEN&node=P1');
    expect(items).toEqual([expect.objectContaining({ code: 'P1', score: null, missing: 'COVERAGE' })]);
  });

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

  it('streams the scores of all areas and years, the same as page by page', async () => {
    const rows = await csv('/api/v1/scores?by=principle&year=2010..2026');
    const pages: Item[] = [];
    for (
      let address: string | undefined = '/api/v1/scores?by=principle&year=2010..2026&limit=1000';
      address;
    ) {
      const answer: Response = await get(address);
      pages.push(...((await answer.json()) as { items: Item[] }).items);
      address = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    const cells = ({ area, code, score, asOfYear }: Item): string[] =>
      [area, code, score ?? '', asOfYear].map(String);
    expect(rows.length).toBe(194 * 5 * 17);
    expect(rows.map(({ as_of_year: asOfYear, ...row }) => cells({ ...row, asOfYear }))).toEqual(
      pages.map(cells),
    );
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

  it('tells HEAD what it tells GET, and says the same again from memory', async () => {
    const told = async (method: string): Promise<unknown> => {
      const answer = await fetch(`${running.url}/api/v1/observations?area=FRA&limit=3`, { method });
      const {
        date,
        'x-request-id': requestId,
        connection: _,
        'keep-alive': __,
        ratelimit: ___,
        ...headers
      } = Object.fromEntries(answer.headers);
      expect([date, requestId]).not.toContain(undefined);
      expect((await answer.text()) === '').toBe(method === 'HEAD');
      return [answer.status, headers];
    };
    const first = await told('GET');
    expect(await told('GET')).toEqual(first);
    expect(await told('HEAD')).toEqual(first);
    expect(first).toEqual([
      200,
      expect.objectContaining({
        'access-control-allow-origin': '*',
        'cache-control': 'no-cache',
        'content-language': 'en',
        'content-type': 'application/json; charset=utf-8',
        link: expect.stringMatching(/rel="next"$/) as string,
        vary: 'accept, accept-language',
        'x-content-type-options': 'nosniff',
      }),
    ]);
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
});

function camelCase(header: string): string {
  return header.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** What the table of a country says of the way to a target, under the headers of its columns. */
/** The cells of a country's CSV that tell of an indicator's forecast and growth. */
function outlookCells({ forecast, growth }: Pick<IndicatorLineResponse, 'forecast' | 'growth'>): Item {
  return {
    forecastYear: forecast?.targetYear,
    forecastPoints: forecast?.points,
    forecastPointsLow: forecast?.pointsLow,
    forecastPointsHigh: forecast?.pointsHigh,
    forecastValue: forecast?.value,
    targetProbability: forecast?.probability,
    likelihood: forecast?.likelihood,
    growthStatus: growth?.status,
  };
}

function wayCells(way: WhatItTakesResponse | undefined): Item {
  const fields = (of: object | null | undefined, names: Readonly<Record<string, string>>): Item => {
    const values = new Map<string, unknown>(Object.entries(of ?? {}));
    return Object.fromEntries(Object.entries(names).map(([header, name]) => [header, values.get(name)]));
  };
  const { required, peers } = way ?? {};
  return {
    ...fields(required, { paceNeeded: 'pointsPerYear', unitNeededPerYear: 'unitPerYear' }),
    ...fields(required?.milestone, { milestoneYear: 'year', milestoneValue: 'value' }),
    ...fields(way, { neededMissing: 'missing' }),
    ...fields(way?.ownPast, {
      ownUnitPerYear: 'unitPerYear',
      timesOwnPace: 'factor',
      ownPaceMissing: 'missing',
    }),
    ...fields(peers?.group, { peerGroup: 'code' }),
    ...fields(peers, {
      peersWithPace: 'withPace',
      paceOfFastestPeers: 'pointsPerYear',
      unitPerYearOfFastestPeers: 'unitPerYear',
      timesPeersPace: 'factor',
      peersPaceMissing: 'missing',
    }),
    fastestPeers: peers?.fastest.map(({ code }) => code),
  };
}

/** As a CSV parser gives the value back. */
function asCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = Array.isArray(value)
    ? value.join(' ')
    : typeof value === 'object'
      ? Object.entries(value)
          .map(([code, number]) => `${code}=${String(number)}`)
          .join(' ')
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);
  return typeof value === 'string' && /^[=+\-@]/.test(text) ? `'${text}` : text;
}
