import type {
  CommunityReportResponse,
  GroupReportResponse,
} from '../../../src/api/reports/group-report.response.js';
import { isFull } from '../../support/sample.js';
import { SENDING } from '../keys.js';
import {
  briefText,
  codesOf,
  distributionRow,
  expectRows,
  expectTable,
  json,
  pageRows,
  quartilesOf,
  words,
  type Printed,
  type Told,
} from './forms.js';

/**
 * Groups of countries and communities. TEST_FULL=1 asks for every group.
 * @param firstRevision with which the first submission of the community was accepted
 */
export function groupNumbers(firstRevision: () => number): void {
  it.each(isFull ? codesOf('groups') : ['UN-AFRICAN', 'WORLD'])('of the group %s', async (code) => {
    const report = await json<GroupReportResponse>(`regions/${code}`);
    expect(await json(`groups/${code}`)).toEqual(report);
    await expectTable(`regions/${code}`, [
      ...groupLines(report),
      ...report.distributions.flatMap(({ code: principle, distributions }) =>
        distributions.map((one): Told => [
          { kind: 'distribution', principle, code: one.group.code },
          quartilesOf(one),
        ]),
      ),
    ]);
    const known = [...report.principles, ...report.issues].filter(({ people }) => people !== null);
    expectRows(await pageRows(`regions/${code}`), [
      ...known.map((line): Printed => [
        `/en/${line.kind}s/${line.code}`,
        [words.score(line.people ?? NaN), words.score(line.countries ?? NaN)],
      ]),
      ...report.distributions.flatMap(({ distributions }) => distributions.map(distributionRow)),
      ...report.members.map((member): Printed => [
        `/en/countries/${member.code}`,
        member.principles.flatMap(({ score }) => (score === null ? [] : [words.score(score)])),
      ]),
    ]);
  });

  it('of a community, and what it contributed', async () => {
    const report = await json<CommunityReportResponse>(`communities/${SENDING}`);
    const { contribution } = report;
    const { figures, decisions } = contribution;
    expect(contribution).toMatchObject({
      submissions: [{ year: new Date().getUTCFullYear(), accepted: 2, reverted: 1 }],
      decisions: { accepted: 3, returned: 1, reverted: 1 },
      figures: { live: 3, superseded: 1, takenBack: 1 },
      indicators: [{ code: 'WO_CSPART', areas: 2, figures: 3, firstYear: 2020, lastYear: 2024 }],
      areas: [
        { code: 'KEN', indicators: 1, figures: 2 },
        { code: 'UGA', indicators: 1, figures: 1 },
      ],
    });
    await expectTable(`communities/${SENDING}`, [
      ...groupLines(report),
      [
        { kind: 'contribution' },
        {
          accepted: decisions.accepted,
          returned: decisions.returned,
          reverted: decisions.reverted,
          figures_live: figures.live,
          figures_superseded: figures.superseded,
          figures_taken_back: figures.takenBack,
        },
      ],
      ...contribution.indicators.map((line): Told => [
        { kind: 'sent_indicator', code: line.code },
        { figures_live: line.figures, areas: line.areas, first: line.firstYear, last: line.lastYear },
      ]),
    ]);
    expectRows(
      await pageRows(`communities/${SENDING}`),
      contribution.indicators.map((line): Printed => [
        `/en/indicators/${line.code}`,
        [line.areas, line.figures, line.firstYear, line.lastYear].map(String),
      ]),
    );
    const brief = await briefText(`communities/${SENDING}`);
    for (const number of [figures.live, figures.superseded, figures.takenBack, decisions.returned]) {
      expect(brief).toContain(`:${String(number)}`);
    }
  });

  it('of what a community had contributed before', async () => {
    const then = await json<CommunityReportResponse>(
      `communities/${SENDING}`,
      `?asOf=${String(firstRevision())}`,
    );
    expect(then.contribution).toMatchObject({
      submissions: [{ accepted: 1, reverted: 0 }],
      decisions: { accepted: 1, returned: 0, reverted: 0 },
      figures: { live: 3, superseded: 0, takenBack: 0 },
    });
  });
}

/** Lines of several areas together, and the scores of each. */
function groupLines(report: GroupReportResponse | CommunityReportResponse): readonly Told[] {
  return [
    ...[...report.principles, ...report.issues, ...report.indicators].map((line): Told => [
      { kind: line.kind, code: line.code },
      {
        people: line.people,
        countries: line.countries,
        coverage: line.coverage,
        median: line.median,
        people_change: line.peopleChange,
        population_coverage: line.populationCoverage,
      },
    ]),
    ...report.members.flatMap(({ code, principles }) =>
      principles.map((one): Told => [{ kind: 'member', code, principle: one.code }, { score: one.score }]),
    ),
  ];
}
