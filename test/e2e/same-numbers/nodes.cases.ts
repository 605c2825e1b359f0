import type { AgendaLineResponse } from '../../../src/api/reports/agenda-line.response.js';
import type { CommitmentReportResponse } from '../../../src/api/reports/commitment-report.response.js';
import type { CommitmentsReportResponse } from '../../../src/api/reports/commitments-report.response.js';
import type { IndicatorReportResponse } from '../../../src/api/reports/indicator-report.response.js';
import type { IssueReportResponse } from '../../../src/api/reports/issue-report.response.js';
import type { NodeReportResponse } from '../../../src/api/reports/node-report.response.js';
import { isFull } from '../../support/sample.js';
import {
  briefText,
  codesOf,
  count,
  distributionRow,
  expectRows,
  expectTable,
  get,
  json,
  page,
  pageRows,
  plain,
  quartilesOf,
  scored,
  words,
  type Printed,
  type Told,
} from './forms.js';

/** Issues, principles, goals, objectives, commitments and indicators. TEST_FULL=1 asks for every one of the nodes. */
export function nodeNumbers(): void {
  it.each(isFull ? codesOf('issues') : ['ACCESS', 'AI'])('of the issue %s', async (code) => {
    const report = await json<IssueReportResponse>(`issues/${code}`);
    await expectNode(`issues/${code}`, report);
    const brief = await briefText(`issues/${code}`);
    for (const one of report.distributions) {
      const { lowerQuartile: low, upperQuartile: high, median } = one;
      if (low === null || high === null || median === null) continue;
      const numbers = `${words.score(low)} to ${words.score(high)} ${words.score(median)}`;
      expect(brief).toContain(plain(`${one.group.name} ${numbers} ${count(one)}`));
    }
    for (const { name, score } of report.areas) {
      if (score !== null) expect(brief).toContain(plain(`${name} ${words.score(score)}`));
    }
  });

  it.each(isFull ? codesOf('principles') : ['P1', 'P2'])('of the principle %s', async (code) => {
    const report = await json<NodeReportResponse>(`principles/${code}`);
    expect(report.children.length).toBeGreaterThan(0);
    await expectNode(`principles/${code}`, report);
  });

  it.each(isFull ? codesOf('goals') : ['P2.1', 'P3.1'])('of the goal %s', async (code) => {
    await expectNode(`goals/${code}`, await json<NodeReportResponse>(`goals/${code}`));
  });

  it.each(isFull ? codesOf('objectives') : ['1', '5'])('of the objective %s', async (code) => {
    await expectNode(`objectives/${code}`, await json<NodeReportResponse>(`objectives/${code}`));
  });

  it.each(isFull ? codesOf('actionLines') : ['WSIS-C5'])('of the action line %s', async (code) => {
    await expectNode(`wsis/${code}`, await json<NodeReportResponse>(`wsis/${code}`));
  });

  it.each(isFull ? codesOf('sdgTargets') : ['SDG-9.1'])('of the target %s', async (code) => {
    await expectNode(`sdgs/${code}`, await json<NodeReportResponse>(`sdgs/${code}`));
  });

  it.each(['wsis', 'sdgs'])('of all views of %s', async (agenda) => {
    const response = await get(`/api/v1/${agenda}`);
    const { items } = (await response.json()) as { items: readonly AgendaLineResponse[] };
    const text = (await page(agenda)).replaceAll(/<[^>]+>/g, ' ');
    const withScore = items.filter(({ areasWithScore }) => areasWithScore > 0);
    expect(withScore.length).toBeGreaterThan(0);
    for (const { code, indicators, areasWithScore, medianScore } of isFull ? items : withScore) {
      const report = await json<NodeReportResponse>(`${agenda}/${code}`);
      expect(report.indicators.map((one) => one.code)).toEqual(indicators);
      expect(report.areas.filter(({ score }) => score !== null).length).toBe(areasWithScore);
      const world = report.distributions.find(({ group }) => group.kind === 'world');
      expect(world?.median ?? null).toBe(medianScore);
      if (medianScore !== null)
        expect(text).toContain(
          `${String(areasWithScore)} countries have a score; the median one stands at ${words.score(medianScore)} of 100.`,
        );
    }
  });

  it.each(isFull ? codesOf('commitments') : ['GDC-11b', 'GDC-29d'])('of the commitment %s', async (id) => {
    await expectNode(`commitments/${id}`, await json<CommitmentReportResponse>(`commitments/${id}`));
  });

  it('of all commitments', async () => {
    const { objectives } = await json<CommitmentsReportResponse>('commitments');
    const all = objectives.flatMap(({ commitments }) => commitments);
    expect(all.length).toBe(101);
    await expectTable(
      'commitments',
      all.map((one): Told => [
        { commitment: one.id },
        { with_score: one.areasWithScore, median: one.medianScore },
      ]),
    );
    expectRows(
      await pageRows('commitments'),
      all
        .filter(({ covered }) => covered)
        .map((one): Printed => [
          `/en/commitments/${one.id}`,
          [String(one.areasWithScore), ...(one.medianScore === null ? [] : [words.score(one.medianScore)])],
        ]),
    );
  });

  it.each(['UI_NETUSE', 'WO_CSPART'])('of the indicator %s', async (code) => {
    const report = await json<IndicatorReportResponse>(`indicators/${code}`);
    await expectTable(
      `indicators/${code}`,
      report.areas.map((line): Told => [
        { kind: 'country', area: line.area },
        { level: line.level, value: line.value, year: line.year },
      ]),
    );
    const known = report.areas.filter(({ figure }) => figure !== null);
    expect(known.length).toBeGreaterThan(0);
    expectRows(
      await pageRows(`indicators/${code}`),
      known.map((line): Printed => [
        `/en/countries/${line.area}`,
        [
          words.value(line.value ?? NaN),
          String(line.year),
          ...(line.level === null ? [] : [words.score(line.level)]),
        ],
      ]),
    );
  });
}

/** What reports of one node have in common: groups of countries, indicators, and every country. */
async function expectNode(
  path: string,
  report: IssueReportResponse | NodeReportResponse | CommitmentReportResponse,
): Promise<void> {
  const indicators = 'links' in report ? report.links : report.indicators;
  await expectTable(path, [
    ...report.distributions.map((one): Told => [{ kind: 'group', code: one.group.code }, quartilesOf(one)]),
    ...indicators.map((one): Told => [
      { kind: 'indicator', code: one.code },
      { with_score: one.areasWithLevel, median: one.medianLevel },
    ]),
    ...('children' in report ? report.children : []).map((one): Told => [
      { kind: one.kind, code: one.code },
      { with_score: one.areasWithScore, median: one.medianScore, weight: one.weight },
    ]),
    ...report.areas.map((area): Told => [
      { kind: 'country', code: area.code },
      {
        score: area.score,
        score_low: area.scoreLow,
        score_high: area.scoreHigh,
        coverage: area.coverage,
        mean_age_years: area.meanAgeYears,
      },
    ]),
  ]);
  const shown = report.areas.filter(({ score }) => score !== null);
  expectRows(await pageRows(path), [
    ...(shown.length === 0 ? [] : report.distributions.map(distributionRow)),
    ...('children' in report ? report.children : []).map((one): Printed => [
      `/en/${one.kind}s/${one.code}`,
      [String(one.areasWithScore), ...(one.medianScore === null ? [] : [words.score(one.medianScore)])],
    ]),
    ...indicators
      .filter(({ live }) => live)
      .map((one): Printed => [
        `/en/indicators/${one.code}`,
        [String(one.areasWithLevel), words.score(one.medianLevel ?? NaN)],
      ]),
    ...shown.map((area): Printed => [`/en/countries/${area.code}`, scored(area)]),
  ]);
}
