import { AREA_SCORE_COLUMNS, areaScoreCells } from '../area-score-cells.js';
import { areaStatementRows } from '../area-statement-rows.js';
import type { CsvTable } from '../csv-table.js';
import { DISTRIBUTION_COLUMNS, groupCells } from '../distribution-cells.js';
import { STATEMENT_COLUMNS } from '../statement-cells.js';
import type { CompareReport, ComparedNode } from './compare-report.js';

/**
 * Node by node, rows of `kind` country, group, year (the history of each country, a row for each of its years), and
 * statement (of the country that is its code).
 */
export function compareReportTable({ nodes, asOfYear: as_of_year, revision }: CompareReport): CsvTable {
  return {
    columns: [
      'node_kind',
      'node',
      'node_name',
      'kind',
      'code',
      'name',
      'value',
      'year',
      ...AREA_SCORE_COLUMNS,
      ...DISTRIBUTION_COLUMNS,
      'observation',
      ...STATEMENT_COLUMNS,
      'as_of_year',
      'revision',
    ],
    rows: nodes.flatMap((node) =>
      [
        ...node.areas.map(countryRow),
        ...node.groups.map(groupCells),
        ...yearRows(node),
        ...areaStatementRows(node.statements),
      ].map((row) => ({
        node_kind: node.kind,
        node: node.code,
        node_name: node.name,
        ...row,
        as_of_year,
        revision,
      })),
    ),
  };
}

function countryRow(area: ComparedNode['areas'][number]) {
  const { value, year, observation } = area;
  return { ...areaScoreCells(area), value, year, observation };
}

function yearRows({ areas }: ComparedNode) {
  return areas.flatMap(({ code, name, history }) =>
    history.flat().map(({ year, score }) => ({ kind: 'year', code, name, year, score })),
  );
}
