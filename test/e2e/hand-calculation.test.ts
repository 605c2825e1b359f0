import papaparse from 'papaparse';
import { CatalogueService } from '../../src/catalogue/catalogue.service.js';
import { printScore } from '../../src/language/print-score.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { assessmentCases } from './assessments.cases.js';
import { anyKeys, type Keys } from './keys.js';

/** Indicators without bundled figures, with a step between their goalposts that values are drawn in. */
const DRAWN = [
  { code: 'WO_CSPART', low: 0.1, high: 0.96, digits: 3 },
  { code: 'UI_PRICE_1GB', low: 2, high: 20, digits: 2 },
  { code: 'WO_ROA', low: 10, high: 95, digits: 1 },
  { code: 'UI_HHNET', low: 0, high: 100, digits: 1 },
  { code: 'UI_COV3G', low: 0, high: 100, digits: 1 },
  { code: 'UI_MBB', low: 1.4, high: 100, digits: 1 },
  { code: 'UI_MOBOWN', low: 20, high: 100, digits: 1 },
  { code: 'UI_SKILLS_COPY', low: 0, high: 70, digits: 1 },
  { code: 'UI_LITERACY', low: 30, high: 100, digits: 1 },
  { code: 'UI_ACCOUNT', low: 8, high: 100, digits: 1 },
  { code: 'FT_ODIN', low: 10, high: 83, digits: 1 },
] as const;

const ROWS = 20_000;
const YEARS = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];

/** What the file says of one country, chosen by hand so that the calculation below can be followed. */
const KENYA: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  WO_CSPART: { 2021: 0.53, 2025: 0.615 },
  UI_PRICE_1GB: { 2021: 5.12, 2025: 3.2 },
};

interface Score {
  readonly area: string;
  readonly code: string;
  readonly score: number | null;
  readonly status: string | null;
  readonly observedPace: number | null;
  readonly requiredPace: number | null;
  readonly baseYear: number | null;
  readonly valueYear: number | null;
  readonly coverage: number | null;
}

describe('20,000 rows of a community, from file to score', () => {
  let running: RunningApp;
  let keys: Keys;
  let scores: Map<string, Score>;

  beforeAll(async () => {
    running = await startApp();
    keys = await anyKeys(running);
    const file = drawnFile(
      running.app
        .get(CatalogueService)
        .current()
        .scoredAreas.map(({ code }) => code),
    );
    const sent = await fetch(`${running.url}/api/v1/submissions`, {
      method: 'POST',
      body: file,
      headers: { ...keys.senderHeaders, 'content-type': 'text/csv' },
    });
    const report = (await sent.json()) as { receipt: string; counts: object };
    expect([sent.status, report.counts]).toEqual([
      201,
      { rows: ROWS, good: ROWS, bad: 0, skipped: 0, problems: 0 },
    ]);
    const decided = await fetch(`${running.url}/api/v1/submissions/${report.receipt}/decisions`, {
      method: 'POST',
      body: '{"decision":"accept"}',
      headers: { ...keys.reviewerHeaders, 'content-type': 'application/json', 'if-match': '*' },
    });
    expect(await decided.json()).toMatchObject({ state: 'accepted', counts: { added: ROWS } });
    const nodes = ['WO_CSPART', 'UI_PRICE_1GB', 'WO_IXP_COUNT', 'WO_IPV6', 'P1.4', 'P2.2', 'P1'].join(',');
    const answer = await fetch(`${running.url}/api/v1/scores?area=KEN&node=${nodes}`);
    const { items } = (await answer.json()) as { items: Score[] };
    scores = new Map(items.map((score) => [score.code, score]));
  }, 120_000);

  afterAll(() => running.close());

  const scoreOf = (code: string): number => scores.get(code)?.score ?? Number.NaN;

  it('levels the value of the newest year between the goalposts', () => {
    // 0.615 on the way from 0.1 to 0.96; 3.2 on the way from 20 to 2, by its logarithm.
    expect(scoreOf('WO_CSPART')).toBe((100 * (0.615 - 0.1)) / (0.96 - 0.1));
    expect(scoreOf('UI_PRICE_1GB')).toBe(
      (100 * (Math.log(3.2) - Math.log(20))) / (Math.log(2) - Math.log(20)),
    );
  });

  it('compares the pace since the base year with the pace the target asks for', () => {
    // Base: 2021, five years before 2026. Target: 2, the best goalpost, so 100 points, in 2030.
    const points = (price: number): number =>
      (100 * (Math.log(price) - Math.log(20))) / (Math.log(2) - Math.log(20));
    const observed = (points(3.2) - points(5.12)) / (2025 - 2021);
    const required = (100 - points(5.12)) / (2030 - 2021);
    expect(scores.get('UI_PRICE_1GB')).toMatchObject({
      baseYear: 2021,
      valueYear: 2025,
      observedPace: observed,
      requiredPace: required,
    });
    // 20.4 points in four years, 5.1 a year; 40.8 needed in nine, 4.5 a year: fast enough.
    expect(observed / required).toBeGreaterThan(0.95);
    expect(scores.get('UI_PRICE_1GB')?.status).toBe('on_track');
  });

  it('makes goals the mean of their core indicators and the principle the mean of its goals', () => {
    // P1.4 has one core indicator, P2.2 another. P1 has four goals with one: P1.2 lacks figures, three quarters are there.
    expect(scoreOf('P1.4')).toBe(scoreOf('WO_CSPART'));
    expect(scoreOf('P2.2')).toBe(scoreOf('UI_PRICE_1GB'));
    const third = 1 / 3;
    expect(scoreOf('P1')).toBe(
      third * scoreOf('WO_IXP_COUNT') + third * scoreOf('WO_CSPART') + third * scoreOf('WO_IPV6'),
    );
    expect(scores.get('P1')?.coverage).toBe(0.75);
  });

  it('gives the same numbers in the report, as CSV and on the page', async () => {
    const report = (await (await fetch(`${running.url}/api/v1/reports/countries/KEN`)).json()) as {
      principles: { code: string; score: number | null; goals: { code: string; score: number | null }[] }[];
      indicators: { indicator: string; level: number | null }[];
    };
    const csv = await (await fetch(`${running.url}/api/v1/reports/countries/KEN.csv`)).text();
    const rows = papaparse.parse<Record<string, string>>(csv, { header: true }).data;
    const page = await (await fetch(`${running.url}/en/countries/KEN`)).text();
    const reported = new Map<string, number | null>([
      ...report.principles.flatMap(({ code, score, goals }): [string, number | null][] => [
        [code, score],
        ...goals.map((goal): [string, number | null] => [goal.code, goal.score]),
      ]),
      ...report.indicators.map(({ indicator, level }): [string, number | null] => [indicator, level]),
    ]);
    for (const { code, score } of scores.values()) {
      expect([code, reported.get(code)]).toEqual([code, score]);
      expect([code, rows.find((row) => row.code === code)?.level]).toEqual([code, String(score)]);
    }
    for (const code of ['P1', 'WO_CSPART', 'UI_PRICE_1GB'])
      expect(page).toContain(`>${printScore(scoreOf(code), 'en')}<`);
  });

  it('holds every row as an observation with the row it came from', async () => {
    const csv = await (await fetch(`${running.url}/api/v1/observations.csv?community=african-igf`)).text();
    const rows = papaparse.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
    expect(rows.length).toBe(ROWS);
    expect(new Set(rows.map(({ row }) => row)).size).toBe(ROWS);
    const kenya = rows.find(
      ({ area, indicator, year }) => area === 'KEN' && indicator === 'WO_CSPART' && year === '2025',
    );
    expect(kenya?.value).toBe('0.615');
  });

  assessmentCases(() => ({ running, reviewerHeaders: keys.ownReviewerHeaders }));
});

/** A file of 20,000 rows, the same each time: values between the goalposts, drawn by arithmetic. */
function drawnFile(areas: readonly string[]): string {
  const lines = ['country,indicator,year,value,source'];
  for (const { code, low, high, digits } of DRAWN) {
    for (const area of areas) {
      for (const year of YEARS) {
        if (lines.length > ROWS) break;
        const share = ((lines.length * 7919) % 1009) / 1009;
        const drawn = (low + (high - low) * share).toFixed(digits);
        const value = area === 'KEN' ? (KENYA[code]?.[year] ?? drawn) : drawn;
        lines.push([area, code, year, value, 'Community survey'].join(','));
      }
    }
  }
  return `${lines.join('\n')}\n`;
}
