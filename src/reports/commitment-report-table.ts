import {
  AREA_SCORE_COLUMNS,
  areaScoreCells,
  INDICATOR_SUMMARY_COLUMNS,
  indicatorSummaryCells,
} from './area-score-cells.js';
import { areaStatementRows } from './area-statement-rows.js';
import type { CommitmentReport } from './commitment-report.js';
import type { CsvTable } from './csv-table.js';
import { DISTRIBUTION_COLUMNS, groupCells } from './distribution-cells.js';
import { STATEMENT_COLUMNS } from './statement-cells.js';

/** Rows of `kind` group, indicator (those that are linked), country, and statement (of the country that is its code), in this order. */
export function commitmentReportTable(report: CommitmentReport): CsvTable {
  const { commitment, distributions, links, areas, statements, asOfYear: as_of_year, revision } = report;
  const rows = [
    ...distributions.map(groupCells),
    ...links.map((link) => ({ ...indicatorSummaryCells(link), type: link.type, reason: link.reason })),
    ...areas.map(areaScoreCells),
    ...areaStatementRows(statements),
  ];
  return {
    columns: [
      'commitment',
      'kind',
      'code',
      'name',
      ...AREA_SCORE_COLUMNS,
      ...DISTRIBUTION_COLUMNS,
      ...INDICATOR_SUMMARY_COLUMNS,
      'type',
      'reason',
      ...STATEMENT_COLUMNS,
      'as_of_year',
      'revision',
    ],
    rows: rows.map((row) => ({ commitment: commitment.id, ...row, as_of_year, revision })),
  };
}
