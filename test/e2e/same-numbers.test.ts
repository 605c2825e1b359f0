import papaparse from 'papaparse';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { AreaScoreResponse } from '../../src/api/reports/area-score.response.js';
import type { CommitmentReportResponse } from '../../src/api/reports/commitment-report.response.js';
import type { CommitmentsReportResponse } from '../../src/api/reports/commitments-report.response.js';
import type { CountryReportResponse } from '../../src/api/reports/country-report.response.js';
import type {
  CommunityReportResponse,
  GroupReportResponse,
} from '../../src/api/reports/group-report.response.js';
import type { IndicatorReportResponse } from '../../src/api/reports/indicator-report.response.js';
import type { IssueReportResponse } from '../../src/api/reports/issue-report.response.js';
import type { NodeReportResponse } from '../../src/api/reports/node-report.response.js';
import type { OverviewReportResponse } from '../../src/api/reports/overview-report.response.js';
import type { DistributionResponse } from '../../src/api/reports/report-head.response.js';
import { loadCatalogue } from '../../src/catalogue/load-seeds.js';
import { wordsOf } from '../../src/language/words.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { anyKeys, SENDING } from './keys.js';

/**
 * One report, four forms: the table carries the numbers of the object to the last digit, pages and briefs print them
 * rounded and no other way. TEST_FULL=1 asks for every principle, goal, objective, commitment, issue and group.
 */
const FULL = process.env['TEST_FULL'] === '1';
const words = wordsOf('en');
const catalogue = await loadCatalogue('seeds');

type Row = Readonly<Record<string, string>>;
type Numbers = Readonly<Record<string, number | null>>;
/** A row of a table: how it is found, and what it says. */
type Told = readonly [where: Row, says: Numbers];
/** A row of a page: what its head leads to, and the numbers that are printed in it one after another. */
type Printed = readonly [href: string, numbers: readonly string[]];

let running: RunningApp;
/** With which the first submission of the community was accepted. */
let firstRevision: number;

beforeAll(async () => {
  running = await startApp();
  await contribute();
}, 120_000);

afterAll(() => running.close());

describe('the same numbers in every form', () => {
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
      .flatMap(({ distributions }) => distributions.map(distributionRow));
    expect(printed.length).toBeGreaterThan(20);
    expectRows(page, printed);
  });

  it.each(['KEN', 'TUV', 'PRK'])('of the country %s', async (code) => {
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
    const brief = await briefText(`countries/${code}`);
    for (const { name, score } of report.principles) {
      if (score !== null) expect(after(brief, name)).toContain(words.score(score));
    }
  });

  it.each(FULL ? codesOf('issues') : ['ACCESS', 'AI'])('of the issue %s', async (code) => {
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

  it.each(FULL ? codesOf('principles') : ['P1', 'P2'])('of the principle %s', async (code) => {
    const report = await json<NodeReportResponse>(`principles/${code}`);
    expect(report.children.length).toBeGreaterThan(0);
    await expectNode(`principles/${code}`, report);
  });

  it.each(FULL ? codesOf('goals') : ['P2.1', 'P3.1'])('of the goal %s', async (code) => {
    await expectNode(`goals/${code}`, await json<NodeReportResponse>(`goals/${code}`));
  });

  it.each(FULL ? codesOf('objectives') : ['1', '5'])('of the objective %s', async (code) => {
    await expectNode(`objectives/${code}`, await json<NodeReportResponse>(`objectives/${code}`));
  });

  it.each(FULL ? codesOf('commitments') : ['GDC-11b', 'GDC-29d'])('of the commitment %s', async (id) => {
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

  it.each(FULL ? codesOf('groups') : ['UN-AFRICAN', 'WORLD'])('of the group %s', async (code) => {
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
      `?asOf=${String(firstRevision)}`,
    );
    expect(then.contribution).toMatchObject({
      submissions: [{ accepted: 1, reverted: 0 }],
      decisions: { accepted: 1, returned: 0, reverted: 0 },
      figures: { live: 3, superseded: 0, takenBack: 0 },
    });
  });
});

type Kind = 'principles' | 'goals' | 'objectives' | 'commitments' | 'issues' | 'groups';

function codesOf(kind: Kind): readonly string[] {
  return catalogue[kind].map((thing) => ('id' in thing ? thing.id : thing.code));
}

const get = (address: string): Promise<Response> => fetch(running.url + address);

async function json<Answer>(path: string, query = ''): Promise<Answer> {
  const response = await get(`/api/v1/reports/${path}.json${query}`);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as Answer;
}

async function page(path: string): Promise<string> {
  const response = await get(`/en/${path}`);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

async function pageRows(path: string): Promise<readonly Printed[]> {
  return rowsOf(await page(path));
}

/** Rows whose head is a link, with the numbers in their cells. */
function rowsOf(html: string): readonly Printed[] {
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].flatMap(([, row = '']): readonly Printed[] => {
    const href = /<th scope="row">.*?<a href="([^"]+)"/s.exec(row)?.[1];
    const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell);
    const text = cells.join(' ').replaceAll(/<[^>]+>/g, ' ');
    return href === undefined ? [] : [[href, [...text.matchAll(/-?\d[\d,]*(\.\d+)?/g)].map(([n]) => n)]];
  });
}

/** Every row is there, those with the same head in this order, with these numbers one after another. */
function expectRows(rows: readonly Printed[], printed: readonly Printed[]): void {
  const left = new Map<string, (readonly string[])[]>();
  for (const [href, numbers] of rows) left.set(href, [...(left.get(href) ?? []), numbers]);
  for (const [href, numbers] of printed) {
    const own = left.get(href) ?? [];
    const found = own.findIndex((all) => isRun(numbers, all));
    expect([href, numbers, found < 0 ? own : 'found']).toEqual([href, numbers, 'found']);
    left.set(href, own.slice(found + 1));
  }
}

function isRun(run: readonly string[], all: readonly string[]): boolean {
  return `|${all.join('|')}|`.includes(`|${run.join('|')}|`) || run.length === 0;
}

async function expectTable(path: string, told: readonly Told[]): Promise<void> {
  const text = await (await get(`/api/v1/reports/${path}.csv`)).text();
  const { data } = papaparse.parse<Row>(text, { header: true, skipEmptyLines: true });
  const found = new Map<string, Map<string, Row>>();
  for (const [where, says] of told) {
    const columns = Object.keys(where);
    const key = (row: Row): string => columns.map((column) => row[column]).join(' ');
    const rows = found.get(columns.join(' ')) ?? new Map(data.toReversed().map((row) => [key(row), row]));
    found.set(columns.join(' '), rows);
    const row = rows.get(key(where));
    const cells = Object.keys(says).map((column) => [column, row?.[column]]);
    const expected = Object.entries(says).map(([column, number]) => [column, String(number ?? '')]);
    expect([where, cells]).toEqual([where, expected]);
  }
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

function quartilesOf(one: DistributionResponse): Numbers {
  return {
    members: one.members,
    with_score: one.withScore,
    median: one.median,
    lower_quartile: one.lowerQuartile,
    upper_quartile: one.upperQuartile,
    improving: one.improving,
  };
}

function distributionRow(one: DistributionResponse): Printed {
  const median = one.median === null ? [] : [words.score(one.median)];
  return [`/en/regions/${one.group.code}`, [...median, String(one.withScore), String(one.members)]];
}

/** A score and, once it is known, its range. */
function scored({
  score,
  scoreLow,
  scoreHigh,
}: Pick<AreaScoreResponse, 'score' | 'scoreLow' | 'scoreHigh'>): readonly string[] {
  return [score, scoreLow, scoreHigh].flatMap((number) => (number === null ? [] : [words.score(number)]));
}

function count({ withScore, members }: DistributionResponse): string {
  return words.t('distribution.count', { count: withScore, all: members });
}

/** Text of a brief as a program that knows nothing of us reads it, without white space. */
async function briefText(path: string): Promise<string> {
  const response = await get(`/api/v1/reports/${path}.pdf`);
  expect([path, response.status]).toEqual([path, 200]);
  const pdf = await getDocument({ data: new Uint8Array(await response.arrayBuffer()), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(...items.map((item) => ('str' in item ? item.str : '')));
  }
  await pdf.destroy();
  return plain(texts.join(''));
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}

/** What stands right behind a text, wherever it stands. */
function after(text: string, name: string): string {
  const [, ...parts] = text.split(plain(name));
  return parts.map((part) => part.slice(0, 60)).join(' ');
}

/**
 * Three submissions of a community: one that stands, one that was returned, corrected, and supersedes a figure, and one
 * that was reverted.
 */
async function contribute(): Promise<void> {
  const { senderHeaders, reviewerHeaders } = await anyKeys(running);
  const post = async (path: string, body: string | object, headers: object): Promise<{ receipt: string }> => {
    const isText = typeof body === 'string';
    const response = await fetch(`${running.url}/api/v1/submissions${path}`, {
      method: 'POST',
      body: isText ? body : JSON.stringify(body),
      headers: { ...headers, 'content-type': isText ? 'text/csv' : 'application/json', 'if-match': '*' },
    });
    const answer: unknown = await response.json();
    expect([path, response.ok ? 'done' : answer]).toEqual([path, 'done']);
    return answer as { receipt: string };
  };
  const send = async (...rows: readonly string[]): Promise<string> => {
    const lines = rows.map((row) => `${row},A survey`);
    const file = ['country,indicator,year,value,source', ...lines, ''].join('\n');
    return (await post('', file, senderHeaders)).receipt;
  };
  const accept = (receipt: string): Promise<unknown> =>
    post(`/${receipt}/decisions`, { decision: 'accept' }, reviewerHeaders);

  await accept(await send('KEN,WO_CSPART,2024,0.62', 'KEN,WO_CSPART,2020,0.5', 'UGA,WO_CSPART,2024,0.4'));
  firstRevision = (await json<CommunityReportResponse>(`communities/${SENDING}`)).revision;
  const second = await send('KEN,WO_CSPART,2024,0.56');
  await post(
    `/${second}/decisions`,
    {
      decision: 'return',
      reasonCode: 'wrong_value',
      text: 'Digits changed places?',
      cells: [{ row: 2, column: 'value' }],
    },
    reviewerHeaders,
  );
  const correction = { cells: [{ row: 2, column: 'value', value: 0.65 }] };
  await post(`/${second}/corrections`, correction, senderHeaders);
  await accept(second);
  const third = await send('KEN,WO_CSPART,2022,0.55');
  await accept(third);
  await post(`/${third}/revert`, { text: 'It was wrong' }, reviewerHeaders);
}
