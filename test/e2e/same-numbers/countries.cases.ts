import type { CountryReportResponse } from '../../../src/api/reports/country-report.response.js';
import type { OverviewReportResponse } from '../../../src/api/reports/overview-report.response.js';
import type { DistributionResponse } from '../../../src/api/reports/report-head.response.js';
import type { ExplanationResponse } from '../../../src/api/scores/explanation.response.js';
import { isFull, sampleOf } from '../../support/sample.js';
import {
  after,
  catalogue,
  distributionRow,
  briefText,
  expectRows,
  expectTable,
  get,
  json,
  page,
  pageRows,
  quartilesOf,
  rowsOf,
  scored,
  words,
  type Printed,
  type Told,
} from './forms.js';

/** Countries whose briefs are read as well. */
const briefs = ['KEN', 'TUV', 'PRK'];
const scoredAreas = catalogue.areas.filter((area) => area.scored).map(({ code }) => code);
const countries = [...new Set([...briefs, ...sampleOf(scoredAreas, 7)])];

/** The overview, thirty countries and what stands behind scores. TEST_FULL=1 asks for every country and its brief. */
export function countryNumbers(): void {
  it('of the overview', async () => {
    const report = await json<OverviewReportResponse>('overview');
    await expectTable('overview', [
      ...report.principles.flatMap(({ code, distributions }) =>
        distributions.map((one): Told => [{ principle: code, code: one.group.code }, quartilesOf(one)]),
      ),
      ...report.areas.flatMap(({ code, principles }) =>
        principles.map((one): Told => [{ principle: one.code, code }, { score: one.score }]),
      ),
    ]);
    const page = await pageRows('');
    const printed = report.principles
      .filter(({ distributions }) => distributions.some(({ withScore }) => withScore > 0))
      .flatMap(({ distributions }) => distributions.map(directedRow));
    expect(printed.length).toBeGreaterThan(20);
    expectRows(page, printed);
    expectRows(
      page,
      report.targets.map((target): Printed => [
        `/en/indicators/${target.indicator}`,
        [...Object.values(target.statuses).filter((_, at) => shownAt(report, at)), target.without].map(
          String,
        ),
      ]),
    );
  });

  it.each(countries)('of the country %s', async (code) => {
    const report = await json<CountryReportResponse>(`countries/${code}`);
    const nodes = [
      ...report.principles,
      ...report.principles.flatMap(({ goals }) => goals),
      ...report.commitments,
      ...report.issues,
    ];
    await expectTable(`countries/${code}`, [
      ...nodes.map((node): Told => [
        { kind: node.kind, code: node.code },
        {
          level: node.score,
          level_low: node.scoreLow,
          level_high: node.scoreHigh,
          coverage: node.coverage,
          mean_age_years: node.meanAgeYears,
          observed_pace: node.observedPace,
        },
      ]),
      ...report.indicators.map((line): Told => [
        { kind: 'indicator', code: line.indicator },
        { level: line.level, value: line.value, year: line.year, reported_value: line.figure?.value ?? null },
      ]),
    ]);
    const html = await page(`countries/${code}`);
    expectRows(rowsOf(html), [
      ...report.issues
        .filter(({ score }) => score !== null)
        .map((issue): Printed => [`/en/issues/${issue.code}`, scored(issue)]),
      ...report.indicators
        .filter(({ figure }) => figure !== null)
        .map((line): Printed => [
          `/en/indicators/${line.indicator}`,
          [
            words.value(line.value ?? NaN),
            String(line.year),
            ...(line.level === null ? [] : [words.score(line.level)]),
          ],
        ]),
    ]);
    const shown = [...html.matchAll(/<data value="([^"]+)">([^<]+)<\/data>/g)].map(([, value, text]) => [
      Number(value),
      text,
    ]);
    const known = report.principles.flatMap(({ score }) => score ?? []);
    expect(shown).toEqual(known.map((score) => [score, words.score(score)]));
    for (const { code: commitment, score } of report.commitments) {
      if (score === null) continue;
      expect(html).toContain(`/explain/${commitment}">${words.score(score)}</a>`);
    }
    if (!isFull && !briefs.includes(code)) return;
    const brief = await briefText(`countries/${code}`);
    for (const { name, score } of report.principles) {
      if (score !== null) expect(after(brief, name)).toContain(words.score(score));
    }
  });

  it.each(['P2', 'P4', 'UI_FBB'])('of the explanation of %s', async (code) => {
    const response = await get(`/api/v1/scores/KEN/${code}/explanation`);
    const report = (await response.json()) as ExplanationResponse;
    const html = await page(`countries/KEN/explain/${code}`);
    expect(html).toContain(`${words.score(report.score ?? NaN)} of 100`);
    const parts = (report.tree?.children ?? []).filter(({ score }) => score !== null);
    expectRows(
      rowsOf(html),
      parts.map(({ code: part, score, share, amount }): Printed => [
        `/en/countries/KEN/explain/${part}`,
        [words.score(score ?? NaN), String(Math.round((share ?? NaN) * 100)), words.score(amount ?? NaN)],
      ]),
    );
    for (const line of report.indicators) {
      if (line.figure === null || line.value === null) continue;
      expect(html).toContain(`/en/observations/${line.figure.observation}">${words.value(line.value)}</a>`);
    }
  });
}

/** As `distributionRow`, with how many countries go which way before the counts. */
function directedRow(one: DistributionResponse): Printed {
  const [href, [median, ...counts]] = distributionRow(one);
  const { improving, steady, declining, withScore } = one;
  const unknown = withScore - improving - steady - declining;
  const known = unknown < withScore ? [improving, steady, declining] : [];
  const directions = [...known, ...(unknown > 0 ? [unknown] : [])].map(String);
  return one.median === null ? [href, []] : [href, [median ?? '', ...directions, ...counts]];
}

/** Whether any target has countries with the status at a place: others have no column. */
function shownAt({ targets }: OverviewReportResponse, at: number): boolean {
  return targets.some(({ statuses }) => (Object.values(statuses)[at] ?? 0) > 0);
}
