import {
  AREA_SCORE_COLUMNS,
  areaScoreCells,
  INDICATOR_SUMMARY_COLUMNS,
  indicatorSummaryCells,
} from './area-score-cells.js';
import { areaStatementRows } from './area-statement-rows.js';
import type { CsvTable } from './csv-table.js';
import { DISTRIBUTION_COLUMNS, groupCells } from './distribution-cells.js';
import type { IssueReport } from './report.js';
import { STATEMENT_COLUMNS } from './statement-cells.js';

/** Rows of `kind` group, indicator, country, and statement (of the country that is its code), in this order. */
export function issueReportTable(report: IssueReport): CsvTable {
  const { issue, distributions, indicators, areas, statements, asOfYear: as_of_year, revision } = report;
  const rows = [
    ...distributions.map(groupCells),
    ...indicators.map(indicatorSummaryCells),
    ...areas.map(areaScoreCells),
    ...areaStatementRows(statements),
  ];
  return {
    columns: [
      'issue',
      'kind',
      'code',
      'name',
      ...AREA_SCORE_COLUMNS,
      ...DISTRIBUTION_COLUMNS,
      ...INDICATOR_SUMMARY_COLUMNS,
      ...STATEMENT_COLUMNS,
      'as_of_year',
      'revision',
    ],
    rows: rows.map((row) => ({ issue: issue.code, ...row, as_of_year, revision })),
  };
}
