import type { Statement } from '../../../src/communities/statement.js';
import { countryReport } from '../../../src/reports/country-report.js';
import { countryReportTable } from '../../../src/reports/country-report-table.js';
import type { CountryReport } from '../../../src/reports/report.js';
import { anObservation, aSeriesEdition, COMMUNITY, sourcesWith } from './some-sources.js';

const SAID: Statement = {
  id: '1b9d6bcdbbfd4b2d',
  area: 'KEN',
  subject: 'indicator:UI_NETUSE',
  by: { kind: 'community', community: COMMUNITY.code, name: COMMUNITY.name },
  texts: { en: 'The survey of 2025 is not counted yet.', fr: 'Pas encore.' },
  publishedAt: '2026-11-23T18:00:00.000Z',
};

async function kenya(): Promise<CountryReport> {
  const sources = await sourcesWith(
    [
      anObservation({ year: 2024, value: 80 }),
      anObservation({ year: 2023, value: 70, seriesEditionId: 2, submissionId: 2 }),
    ],
    [
      aSeriesEdition({ id: 1 }),
      aSeriesEdition({ id: 2, community: COMMUNITY.code, source: 'Survey', published: false }),
    ],
  );
  const area = sources.lookUp.area('KEN');
  if (area === undefined) throw new Error('The seeds lack Kenya');
  return countryReport(area, { ...sources, statements: [SAID] });
}

describe('countryReport', () => {
  it('shows every principle, goal, indicator, commitment and issue of the catalogue', async () => {
    const report = await kenya();
    expect(report.principles.map(({ goals }) => goals.length)).toEqual([5, 6, 5, 4, 5]);
    expect([report.indicators.length, report.commitments.length, report.issues.length]).toEqual([
      98, 101, 11,
    ]);
  });

  it('leads from each figure to its submission and row', async () => {
    const line = (await kenya()).indicators.find(({ indicator }) => indicator === 'UI_COV4G');
    expect(line).toMatchObject({ value: 80, year: 2024, level: 80 });
    expect(line?.figure).toMatchObject({
      observation: 'KEN.UI_COV4G.2024.1.1',
      receipt: 'receipt-1',
      row: 2,
    });
    expect(line?.alternatives).toMatchObject([
      { receipt: 'receipt-2', communityName: 'Kenya IGF', value: 70 },
    ]);
  });

  it('names the communities of the country', async () => {
    expect((await kenya()).communities).toEqual([{ code: 'kenya-igf', name: 'Kenya IGF', kind: 'national' }]);
  });

  it('gives a reason wherever there is no score', async () => {
    const report = await kenya();
    const nodes = [
      ...report.principles,
      ...report.principles.flatMap(({ goals }) => goals),
      ...report.commitments,
      ...report.issues,
    ];
    for (const { code, score, missing } of nodes)
      expect([code, (score === undefined) === (missing !== undefined)]).toEqual([code, true]);
    for (const { indicator, level, missing } of report.indicators) {
      expect([indicator, (level === undefined) === (missing !== undefined)]).toEqual([indicator, true]);
    }
  });

  it('has a row for each language of a statement, and none with text once it is withdrawn', async () => {
    const report = await kenya();
    const textsOf = (statements: readonly Statement[]): unknown[] =>
      countryReportTable({ ...report, statements })
        .rows.filter(({ kind }) => kind === 'statement')
        .map(({ code, statement }) => [code, statement]);
    expect(textsOf(report.statements)).toEqual([
      ['indicator:UI_NETUSE', 'The survey of 2025 is not counted yet.'],
      ['indicator:UI_NETUSE', 'Pas encore.'],
    ]);
    const withdrawn = { ...SAID, texts: {}, withdrawnAt: '2026-11-24T18:00:00.000Z' };
    expect(textsOf([withdrawn])).toEqual([['indicator:UI_NETUSE', undefined]]);
  });

  it('fills every column its table names', async () => {
    const { columns, rows } = countryReportTable(await kenya());
    const used = new Set(rows.flatMap((row) => Object.keys(row)));
    expect([...used].filter((column) => !columns.includes(column))).toEqual([]);
    expect(columns.filter((column) => !used.has(column))).toEqual([]);
  });
});
