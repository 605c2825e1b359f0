import {
  AREA_SCORE_COLUMNS,
  areaScoreCells,
  INDICATOR_SUMMARY_COLUMNS,
  indicatorSummaryCells,
} from './area-score-cells.js';
import { areaStatementRows } from './area-statement-rows.js';
import type { CsvTable } from './csv-table.js';
import { DISTRIBUTION_COLUMNS, groupCells } from './distribution-cells.js';
import type { NodeReport } from './node-report.js';
import { STATEMENT_COLUMNS } from './statement-cells.js';

/** Rows of `kind` group, goal or commitment, indicator, country and statement (of the country that is its code), in this order. */
export function nodeReportTable(report: NodeReport): CsvTable {
  const {
    node,
    distributions,
    children,
    indicators,
    areas,
    statements,
    asOfYear: as_of_year,
    revision,
  } = report;
  const rows = [
    ...distributions.map(groupCells),
    ...children.map(({ kind, code, name, weight, areasWithScore, medianScore }) => ({
      kind,
      code,
      name,
      weight,
      with_score: areasWithScore,
      median: medianScore,
    })),
    ...indicators.map((indicator) => ({
      ...indicatorSummaryCells(indicator),
      goal: indicator.goal,
      tier: indicator.tier,
      weight: indicator.weight,
    })),
    ...areas.map(areaScoreCells),
    ...areaStatementRows(statements),
  ];
  return {
    columns: [
      'node',
      'kind',
      'code',
      'name',
      ...AREA_SCORE_COLUMNS,
      ...DISTRIBUTION_COLUMNS,
      ...INDICATOR_SUMMARY_COLUMNS,
      'goal',
      'tier',
      'weight',
      ...STATEMENT_COLUMNS,
      'as_of_year',
      'revision',
    ],
    rows: rows.map((row) => ({ node: node.code, ...row, as_of_year, revision })),
  };
}
