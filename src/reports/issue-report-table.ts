import type { CsvTable } from './csv-table.js';
import { DISTRIBUTION_COLUMNS, distributionCells } from './distribution-cells.js';
import type { IssueReport } from './report.js';

/** Rows of `kind` group, indicator and country, in this order. */
export function issueReportTable({
  issue,
  distributions,
  indicators,
  areas,
  revision,
}: IssueReport): CsvTable {
  const ofReport = { issue: issue.code, revision };
  return {
    columns: [
      'issue',
      'kind',
      'code',
      'name',
      'score',
      'score_low',
      'score_high',
      'missing',
      'coverage',
      ...DISTRIBUTION_COLUMNS,
      'unit',
      'live',
      'revision',
    ],
    rows: [
      ...distributions.map((distribution) => ({
        ...ofReport,
        kind: 'group',
        code: distribution.group.code,
        name: distribution.group.name,
        ...distributionCells(distribution),
      })),
      ...indicators.map(({ code, name, unit, live, areasWithLevel, medianLevel }) => ({
        ...ofReport,
        kind: 'indicator',
        code,
        name,
        unit,
        live,
        with_score: areasWithLevel,
        median: medianLevel,
      })),
      ...areas.map(({ scoreLow, scoreHigh, ...area }) => ({
        ...ofReport,
        kind: 'country',
        ...area,
        score_low: scoreLow,
        score_high: scoreHigh,
      })),
    ],
  };
}
